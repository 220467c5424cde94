import type { Verdict } from "@ntm/domain/criteria"
import { verdictWords } from "@ntm/domain/criteria"
import { inLanguage } from "../language/words.ts"
import { signs } from "./verdicts.ts"

/** The sign of a verdict on its ground; the words beside it, or for screen readers alone. */
export const VerdictMark = (props: { readonly verdict: Verdict; readonly words?: boolean }) => (
  <span class="inline-flex items-center gap-1.5 whitespace-nowrap">
    <span class="verdict size-6 rounded" data-verdict={props.verdict} aria-hidden="true">
      {signs[props.verdict]}
    </span>
    <span class={props.words === false ? "sr-only" : "font-semibold"}>{inLanguage(verdictWords[props.verdict])}</span>
  </span>
)
