import type { AnswerOf, api, TaskLine } from "@ntm/contract"
import type { TimelineStep } from "@ntm/domain/assignments"
import { type Day, daysBetween, isDay } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import type { Line, Tone } from "../parts/line.ts"
import { width as cells } from "../parts/text.ts"
import type { Told } from "../shell/actions.ts"
import { dayText } from "../units/asking.ts"
import { head, wrapped } from "./task-lines.ts"
import { shortKey } from "./tasks-tables.ts"
import { dueText, standingText, tasksWords, timelinessTone } from "./tasks-words.ts"

export type TimelineAnswer = AnswerOf<typeof api.assignments.timeline>

const own = {
  planned: both("Theo văn bản xong", "Planned to end"),
  expected: both("sớm nhất có thể xong", "can end at the earliest"),
  behind: both("chậm", "behind by"),
  days: both("ngày", "days"),
  path: both("Đường găng", "Critical path"),
  findings: both("Thời hạn không khớp với thứ tự", "Where the days do not agree with the order"),
  steps: both("Tiến trình", "Timeline"),
  legend: both(
    "● trên đường găng · ━ thời gian văn bản đặt ra · ◆ hạn · ░ sớm nhất có thể xong · │ ngày hỏi",
    "● on the critical path · ━ as the document plans · ◆ due day · ░ the earliest that it can end · │ the day asked"
  ),
  empty: both("Văn bản này không có nhiệm vụ nào có thời hạn.", "No task of this document has a day.")
} as const

interface Scale {
  readonly from: Day
  readonly length: number
  readonly room: number
}

const isGiven = (day: Day | null): day is Day => day !== null

/** From the first day of the document to the last that anything can end on, over so many cells. */
const scaleOf = (steps: ReadonlyArray<TimelineStep>, asOf: Day, room: number): Scale => {
  const days = [asOf, ...steps.flatMap(({ due, expectedEnd, start }) => [start, due, expectedEnd].filter(isGiven))]
  const sorted = days.toSorted()
  const [from, to] = [sorted[0] ?? asOf, sorted.at(-1) ?? asOf]
  return { from, length: Math.max(1, daysBetween(from, to)), room }
}

const cellOf = ({ from, length, room }: Scale, day: Day): number =>
  Math.round((daysBetween(from, day) / length) * (room - 1))

/** One step as a bar: as planned, how far behind that it can end, its due day, and the day asked. */
const barOf = (step: TimelineStep, isDone: boolean, asOf: Day, scale: Scale): string => {
  const drawn = Array.from({ length: scale.room }, () => " ")
  const fill = (from: Day, to: Day, mark: string): void => {
    for (let at = cellOf(scale, from); at <= cellOf(scale, to); at++) drawn[at] = mark
  }
  if (!isDone) fill(step.expectedStart, step.expectedEnd, "░")
  if (step.due !== null) fill(step.start ?? step.due, step.due, "━")
  if (drawn[cellOf(scale, asOf)] === " ") drawn[cellOf(scale, asOf)] = "│"
  if (step.due !== null) drawn[cellOf(scale, step.due)] = "◆"
  return drawn.join("")
}

const isDone = ({ state }: TaskLine): boolean => state === "accepted" || state === "cancelled"

const toneOf = (line: TaskLine, { critical }: TimelineStep): Tone =>
  isDone(line) ? "good" : critical && line.timeliness === "open" ? "accent" : timelinessTone[line.timeliness]

/** The steps that a page draws: instances of one task stand behind the one that they are instances of. */
const drawnSteps = ({ items, timeline }: TimelineAnswer) => {
  const byKey = new Map<string, TaskLine>(items.map((line) => [line.key, line]))
  return timeline.steps.flatMap((step) => {
    const line = byKey.get(step.task)
    if (line === undefined) return []
    const parent = line.parent === null ? undefined : byKey.get(line.parent)
    return parent?.kind === "shared" ? [] : [{ line, step }]
  })
}

/** By short keys: a task and its instance have one number. */
const pathText = ({ timeline }: TimelineAnswer): string => timeline.criticalPath.map(shortKey).join(" → ")

/** The tasks of a document over time: when it can still end, what decides that, and where its days do not agree. */
export const timelineLines = (answer: TimelineAnswer, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { timeline } = answer
  const steps = drawnSteps(answer)
  const { asOf } = answer
  if (steps.length === 0 || !isDay(asOf)) return wrapped(say(own.empty, lang), width, "plain", 0)
  const room = Math.max(16, Math.floor(width / 3))
  const no = Math.max(...steps.map(({ line }) => cells(line.no)), cells(say(tasksWords.no, lang)))
  const columns: ReadonlyArray<Column> = spread(
    [
      { title: "", width: 1 },
      { title: say(tasksWords.no, lang), width: no },
      { title: say(tasksWords.task, lang), width: 10, grow: 1 },
      { title: say(tasksWords.due, lang), width: 10 },
      { title: "", width: room }
    ],
    width
  )
  const scale = scaleOf(
    steps.map(({ step }) => step),
    asOf,
    room
  )
  const end = [
    `${say(own.planned, lang)} ${dueText(timeline.plannedEnd)}`,
    `${say(own.expected, lang)} ${dueText(timeline.expectedEnd)}`,
    ...(timeline.daysBehind > 0 ? [`${say(own.behind, lang)} ${timeline.daysBehind} ${say(own.days, lang)}`] : [])
  ]
  return [
    ...wrapped(end.join(" · "), width, timeline.daysBehind > 0 ? "warn" : "plain", 0),
    ...(timeline.criticalPath.length === 0 ? [] : [...head(say(own.path, lang)), ...wrapped(pathText(answer), width)]),
    ...head(say(own.steps, lang)),
    ...gridHeader(columns, 1),
    ...steps.map(({ line, step }) =>
      gridLine(columns, [
        { text: step.critical ? "●" : " ", tone: "accent" },
        { text: line.no, tone: "dim" },
        { text: line.title, tone: line.kind === "heading" ? "accent" : "plain" },
        { text: step.due === null ? "–" : dayText(step.due), tone: step.dueImplied ? "dim" : "plain" },
        { text: barOf(step, isDone(line), asOf, scale), tone: toneOf(line, step) }
      ])
    ),
    ...wrapped(say(own.legend, lang), width, "dim", 0),
    ...(timeline.findings.length === 0
      ? []
      : [
          ...head(`${say(own.findings, lang)} (${timeline.findings.length})`),
          ...timeline.findings.flatMap(({ sentence }) => wrapped(`△ ${say(sentence, lang)}`, width, "warn"))
        ])
  ]
}

export const timelineCsv = ({ items, timeline }: TimelineAnswer, lang: Lang): NonNullable<Told["csv"]> => {
  const byKey = new Map<string, TaskLine>(items.map((line) => [line.key, line]))
  return {
    heading: [
      "key",
      "title",
      "standing",
      "start",
      "due",
      "due implied",
      "expected start",
      "expected end",
      "slack (days)",
      "critical"
    ],
    rows: timeline.steps.map((step) => {
      const line = byKey.get(step.task)
      return [
        step.task,
        line?.title ?? null,
        line === undefined ? null : standingText(line, lang),
        step.start,
        step.due,
        step.dueImplied ? "yes" : "no",
        step.expectedStart,
        step.expectedEnd,
        step.slack,
        step.critical ? "yes" : "no"
      ]
    })
  }
}
