import type { DocumentId } from "../../documents/index.ts"
import { unitByCode } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import type { Reading } from "../agencies/reading.ts"
import { wholeKey } from "./keys.ts"
import { assignmentTasks } from "./plan-assignments.ts"
import { dutyTasks } from "./plan-duties.ts"
import type { TaskPlan, TaskSources } from "./plan.ts"
import type { TaskKey } from "./task-key.ts"
import type { Task } from "./task.ts"

/**
 * Every task that the documents ask for, recurring ones for periods that begin up to the day `until`.
 *
 * **Details** Purely a function of its sources: made again, on any day, by anybody, it has the same tasks under the same keys. A document of
 * which no tasking says how to read it, or whose province did not stand on its day, has no tasks.
 */
export const planOf = (sources: TaskSources, until: Day): TaskPlan => {
  const { agencies, assignments, calendar, chronicle, duties, taskings } = sources
  const assigned = Map.groupBy(assignments, ({ document }) => document)
  const repeated = Map.groupBy(duties, ({ document }) => document)
  const readings = new Map<DocumentId, Reading>()
  const reasons = new Map<TaskKey, Map<TaskKey, string>>()
  const tasks: Array<Task> = []
  for (const tasking of taskings) {
    const { askedOn, dependencies, document } = tasking
    const province = unitByCode(chronicle.register, tasking.province, askedOn)
    if (province === undefined) continue
    const reading: Reading = {
      directory: agencies,
      chronicle,
      province: { id: province.id, code: province.code },
      askedOn
    }
    readings.set(document, reading)
    for (const { after, no, why } of dependencies) {
      const from = wholeKey(document, no, null)
      const told = reasons.get(from) ?? new Map<TaskKey, string>()
      for (const other of after) told.set(wholeKey(document, other, null), why)
      reasons.set(from, told)
    }
    tasks.push(...assignmentTasks(assigned.get(document) ?? [], tasking, reading))
    for (const duty of repeated.get(document) ?? []) tasks.push(...dutyTasks(duty, reading, calendar, until))
  }
  return { tasks, byKey: new Map(tasks.map((task) => [task.key, task])), reasons, readings }
}
