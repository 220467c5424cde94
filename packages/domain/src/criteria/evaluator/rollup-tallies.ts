import type { Assessment } from "./assess.ts"

/** Kinds of verdict: the codes run from 0 to 4. */
const VERDICTS = 5

/** A division of the units: by province, by district, all in one. */
export interface Grouping {
  readonly groups: number
  /** The group of each unit; −1: none. */
  readonly of: Int32Array
}

/** Units counted by what they were judged, by group, under one set. */
export interface SetTally {
  readonly set: string
  readonly criteria: number
  /** `[group × 5 + code]`: verdicts of the set. */
  readonly sets: Int32Array
  /** `[(group × criteria + criterion) × 5 + code]`: verdicts of each criterion. */
  readonly byCriterion: Int32Array
  /** `[group × (criteria + 1) + number]`: units by number of criteria that count as met. */
  readonly byNumber: Int32Array
  /** `[group × 5 + code]`: verdicts of everything that a grant asks. */
  readonly grants: Int32Array
  /** `[group × 5 + code]`: verdicts of the pattern of withdrawal. */
  readonly withdrawals: Int32Array
}

export interface Tally {
  readonly grouping: Grouping
  readonly sets: ReadonlyArray<SetTally>
}

/** One group of the chosen units; of all of them where none are chosen. */
export const oneGroup = (size: number, places: ReadonlyArray<number> | null): Grouping => {
  const of = new Int32Array(size).fill(places === null ? 0 : -1)
  for (const at of places ?? []) of[at] = 0
  return { groups: 1, of }
}

const add = (counts: Int32Array, at: number, by: number): void => {
  counts[at] = (counts[at] ?? 0) + by
}

/** Counts one unit's verdicts in (1) or out (−1). */
export const countUnit = ({ sets }: Assessment, tally: Tally, at: number, by: 1 | -1): void => {
  const group = tally.grouping.of[at] ?? -1
  if (group < 0) return
  tally.sets.forEach((counts, place) => {
    const bound = sets[place]
    if (bound === undefined) return
    add(counts.sets, group * VERDICTS + (bound.codes[at] ?? 0), by)
    add(counts.grants, group * VERDICTS + (bound.grant[at] ?? 0), by)
    add(counts.withdrawals, group * VERDICTS + (bound.withdraw[at] ?? 0), by)
    add(counts.byNumber, group * (counts.criteria + 1) + (bound.met[at] ?? 0), by)
    bound.criteria.forEach(({ codes }, criterion) =>
      add(counts.byCriterion, (group * counts.criteria + criterion) * VERDICTS + (codes[at] ?? 0), by)
    )
  })
}

/** Counts all units of an assessment by group. */
export const tallyOf = (assessment: Assessment, grouping: Grouping): Tally => {
  const { groups } = grouping
  const tally: Tally = {
    grouping,
    sets: assessment.sets.map(({ criteria, set }) => ({
      set: set.id,
      criteria: criteria.length,
      sets: new Int32Array(groups * VERDICTS),
      byCriterion: new Int32Array(groups * criteria.length * VERDICTS),
      byNumber: new Int32Array(groups * (criteria.length + 1)),
      grants: new Int32Array(groups * VERDICTS),
      withdrawals: new Int32Array(groups * VERDICTS)
    }))
  }
  for (let at = 0; at < assessment.columns.size; at++) countUnit(assessment, tally, at, 1)
  return tally
}
