import { Graph, Option } from "effect"
import type { Assignment } from "../assignment.ts"
import { type DataProblem, problem } from "../data-problem.ts"
import type { Tasking } from "./tasking.ts"

type Numbered = Pick<Assignment, "no" | "parentNo">

/** What it is a part of, itself first. */
const lineOf = (no: string, byNo: ReadonlyMap<string, Numbered>): ReadonlyArray<string> => {
  const found: Array<string> = []
  for (let at: string | null = no; at !== null && !found.includes(at);) {
    found.push(at)
    at = byNo.get(at)?.parentNo ?? null
  }
  return found
}

/** Why a task can never be done: it waits, through others, for itself. Numbers in the order in which they wait. */
const circleOf = (
  byNo: ReadonlyMap<string, Numbered>,
  after: ReadonlyMap<string, ReadonlyArray<string>>
): ReadonlyArray<string> | null => {
  const graph = Graph.directed<string, null>((mutable) => {
    const nodes = new Map([...byNo.keys()].map((no) => [no, Graph.addNode(mutable, no)]))
    const add = (from: string, to: string) => {
      const [one, other] = [nodes.get(from), nodes.get(to)]
      if (one !== undefined && other !== undefined) Graph.addEdge(mutable, one, other, null)
    }
    for (const { no, parentNo } of byNo.values()) {
      if (parentNo !== null) add(no, parentNo)
      for (const at of lineOf(no, byNo)) {
        for (const before of after.get(at) ?? []) {
          // The parts of a task do not wait for one another because the task waits for one of them.
          if (at === no || !lineOf(before, byNo).includes(at)) add(before, no)
        }
      }
    }
  })
  return Option.match(Graph.findCycle(graph), {
    onNone: () => null,
    onSome: ({ path }) => path.flatMap((node) => Option.toArray(Graph.getNode(graph, node)))
  })
}

/** What is wrong with how one document is read, held against its assignments: numbers that do not exist, tasks that wait in a circle. */
export const checkTasking = (tasking: Tasking, assignments: ReadonlyArray<Assignment>): ReadonlyArray<DataProblem> => {
  const byNo = new Map(assignments.map((assignment) => [assignment.no, assignment]))
  const found: Array<DataProblem> = []
  const after = new Map<string, Array<string>>()
  const unknown = (path: string, no: string) => {
    if (!byNo.has(no)) found.push(problem(path, `không có nhiệm vụ “${no}”`, `there is no task “${no}”`))
  }
  for (const [at, dependency] of tasking.dependencies.entries()) {
    unknown(`dependencies[${at}].no`, dependency.no)
    for (const [place, no] of dependency.after.entries()) unknown(`dependencies[${at}].after[${place}]`, no)
    after.set(dependency.no, [...(after.get(dependency.no) ?? []), ...dependency.after])
  }
  for (const [at, { no }] of tasking.closing.entries()) unknown(`closing[${at}].no`, no)
  const circle = circleOf(byNo, after)
  if (circle === null) return found
  const at = tasking.dependencies.findIndex(({ no }) => circle.includes(no))
  const way = circle.join(" → ")
  return [
    ...found,
    problem(
      `dependencies[${at}]`,
      `các nhiệm vụ chờ nhau vòng tròn: ${way}`,
      `tasks wait for each other in a circle: ${way}`
    )
  ]
}
