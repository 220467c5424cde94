import type { DossierStep } from "@ntm/domain/dossiers"
import { formatPercent } from "@ntm/domain/values"
import { useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { dossiersWords } from "./dossiers.words.ts"

/** In how many days a step is to be done and what its rule asks for, `sourced`: by which source; what is not known says so. */
export const StepTerms = (props: { readonly step: DossierStep; readonly sourced?: boolean }) => {
  const t = useWords(dossiersWords)
  const terms = () => {
    const { days, rule, source } = props.step
    const words = t().step
    const asked = () => {
      switch (rule?._tag) {
        case undefined:
          return []
        case "consultation":
          return [words.rules.consultation(formatNumber(rule.days))]
        case "survey":
          return [words.rules.survey(rule.satisfied === null ? null : formatPercent(rule.satisfied))]
        case "vote":
          return [words.rules.vote(rule.inFavour === null ? null : formatPercent(rule.inFavour))]
        case "appraisal":
        case "decision":
        case "publication":
          return []
      }
    }
    return [
      days === null ? words.noDays : words.days(formatNumber(days.days), days.count),
      ...asked(),
      ...(props.sourced === true ? [words.source(source)] : [])
    ].join(" · ")
  }
  return <p class="text-xs text-ink-soft">{terms()}</p>
}
