import type { Given, Giving } from "./giving.ts"
import { shareOf } from "../share.ts"
import type { Statements } from "./statements.ts"
import type { Unit, UnitId } from "../unit.ts"
import { weightNames, weightOf } from "../unit-weights.ts"
import { isCounted, type WeightName } from "../weights.ts"

/** How much of each weight of the giver goes along; null where that is not known. Names the giver does not know are absent. */
export type Amounts = Readonly<Record<WeightName, number | null>>

/** One stream from a unit of the day before to a unit of the day. */
export interface Flow {
  readonly from: UnitId
  readonly to: UnitId
  readonly amounts: Amounts
}

/** Decimals of an area beyond the square metre are noise of the calculation. */
export const trimmed = (value: number): number => Math.round(value * 1e6) / 1e6

/** The parts of a weight in the order given. Whole things are handed out by running totals, so that none is lost. */
const portions = (total: number, given: ReadonlyArray<Given>, name: WeightName): ReadonlyArray<number | null> => {
  let running = 0
  return given.map(({ counted }) => {
    const share = shareOf(counted, name)
    if (share === null) return null
    if (!isCounted(name)) return trimmed(total * share)
    const before = Math.round(total * running)
    running += share
    return Math.round(total * running) - before
  })
}

/** What each give carries along. */
export const flowsOf = (statements: Statements, giving: ReadonlyMap<UnitId, Giving>): ReadonlyArray<Flow> =>
  [...giving].flatMap(([from, { given }]) => {
    const before = statements.drafts.get(from)?.before
    if (before === null || before === undefined) return []
    const apart = given.flatMap(({ counted }) => Object.keys(counted.by))
    const byName = [...new Set([...weightNames(before), ...apart])].map((name) => {
      const weight = weightOf(before, name)
      // Nothing of an unknown weight is nothing still: "không có dân số".
      const nothing = given.map(({ counted }) => (shareOf(counted, name) === 0 ? 0 : null))
      return { name, parts: weight === null ? nothing : portions(weight, given, name) }
    })
    return given.map(({ to }, index) => ({
      from,
      to,
      amounts: Object.fromEntries(byName.map(({ name, parts }) => [name, parts[index] ?? null]))
    }))
  })

/** Everything that the unit weighs, as amounts. */
export const allOf = (unit: Unit): Amounts =>
  Object.fromEntries(weightNames(unit).map((name) => [name, weightOf(unit, name)]))

/** The sum over all; a weight that one of them does not know is not known. */
export const totalOf = (all: ReadonlyArray<Amounts>): Amounts => {
  const names = new Set(all.flatMap((amounts) => Object.keys(amounts)))
  return Object.fromEntries(
    [...names].map((name) => {
      const values = all.map((amounts) => amounts[name] ?? null)
      const known = values.filter((value) => value !== null)
      return [name, known.length < values.length ? null : trimmed(known.reduce((total, value) => total + value, 0))]
    })
  )
}
