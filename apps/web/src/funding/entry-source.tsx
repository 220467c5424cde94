import type { FundingEntry } from "@ntm/domain/funding"
import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { useDocuments } from "../documents/documents.queries.ts"
import { documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { entryWords } from "./entry.words.ts"

/** Where an entry was taken from: its document, linked where the system holds it, and the place in it. */
export const EntrySource = (props: { readonly entry: Pick<FundingEntry, "document" | "place"> }) => {
  const t = useWords(entryWords)
  const documents = useDocuments()
  const held = () =>
    (documents.isSuccess ? documents.data.items : []).find(
      ({ id, number }) => id === props.entry.document || number === props.entry.document
    )
  return (
    <Show when={props.entry.document} fallback={<span class="text-ink-faint">{t().noDocument}</span>}>
      {(name) => (
        <>
          <Show when={held()} fallback={name()}>
            {(document) => (
              <A class="link" href={documentHref(document().id)}>
                {document().number ?? document().kind}
              </A>
            )}
          </Show>
          <Show when={props.entry.place}>{(place) => <span class="block text-xs text-ink-soft">{place()}</span>}</Show>
        </>
      )}
    </Show>
  )
}
