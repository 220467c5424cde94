import { Graph, Option } from "effect"
import { StepKey } from "./procedure.ts"
import type { Milestone } from "./work.ts"

/** The steps of a work and what has to be done before which, as places in its milestones. */
export interface Network {
  /** Every place once, what comes before first. */
  readonly order: ReadonlyArray<number>
  readonly before: ReadonlyArray<ReadonlyArray<number>>
  readonly after: ReadonlyArray<ReadonlyArray<number>>
  /** Whether the step leads to the end of the work: all but what only follows it, see `followsTheEnd`. */
  readonly leadsToTheEnd: ReadonlyArray<boolean>
  /** The work is finished when all of these are done. */
  readonly last: ReadonlyArray<number>
}

/** Steps as a plan tells them. */
export type Steps = ReadonlyArray<Pick<Milestone, "step" | "after">>

/** Steps that come after the end of a work as people use the word: the road is finished before its accounts are settled. */
const followsTheEnd: ReadonlySet<StepKey> = new Set<StepKey>(["settlement"])

const graphOf = (steps: Steps): Graph.DirectedGraph<StepKey, null> => {
  const places = new Map(steps.map(({ step }, at) => [step, at]))
  return Graph.directed((graph) => {
    for (const { step } of steps) Graph.addNode(graph, step)
    for (const [to, { after }] of steps.entries())
      for (const step of after) {
        const from = places.get(step)
        if (from !== undefined) Graph.addEdge(graph, from, to, null)
      }
  })
}

/** Steps that wait for each other in a circle, in the order in which they do; null where none do. */
export const cycleOf = (steps: Steps): ReadonlyArray<StepKey> | null =>
  Option.match(Graph.findCycle(graphOf(steps)), {
    onNone: () => null,
    onSome: ({ path }) => path.flatMap((at) => steps[at]?.step ?? [])
  })

const networkOfShape = (steps: Steps): Network => {
  const graph = graphOf(steps)
  const places = steps.map((_, at) => at)
  const after = places.map((at) => Graph.successors(graph, at))
  const isAfterTheEnd = places.map((at) => {
    const step = steps[at]?.step
    return step !== undefined && followsTheEnd.has(step) && after[at]?.length === 0
  })
  const alone = isAfterTheEnd.every(Boolean)
  const leadsToTheEnd = isAfterTheEnd.map((follows) => alone || !follows)
  const leads = (at: number): boolean => leadsToTheEnd[at] === true
  return {
    order: [...Graph.indices(Graph.topo(graph))],
    before: places.map((at) => Graph.predecessors(graph, at)),
    after,
    leadsToTheEnd,
    last: places.filter((at) => leads(at) && after[at]?.some(leads) !== true)
  }
}

const networks = new Map<string, Network>()

/** Plans of a programme are made after a few patterns. */
const MOST_NETWORKS = 1000

const place = new Map(StepKey.literals.map((step, at) => [step, String.fromCharCode(97 + at)]))
const letter = (step: StepKey): string => place.get(step) ?? ""

/**
 * The network of a plan without circles; works planned alike share one.
 *
 * **Gotchas** Throws where steps wait for each other in a circle: plans are checked as they are recorded, see `cycleOf`.
 */
export const networkOf = (steps: Steps): Network => {
  let shape = ""
  for (const { after, step } of steps) {
    shape += ` ${letter(step)}`
    for (const one of after) shape += letter(one)
  }
  const known = networks.get(shape)
  if (known !== undefined) return known
  const made = networkOfShape(steps)
  if (networks.size >= MOST_NETWORKS) networks.clear()
  networks.set(shape, made)
  return made
}
