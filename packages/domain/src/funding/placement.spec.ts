import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Day } from "../values/index.ts"
import { apply, type Change, type Chronicle, plan, unitByCode, UnitCode } from "../units/index.ts"
import { code, country, event, idOf, newCommune } from "../units/testing/country.ts"
import { placementOf, standInOn } from "./placement.ts"

const before = Day.make("2024-12-31")
const after = Day.make("2025-01-01")

const reorganised = (...changes: readonly [Change, ...Array<Change>]): Chronicle =>
  apply(country, Result.getOrThrow(plan(country, event("E", after, ...changes))))

/** Where the money of a unit stands: the kind and the code of its row; null where it is not in the table. */
const rowOf = (chronicle: Chronicle, unit: number, parent: string | null, day: Day) => {
  const parentId = parent === null ? null : (unitByCode(chronicle.register, UnitCode.make(parent), day)?.id ?? null)
  const { placement, rows } = placementOf(chronicle, parentId, day)
  const at = placement.units.findIndex((each) => each === unit)
  const row = rows[placement.rows[at] ?? -1]
  return row === undefined ? null : `${row.kind} ${row.unit?.code ?? ""}`
}

describe("where money stands", () => {
  it("is the unit's own row, or that of the unit right below the one asked for that it lies in", () => {
    expect(rowOf(country, idOf("101"), "10", before)).toBe("unit 101")
    expect(rowOf(country, idOf("10102"), "10", before)).toBe("unit 101")
    expect(rowOf(country, idOf("10102"), null, before)).toBe("unit 10")
    expect(rowOf(country, idOf("10"), "10", before)).toBe("own 10")
    expect(rowOf(country, idOf("20101"), "10", before)).toBeNull()
  })

  it("is the unit that it passed into wholly; on the boundaries before, its own again", () => {
    const merged = reorganised({
      change: "merge",
      from: [{ unit: code("10101") }, { unit: code("10102") }],
      into: newCommune("10161", "101")
    })
    expect(rowOf(merged, idOf("10101"), "101", after)).toBe("unit 10161")
    expect(rowOf(merged, idOf("10101"), "101", before)).toBe("unit 10101")
  })

  it("stays under its own name below the lowest unit that holds all of it where it was divided", () => {
    const split = reorganised({
      change: "split",
      unit: code("10103"),
      into: [
        { target: newCommune("10161", "101"), share: 0.5 },
        { target: newCommune("10162", "101"), share: "rest" }
      ]
    })
    expect(rowOf(split, idOf("10103"), "101", after)).toBe("ended 10103")
    expect(rowOf(split, idOf("10103"), "10", after)).toBe("unit 101")
  })

  it("of a level that ended stays under its own name below what stood above it", () => {
    const without = reorganised({ change: "endLevel", level: "district", within: code("10") })
    expect(rowOf(without, idOf("101"), "10", after)).toBe("ended 101")
    expect(rowOf(without, idOf("10101"), "10", after)).toBe("unit 10101")
  })

  it("of a unit formed later lies, on the boundaries before, in the lowest unit that held all of its ground", () => {
    const merged = reorganised({
      change: "merge",
      from: [{ unit: code("10101") }, { unit: code("10102") }],
      into: newCommune("10161", "101")
    })
    const fresh = unitByCode(merged.register, UnitCode.make("10161"), after)?.id ?? 0
    expect(rowOf(merged, fresh, "10", before)).toBe("unit 101")
    expect(rowOf(merged, fresh, "101", before)).toBe("ended 10161")
    expect(standInOn(merged, idOf("10101"), after)?.code).toBe("10161")
  })

  it("is asked once for a register, a unit and a day", () => {
    expect(placementOf(country, idOf("10"), before)).toBe(placementOf(country, idOf("10"), before))
  })
})
