import type { AnswerOf, api } from "@ntm/contract"
import { holderName, type TaskEvent, taskStateWords, timelinessWords } from "@ntm/domain/assignments"
import { both, type Lang, say } from "../language/lang.ts"
import { detailLines, type Field } from "../parts/detail.ts"
import { type Line, span, type Tone } from "../parts/line.ts"
import { wrap } from "../parts/text.ts"
import { dayText } from "../units/asking.ts"
import { byWords, dueText, namesText, standingText, tasksWords, timelinessTone } from "./tasks-words.ts"

/** A task with everything that happened to it. */
export type TaskAnswer = AnswerOf<typeof api.assignments.task>

const own = {
  key: both("Mã", "Key"),
  since: both("từ", "since"),
  stated: both("Hạn ban đầu", "First due"),
  extended: both("Gia hạn", "Extended"),
  dueText: both("Tiến độ như in", "As printed"),
  start: both("Bắt đầu", "Start"),
  deliverable: both("Sản phẩm", "Deliverable"),
  section: both("Mục", "Section"),
  notes: both("Ghi chú", "Notes"),
  period: both("Kỳ", "Period"),
  printed: both("Văn bản ghi", "As printed"),
  submitted: both("Nộp ngày", "Handed in"),
  accepted: both("Nghiệm thu ngày", "Accepted"),
  condition: both("Điều kiện đóng", "Closing condition"),
  reading: both("Cách đọc", "How it is read"),
  waiting: both("Còn chờ", "Still waits for"),
  parts: both("Các phần", "Parts"),
  events: both("Diễn biến", "What happened"),
  reason: both("lý do", "why"),
  recordedBy: both("ghi bởi", "recorded by"),
  illustrative: both("minh họa", "illustrative")
} as const

export const head = (text: string): ReadonlyArray<Line> => [[], [span(text, "accent")]]

export const wrapped = (text: string, width: number, tone: Tone = "plain", indent = 2): ReadonlyArray<Line> =>
  wrap(text, Math.max(1, width - indent)).map((line): Line => [span(`${" ".repeat(indent)}${line}`, tone)])

/** What an event says, without its day. */
const eventText = ({ body }: TaskEvent, lang: Lang): string => {
  const why = (reason: string | null) => (reason === null ? "" : ` · ${say(own.reason, lang)}: ${reason}`)
  switch (body._tag) {
    case "moved":
      return `${say(taskStateWords[body.to], lang)}${why(body.reason)}`
    case "extended":
      return `${say(own.extended, lang).toLowerCase()}: ${dueText(body.before)} → ${dueText(body.after)}${why(body.reason)}`
    case "note":
      return body.text
  }
}

/** What stands behind an event: its document and its files or links. */
export const proofText = ({ document, evidence }: Pick<TaskEvent, "document" | "evidence">): string =>
  [
    ...(document === null ? [] : [document]),
    ...evidence.map((one) => ("file" in one ? one.file : (one.title ?? one.link)))
  ].join(" · ")

const eventLines = (event: TaskEvent, width: number, lang: Lang): ReadonlyArray<Line> => {
  const made = event.illustrative ? ` ° ${say(own.illustrative, lang)}` : ""
  const proof = proofText(event)
  const by = `${say(own.recordedBy, lang)} ${event.recordedBy.name}`
  return [
    ...wrapped(`${dayText(event.day)} · ${eventText(event, lang)}${made}`, width),
    ...wrapped([...(proof === "" ? [] : [proof]), by].join(" · "), width, "dim", 4)
  ]
}

const fieldsOf = ({ condition, standing, tasking }: TaskAnswer, lang: Lang): ReadonlyArray<Field> => {
  const { acceptedOn, by, due, dueStated, extensions, holders, coHolders, state, submittedOn, task } = standing
  const field = (label: keyof typeof own | keyof typeof tasksWords, text: string | null, tone?: Tone) => {
    const words = { ...own, ...tasksWords }[label]
    return text === null || text === ""
      ? []
      : [{ label: say(words, lang), text, ...(tone === undefined ? {} : { tone }) }]
  }
  const names = holders.map(holderName).join("; ")
  const printed = [...new Set(task.owners.map((owner) => owner.printed))].join("; ")
  const since = standing.since === null ? "" : ` ${say(own.since, lang)} ${dayText(standing.since)}`
  const how = [
    say(timelinessWords[standing.timeliness], lang),
    ...(standing.timeliness === "overdue" || standing.timeliness === "dueSoon" ? [standingText(standing, lang)] : []),
    `${say(taskStateWords[state], lang)}${since}`,
    say(byWords[by], lang)
  ]
  const outcome = standing.condition
  return [
    ...field("key", task.key, "dim"),
    ...field("state", [...new Set(how)].filter((text) => text !== "").join(" · "), timelinessTone[standing.timeliness]),
    ...field("due", dueText(due)),
    ...(extensions.length === 0 ? [] : field("stated", dueText(dueStated))),
    ...extensions.flatMap(({ after, before, day, reason }) =>
      field(
        "extended",
        [`${dayText(day)}: ${dueText(before)} → ${dayText(after)}`, ...(reason === null ? [] : [reason])].join(" · "),
        "warn"
      )
    ),
    ...field("start", task.start === null ? null : dayText(task.start)),
    ...field("dueText", task.dueText),
    ...field("submitted", submittedOn === null ? null : dayText(submittedOn)),
    ...field("accepted", acceptedOn === null ? null : dayText(acceptedOn)),
    ...field("who", names),
    ...field("printed", printed === names ? null : printed, "dim"),
    ...field("coordinating", coHolders.map(holderName).join("; ")),
    ...field("deliverable", task.deliverable),
    ...field("section", task.section),
    ...field("notes", task.notes),
    ...(condition === null || outcome === null
      ? []
      : field(
          "condition",
          `${outcome.holds ? "✓" : "✗"} ${say(outcome.sentence, lang)}`,
          outcome.holds ? "good" : "warn"
        )),
    ...field("reading", tasking?.note ?? null, "dim")
  ]
}

/** A task as a page: how it stands, who owes it, what it waits for, its parts, and what happened. */
export const taskLines = (answer: TaskAnswer, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { children, events, standing, waiting } = answer
  const { task } = standing
  const before = waiting.filter(({ depth }) => depth > 0)
  return [
    ...detailLines({ title: `${task.no}. ${task.title}`, fields: fieldsOf(answer, lang) }, width),
    ...(before.length === 0
      ? []
      : [
          ...head(say(own.waiting, lang)),
          ...before.flatMap(({ depth, line, sentence, why }) => [
            ...wrapped(say(sentence, lang), width, timelinessTone[line.timeliness], 2 * depth),
            ...(why === null ? [] : wrapped(why, width, "dim", 2 * depth + 2))
          ])
        ]),
    ...(children.length === 0
      ? []
      : [
          ...head(`${say(own.parts, lang)} (${standing.childrenDone}/${standing.childrenCount})`),
          ...children.flatMap((line) =>
            wrapped(
              [line.no, line.title === task.title ? "" : line.title, namesText(line.holders, lang)]
                .filter((text) => text !== "")
                .concat(dueText(line.due), standingText(line, lang))
                .join(" · "),
              width,
              timelinessTone[line.timeliness]
            )
          )
        ]),
    ...(events.length === 0
      ? []
      : [...head(say(own.events, lang)), ...events.flatMap((event) => eventLines(event, width, lang))])
  ]
}
