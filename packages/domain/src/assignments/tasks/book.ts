import type { Day, Moment } from "../../values/index.ts"
import type { Unit } from "../../units/index.ts"
import { type Reading, unitHolders } from "../agencies/reading.ts"
import { evaluateCondition } from "../closing/evaluate.ts"
import type { ClosingFacts, ConditionOutcome } from "../closing/facts.ts"
import type { TaskEvent } from "./event.ts"
import { historyOfTask, type TaskHistory } from "./history.ts"
import { holdersOf } from "./owners.ts"
import type { TaskPlan } from "./plan.ts"
import type { Holder, TaskStanding } from "./standing.ts"
import { stateOf } from "./state-of.ts"
import type { TaskKey } from "./task-key.ts"
import type { Task } from "./task.ts"
import { timelinessOn } from "./timeliness.ts"
import { openBefore } from "./before.ts"

/** What a book is made of: everything recorded, and the facts that closing conditions look at (null: they are not asked). */
export interface BookAsked {
  readonly events: ReadonlyArray<TaskEvent>
  readonly day: Day
  /** Null: as known now. */
  readonly knownAt: Moment | null
  readonly facts: ClosingFacts | null
}

/** How every task stands on a day, as known at a moment. All views are made of it. */
export interface TaskBook {
  readonly day: Day
  readonly plan: TaskPlan
  /** Tasks that were asked for by the day, in the order of the plan. */
  readonly standings: ReadonlyArray<TaskStanding>
  readonly byKey: ReadonlyMap<TaskKey, TaskStanding>
  readonly histories: ReadonlyMap<TaskKey, TaskHistory>
}

/** The units that a condition's "own" means: those that answer, or the province of an agency's task. */
const ownUnits = (holders: ReadonlyArray<Holder>, reading: Reading, day: Day): ReadonlyArray<Unit> => {
  const units = holders.flatMap((holder) => (holder._tag === "unit" ? [holder.unit] : []))
  return units.length > 0 ? units : unitHolders(reading.chronicle, reading.province.id, reading.askedOn, day)
}

const conditionOn = (
  { closing }: Task,
  holders: ReadonlyArray<Holder>,
  reading: Reading,
  { day, facts }: BookAsked
): ConditionOutcome | null => {
  if (closing === null || facts === null) return null
  return evaluateCondition(closing, { chronicle: reading.chronicle, day, own: ownUnits(holders, reading, day), facts })
}

const last = (days: ReadonlyArray<Day | null>): Day | null =>
  days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null)

/** Names are asked again and again: all communes of a province co-ordinate dozens of tasks. */
const remembered = (day: Day) => {
  const known = new Map<Reading, Map<string, ReadonlyArray<Holder>>>()
  return (owners: Task["owners"], reading: Reading): ReadonlyArray<Holder> => {
    const here = known.get(reading) ?? new Map<string, ReadonlyArray<Holder>>()
    known.set(reading, here)
    const key = JSON.stringify(owners)
    const found = here.get(key) ?? holdersOf(owners, reading, day)
    here.set(key, found)
    return found
  }
}

/**
 * Every task as it stands on a day, as known at a moment.
 *
 * **Details** A pure function: as of an earlier day nothing later shows, and asked again with the same moment it answers the same for ever.
 * Events are those of days up to `day`, recorded up to `knownAt`. A task of a document that was not issued yet is not in it.
 */
export const bookOn = (plan: TaskPlan, asked: BookAsked): TaskBook => {
  const { day, events, knownAt } = asked
  const told = Map.groupBy(
    events.filter((event) => event.day <= day && (knownAt === null || event.recordedAt <= knownAt)),
    ({ task }) => task
  )
  const holders = remembered(day)
  const byKey = new Map<TaskKey, TaskStanding>()
  const histories = new Map<TaskKey, TaskHistory>()
  // Children stand behind their parents: backwards, whatever a task is made of is there already.
  for (const task of plan.tasks.toReversed()) {
    const reading = plan.readings.get(task.document)
    if (reading === undefined || task.askedOn > day) continue
    const history = historyOfTask(task, told.get(task.key) ?? [])
    histories.set(task.key, history)
    const children = task.children.flatMap((key) => byKey.get(key) ?? [])
    const answering = holders(task.owners, reading)
    const condition = conditionOn(task, answering, reading, asked)
    const { acceptedOn, by, since, state, submittedOn } = stateOf(task, history, children, condition)
    const due = history.due ?? (task.owners.length === 0 ? last(children.map((child) => child.due)) : null)
    byKey.set(task.key, {
      task,
      state,
      by,
      since,
      ...timelinessOn({ state, start: task.start, due, submittedOn }, day),
      due,
      dueStated: task.due,
      extensions: history.extensions,
      submittedOn,
      acceptedOn,
      condition,
      holders: answering,
      coHolders: holders(task.coordinating, reading),
      waitsFor: [],
      childrenDone: children.filter((child) => child.state === "accepted").length,
      childrenCount: children.filter((child) => child.state !== "cancelled").length,
      notes: history.notes
    })
  }
  const standings = plan.tasks.flatMap(({ key }) => {
    const standing = byKey.get(key)
    return standing === undefined ? [] : [{ ...standing, waitsFor: openBefore(plan, byKey, standing.task) }]
  })
  for (const standing of standings) byKey.set(standing.task.key, standing)
  return { day, plan, standings, byKey, histories }
}
