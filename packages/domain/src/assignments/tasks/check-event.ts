import { type Bilingual, type Day, formatDay, writtenAside } from "../../values/index.ts"
import type { ActingAs } from "./acting.ts"
import type { TaskEventRecording } from "./event.ts"
import type { TaskHistory } from "./history.ts"
import { isShared, standsTo } from "./next.ts"
import type { TaskProblem, TaskProblemKind } from "./refusal.ts"
import type { Task } from "./task.ts"
import { taskRule, taskWorkflow } from "./workflow.ts"
import { taskStateWords } from "./words.ts"

/** Why an event is refused; whoever holds the batch adds the row. */
export type TaskJudgement = Omit<TaskProblem, "row">

/** A task as far as its events before this one go. */
export interface Judged {
  readonly task: Task
  readonly history: TaskHistory
  readonly standing: ActingAs
  /** Numbers of children that are neither accepted nor cancelled. */
  readonly openChildren: ReadonlyArray<string>
  /** The last day before which events may lie: nothing is recorded of the future. */
  readonly today: Day
}

const told = (
  field: string | null,
  kind: TaskProblemKind,
  vi: string,
  en: string,
  more: { readonly rule?: string; readonly next?: Bilingual } = {}
): TaskJudgement => ({ field, kind, sentence: { vi, en }, rule: more.rule ?? null, next: more.next ?? null })

const blank = (text: string | null): boolean => text === null || text.trim() === ""

const dayProblem = ({ day }: TaskEventRecording, { history, task, today }: Judged): TaskJudgement | null => {
  if (day > today) return told("day", "futureDay", `ngày ${formatDay(day)} chưa đến`, `${day} has not come yet`)
  if (day < task.askedOn)
    return told(
      "day",
      "dayBeforeTask",
      `ngày ${formatDay(day)} trước ngày giao nhiệm vụ (${formatDay(task.askedOn)})`,
      `${day} lies before the task was given (${task.askedOn})`
    )
  const { lastDay } = history
  const by = writtenAside(history.written.last)
  return lastDay === null || day >= lastDay
    ? null
    : told(
        "day",
        "dayBack",
        `ngày ${formatDay(day)} trước diễn biến đã ghi ngày ${formatDay(lastDay)}${by.vi}`,
        `${day} lies before what was recorded for ${lastDay}${by.en}`
      )
}

const moveProblem = (
  { reason, to }: Extract<TaskEventRecording["body"], { _tag: "moved" }>,
  { history, openChildren, standing }: Judged
): TaskJudgement | null => {
  const from = history.state
  const by = writtenAside(history.written.state)
  const rule = taskRule(from, to)
  const [now, then] = [taskStateWords[from], taskStateWords[to]]
  if (rule === undefined) {
    const onward = taskWorkflow.filter((one) => one.from.includes(from)).map((one) => taskStateWords[one.to])
    return told(
      "body.to",
      "noSuchMove",
      `Nhiệm vụ ${now.vi}${by.vi} không chuyển thẳng sang “${then.vi}”`,
      `A task that is ${now.en}${by.en} does not become ${then.en}`,
      {
        next: {
          vi: `Bước tiếp theo có thể là: ${onward.map(({ vi }) => vi).join(", ")}`,
          en: `It may become: ${onward.map(({ en }) => en).join(", ")}`
        }
      }
    )
  }
  const stands = standsTo(rule, standing)
  const inPlace = stands === "inPlace"
  if (stands === null)
    return told(
      null,
      "notAllowed",
      `Không được chuyển sang “${then.vi}”: ${rule.why.vi}`,
      `May not make it ${then.en}: ${rule.why.en}`,
      { rule: rule.id }
    )
  if ((rule.withReason || inPlace) && blank(reason))
    return told(
      "body.reason",
      "reasonMissing",
      `Chuyển sang “${then.vi}”${inPlace ? " thay cơ quan chủ trì" : ""} phải nêu lý do`,
      `A reason is needed to make it ${then.en}${inPlace ? " in the lead's place" : ""}`,
      { rule: rule.id }
    )
  if (to === "accepted" && openChildren.length > 0) {
    const open = openChildren.join(", ")
    return told(
      "body.to",
      "childrenOpen",
      `Còn nhiệm vụ con chưa nghiệm thu: ${open}`,
      `Parts of it are not accepted yet: ${open}`,
      { rule: rule.id }
    )
  }
  return null
}

const extensionProblem = (
  { after, before, reason }: Extract<TaskEventRecording["body"], { _tag: "extended" }>,
  { history, standing, task }: Judged
): TaskJudgement | null => {
  if (!standing.office)
    return told(
      null,
      "notAllowed",
      "Chỉ văn phòng điều phối cấp tỉnh gia hạn nhiệm vụ",
      "Only the provincial office puts off a due day",
      { rule: "extend" }
    )
  if (blank(reason))
    return told("body.reason", "reasonMissing", "Gia hạn phải nêu lý do", "A reason is needed to put off a due day", {
      rule: "extend"
    })
  if (history.state === "accepted" || history.state === "cancelled") {
    const { vi, en } = taskStateWords[history.state]
    const by = writtenAside(history.written.state)
    return told(
      null,
      "alreadyClosed",
      `Nhiệm vụ ${vi}${by.vi}, không gia hạn`,
      `The task is ${en}${by.en}: nothing to put off`
    )
  }
  if (before !== history.due) {
    const [vi, en] =
      history.due === null
        ? ["không có hạn", "has no due day"]
        : [`có hạn ${formatDay(history.due)}`, `is due on ${history.due}`]
    const by = writtenAside(history.written.due)
    return told("body.before", "dueBeforeDiffers", `Nhiệm vụ đang ${vi}${by.vi}`, `The task ${en}${by.en}`)
  }
  if (after === before)
    return told("body.after", "dueNotMoved", "Hạn mới trùng hạn cũ", "The new due day is the old one")
  return task.start !== null && after < task.start
    ? told(
        "body.after",
        "dueBeforeStart",
        `hạn ${formatDay(after)} trước ngày bắt đầu ${formatDay(task.start)}`,
        `due ${after}, before it starts ${task.start}`
      )
    : null
}

/** The first thing that is wrong with an event of a task; null where it may be recorded. */
export const taskEventProblem = (event: TaskEventRecording, judged: Judged): TaskJudgement | null => {
  if (isShared(judged.task) && event.body._tag !== "note")
    return told(
      "task",
      "sharedTask",
      "Nhiệm vụ này gồm các nhiệm vụ con: trạng thái và hạn ghi ở từng nhiệm vụ con",
      "The task is what its parts are: record it of each part"
    )
  const wrongDay = dayProblem(event, judged)
  if (wrongDay !== null) return wrongDay
  switch (event.body._tag) {
    case "moved":
      return moveProblem(event.body, judged)
    case "extended":
      return extensionProblem(event.body, judged)
    case "note": {
      const { helps, lead, office } = judged.standing
      return lead || helps || office
        ? null
        : told(
            null,
            "notAllowed",
            "Chỉ cơ quan chủ trì, phối hợp hoặc văn phòng điều phối ghi tiến độ",
            "Only the lead, those who co-ordinate and the provincial office write notes"
          )
    }
  }
}
