import { type Assessment, assessedSet, verdictOf } from "./assess.ts"
import type { BoundSet } from "./kernels-bound.ts"
import { counts } from "./kernels-combine.ts"
import { NO_DATA, NOT_MET, type Verdict } from "../rules/verdict.ts"

/** How far one unit is from a set: numbers of the criteria that it fails, and of those that are not known. */
export interface UnitStanding {
  readonly unit: number
  readonly verdict: Verdict
  readonly met: number
  readonly notMet: ReadonlyArray<number>
  readonly open: ReadonlyArray<number>
}

const standingOf = ({ codes, criteria, met }: BoundSet, unit: number, at: number): UnitStanding => ({
  unit,
  verdict: verdictOf(codes[at]),
  met: met[at] ?? 0,
  notMet: criteria.filter((one) => one.codes[at] === NOT_MET).map(({ no }) => no),
  open: criteria.filter((one) => (one.codes[at] ?? NO_DATA) >= NO_DATA).map(({ no }) => no)
})

/** How units stand under a set, in the order of `places`. */
export const standings = (
  assessment: Assessment,
  set: string,
  places: ReadonlyArray<number>
): ReadonlyArray<UnitStanding> => {
  const bound = assessedSet(assessment, set)
  return bound === undefined ? [] : places.map((at) => standingOf(bound, assessment.columns.units[at] ?? -1, at))
}

/**
 * Units that do not meet the set, nearest first: by criteria failed, then by criteria not known, then by id.
 *
 * **Details** Of units that meet all criteria, those that fail or lack something beside them come first.
 */
export const nearest = (
  assessment: Assessment,
  set: string,
  places: ReadonlyArray<number>,
  limit: number
): ReadonlyArray<UnitStanding> =>
  standings(assessment, set, places)
    .filter(({ verdict }) => verdict !== "met" && verdict !== "exempt")
    .sort((a, b) => a.notMet.length - b.notMet.length || a.open.length - b.open.length || a.unit - b.unit)
    .slice(0, limit)

/** A unit at its place in the columns, and the set under which it is recognised. */
export interface RecognisedPlace {
  readonly at: number
  readonly set: string
}

/** Nợ tiêu chí: what a recognised unit does not meet now. */
export interface CriteriaDebt {
  readonly unit: number
  readonly set: string
  /** Criteria that it fails; those that are not known are no debt, and told apart. */
  readonly lost: ReadonlyArray<{ readonly no: number; readonly name: string }>
  readonly open: ReadonlyArray<number>
  readonly outOf: number
  /** What the set's pattern of withdrawal says. */
  readonly withdraw: Verdict
}

/** The debt of each recognised unit that fails a criterion, most first. A unit whose set was not assessed is left out. */
export const criteriaDebt = (
  assessment: Assessment,
  recognised: ReadonlyArray<RecognisedPlace>
): ReadonlyArray<CriteriaDebt> =>
  recognised
    .flatMap(({ at, set }): ReadonlyArray<CriteriaDebt> => {
      const bound = assessedSet(assessment, set)
      const unit = assessment.columns.units[at]
      if (bound === undefined || unit === undefined) return []
      const { notMet, open } = standingOf(bound, unit, at)
      const lost = bound.criteria.filter(({ no }) => notMet.includes(no)).map(({ name, no }) => ({ no, name }))
      const withdraw = verdictOf(bound.withdraw[at])
      return lost.length === 0 ? [] : [{ unit, set, lost, open, outOf: bound.criteria.length, withdraw }]
    })
    .sort((a, b) => b.lost.length - a.lost.length || a.unit - b.unit)

/** What happened to a unit under a set between two assessments; criteria by number. */
export interface UnitChange {
  readonly unit: number
  readonly before: Verdict
  readonly after: Verdict
  readonly gained: ReadonlyArray<number>
  readonly lost: ReadonlyArray<number>
}

export interface Changes {
  /** Units in which something changed, in the order of the later assessment. */
  readonly changed: ReadonlyArray<UnitChange>
  /** Units that only the later, or only the earlier, assessment has. */
  readonly appeared: ReadonlyArray<number>
  readonly gone: ReadonlyArray<number>
}

/** The difference between two assessments under one set. Criteria are joined by their numbers, which one set keeps. */
export const changesBetween = (before: Assessment, after: Assessment, set: string): Changes => {
  const [then, now] = [assessedSet(before, set), assessedSet(after, set)]
  if (then === undefined || now === undefined) return { changed: [], appeared: [], gone: [] }
  const places = new Map(before.columns.units.map((unit, at) => [unit, at]))
  const earlier = new Map(then.criteria.map((criterion) => [criterion.no, criterion]))
  const changed = after.columns.units.flatMap((unit, at): ReadonlyArray<UnitChange> => {
    const was = places.get(unit)
    if (was === undefined) return []
    const steps = now.criteria.map(({ codes, no }) => {
      const old = earlier.get(no)?.codes[was]
      return { no, by: counts(codes[at] ?? NO_DATA) - (old === undefined ? 0 : counts(old)) }
    })
    const gained = steps.filter(({ by }) => by > 0).map(({ no }) => no)
    const lost = steps.filter(({ by }) => by < 0).map(({ no }) => no)
    const [first, last] = [verdictOf(then.codes[was]), verdictOf(now.codes[at])]
    const same = gained.length === 0 && lost.length === 0 && first === last
    return same ? [] : [{ unit, before: first, after: last, gained, lost }]
  })
  const present = new Set(after.columns.units)
  return {
    changed,
    appeared: after.columns.units.filter((unit) => !places.has(unit)),
    gone: before.columns.units.filter((unit) => !present.has(unit))
  }
}
