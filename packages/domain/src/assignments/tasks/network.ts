import { Graph, Option } from "effect"
import { addDays, type Day } from "../../values/index.ts"
import type { TaskBook } from "./book.ts"
import type { TaskKey } from "./task-key.ts"
import type { Task } from "./task.ts"
import { predecessorsOf } from "./before.ts"

/** A task in the network of its document, with what has to end before it begins and what before it ends. */
export interface NetworkNode {
  readonly task: Task
  readonly before: ReadonlyArray<TaskKey>
  readonly parts: ReadonlyArray<TaskKey>
  readonly start: Day | null
  readonly due: Day | null
  readonly dueImplied: boolean
}

/** Whether it is a duty, which stands or comes again beside whatever has an order. */
const isDuty = (book: TaskBook, task: Task): boolean => {
  const first = task.children[0] === undefined ? undefined : book.plan.byKey.get(task.children[0])
  return task.kind === "standing" || task.kind === "recurring" || (first !== undefined && isDuty(book, first))
}

/** The first day on which something that waits for the task begins. */
const followedOn = (book: TaskBook, key: TaskKey): Day | null => {
  const starts = book.standings.flatMap(({ task }) =>
    task.after.includes(key) && task.start !== null ? [task.start] : []
  )
  return starts.toSorted()[0] ?? null
}

const nodeOf = (book: TaskBook, task: Task): NetworkNode => {
  const due = book.byKey.get(task.key)?.due ?? null
  const next = due === null && task.start !== null ? followedOn(book, task.key) : null
  const implied = next === null || task.start === null || next <= task.start ? null : addDays(next, -1)
  return {
    task,
    before: predecessorsOf(book.plan, task),
    parts: task.children,
    start: task.start,
    due: due ?? implied,
    dueImplied: due === null && implied !== null
  }
}

/** The tasks of some documents in an order in which each comes after all that it waits for; null where they wait in a circle. */
export const networkOf = (book: TaskBook, belongs: (task: Task) => boolean): ReadonlyArray<NetworkNode> | null => {
  const nodes = book.standings
    .filter(({ task }) => belongs(task) && !isDuty(book, task))
    .map(({ task }) => nodeOf(book, task))
  const graph = Graph.directed<NetworkNode, null>((mutable) => {
    const at = new Map(nodes.map((node) => [node.task.key, Graph.addNode(mutable, node)]))
    for (const { before, parts, task } of nodes) {
      for (const key of new Set([...before, ...parts])) {
        const [from, to] = [at.get(key), at.get(task.key)]
        if (from !== undefined && to !== undefined) Graph.addEdge(mutable, from, to, null)
      }
    }
  })
  if (Option.isSome(Graph.findCycle(graph))) return null
  return Array.from(Graph.values(Graph.topo(graph)))
}
