import type { Scorecard } from "@ntm/contract"
import { tierWords } from "@ntm/domain/criteria"
import { Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { formatDay } from "../parts/format.ts"
import { scorecardWords } from "./scorecard.words.ts"

/** What the unit holds on the day, and by what decision. */
export const HeldLine = (props: { readonly card: Scorecard }) => {
  const t = useWords(scorecardWords)
  const text = () => {
    const { held, unit } = props.card
    if (held === null) return t().noneHeld
    switch (held.kind) {
      case "decided":
        return t().held.decided(
          inLanguage(tierWords(held.tier, unit.level)),
          held.recognition.document,
          formatDay(held.recognition.decidedOn)
        )
      case "provisional":
        return t().held.provisional(inLanguage(tierWords(held.tier, unit.level)))
      case "revoked":
        return t().held.revoked(held.recognition.document)
      case "toRestore":
        return t().held.toRestore(inLanguage(tierWords(held.restore[0].tier, unit.level)))
    }
  }
  const madeUp = () => {
    const { held } = props.card
    return held?.kind === "decided" && held.recognition.illustrative
  }
  return (
    <p class="flex flex-wrap items-center gap-2">
      {text()}
      <Show when={madeUp()}>
        <Badge tone="warning">{t().illustrative}</Badge>
      </Show>
    </p>
  )
}
