import { type Timeliness, timelinessWords } from "@ntm/domain/assignments"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge, type Tone } from "../parts/badge.tsx"
import { asHeading, formatNumber } from "../parts/format.ts"
import { CheckIcon, ClockIcon, WarningIcon } from "../parts/icons.tsx"
import { tasksWords } from "./tasks.words.ts"

const tones: Readonly<Record<Timeliness, Tone>> = {
  overdue: "error",
  doneLate: "warning",
  dueSoon: "warning",
  awaiting: "plain",
  open: "good",
  done: "good",
  notBegun: "plain",
  cancelled: "plain",
  noDue: "plain"
}

/** How a task stands to its due day, in words; by how many days it is late or has left. */
export const TimelinessBadge = (props: {
  readonly timeliness: Timeliness
  readonly days?: number | null
  readonly lateDays?: number
}) => {
  const t = useWords(tasksWords)
  const days = () => {
    const { days: left = null, lateDays = 0, timeliness } = props
    if (lateDays > 0) return ` · ${t().line.late(formatNumber(lateDays))}`
    if (left === null || (timeliness !== "dueSoon" && timeliness !== "open")) return ""
    return ` · ${left === 0 ? t().line.today : t().line.left(formatNumber(left))}`
  }
  const icon = () => {
    if (tones[props.timeliness] === "error" || tones[props.timeliness] === "warning")
      return <WarningIcon class="size-3.5 shrink-0" />
    return props.timeliness === "done" ? (
      <CheckIcon class="size-3.5 shrink-0" />
    ) : (
      <ClockIcon class="size-3.5 shrink-0" />
    )
  }
  return (
    <Badge tone={tones[props.timeliness]}>
      {icon()}
      {asHeading(inLanguage(timelinessWords[props.timeliness]))}
      {days()}
    </Badge>
  )
}
