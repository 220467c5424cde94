import { addDays, type Day } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import { groundChangedOn } from "./extent.ts"
import { relativesOn } from "../lineage.ts"
import { descendantsOn, type Register } from "../register.ts"
import { type Unit, type UnitId, UnitLevel } from "../unit.ts"

/** A day on which the ground of a unit was divided anew. */
export interface GroundDay {
  readonly day: Day
  /** Numbers of the documents behind it. */
  readonly documents: ReadonlyArray<string>
  /** How many units of a level stood there from that day on. */
  readonly count: number
}

/** Every day on which any unit begins, ends, gives or takes, oldest first. */
const daysOf = ({ register, lineage }: Chronicle): ReadonlyArray<Day> => {
  const days = new Set<Day>(lineage.days)
  for (const level of UnitLevel.literals) {
    for (const day of register.levels[level].begins) days.add(day)
    for (const day of new Set(register.levels[level].ends)) days.add(addDays(day, 1))
  }
  return [...days].sort()
}

const withBelow = (register: Register, unit: Unit, day: Day): ReadonlyArray<Unit> => [
  unit,
  ...descendantsOn(register, unit.id, day)
]

/**
 * The units on the ground that a unit (a province, mostly) covers on `asOf`, as they stood on another day.
 *
 * **Details** Of a unit that passed whole, everything below it, and of one that it passed to whole; of one that only a part
 * came from or went to, what shares ground with the units below.
 */
const standingThere = (chronicle: Chronicle, id: UnitId, asOf: Day, day: Day): ReadonlyArray<Unit> => {
  const { register } = chronicle
  let touched: Set<UnitId> | undefined
  const touches = (unit: Unit): boolean => {
    touched ??= new Set(
      descendantsOn(register, id, asOf).flatMap((own) =>
        relativesOn(chronicle, own.id, asOf, day).map((relative) => relative.unit.id)
      )
    )
    return touched.has(unit.id)
  }
  return relativesOn(chronicle, id, asOf, day).flatMap(({ unit, share }) => {
    const all = withBelow(register, unit, day)
    return share.low === 1 ? all : all.filter((each) => each === unit || touches(each))
  })
}

/**
 * The days on which the ground that a unit covers on `asOf` was divided anew, oldest first, before and after it; with the
 * units that it was formed of.
 *
 * **Details** A rename is none of them. `count` is of `level`.
 */
export const groundDays = (chronicle: Chronicle, id: UnitId, asOf: Day, level: UnitLevel): ReadonlyArray<GroundDay> =>
  daysOf(chronicle).flatMap((day): ReadonlyArray<GroundDay> => {
    const after = standingThere(chronicle, id, asOf, day)
    const before = standingThere(chronicle, id, asOf, addDays(day, -1))
    const changed = new Set(
      [...before, ...after].flatMap((unit) => (groundChangedOn(chronicle, unit.id, day) ? [unit.id] : []))
    )
    if (changed.size === 0) return []
    const documents = chronicle.events
      .filter(({ reorganisation, begins, ends }) => {
        const named = (unit: Unit) => changed.has(unit.id)
        return reorganisation.day === day && (begins.some(named) || ends.some(named))
      })
      .map(({ reorganisation }) => reorganisation.document.number)
    return [{ day, documents: [...new Set(documents)], count: after.filter((unit) => unit.level === level).length }]
  })
