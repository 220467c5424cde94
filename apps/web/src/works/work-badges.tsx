import type { WorkLine } from "@ntm/contract"
import { useWords } from "../language/words.ts"
import { Badge, type Tone } from "../parts/badge.tsx"
import { formatNumber } from "../parts/format.ts"
import { CheckIcon, ClockIcon, WarningIcon } from "../parts/icons.tsx"
import { worksWords } from "./works.words.ts"

const tones: Readonly<Record<WorkLine["state"], Tone>> = {
  planned: "plain",
  preparing: "plain",
  building: "plain",
  accepted: "good",
  handedOver: "good",
  operating: "good"
}

/** How far a work has come in its procedure. */
export const WorkState = (props: { readonly state: WorkLine["state"] }) => {
  const t = useWords(worksWords)
  return (
    <Badge tone={tones[props.state]}>
      {props.state === "building" ? <ClockIcon class="size-3.5 shrink-0" /> : null}
      {props.state === "operating" ? <CheckIcon class="size-3.5 shrink-0" /> : null}
      {t().states[props.state]}
    </Badge>
  )
}

/** By how many days a work is late. */
export const LateBadge = (props: { readonly days: number }) => {
  const t = useWords(worksWords)
  return (
    <Badge tone={props.days > 0 ? "error" : "good"}>
      {props.days > 0 ? <WarningIcon class="size-3.5 shrink-0" /> : <CheckIcon class="size-3.5 shrink-0" />}
      {props.days > 0 ? t().behind(formatNumber(props.days)) : t().onTime}
    </Badge>
  )
}
