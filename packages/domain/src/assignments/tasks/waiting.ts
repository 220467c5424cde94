import { type Bilingual, formatDay } from "../../values/index.ts"
import type { TaskBook } from "./book.ts"
import { holderName } from "./owners.ts"
import type { TaskPlan } from "./plan.ts"
import type { TaskStanding } from "./standing.ts"
import { isClosed } from "./state-of.ts"
import type { TaskKey } from "./task-key.ts"
import type { WaitingLink } from "./timeline.ts"
import { taskStateWords, timelinessWords } from "./words.ts"

/** Why a task waits for another, as the data say it of the two or of what the first is a part of. */
const whyOf = ({ byKey, reasons }: TaskPlan, waiting: TaskKey, before: TaskKey): string | null => {
  for (let at = byKey.get(waiting); at !== undefined; at = at.parent === null ? undefined : byKey.get(at.parent)) {
    const why = reasons.get(at.key)?.get(before)
    if (why !== undefined) return why
  }
  return null
}

/** Names that a sentence can hold. */
const MOST_NAMES = 3

const sentenceOf = ({ days, due, holders, lateDays, state, task, timeliness }: TaskStanding): Bilingual => {
  const names = holders.slice(0, MOST_NAMES).map(holderName).join(", ")
  const who = names === "" ? "" : ` (${names}${holders.length > MOST_NAMES ? ", …" : ""})`
  const [said, when] = [taskStateWords[state], timelinessWords[timeliness]]
  const dueVi = due === null ? "" : `, hạn ${formatDay(due)}`
  const dueEn = due === null ? "" : `, due ${due}`
  const leftVi =
    timeliness === "overdue" ? `, quá hạn ${lateDays} ngày` : days === null ? `, ${when.vi}` : `, còn ${days} ngày`
  const leftEn =
    timeliness === "overdue" ? `, ${lateDays} days overdue` : days === null ? `, ${when.en}` : `, ${days} days left`
  return {
    vi: `${task.no}. ${task.title}${who}: ${said.vi}${dueVi}${leftVi}`,
    en: `${task.no}. ${task.title}${who}: ${said.en}${dueEn}${leftEn}`
  }
}

/** All that a task waits for, however far. */
const allBefore = (book: TaskBook, key: TaskKey): ReadonlySet<TaskKey> => {
  const found = new Set<TaskKey>()
  const left = [key]
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    for (const before of book.byKey.get(at)?.waitsFor ?? []) {
      if (found.has(before)) continue
      found.add(before)
      left.push(before)
    }
  }
  return found
}

/** Of what a task waits for, that which no other of them waits for in its turn: "I" waits for "6", and "6" for the rest. */
const nearest = (book: TaskBook, { waitsFor }: TaskStanding): ReadonlyArray<TaskKey> => {
  const further = new Set(waitsFor.flatMap((key) => [...allBefore(book, key)]))
  return waitsFor.filter((key) => !further.has(key))
}

/** What a task waits for, through others, each before all that waits for it; the task itself is the last. */
const inOrder = (first: TaskStanding, links: (standing: TaskStanding) => ReadonlyArray<TaskStanding>) => {
  const seen = new Set<TaskKey>()
  const order: Array<TaskStanding> = []
  const visit = (standing: TaskStanding): void => {
    if (seen.has(standing.task.key)) return
    seen.add(standing.task.key)
    for (const before of links(standing).toReversed()) visit(before)
    order.push(standing)
  }
  visit(first)
  return order
}

/**
 * Everything that a task is still waiting for, the nearest first: what holds it up, what holds that up, and so on. The task itself leads.
 *
 * **Details** Each once, behind all that waits for it: `depth` is the most steps that lie between. `heldUp` is one that waits for it at the
 * depth before. Empty for a task that is closed or not known.
 */
export const waitingChain = (book: TaskBook, key: TaskKey): ReadonlyArray<WaitingLink> => {
  const first = book.byKey.get(key)
  if (first === undefined || isClosed(first.state)) return []
  const known = new Map<TaskKey, ReadonlyArray<TaskStanding>>()
  const links = (standing: TaskStanding): ReadonlyArray<TaskStanding> => {
    const found =
      known.get(standing.task.key) ?? nearest(book, standing).flatMap((before) => book.byKey.get(before) ?? [])
    known.set(standing.task.key, found)
    return found
  }
  const places = new Map<TaskKey, { readonly depth: number; readonly heldUp: TaskKey | null }>([
    [key, { depth: 0, heldUp: null }]
  ])
  const order = inOrder(first, links).toReversed()
  for (const standing of order) {
    const depth = (places.get(standing.task.key)?.depth ?? 0) + 1
    for (const { task } of links(standing)) {
      const there = places.get(task.key)
      if (there === undefined || there.depth < depth) places.set(task.key, { depth, heldUp: standing.task.key })
    }
  }
  const found = order.map((standing): WaitingLink => {
    const { depth, heldUp } = places.get(standing.task.key) ?? { depth: 0, heldUp: null }
    const why = heldUp === null ? null : whyOf(book.plan, heldUp, standing.task.key)
    return { task: standing.task.key, depth, heldUp, why, sentence: sentenceOf(standing) }
  })
  return found.toSorted((a, b) => a.depth - b.depth)
}
