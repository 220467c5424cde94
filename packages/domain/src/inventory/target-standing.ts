import { standInOn } from "../funding/index.ts"
import { ancestorsOn, type Chronicle, descendantsOn, type Unit, unitByCode, type UnitId } from "../units/index.ts"
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

const isAsked = ({ leftOut, per, types }: ItemTarget, { attributes, level, type }: Unit): boolean =>
  level === per &&
  (types === null || types.includes(type)) &&
  attributes?.programme !== false &&
  (leftOut === null || attributes?.leftOutOf?.includes(leftOut) !== true)

/** The units that a target is about, as they stand on its own day. */
const unitsNamed = ({ register }: Chronicle, target: ItemTarget): ReadonlyArray<Unit> => {
  const { day, per, units } = target
  const named = units.flatMap((code) => unitByCode(register, code, day) ?? [])
  return per === null
    ? named
    : named.flatMap((unit) => [unit, ...descendantsOn(register, unit.id, day)]).filter((unit) => isAsked(target, unit))
}

/** How many entries lie in each unit of a day. */
const entriesOn = (chronicle: Chronicle, entries: ReadonlyArray<UnitId>, day: Day): ReadonlyMap<UnitId, number> => {
  const found = new Map<UnitId, number>()
  for (const unit of entries)
    for (const id of chainOn(chronicle, standInOn(chronicle, unit, day), day)) found.set(id, (found.get(id) ?? 0) + 1)
  return found
}

/** The units of which a target wants something on a day, by the unit that answers for each; see `targetsFacing`. */
const askedOf = (
  chronicle: Chronicle,
  target: ItemTarget,
  asOf: Day,
  entries: EntryUnits
): ReadonlyMap<UnitId, Asked> => {
  const { counts, day, per } = target
  const now = entriesOn(chronicle, entries[counts], asOf)
  const then = entriesOn(chronicle, entries[counts], day)
  const asked = new Map<UnitId, Asked>()
  for (const unit of unitsNamed(chronicle, target)) {
    const answers = standInOn(chronicle, unit.id, asOf)
    const within = new Set(chainOn(chronicle, answers, asOf))
    if (answers === null || (per !== null && answers.level !== per))
      asked.set(unit.id, { actual: then.get(unit.id) ?? 0, within })
    else if (per === null || isAsked(target, answers))
      asked.set(answers.id, { actual: now.get(answers.id) ?? 0, within })
  }
  return asked
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
 * of them reach it. It is about the units of its own day: where one has passed into another of its level, that one answers for all that it
 * took, once, unless it is asked for no longer; where none of the level holds it (it was divided, the level ended), it is held on its own
 * ground.
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
