import type { TaskLine } from "@ntm/contract"
import type { TaskStanding, Timeliness } from "@ntm/domain/assignments"
import { timelinessWords } from "@ntm/domain/assignments"
import type { Bilingual } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"
import { dayText } from "../units/asking.ts"
import { daysText } from "./assignments-list.ts"

/** Words that the commands and the pages of tasks share. */
export const tasksWords = {
  tasks: both("nhiệm vụ", "tasks"),
  task: both("Nhiệm vụ", "Task"),
  no: both("Số", "No."),
  who: both("Ai chịu trách nhiệm", "Who owes it"),
  due: both("Hạn", "Due"),
  state: both("Tình trạng", "State"),
  none: both("Không có nhiệm vụ nào.", "No tasks."),
  and: both("và", "and"),
  more: both("nữa", "more"),
  parts: both("phần", "parts"),
  coordinating: both("Phối hợp", "Co-ordinating")
} as const

export const timelinessTone = {
  notBegun: "dim",
  open: "plain",
  dueSoon: "warn",
  overdue: "bad",
  awaiting: "accent",
  done: "good",
  doneLate: "good",
  cancelled: "dim",
  noDue: "dim"
} as const satisfies Record<Timeliness, Tone>

/** What made a task's state, said where it is not its own events. */
export const byWords = {
  events: both("", ""),
  nothing: both("", ""),
  evidence: both("theo số liệu của hệ thống", "by the system's own figures"),
  children: both("theo các phần của nhiệm vụ", "by its parts")
} as const satisfies Record<TaskStanding["by"], Bilingual>

type Timed = Pick<TaskLine, "childrenCount" | "childrenDone" | "days" | "lateDays" | "timeliness">

const timeText = ({ days, lateDays, timeliness }: Timed, lang: Lang): string => {
  if (timeliness === "overdue" || timeliness === "dueSoon") return daysText(days, lang)
  const words = say(timelinessWords[timeliness], lang)
  return timeliness === "doneLate" ? `${words} ${lateDays} ${say(both("ngày", "days"), lang)}` : words
}

/** "quá 51 ngày", "chờ nghiệm thu"; of a task of several parts also how many are done: "đang trong hạn · 3/9". */
export const standingText = (line: Timed, lang: Lang): string =>
  [timeText(line, lang), ...(line.childrenCount > 0 ? [`${line.childrenDone}/${line.childrenCount}`] : [])].join(" · ")

/** "20/04/2025", "–" without one. */
export const dueText = (day: string | null): string => (day === null ? "–" : dayText(day))

/** The first of several names and how many more there are: "Sở Xây dựng và 8 nữa". */
export const namesText = (holders: ReadonlyArray<{ readonly name: string }>, lang: Lang): string => {
  const [first, ...others] = holders
  if (first === undefined) return ""
  return others.length === 0
    ? first.name
    : `${first.name} ${say(tasksWords.and, lang)} ${others.length} ${say(tasksWords.more, lang)}`
}
