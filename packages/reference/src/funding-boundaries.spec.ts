import { placementOf } from "@ntm/domain/funding"
import { type UnitId, unitByCode, UnitCode, unitsOn } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { loadReference } from "./load.ts"

const { chronicle } = await Effect.runPromise(loadReference())
const eve = Day.make("2024-12-31")
const newYear = Day.make("2025-01-01")
const july = Day.make("2025-07-01")
const province = (code: string, day: Day) => unitByCode(chronicle.register, UnitCode.make(code), day)?.id ?? null

/** Where the money of units stands in the table of a unit on the boundaries of a day. */
const placesOf = (parent: UnitId | null, day: Day) => {
  const { placement, rows } = placementOf(chronicle, parent, day)
  return new Map(placement.units.map((unit, at) => [unit, rows[placement.rows[at] ?? -1]]))
}
const communesOn = (day: Day) => unitsOn(chronicle.register, day).filter(({ level }) => level === "commune")

describe("money on the real registers, 217 communes of Hải Phòng to 167 and to 114, the country 10.035 to 3.321", () => {
  it("has one place for every unit that ever stood, whatever the boundaries", () => {
    for (const day of [eve, newYear, july]) {
      const { placement } = placementOf(chronicle, null, day)
      expect(new Set(placement.units).size).toBe(placement.units.length)
      expect(placement.units).toHaveLength(chronicle.register.byId.size)
    }
  })

  it("of every unit of Hải Phòng of the end of 2024 is Hải Phòng's on the boundaries of July 2025, and of Hải Dương's too", () => {
    const before = placesOf(province("31", eve), eve)
    const after = placesOf(province("31", july), july)
    const standing = [...before.keys()].filter((unit) => unitsOn(chronicle.register, eve).some(({ id }) => id === unit))
    expect(standing.length).toBeGreaterThan(217)
    expect(standing.filter((unit) => !after.has(unit))).toEqual([])
    const other = [...placesOf(province("30", newYear), newYear).keys()]
    expect(other.filter((unit) => !after.has(unit))).toEqual([])
  })

  it("of a commune that went wholly into one is that one's; of one that was divided it keeps its own name", () => {
    const places = placesOf(province("31", july), july)
    const ofProvince = new Set(placesOf(province("31", newYear), newYear).keys())
    const communes = communesOn(newYear).filter(({ id }) => ofProvince.has(id))
    const kinds = Map.groupBy(communes, ({ id }) => places.get(id)?.kind ?? "none")
    expect([...kinds.keys()].toSorted()).toEqual(["ended", "unit"])
    expect(kinds.get("unit")?.length ?? 0).toBeGreaterThan(kinds.get("ended")?.length ?? 0)
    for (const { id } of kinds.get("ended") ?? []) {
      const takers = new Set(
        (chronicle.lineage.from.get(id) ?? []).filter(({ day }) => day === july).map(({ toId }) => toId)
      )
      expect(takers.size).toBeGreaterThan(1)
    }
  })

  it("of districts stays under their own names once districts have ended", () => {
    const places = placesOf(province("31", july), july)
    const anLao = unitByCode(chronicle.register, UnitCode.make("313"), eve)?.id
    expect(anLao === undefined ? null : places.get(anLao)).toMatchObject({ kind: "ended", unit: { name: "An Lão" } })
  })
})
