import type { Bilingual } from "../../values/index.ts"
import type { TaskState } from "./event.ts"

/** `lead`: whoever answers for the task on the day. `office`: the provincial co-ordination office, which asks for it and accepts it. */
export type TaskActor = "lead" | "office"

/** One row of the workflow: who may take a task from one of these states to another, and whether to say why. */
export interface TaskRule {
  readonly id: string
  readonly from: ReadonlyArray<TaskState>
  readonly to: TaskState
  readonly who: TaskActor
  readonly withReason: boolean
  readonly why: Bilingual
}

const rule = (
  id: string,
  from: ReadonlyArray<TaskState>,
  to: TaskState,
  who: TaskActor,
  withReason: boolean,
  vi: string,
  en: string
): TaskRule => ({ id, from, to, who, withReason, why: { vi, en } })

/**
 * The whole workflow as data. What is not in the table is refused.
 *
 * **Details** The provincial office may do what the lead does in its place, with a reason. Notes are written by the lead, by those who
 * co-ordinate, and by the office; a due day is put off by the office, with a reason.
 */
export const taskWorkflow: ReadonlyArray<TaskRule> = [
  rule("begin", ["notStarted", "returned"], "inProgress", "lead", false, "cơ quan chủ trì bắt đầu", "the lead begins"),
  rule(
    "submit",
    ["notStarted", "inProgress", "returned"],
    "submitted",
    "lead",
    false,
    "cơ quan chủ trì nộp kết quả",
    "the lead hands in the result"
  ),
  rule(
    "take-back",
    ["submitted"],
    "inProgress",
    "lead",
    true,
    "cơ quan chủ trì rút lại kết quả đã nộp và nêu lý do",
    "the lead takes back what it handed in and says why"
  ),
  rule(
    "accept",
    ["submitted"],
    "accepted",
    "office",
    false,
    "văn phòng điều phối cấp tỉnh nghiệm thu kết quả đã nộp",
    "the provincial office accepts what was handed in"
  ),
  rule(
    "return",
    ["submitted", "accepted"],
    "returned",
    "office",
    true,
    "văn phòng điều phối cấp tỉnh trả lại và nêu lý do",
    "the provincial office returns it and says why"
  ),
  rule(
    "cancel",
    ["notStarted", "inProgress", "submitted", "returned"],
    "cancelled",
    "office",
    true,
    "văn phòng điều phối cấp tỉnh hủy nhiệm vụ và nêu lý do",
    "the provincial office cancels it and says why"
  ),
  rule(
    "restore",
    ["cancelled"],
    "notStarted",
    "office",
    true,
    "văn phòng điều phối cấp tỉnh khôi phục nhiệm vụ đã hủy và nêu lý do",
    "the provincial office restores what was cancelled and says why"
  )
]

/** The row for a move; undefined where the table has none. */
export const taskRule = (from: TaskState, to: TaskState): TaskRule | undefined =>
  taskWorkflow.find((one) => one.to === to && one.from.includes(from))
