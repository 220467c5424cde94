import { addressOf, api } from "@ntm/contract"
import { type Evidence, formatBytes } from "@ntm/domain/criteria"
import { For } from "solid-js"
import { useWords } from "../language/words.ts"
import { attachWords } from "./attach.words.ts"

/** A kept file: opens beside the page, or is saved. */
export const EvidenceLink = (props: { readonly file: string; readonly sha256: string; readonly bytes: number }) => {
  const t = useWords(attachWords)
  return (
    <a
      href={addressOf(api.evidence.file.path, { sha256: props.sha256 })}
      rel="noreferrer"
      target="_blank"
      class="link break-words"
    >
      {t().open(props.file, formatBytes(props.bytes))}
    </a>
  )
}

/** What proves a value, each a link that opens. */
export const EvidenceList = (props: { readonly evidence: ReadonlyArray<Evidence> }) => (
  <ul>
    <For each={props.evidence}>
      {(one) => (
        <li>
          {"link" in one ? (
            <a href={one.link} rel="noreferrer" target="_blank" class="link break-all">
              {one.title ?? one.link}
            </a>
          ) : (
            <EvidenceLink file={one.file} sha256={one.sha256} bytes={one.bytes} />
          )}
        </li>
      )}
    </For>
  </ul>
)
