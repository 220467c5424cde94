import type { StepStanding } from "@ntm/domain/works"
import { both, type Lang, say } from "../language/lang.ts"
import { type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import type { Line, Tone } from "../parts/line.ts"
import { dayText } from "../units/asking.ts"
import { stepName } from "./works-words.ts"

const own = {
  step: both("Bước", "Step"),
  planned: both("Kế hoạch", "Planned"),
  actual: both("Thực tế, dự kiến", "Actual, expected"),
  slack: both("Dự trữ", "Slack")
} as const

const stepMark = ({ begunOn, doneOn }: StepStanding): string => (doneOn !== null ? "✓" : begunOn !== null ? "▶" : "·")

const stepTone = ({ critical, doneOn, due, expectedEnd }: StepStanding): Tone =>
  doneOn !== null ? "good" : expectedEnd > due ? (critical ? "bad" : "warn") : "plain"

/** The steps of a work: as planned, as they went or are expected, and how many days each may slip. */
export const stepLines = (steps: ReadonlyArray<StepStanding>, width: number, lang: Lang): ReadonlyArray<Line> => {
  const wide = width >= 76
  const columns: ReadonlyArray<Column> = spread(
    [
      { title: "", width: 3 },
      { title: say(own.step, lang), width: 12, grow: 1 },
      ...(wide ? [{ title: say(own.planned, lang), width: 21 }] : []),
      { title: say(own.actual, lang), width: 21 },
      { title: say(own.slack, lang), width: 7, align: "right" }
    ],
    width
  )
  return [
    ...gridHeader(columns, 1),
    ...steps.map((step) =>
      gridLine(columns, [
        { text: `${step.critical ? "●" : " "} ${stepMark(step)}`, tone: stepTone(step) },
        { text: stepName(step.step, lang), tone: step.critical ? "strong" : "plain" },
        ...(wide ? [{ text: `${dayText(step.start)}–${dayText(step.due)}`, tone: "dim" as const }] : []),
        {
          text: `${dayText(step.begunOn ?? step.expectedStart)}–${dayText(step.doneOn ?? step.expectedEnd)}`,
          tone: stepTone(step)
        },
        { text: step.doneOn !== null ? "" : String(step.slack), tone: "dim" }
      ])
    )
  ]
}
