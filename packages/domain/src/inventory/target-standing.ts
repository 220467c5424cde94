import { standInOn } from "../funding/index.ts"
import {
  ancestorsOn,
  type Chronicle,
  countOn,
  descendantsOn,
  type Unit,
  unitByCode,
  type UnitId
} from "../units/index.ts"
import type { Day } from "../values/index.ts"
import type { ItemTarget, ItemTargetStanding } from "./target.ts"

/** The units that entries were put down for, one for each entry. */
export interface EntryUnits {
  readonly added: ReadonlyArray<UnitId>
  readonly total: ReadonlyArray<UnitId>
}

/** A unit that a target wants something of, and what is there. */
interface Asked {
  readonly actual: number
  /** The unit of the day asked that holds it, and all above. */
  readonly within: ReadonlySet<UnitId>
}

const chainOn = ({ register }: Chronicle, unit: Unit | null, day: Day): ReadonlyArray<UnitId> =>
  unit === null ? [] : [unit.id, ...ancestorsOn(register, unit.id, day).map(({ id }) => id)]

/** The day on whose boundaries a target is held: the one asked, or its own once its level has ended. */
const boundaryDay = ({ register }: Chronicle, { day, per }: ItemTarget, asOf: Day): Day =>
  per === null || countOn(register, asOf)[per] > 0 ? asOf : day

/** The units of which a target wants something, on the day of its boundaries. */
const unitsAsked = (
  chronicle: Chronicle,
  { day, leftOut, per, types, units }: ItemTarget,
  on: Day
): ReadonlyArray<Unit> => {
  const { register } = chronicle
  const named = units.flatMap((code) => {
    const unit = unitByCode(register, code, day)
    return unit === undefined ? [] : (standInOn(chronicle, unit.id, on) ?? [])
  })
  const asked =
    per === null
      ? named
      : named
          .flatMap((unit) => [unit, ...descendantsOn(register, unit.id, on)])
          .filter(
            ({ attributes, level, type }) =>
              level === per &&
              (types === null || types.includes(type)) &&
              attributes?.programme !== false &&
              (leftOut === null || attributes?.leftOutOf?.includes(leftOut) !== true)
          )
  return [...new Map(asked.map((unit) => [unit.id, unit])).values()]
}

const askedOf = (
  chronicle: Chronicle,
  target: ItemTarget,
  asOf: Day,
  entries: EntryUnits
): ReadonlyMap<UnitId, Asked> => {
  const on = boundaryDay(chronicle, target, asOf)
  const there = new Map<UnitId, number>()
  for (const unit of entries[target.counts])
    for (const id of chainOn(chronicle, standInOn(chronicle, unit, on), on)) there.set(id, (there.get(id) ?? 0) + 1)
  return new Map(
    unitsAsked(chronicle, target, on).map((unit) => {
      const now = on === asOf ? unit : standInOn(chronicle, unit.id, asOf)
      return [unit.id, { actual: there.get(unit.id) ?? 0, within: new Set(chainOn(chronicle, now, asOf)) }]
    })
  )
}

const standingOf = (target: ItemTarget, asked: ReadonlyArray<Asked>): ItemTargetStanding => {
  const { counts, document, id, per, text, value } = target
  const actual = asked.reduce((sum, one) => sum + one.actual, 0)
  const [reached, of] =
    per === null ? [actual >= value ? 1 : 0, 1] : [asked.filter((one) => one.actual >= value).length, asked.length]
  return { document, id, text, per, value, counts, actual, reached, of, met: reached === of }
}

/**
 * The way to the targets of a register that a unit of the day faces, with how far they are reached there.
 *
 * **Details** One for all together faces the units that it names. One for each unit of a level faces those, and every unit above with how many
 * of them reach it. Where the level has ended it is held on the boundaries of its own day.
 */
export const targetsFacing = (
  chronicle: Chronicle,
  asOf: Day,
  targets: ReadonlyArray<ItemTarget>,
  entries: EntryUnits
): ((unit: UnitId) => ReadonlyArray<ItemTargetStanding>) => {
  const board = targets.map((target) => ({ target, asked: askedOf(chronicle, target, asOf, entries) }))
  return (unit) =>
    board.flatMap(({ asked, target }) => {
      if (target.per === null) return asked.has(unit) ? [standingOf(target, [...asked.values()])] : []
      const below = [...asked.values()].filter(({ within }) => within.has(unit))
      return below.length === 0 ? [] : [standingOf(target, below)]
    })
}
