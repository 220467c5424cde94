import type { UnitId } from "../../units/index.ts"
import { verdictOf } from "../evaluator/assess.ts"
import type { AssessableSet } from "../evaluator/assessable.ts"
import { counts } from "../evaluator/kernels-combine.ts"
import {
  type Band,
  communeBands,
  type CriterionCounts,
  type RollUp,
  rollUp,
  type VerdictCounts
} from "../evaluator/rollup.ts"
import { oneGroup, tallyOf } from "../evaluator/rollup-tallies.ts"
import {
  type Changes,
  type CriteriaDebt,
  criteriaDebt,
  nearest,
  type UnitChange,
  type UnitStanding
} from "../evaluator/rollup-units.ts"
import { NO_DATA } from "../rules/verdict.ts"
import type { Place } from "./places.ts"

type Counted = Pick<AssessableSet, "id" | "criteria">

const none: VerdictCounts = { met: 0, notMet: 0, exempt: 0, noData: 0, noThreshold: 0 }

const added = (a: VerdictCounts, b: VerdictCounts): VerdictCounts => ({
  met: a.met + b.met,
  notMet: a.notMet + b.notMet,
  exempt: a.exempt + b.exempt,
  noData: a.noData + b.noData,
  noThreshold: a.noThreshold + b.noThreshold
})

const together = (a: RollUp, b: RollUp): RollUp => {
  const criterion = (line: CriterionCounts): CriterionCounts => {
    const other = b.criteria.find(({ no }) => no === line.no)
    if (other === undefined) return line
    return { ...line, metCount: line.metCount + other.metCount, verdicts: added(line.verdicts, other.verdicts) }
  }
  const most = Math.max(a.byNumber.length, b.byNumber.length)
  return {
    set: a.set,
    units: a.units + b.units,
    verdicts: added(a.verdicts, b.verdicts),
    grants: added(a.grants, b.grants),
    withdrawals: added(a.withdrawals, b.withdrawals),
    criteria: a.criteria.map(criterion),
    metTotal: a.metTotal + b.metTotal,
    byNumber: Array.from({ length: most }, (_, at) => (a.byNumber[at] ?? 0) + (b.byNumber[at] ?? 0))
  }
}

const byGroup = (places: ReadonlyArray<Place>) => [...Map.groupBy(places, ({ group }) => group).values()]

/**
 * The roll-up of units that were judged by one set, or by the sets of several provinces in its place: then criteria are those of
 * `set`, joined by their numbers, which a province's set keeps.
 */
export const rollUpOf = (set: Counted, places: ReadonlyArray<Place>): RollUp => {
  const empty: RollUp = {
    set: set.id,
    units: 0,
    verdicts: none,
    grants: none,
    withdrawals: none,
    criteria: set.criteria.map(({ name, no }) => ({ no, name, metCount: 0, verdicts: none })),
    metTotal: 0,
    byNumber: set.criteria.map(() => 0).concat(0)
  }
  return byGroup(places).reduce((sum, own) => {
    const [first] = own
    if (first === undefined) return sum
    const { bound, group } = first
    const grouping = oneGroup(
      group.units.length,
      own.map(({ at }) => at)
    )
    const tally = tallyOf({ ...group.assessment, sets: [bound] }, grouping).sets[0]
    return tally === undefined ? sum : together(sum, rollUp(tally, 0, bound.set))
  }, empty)
}

/** 0–6, 7–9, 10–14, 15–18 and 19 for the sets of nineteen criteria; of others each number by itself. */
export const bandsOf = ({ criteria }: Pick<AssessableSet, "criteria">): ReadonlyArray<Band> =>
  criteria.length === communeBands.at(-1)?.to
    ? communeBands
    : Array.from({ length: criteria.length + 1 }, (_, number) => ({ from: number, to: number }))

/** Units that do not meet the set, nearest first; see `nearest`. */
export const nearestOf = (places: ReadonlyArray<Place>, limit: number): ReadonlyArray<UnitStanding> =>
  byGroup(places)
    .flatMap((own) => {
      const [first] = own
      return first === undefined
        ? []
        : nearest(
            first.group.assessment,
            first.bound.set.id,
            own.map(({ at }) => at),
            limit
          )
    })
    .sort((a, b) => a.notMet.length - b.notMet.length || a.open.length - b.open.length || a.unit - b.unit)
    .slice(0, limit)

/** What these units, which hold the tier of the set, do not meet now; most first. */
export const debtOf = (recognised: ReadonlyArray<Place>, limit: number): ReadonlyArray<CriteriaDebt> =>
  byGroup(recognised)
    .flatMap((own) => {
      const [first] = own
      return first === undefined
        ? []
        : criteriaDebt(
            first.group.assessment,
            own.map(({ at, bound }) => ({ at, set: bound.set.id }))
          )
    })
    .sort((a, b) => b.lost.length - a.lost.length || a.unit - b.unit)
    .slice(0, limit)

const changeOf = (before: Place, { at, bound, unit }: Place): ReadonlyArray<UnitChange> => {
  const steps = bound.criteria.map(({ codes, no }) => {
    const old = before.bound.criteria.find((one) => one.no === no)?.codes[before.at]
    return { no, by: counts(codes[at] ?? NO_DATA) - (old === undefined ? 0 : counts(old)) }
  })
  const gained = steps.filter(({ by }) => by > 0).map(({ no }) => no)
  const lost = steps.filter(({ by }) => by < 0).map(({ no }) => no)
  const [first, last] = [verdictOf(before.bound.codes[before.at]), verdictOf(bound.codes[at])]
  const same = gained.length === 0 && lost.length === 0 && first === last
  return same ? [] : [{ unit: unit.id, before: first, after: last, gained, lost }]
}

/** What changed between two days, each unit under the set that judged it then: criteria are joined by their numbers. */
export const changesOf = (before: ReadonlyArray<Place>, after: ReadonlyArray<Place>): Changes => {
  const then = new Map<UnitId, Place>(before.map((place) => [place.unit.id, place]))
  const now = new Set(after.map(({ unit }) => unit.id))
  return {
    changed: after.flatMap((place) => {
      const was = then.get(place.unit.id)
      return was === undefined ? [] : changeOf(was, place)
    }),
    appeared: after.flatMap(({ unit }) => (then.has(unit.id) ? [] : [unit.id])),
    gone: before.flatMap(({ unit }) => (now.has(unit.id) ? [] : [unit.id]))
  }
}
