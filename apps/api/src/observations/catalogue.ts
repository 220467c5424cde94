import { catalogueOf, CriteriaSets, type CriteriaSet, type InputKey } from "@ntm/domain/criteria"
import { ancestorsOn, type Register, type Unit } from "@ntm/domain/units"
import type { Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"

/** Every input that any set asks for; as known at the moment, where one is named. */
export const catalogue = Effect.fnUntraced(function* (knownAt: Moment | null = null) {
  return catalogueOf(yield* (yield* CriteriaSets).list(knownAt))
})

/** Whether a set is for a unit on the day: of its level and type, in its period, and of its province where it is a local one. */
const isFor = (register: Register, unit: Unit, asOf: Day) => {
  const codes = new Set([unit, ...ancestorsOn(register, unit.id, asOf)].map(({ code }) => code))
  return ({ level, types, period, derivesFrom }: CriteriaSet): boolean =>
    level === unit.level &&
    (types === null || types.includes(unit.type)) &&
    period.from <= asOf &&
    asOf <= period.to &&
    (derivesFrom === null || (codes.has(derivesFrom.province) && derivesFrom.from <= asOf))
}

/** What the sets of a unit, as they are known now, ask for on the day, in their order, each input with the sets that do. */
export const askedOf = Effect.fnUntraced(function* (register: Register, unit: Unit, asOf: Day) {
  const sets = (yield* (yield* CriteriaSets).list()).filter(isFor(register, unit, asOf))
  const askers = new Map<InputKey, Array<CriteriaSet["id"]>>()
  const inputs = catalogueOf(sets)
  for (const set of sets)
    for (const key of catalogueOf([set]).keys()) {
      const known = askers.get(key)
      if (known === undefined) askers.set(key, [set.id])
      else known.push(set.id)
    }
  return [...inputs.values()].map((input) => ({ input, sets: askers.get(input.key) ?? [] }))
})
