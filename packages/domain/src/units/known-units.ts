import { addDays, compareVietnamese, type Day } from "../values/index.ts"
import type { Chronicle } from "./chronicle.ts"
import { rankOf } from "./levels.ts"
import { descendantsOn, type Register, standsOn, unitByCode, unitsOn } from "./register.ts"
import type { Unit, UnitCode, UnitId, UnitLevel } from "./unit.ts"
import type { UnitStory } from "./units.ts"

const inOrder = (a: Unit, b: Unit): number => compareVietnamese(a.name, b.name) || (a.code < b.code ? -1 : 1)

/** Units of a register that stand on a day, in Vietnamese order: of a level, directly below one; null for any. */
export const standingUnits = (
  register: Register,
  { asOf, level, parent }: { readonly asOf: Day; readonly level: UnitLevel | null; readonly parent: UnitCode | null }
): ReadonlyArray<Unit> =>
  unitsOn(register, asOf)
    .filter((unit) => (level === null || unit.level === level) && (parent === null || unit.parentCode === parent))
    .toSorted(inOrder)

/** A unit of a register and all below it on a day, or the country: higher levels first, each level in Vietnamese order. */
export const wholeTree = (register: Register, asOf: Day, within: UnitCode | null): ReadonlyArray<Unit> => {
  const top = within === null ? undefined : unitByCode(register, within, asOf)
  if (within !== null && top === undefined) return []
  const rows = top === undefined ? unitsOn(register, asOf) : [top, ...descendantsOn(register, top.id, asOf)]
  return rows.toSorted((a, b) => rankOf[a.level] - rankOf[b.level] || inOrder(a, b))
}

type Kin = UnitStory["predecessors"][number]

/** What a unit was formed from directly, and what it passed into; what was implied from units below it is left out. */
export const storyIn = ({ lineage, register }: Chronicle, unit: Unit): UnitStory => {
  const rowOn = (id: UnitId, day: Day) => register.byId.get(id)?.find((row) => standsOn(row, day))
  const kinOn = (event: Day, side: "from" | "to"): ReadonlyArray<Kin> => {
    const [own, other] = side === "from" ? (["toId", "fromId"] as const) : (["fromId", "toId"] as const)
    const day = side === "from" ? addDays(event, -1) : event
    const onDay = lineage.transfers.filter((transfer) => transfer.day === event)
    const links = onDay
      .filter((transfer) => transfer[own] === unit.id && !transfer.implied)
      .map(({ inferred, share, ...transfer }) => ({
        id: transfer[other],
        share: share.all === 1 ? ("whole" as const) : ("part" as const),
        inferred
      }))
    const given = onDay.filter(({ fromId }) => fromId === unit.id)
    // A unit that gave nothing on the day goes on as itself; what went from it with units below it leaves a part.
    const itself = given.every(({ implied }) => implied)
      ? [{ id: unit.id, share: given.length > 0 ? ("part" as const) : ("whole" as const), inferred: false }]
      : []
    return [...links, ...itself]
      .flatMap(({ id, ...link }) => {
        const row = rowOn(id, day)
        return row === undefined ? [] : [{ unit: row, ...link }]
      })
      .toSorted((a, b) => inOrder(a.unit, b.unit))
  }
  return {
    unit,
    predecessors: unit.validFrom === null ? [] : kinOn(unit.validFrom, "from"),
    successors: unit.validTo === null ? [] : kinOn(addDays(unit.validTo, 1), "to")
  }
}
