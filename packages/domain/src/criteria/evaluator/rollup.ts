import type { AssessableSet } from "./assessable.ts"
import { counts } from "./kernels-combine.ts"
import type { SetTally } from "./rollup-tallies.ts"
import { Verdict } from "../rules/verdict.ts"

/** Units by verdict. */
export type VerdictCounts = { readonly [V in Verdict]: number }

/** One line of the table of Phụ lục 01. */
export interface CriterionCounts {
  readonly no: number
  readonly name: string
  /** Units that count as meeting it: met, or exempt. */
  readonly metCount: number
  readonly verdicts: VerdictCounts
}

/** How a group of units stands under one set. */
export interface RollUp {
  readonly set: string
  readonly units: number
  /** Units by verdict of the whole set; of everything that a grant asks; of the pattern of withdrawal. */
  readonly verdicts: VerdictCounts
  readonly grants: VerdictCounts
  readonly withdrawals: VerdictCounts
  readonly criteria: ReadonlyArray<CriterionCounts>
  /** Criteria met, summed over units; the average is this over the units. */
  readonly metTotal: number
  /** Units by number of criteria met, from none to all. */
  readonly byNumber: ReadonlyArray<number>
}

const five = (from: Int32Array, start: number): VerdictCounts => ({
  met: from[start] ?? 0,
  notMet: from[start + 1] ?? 0,
  exempt: from[start + 2] ?? 0,
  noData: from[start + 3] ?? 0,
  noThreshold: from[start + 4] ?? 0
})

const VERDICTS = Verdict.literals.length

const countsAsMet = (verdicts: VerdictCounts): number =>
  Verdict.literals.reduce((sum, verdict, code) => sum + counts(code) * verdicts[verdict], 0)

/** One group of a tally under the set that it was counted under. */
export const rollUp = (tally: SetTally, group: number, { criteria }: Pick<AssessableSet, "criteria">): RollUp => {
  const numbers = tally.criteria + 1
  const byNumber = [...tally.byNumber.subarray(group * numbers, (group + 1) * numbers)]
  return {
    set: tally.set,
    units: byNumber.reduce((sum, units) => sum + units, 0),
    verdicts: five(tally.sets, group * VERDICTS),
    grants: five(tally.grants, group * VERDICTS),
    withdrawals: five(tally.withdrawals, group * VERDICTS),
    criteria: criteria.map(({ name, no }, criterion) => {
      const verdicts = five(tally.byCriterion, (group * tally.criteria + criterion) * VERDICTS)
      return { no, name, metCount: countsAsMet(verdicts), verdicts }
    }),
    metTotal: byNumber.reduce((sum, units, number) => sum + units * number, 0),
    byNumber
  }
}

/** A range of numbers of criteria, both ends in it. */
export interface Band {
  readonly from: number
  readonly to: number
}

/** 0–6, 7–9, 10–14, 15–18 and 19: the ranges that reports on communes use. */
export const communeBands: ReadonlyArray<Band> = [
  { from: 0, to: 6 },
  { from: 7, to: 9 },
  { from: 10, to: 14 },
  { from: 15, to: 18 },
  { from: 19, to: 19 }
]

/**
 * Ranges as people write them: "0-6,7-9,10-14,19". Null where they cannot be read so, a range runs backwards, or a number is in two.
 */
export const bandsIn = (text: string): ReadonlyArray<Band> | null => {
  const bands = text.split(",").map((part): Band | null => {
    const [, low, high] = /^\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*$/.exec(part) ?? []
    if (low === undefined) return null
    const [from, to] = [Number(low), Number(high ?? low)]
    return from <= to ? { from, to } : null
  })
  const read = bands.flatMap((band) => band ?? [])
  const sorted = read.toSorted((a, b) => a.from - b.from)
  const apart = sorted.every(({ from }, at) => from > (sorted[at - 1]?.to ?? -1))
  return read.length === bands.length && apart ? read : null
}

/** Units by number of criteria met, in these ranges. What lies in none of them is not counted, what lies in two is in both. */
export const distribution = ({ byNumber }: Pick<RollUp, "byNumber">, bands: ReadonlyArray<Band>) =>
  bands.map(({ from, to }) => ({
    from,
    to,
    units: byNumber.reduce((sum, units, number) => sum + (number >= from && number <= to ? units : 0), 0)
  }))

/** Criteria by how many units fail them, most first; then by how many units nothing is known of. Those that nobody misses are left out. */
export const mostMissing = ({ criteria }: Pick<RollUp, "criteria">): ReadonlyArray<CriterionCounts> => {
  const open = ({ verdicts }: CriterionCounts): number => verdicts.noData + verdicts.noThreshold
  return criteria
    .filter((line) => line.verdicts.notMet + open(line) > 0)
    .toSorted((a, b) => b.verdicts.notMet - a.verdicts.notMet || open(b) - open(a) || a.no - b.no)
}
