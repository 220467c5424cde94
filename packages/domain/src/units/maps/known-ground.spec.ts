import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { apply, undo } from "../reorganisation/applying.ts"
import type { Polygon, UnitBoundary } from "./boundary.ts"
import type { Chronicle } from "../chronicle.ts"
import { extentOn } from "./extent.ts"
import { boundariesFor, unitsBehind } from "./known-ground.ts"
import { plan } from "../reorganisation/planning.ts"
import { unitByCode } from "../register.ts"
import { code, country, event, idOf, newCommune } from "../testing/country.ts"
import { UnitCode, UnitId } from "../unit.ts"

const applied = (chronicle: Chronicle, ...args: Parameters<typeof event>): Chronicle =>
  apply(chronicle, Result.getOrThrow(plan(chronicle, event(...args))))

const eve = Day.make("2024-12-31")
const day = Day.make("2025-01-01")
const later = Day.make("2026-06-01")
const formed = UnitId.make(country.register.nextId)

const merger = applied(country, "E1", day, {
  change: "merge",
  from: [{ unit: code("10101") }, { unit: code("10102") }],
  into: newCommune("10161", "101")
})

/** A square that stands for the ground of the unit. */
const boundary = (chronicle: Chronicle, text: string, asOf: Day): UnitBoundary => {
  const unit = unitByCode(chronicle.register, UnitCode.make(text), asOf)?.id ?? UnitId.make(0)
  const at = Number(text)
  const ground: Polygon = [
    [
      [at, 0],
      [at + 1, 0],
      [at, 1],
      [at, 0]
    ]
  ]
  const { formed: made = "" } = extentOn(chronicle, unit, asOf) ?? {}
  return { unit, code: UnitCode.make(text), asOf, formed: made, polygons: [ground] }
}
const drawn = (chronicle: Chronicle, known: ReadonlyArray<UnitBoundary>, id: UnitId, asOf: Day) =>
  boundariesFor(
    chronicle,
    Map.groupBy(known, ({ unit }) => unit),
    id,
    asOf
  )?.map((each) => each.code) ?? null

describe("the extent of a unit", () => {
  it("lasts for ever where nothing is given or taken", () => {
    expect(extentOn(country, idOf("10101"), day)).toEqual({ from: null, to: null, formed: "" })
  })

  it("begins with the event that formed the unit, and says of what", () => {
    expect(extentOn(merger, formed, day)).toEqual({ from: day, to: null, formed: "2025-01-01 10101 10102" })
    expect(extentOn(merger, idOf("10101"), eve)).toEqual({ from: null, to: eve, formed: "" })
    expect(extentOn(merger, idOf("10101"), day)).toBeUndefined()
  })

  it("ends when a part is given, for the giver and for the taker, and says how much is left", () => {
    const change = { change: "transfer", from: code("10103"), to: { unit: code("10104") }, share: 0.25 } as const
    const given = applied(country, "E1", day, change)
    expect(extentOn(given, idOf("10103"), eve)?.to).toBe(eve)
    expect(extentOn(given, idOf("10103"), day)?.formed).toBe("2025-01-01 10103(0.75)")
    expect(extentOn(given, idOf("10104"), day)?.formed).toBe("2025-01-01 10103(0.25) 10104")
  })

  it("goes on through a new name, and through a new district", () => {
    const named = applied(country, "E1", day, { change: "rename", unit: code("10101"), name: "Khác" })
    const moved = applied(named, "E2", "2025-06-01", { change: "move", unit: code("10101"), parent: code("102") })
    expect(extentOn(moved, idOf("10101"), later)).toEqual({ from: null, to: null, formed: "" })
    expect(extentOn(moved, idOf("102"), later)?.from).toBe("2025-06-01")
  })
})

describe("a boundary", () => {
  it("holds on every day of its extent, before the day that it was stated for and after a new name", () => {
    const named = applied(country, "E1", day, { change: "rename", unit: code("10101"), name: "Khác" })
    const known = [boundary(named, "10101", later)]
    expect(drawn(named, known, idOf("10101"), eve)).toEqual(["10101"])
    expect(drawn(named, known, idOf("10101"), later)).toEqual(["10101"])
    expect(drawn(named, known, idOf("10102"), later)).toBeNull()
  })

  it("is not that of the unit after it took ground, nor of what it was before", () => {
    const change = { change: "transfer", from: code("10103"), to: { unit: code("10104") }, share: 0.25 } as const
    const given = applied(country, "E1", day, change)
    const old = [boundary(given, "10104", eve)]
    expect(drawn(given, old, idOf("10104"), eve)).toEqual(["10104"])
    expect(drawn(given, old, idOf("10104"), day)).toBeNull()
    expect(drawn(given, [boundary(given, "10104", day)], idOf("10104"), eve)).toBeNull()
  })

  it("is drawn from its parts where a unit was formed of whole units that are all known, through several events", () => {
    const known = ["10101", "10102", "10103"].map((text) => boundary(merger, text, eve))
    expect(drawn(merger, known, formed, day)).toEqual(["10101", "10102"])
    expect(drawn(merger, known.slice(1), formed, day)).toBeNull()
    const again = applied(merger, "E2", "2026-01-01", {
      change: "merge",
      from: [{ unit: code("10161") }, { unit: code("10103") }],
      into: newCommune("10162", "101")
    })
    const twice = UnitId.make(merger.register.nextId)
    expect(drawn(again, known, twice, later)?.toSorted()).toEqual(["10101", "10102", "10103"])
    expect([...unitsBehind(again, [twice], later)].toSorted((a, b) => a - b)).toEqual([
      idOf("10101"),
      idOf("10102"),
      idOf("10103"),
      formed,
      twice
    ])
  })

  it("of a unit that took a whole one and stayed itself is drawn from both", () => {
    const taken = applied(country, "E1", day, {
      change: "merge",
      from: [{ unit: code("10101") }],
      into: { unit: code("10102") }
    })
    const known = ["10101", "10102"].map((text) => boundary(taken, text, eve))
    expect(drawn(taken, known, idOf("10102"), day)?.toSorted()).toEqual(["10101", "10102"])
  })

  it("is not drawn from parts where one went in only in part", () => {
    const part = applied(country, "E1", day, {
      change: "merge",
      from: [{ unit: code("10101") }, { unit: code("10102"), share: 0.5 }],
      into: newCommune("10161", "101")
    })
    const known = ["10101", "10102"].map((text) => boundary(part, text, eve))
    expect(drawn(part, known, formed, day)).toBeNull()
  })

  it("its own goes before what its parts would make", () => {
    const known = [...["10101", "10102"].map((text) => boundary(merger, text, eve)), boundary(merger, "10161", later)]
    expect(drawn(merger, known, formed, day)).toEqual(["10161"])
  })

  it("comes back with an event that is taken back and applied again, and is not drawn for another of the same code", () => {
    const known = [boundary(merger, "10161", day)]
    const back = Result.getOrThrow(undo(merger, "E1"))
    expect(drawn(back, known, formed, day)).toBeNull()
    const other = applied(back, "E2", day, {
      change: "merge",
      from: [{ unit: code("10103") }, { unit: code("10104") }],
      into: newCommune("10161", "101")
    })
    expect(unitByCode(other.register, UnitCode.make("10161"), day)?.id).toBe(formed)
    expect(drawn(other, known, formed, day)).toBeNull()
    const again = applied(back, "E3", day, {
      change: "merge",
      from: [{ unit: code("10102") }, { unit: code("10101") }],
      into: newCommune("10161", "101")
    })
    expect(drawn(again, known, formed, day)).toEqual(["10161"])
  })
})
