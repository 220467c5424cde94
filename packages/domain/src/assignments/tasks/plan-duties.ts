import { formatPeriod, type Day } from "../../values/index.ts"
import type { Reading } from "../agencies/reading.ts"
import type { WorkCalendar } from "../calendar/work-calendar.ts"
import type { Duty } from "../duties/duty.ts"
import { dutyPeriods } from "../duties/periods.ts"
import { wholeKey } from "./keys.ts"
import { ownersOf } from "./owners.ts"
import { withInstances } from "./plan-shared.ts"
import type { Task } from "./task.ts"

/** What does not end: one task (or one for each owner) without a due day, but the one that the text names. */
const standingTasks = (task: Task, duty: Duty): ReadonlyArray<Task> =>
  withInstances({ ...task, kind: "standing", due: duty.by, start: duty.by === null ? null : duty.from })

/**
 * A duty as tasks: standing, or a heading with one task for each period up to a day, each with its owners' instances.
 *
 * **Details** Two rules with a period of one name ("6 tháng" and again "6 tháng") make one instance.
 */
export const dutyTasks = (duty: Duty, reading: Reading, calendar: WorkCalendar, until: Day): ReadonlyArray<Task> => {
  const whole: Task = {
    key: wholeKey(duty.document, duty.no, null),
    document: duty.document,
    no: duty.no,
    kind: "heading",
    parent: null,
    children: [],
    title: duty.title,
    owners: ownersOf([duty.lead], reading),
    coordinating: ownersOf(duty.coordinating, reading),
    start: null,
    due: null,
    dueText: duty.frequency,
    deliverable: null,
    section: duty.section,
    notes: duty.notes,
    period: null,
    after: [],
    closing: null,
    province: reading.province.id,
    askedOn: reading.askedOn
  }
  if (duty.rules.length === 0) return standingTasks(whole, duty)
  const to = duty.to === null || until < duty.to ? until : duty.to
  const periods = duty.rules.flatMap((rule) => dutyPeriods(rule, duty.from, to, calendar))
  const each = new Map(periods.map((period) => [period.key, period]))
  const inOrder = [...each.values()].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  const instances = inOrder.map(({ due, first, key, period }): Task => ({
    ...whole,
    key: wholeKey(duty.document, duty.no, key),
    kind: "recurring",
    parent: whole.key,
    title: `${duty.title} (${formatPeriod(period, "vi")})`,
    start: first < duty.from ? duty.from : first,
    due,
    period: key
  }))
  const heading: Task = { ...whole, owners: [], children: instances.map(({ key }) => key) }
  return [heading, ...instances.flatMap(withInstances)]
}
