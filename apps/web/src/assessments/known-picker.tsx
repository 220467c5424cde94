import { createSignal, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { DayPicker } from "../parts/day-picker.tsx"
import { ClockIcon } from "../parts/icons.tsx"
import { assessmentWords } from "./assessments.words.ts"
import { dayKnown, endOfDay } from "./known-at.ts"

/** Chooses until when values had to be recorded to count: the end of a day, or until now. Asked for rarely: folded until it is. */
export const KnownPicker = (props: {
  readonly value: string | undefined
  readonly onPick: (moment: string | undefined) => void
  /** What the day is for, and how it is asked for; without them the moment that the page speaks of. */
  readonly label?: string
  readonly ask?: string
}) => {
  const t = useWords(assessmentWords)
  const [open, setOpen] = createSignal(false)
  return (
    <Show
      when={open() || props.value !== undefined}
      fallback={
        <button type="button" class="button" onClick={() => setOpen(true)}>
          <ClockIcon />
          {props.ask ?? t().askKnown}
        </button>
      }
    >
      <DayPicker
        label={props.label ?? t().knownAt}
        none={t().now}
        value={dayKnown(props.value)}
        onPick={(day) => {
          setOpen(day !== undefined)
          props.onPick(day === undefined ? undefined : endOfDay(day))
        }}
      />
    </Show>
  )
}
