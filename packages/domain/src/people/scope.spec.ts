import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Chronicle, descendantsOn, predecessorsOf, undo, UnitId, unitOn, unitsOn } from "../units/index.ts"
import { code, communes, country, districts, event, idOf, newCommune, provinces } from "../units/testing/country.ts"
import { anyEvent, applied, chain, changeWithin, dayBefore, eventOn, first } from "../units/testing/events.ts"
import { Day } from "../values/index.ts"
import { scopeOf } from "./scope.ts"

const eventDay = Day.make(first)
const later = Day.make("2025-12-31")
const anyUnit = fc.constantFrom(...provinces, ...districts, ...communes).map(idOf)
const anyUnits = fc.uniqueArray(anyUnit, { minLength: 1, maxLength: 4 })
const scope = (chronicle: Chronicle, units: ReadonlyArray<UnitId>, today: Day, from: Day = dayBefore) =>
  scopeOf(chronicle, units, { from, today })
const sorted = (units: ReadonlySet<UnitId>) => [...units].toSorted((a, b) => a - b)
const standing = (chronicle: Chronicle, units: Iterable<UnitId>, day: Day) =>
  [...units].filter((id) => unitOn(chronicle.register, id, day) !== undefined)
const idByCode = (chronicle: Chronicle, text: string) =>
  unitsOn(chronicle.register, later).find((unit) => unit.code === text)?.id ?? UnitId.make(-1)

describe("the laws of a scope over time", () => {
  it("without events it is the unit and everything below it", () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        const expected = new Set([unit, ...descendantsOn(country.register, unit, dayBefore).map(({ id }) => id)])
        const { sees, writes } = scope(country, [unit], dayBefore)
        expect(sorted(sees)).toEqual(sorted(expected))
        expect(sorted(writes)).toEqual(sorted(expected))
      })
    )
  })

  it("no event takes anything from what is seen", () => {
    fc.assert(
      fc.property(anyUnits, anyEvent("E1", first, "6"), (units, one) => {
        const before = scope(country, units, dayBefore).sees
        const after = scope(applied(country, one), units, later).sees
        expect([...before].filter((id) => !after.has(id))).toEqual([])
      })
    )
  })

  it("ground that was in it is in it still: whoever a whole unit of it went to is seen, where the leading unit ended", () => {
    fc.assert(
      fc.property(fc.constantFrom(...communes).map(idOf), chain, (unit, chronicle) => {
        if (unitOn(chronicle.register, unit, later) !== undefined) return
        const { sees } = scope(chronicle, [unit], later)
        const takers = standing(chronicle, sees, later)
        const holders = unitsOn(chronicle.register, later).filter(
          ({ id, level }) =>
            level === "commune" &&
            predecessorsOf(chronicle, id, later, dayBefore).some((kin) => kin.unit.id === unit && kin.share.high > 0)
        )
        expect(holders.map(({ id }) => id).filter((id) => !takers.includes(id))).toEqual([])
      })
    )
  })

  it("what is gained and stands took ground of the scope, or lies below a unit that did", () => {
    fc.assert(
      fc.property(fc.constantFrom(...communes).map(idOf), chain, (unit, chronicle) => {
        for (const id of standing(chronicle, scope(chronicle, [unit], later).sees, later)) {
          const kin = predecessorsOf(chronicle, id, later, dayBefore)
          expect(kin.some((each) => each.unit.id === unit)).toBe(true)
        }
      })
    )
  })

  it("what is written about is seen, and what stands of it lies within what leads today: the subtree is closed", () => {
    fc.assert(
      fc.property(anyUnits, chain, fc.constantFrom(dayBefore, eventDay, later), (units, chronicle, today) => {
        const { sees, writes } = scope(chronicle, units, today)
        expect([...writes].filter((id) => !sees.has(id))).toEqual([])
        for (const id of standing(chronicle, writes, today))
          expect(descendantsOn(chronicle.register, id, today).filter((unit) => !writes.has(unit.id))).toEqual([])
      })
    )
  })

  it("events within one unit leave its scope on its own ground", () => {
    fc.assert(
      fc.property(eventOn("E1", first, changeWithin("101", "6")), (one) => {
        const chronicle = applied(country, one)
        const district = idOf("101")
        const own = new Set([district, ...descendantsOn(chronicle.register, district, later).map(({ id }) => id)])
        expect(standing(chronicle, scope(chronicle, [district], later).writes, later).toSorted()).toEqual(
          [...own].toSorted()
        )
        const neighbour = scope(chronicle, [idOf("102")], later)
        expect(sorted(neighbour.sees)).toEqual(sorted(scope(country, [idOf("102")], later).sees))
      })
    )
  })

  it("taking an event back restores every scope", () => {
    fc.assert(
      fc.property(anyUnits, anyEvent("E1", first, "6"), (units, one) => {
        const back = Result.getOrThrow(undo(applied(country, one), "E1"))
        expect(scope(back, units, later)).toEqual(scope(country, units, later))
      })
    )
  })

  it("two units together reach what each reaches", () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, chain, (a, b, chronicle) => {
        const both = scope(chronicle, [a, b], later).sees
        const each = [scope(chronicle, [a], later), scope(chronicle, [b], later)].flatMap(({ sees }) => [...sees])
        expect(sorted(both)).toEqual(sorted(new Set(each)))
      })
    )
  })
})

describe("a scope in a reorganisation", () => {
  const happened = (...changes: Parameters<typeof event> extends [string, string, ...infer C] ? C : never) =>
    applied(country, event("E1", first, ...changes))

  it("follows a unit that was merged, and goes on with the unit that took it", () => {
    const chronicle = happened({
      change: "merge",
      from: [{ unit: code("10101") }, { unit: code("10102") }],
      into: newCommune("10161", "101")
    })
    const taker = idByCode(chronicle, "10161")
    const { sees, writes } = scope(chronicle, [idOf("10101")], later)
    expect(sees.has(taker)).toBe(true)
    expect(writes.has(taker)).toBe(true)
    // The values of the unit itself may still be put right; those of the other are none of its business.
    expect(writes.has(idOf("10101"))).toBe(true)
    expect(sees.has(idOf("10102"))).toBe(false)
  })

  it("of a new unit has the history of what went into it whole", () => {
    const chronicle = happened({
      change: "merge",
      from: [{ unit: code("10101") }, { unit: code("10102"), share: 0.5 }, { unit: code("10103"), share: 0.5 }],
      into: newCommune("10161", "101")
    })
    const taker = unitsOn(chronicle.register, later).find((unit) => unit.code === "10161")
    const { sees } = scope(chronicle, taker === undefined ? [] : [taker.id], later, eventDay)
    expect(sees.has(idOf("10101"))).toBe(true)
    expect(sees.has(idOf("10102"))).toBe(false)
  })

  it("sees all takers of a divided unit, and writes about those that are made of it alone", () => {
    const chronicle = happened({
      change: "split",
      unit: code("10103"),
      into: [
        { target: newCommune("10161", "101"), share: 0.5 },
        { target: { unit: code("10104") }, share: "rest" }
      ]
    })
    const own = idByCode(chronicle, "10161")
    const { sees, writes } = scope(chronicle, [idOf("10103")], later)
    expect([sees.has(own), sees.has(idOf("10104"))]).toEqual([true, true])
    expect([writes.has(own), writes.has(idOf("10104"))]).toEqual([true, false])
  })

  it("of a district goes on with its communes when the level ends, and never becomes the province", () => {
    const chronicle = happened({ change: "endLevel", level: "district", within: null })
    const { sees, writes } = scope(chronicle, [idOf("101")], later)
    expect(standing(chronicle, writes, later).toSorted((a, b) => a - b)).toEqual(
      communes.filter((text) => text.startsWith("101")).map(idOf)
    )
    expect(sees.has(idOf("10"))).toBe(false)
  })

  it("keeps the sight of a unit that passed to another, and stops writing about it", () => {
    const chronicle = happened({ change: "move", unit: code("10103"), parent: code("102") })
    const giver = scope(chronicle, [idOf("101")], later)
    expect([giver.sees.has(idOf("10103")), giver.writes.has(idOf("10103"))]).toEqual([true, false])
    const taker = scope(chronicle, [idOf("102")], later)
    expect([taker.sees.has(idOf("10103")), taker.writes.has(idOf("10103"))]).toEqual([true, true])
    expect(taker.sees.has(idOf("101"))).toBe(false)
  })

  it("is empty for a unit that never was", () => {
    expect(scopeOf(country, [UnitId.make(99_999)], { from: dayBefore, today: later }).sees.size).toBe(0)
  })
})
