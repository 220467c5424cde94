import { type Assessment, assessedSet, verdictOf } from "../evaluator/assess.ts"
import type { BoundSet } from "../evaluator/kernels-bound.ts"
import { counts } from "../evaluator/kernels-combine.ts"
import { NO_DATA, type Verdict } from "../rules/verdict.ts"

/** Units that were judged together, and which of them are counted. */
export interface WorldGroup {
  readonly assessment: Assessment
  /** The set that judges them here: a province's own, or the national one. */
  readonly set: string
  readonly places: ReadonlyArray<number>
  /** Units that hold the set's tier, or one above it. */
  readonly holding: ReadonlySet<number>
}

/** A group of units as judged from one standpoint; in parts where provinces have sets of their own. Empty: nobody is judged. */
export type World = ReadonlyArray<WorldGroup>

/** One unit in a world. */
export interface Seen {
  readonly unit: number
  readonly at: number
  readonly assessment: Assessment
  readonly bound: BoundSet
  readonly verdict: Verdict
  readonly holds: boolean
  /** Numbers of the criteria that count as met. */
  readonly met: ReadonlyArray<number>
}

/** As most units of the country have it while nobody reports: not made ten thousand times. */
const noneMet: ReadonlyArray<number> = []

/** The units of a world by their ids. */
export const seenIn = (world: World): ReadonlyMap<number, Seen> => {
  const seen = new Map<number, Seen>()
  for (const { assessment, holding, places, set } of world) {
    const bound = assessedSet(assessment, set)
    if (bound === undefined) continue
    for (const at of places) {
      const unit = assessment.columns.units[at]
      if (unit === undefined) continue
      const met: Array<number> = []
      for (const { codes, no } of bound.criteria) if (counts(codes[at] ?? NO_DATA) === 1) met.push(no)
      const verdict = verdictOf(bound.codes[at])
      const holds = holding.has(unit)
      seen.set(unit, { unit, at, assessment, bound, verdict, holds, met: met.length === 0 ? noneMet : met })
    }
  }
  return seen
}

/** Criteria of the sets in a world, by number. */
export const criteriaIn = (world: World): ReadonlyMap<number, string> =>
  new Map(
    world.flatMap(({ assessment, set }) =>
      (assessedSet(assessment, set)?.criteria ?? []).map(({ name, no }) => [no, name] as const)
    )
  )
