import { addressOf, api, type Scorecard } from "@ntm/contract"
import { For } from "solid-js"
import { language } from "../language/language.ts"
import { useWords } from "../language/words.ts"
import { DownloadIcon } from "../parts/icons.tsx"
import { scorecardWords } from "./scorecard.words.ts"

const formats = ["docx", "json"] as const

/** What the verdict of a set rests on, to be saved: the annex for Word, and the sealed proof that anybody can check. */
export const AnnexLinks = (props: { readonly card: Scorecard; readonly set: string }) => {
  const t = useWords(scorecardWords)
  /** As known at the very moment that the page shows. */
  const address = (format: (typeof formats)[number]) =>
    addressOf(api.proofs.annex.path, {
      code: props.card.unit.code,
      set: props.set,
      as_of: props.card.asOf,
      known_at: props.card.knownAt ?? undefined,
      accept: props.card.accept,
      format,
      lang: language()
    })
  return (
    <p class="no-print flex flex-wrap gap-2">
      <For each={formats}>
        {(format) => (
          <a class="button" href={address(format)} download="" title={t().annexAbout[format]}>
            <DownloadIcon />
            {t().annex[format]}
          </a>
        )}
      </For>
    </p>
  )
}
