import type { DueState } from "@ntm/domain/assignments"
import { useWords } from "../language/words.ts"
import { Badge, type Tone } from "../parts/badge.tsx"
import { ClockIcon, WarningIcon } from "../parts/icons.tsx"
import { assignmentWords } from "./assignments.words.ts"

const tones: Readonly<Record<DueState, Tone>> = {
  overdue: "error",
  dueSoon: "warning",
  open: "good",
  notStarted: "plain",
  noDue: "plain"
}

/** How an assignment stands to its due day, in words; with the days where they are known. */
export const DueBadge = (props: { readonly state: DueState; readonly days: number | null }) => {
  const t = useWords(assignmentWords)
  const days = () => {
    if (props.days === null) return ""
    if (props.days === 0) return ` · ${t().dueToday}`
    return props.days < 0 ? ` ${t().daysPast(-props.days)}` : ` · ${t().daysLeft(props.days)}`
  }
  return (
    <Badge tone={tones[props.state]}>
      {props.state === "overdue" || props.state === "dueSoon" ? (
        <WarningIcon class="size-3.5 shrink-0" />
      ) : (
        <ClockIcon class="size-3.5 shrink-0" />
      )}
      {t().states[props.state]}
      {days()}
    </Badge>
  )
}
