import { Effect } from "effect"
import { descendantsOn, type Register, type Unit, unitByCode, type UnitId, unitOn, unitsOn } from "../../units/index.ts"
import type { Day, Moment } from "../../values/index.ts"
import { judgeUnits } from "../judging/judging.ts"
import type { Known, Values } from "../judging/known.ts"
import { holdsThere } from "../judging/own-sets.ts"
import { reaches } from "../judging/holders.ts"
import { lately } from "../judging/lately.ts"
import { isJudgedBy } from "../judging/taking-part.ts"
import type { LatestQuestion } from "../observations/latest.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Standpoint } from "./standpoint.ts"
import { titlesFrom } from "./titles-from.ts"
import type { World } from "./world.ts"

/** From which a group is judged at the most: before the first step, and after each. */
const STANDPOINTS = 6

/** The group whose numbers are asked for. */
export interface MovingGroup {
  readonly set: CriteriaSetId
  /** Units below it: as it stands on a day, else below what carries its code then. Null: the whole country. */
  readonly parent: Pick<Unit, "id" | "code"> | null
  readonly accept: LatestQuestion["accept"]
  /** Of these alone. */
  readonly among: (unit: UnitId) => boolean
}

/** The unit with the attributes of a day; of the nearest on which it stands. A commune becomes a ward by the event: its type is not one. */
const asOn = (register: Register, unit: Unit, day: Day): Unit => {
  const rows = register.byId.get(unit.id) ?? []
  const first = rows[0]?.validFrom ?? null
  const near = unitOn(register, unit.id, day) ?? (first !== null && day < first ? rows[0] : rows.at(-1)) ?? unit
  const { attributes: _, ...rest } = unit
  return { ...rest, ...(near.attributes === undefined ? {} : { attributes: near.attributes }) }
}

const unitsSeen = (known: Known, { among, parent, set: id }: MovingGroup, at: Standpoint): ReadonlyArray<Unit> => {
  const { register } = known.chronicle
  const { attributesOn, boundariesOn, setsOn } = at
  const set = known.setOn(id, setsOn)
  const above =
    parent === null
      ? null
      : (unitOn(register, parent.id, boundariesOn) ?? unitByCode(register, parent.code, boundariesOn))
  if (set === undefined || above === undefined) return []
  const all =
    above === null ? unitsOn(register, boundariesOn) : [above, ...descendantsOn(register, above.id, boundariesOn)]
  return all
    .filter(({ id: unit, level }) => level === set.level && among(unit))
    .map((unit) => asOn(register, unit, attributesOn))
    .filter(
      (unit) => isJudgedBy(set, unit, register, boundariesOn) && holdsThere(known, set, unit, boundariesOn, setsOn)
    )
}

/**
 * Judges a group from a standpoint, as `judgeUnits` judges it from an ordinary one.
 *
 * **Details** `knowing`: everything but values, as known at a moment; so a register, a set or a recognition that was put right
 * between two moments moves a number by what is known, like a value that came late. What is asked of units below those judged takes them as they are on `boundariesOn`, attributes included.
 */
export const judgedFrom = (knowing: (knownAt: Moment | null) => Known, values: Values, group: MovingGroup) => {
  const titlesOf = lately<ReturnType<typeof titlesFrom>>(STANDPOINTS)
  return (at: Standpoint): Effect.Effect<World> => {
    const { boundariesOn, day, knownAt, setsOn } = at
    const known = knowing(knownAt)
    const titles = titlesOf(JSON.stringify([knownAt, at.boundariesOn, at.valuesAsOf]), () => titlesFrom(known, at))
    const seen: Known = { ...known, held: () => titles }
    const question = { asOf: day, knownAt, accept: group.accept, boundariesOn, setsOn }
    return Effect.map(judgeUnits(seen, values, question, [group.set], unitsSeen(seen, group, at)), ({ groups }) =>
      groups.flatMap(({ assessment, sets, units }) => {
        const set = sets.get(group.set)
        if (set === undefined) return []
        const holding = units.filter(({ id, level }) => {
          const held = titles.get(id)
          return held !== undefined && reaches(level, set.tier, held)
        })
        return [
          {
            assessment,
            set: set.id,
            places: units.map((_, place) => place),
            holding: new Set(holding.map(({ id }) => id))
          }
        ]
      })
    )
  }
}
