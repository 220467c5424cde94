import type { Reading } from "../agencies/reading.ts"
import type { Assignment } from "../assignment.ts"
import { wholeKey } from "./keys.ts"
import { ownersOf } from "./owners.ts"
import { isShared, withInstances } from "./plan-shared.ts"
import type { Task } from "./task.ts"
import type { Tasking } from "./tasking.ts"

/**
 * The assignments of one document as tasks, in its order, each before its instances.
 *
 * **Details** An assignment of several owners that has parts of its own is not split: its parts are what they owe ("1.2 Các địa phương báo
 * cáo" is 1.2.a of each huyện, 1.2.b and 1.2.c). One of a single owner keeps work of its own beside its parts.
 */
export const assignmentTasks = (
  assignments: ReadonlyArray<Assignment>,
  tasking: Tasking,
  reading: Reading
): ReadonlyArray<Task> => {
  const parts = Map.groupBy(assignments, ({ parentNo }) => parentNo)
  const closing = new Map(tasking.closing.map(({ condition, no }) => [no, condition]))
  const after = new Map(tasking.dependencies.map((dependency) => [dependency.no, dependency.after]))
  const keyOf = (no: string) => wholeKey(tasking.document, no, null)
  return assignments.flatMap((assignment): ReadonlyArray<Task> => {
    const { coLeads, coordinating, lead, no, parentNo } = assignment
    const owners = ownersOf([...(lead === null ? [] : [lead]), ...coLeads], reading)
    const children = (parts.get(no) ?? []).map((part) => keyOf(part.no))
    const ofParts = children.length > 0 && (owners.length === 0 || isShared(owners))
    const task: Task = {
      key: keyOf(no),
      document: assignment.document,
      no,
      kind: !ofParts ? "task" : owners.length === 0 ? "heading" : "shared",
      parent: parentNo === null ? null : keyOf(parentNo),
      children,
      title: assignment.title,
      owners: ofParts ? [] : owners,
      coordinating: ownersOf(coordinating, reading),
      start: assignment.start,
      due: assignment.due,
      dueText: assignment.dueText,
      deliverable: assignment.deliverable,
      section: assignment.section,
      notes: assignment.notes,
      period: null,
      after: (after.get(no) ?? []).map(keyOf),
      closing: ofParts ? null : (closing.get(no) ?? null),
      province: reading.province.id,
      askedOn: tasking.askedOn
    }
    return ofParts ? [task] : withInstances(task)
  })
}
