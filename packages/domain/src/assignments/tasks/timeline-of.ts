import type { DocumentId } from "../../documents/index.ts"
import { addDays, type Day, daysBetween } from "../../values/index.ts"
import type { TaskBook } from "./book.ts"
import { type NetworkNode, networkOf } from "./network.ts"
import { isClosed } from "./state-of.ts"
import type { TaskKey } from "./task-key.ts"
import { timelineFindings } from "./timeline-findings.ts"
import type { Timeline, TimelineStep } from "./timeline.ts"

interface Expected {
  readonly start: Day
  readonly end: Day
  /** The day from which what is left of it is counted: everything before it is done, and it may begin. */
  readonly from: Day
  /** Days of its own from then on; null where nothing that it waited for holds it up any more. */
  readonly left: number | null
}

const later = (...days: ReadonlyArray<Day | null | undefined>): Day | null =>
  days.reduce<Day | null>(
    (last, day) => (day !== null && day !== undefined && (last === null || day > last) ? day : last),
    null
  )

const lengthOf = ({ due, start }: NetworkNode): number =>
  start === null || due === null ? 0 : Math.max(0, daysBetween(start, due))

/** When a task can begin and be done, once it is known of everything before it. */
const expectedOf = (book: TaskBook, node: NetworkNode, known: ReadonlyMap<TaskKey, Expected>): Expected => {
  const { day } = book
  const { before, due, parts, start, task } = node
  const ends = (keys: ReadonlyArray<TaskKey>) =>
    later(...keys.filter((key) => book.byKey.get(key)?.state !== "cancelled").map((key) => known.get(key)?.end))
  const standing = book.byKey.get(task.key)
  const history = book.histories.get(task.key)
  if (standing !== undefined && isClosed(standing.state)) {
    const end = standing.acceptedOn ?? standing.submittedOn ?? standing.since ?? day
    return { start: history?.begunOn ?? (start !== null && start < end ? start : end), end, from: end, left: null }
  }
  const [ready, partsEnd] = [ends(before), ends(parts)]
  if (task.owners.length === 0 && parts.length > 0) {
    const starts = parts.flatMap((key) => known.get(key)?.start ?? []).toSorted()
    const end = later(partsEnd, ready, day) ?? day
    // A heading takes no time of its own: what comes before it may be done as late as it.
    return { start: starts[0] ?? day, end, from: end, left: 0 }
  }
  if (standing?.state === "submitted")
    return { start: history?.begunOn ?? day, end: later(day, partsEnd) ?? day, from: day, left: null }
  const from = later(day, ready) ?? day
  const begun = history?.begunOn ?? null
  if (begun !== null) {
    const left = Math.max(0, lengthOf(node) - daysBetween(begun, day))
    return { start: begun, end: later(addDays(from, left), partsEnd) ?? from, from, left }
  }
  const begins = later(from, start) ?? from
  // Without a first day nothing says that it takes less than until its due day.
  const own = later(addDays(begins, lengthOf(node)), start === null ? due : null) ?? begins
  return { start: begins, end: later(own, partsEnd) ?? own, from: begins, left: daysBetween(begins, own) }
}

/** The latest day on which each may be done without the last being done later. */
const latestEnds = (
  book: TaskBook,
  nodes: ReadonlyArray<NetworkNode>,
  expected: ReadonlyMap<TaskKey, Expected>,
  end: Day
): ReadonlyMap<TaskKey, Day> => {
  const latest = new Map<TaskKey, Day>()
  const limit = (key: TaskKey, day: Day) => {
    const known = latest.get(key)
    if (known === undefined || day < known) latest.set(key, day)
  }
  for (const { before, parts, task } of nodes.toReversed()) {
    const last = latest.get(task.key) ?? end
    latest.set(task.key, last)
    const left = expected.get(task.key)?.left ?? null
    if (left !== null) for (const key of before) limit(key, addDays(last, -left))
    if (!isClosed(book.byKey.get(task.key)?.state ?? "notStarted")) for (const key of parts) limit(key, last)
  }
  return latest
}

/** Back from a task along what decides when it is done. */
const drivenBy = (
  nodes: ReadonlyMap<TaskKey, NetworkNode>,
  expected: ReadonlyMap<TaskKey, Expected>,
  last: TaskKey
): ReadonlyArray<TaskKey> => {
  const path: Array<TaskKey> = []
  for (let at: TaskKey | undefined = last; at !== undefined && !path.includes(at);) {
    path.push(at)
    const node: NetworkNode | undefined = nodes.get(at)
    const when: Expected | undefined = expected.get(at)
    if (node === undefined || when === undefined) break
    const endsOn = (day: Day) => (key: TaskKey) => expected.get(key)?.end === day
    // A part that ends with it decides, else what it had to wait for before it began.
    at = node.parts.findLast(endsOn(when.end)) ?? (when.left === null ? undefined : node.before.find(endsOn(when.from)))
  }
  return path.toReversed()
}

const nothing: Timeline = {
  steps: [],
  criticalPath: [],
  plannedEnd: null,
  expectedEnd: null,
  daysBehind: 0,
  findings: []
}

/**
 * The tasks of a document as a timeline: planned days, the earliest on which each can still be done, slack, and the critical path.
 *
 * **Details** What is left takes as long as planned (from its first day to its due day; a single day where only one of them is set), and nothing
 * is done before the day asked. `upTo`: only what that task waits for, itself the last. Empty where tasks wait in a circle, which reading the
 * data refuses (`checkTaskings`).
 */
export const timelineOf = (book: TaskBook, document: DocumentId, upTo: TaskKey | null = null): Timeline => {
  const all = networkOf(book, (task) => task.document === document)
  if (all === null) return nothing
  const byKey = new Map(all.map((node) => [node.task.key, node]))
  const wanted = new Set<TaskKey>()
  const want = (key: TaskKey): void => {
    const node = byKey.get(key)
    if (node === undefined || wanted.has(key)) return
    wanted.add(key)
    for (const before of [...node.before, ...node.parts]) want(before)
  }
  for (const key of upTo === null ? byKey.keys() : [upTo]) want(key)
  const nodes = all.filter(({ task }) => wanted.has(task.key))
  const expected = new Map<TaskKey, Expected>()
  for (const node of nodes) expected.set(node.task.key, expectedOf(book, node, expected))
  const end = later(...[...expected.values()].map((when) => when.end))
  if (end === null) return nothing
  const latest = latestEnds(book, nodes, expected, end)
  const steps = nodes.flatMap(({ due, dueImplied, start, task }): ReadonlyArray<TimelineStep> => {
    const when = expected.get(task.key)
    if (when === undefined) return []
    const slack = daysBetween(when.end, latest.get(task.key) ?? end)
    const open = !isClosed(book.byKey.get(task.key)?.state ?? "notStarted")
    return [
      {
        task: task.key,
        start,
        due,
        dueImplied,
        expectedStart: when.start,
        expectedEnd: when.end,
        slack,
        critical: open && slack === 0
      }
    ]
  })
  const follows = new Set(nodes.flatMap(({ before, parts }) => [...before, ...parts]))
  const final = nodes.findLast(({ task }) => expected.get(task.key)?.end === end && !follows.has(task.key))
  const last = upTo ?? final?.task.key
  const plannedEnd = later(...nodes.map(({ due }) => due))
  return {
    steps: steps.toSorted((a, b) => place(book, a.task) - place(book, b.task)),
    criticalPath: last === undefined ? [] : drivenBy(byKey, expected, last),
    plannedEnd,
    expectedEnd: end,
    daysBehind: plannedEnd === null ? 0 : Math.max(0, daysBetween(plannedEnd, end)),
    findings: timelineFindings(
      book,
      nodes.toSorted((a, b) => place(book, a.task.key) - place(book, b.task.key))
    )
  }
}

const places = new WeakMap<TaskBook, ReadonlyMap<TaskKey, number>>()

/** Where a task stands in the plan. */
const place = (book: TaskBook, key: TaskKey): number => {
  const known = places.get(book) ?? new Map(book.standings.map(({ task }, at) => [task.key, at]))
  places.set(book, known)
  return known.get(key) ?? 0
}
