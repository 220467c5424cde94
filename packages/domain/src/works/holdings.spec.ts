import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { UnitId, unitsOn } from "../units/index.ts"
import { communes, country, idOf } from "../units/testing/country.ts"
import { chain } from "../units/testing/events.ts"
import { Day } from "../values/index.ts"
import { worksHoldings } from "./holdings.ts"

const [first = UnitId.make(1), second = UnitId.make(2)] = communes.map(idOf)
const on = Day.make("2024-12-31")

describe("works that rest on units", () => {
  it("are counted with the land given there, one line a unit, and only of units that are asked for", () => {
    const resting = [
      { unit: first, works: 1234, gifts: 0 },
      { unit: second, works: 1, gifts: 12 }
    ]
    expect(worksHoldings(country, resting, new Set([first, second]), on)).toEqual([
      { kind: "work", unit: first, count: 1234, label: { vi: "1.234 công trình", en: "1.234 works" } },
      {
        kind: "work",
        unit: second,
        count: 13,
        label: { vi: "1 công trình, 12 lượt hiến đất", en: "1 work, 12 gifts of land" }
      }
    ])
    expect(worksHoldings(country, resting, new Set([second]), on)).toHaveLength(1)
  })

  it("follow their ground: after any events none is lost and none counts twice", () => {
    const resting = communes.map((code, at) => ({ unit: idOf(code), works: at + 1, gifts: 1 }))
    const all = resting.reduce((sum, { gifts, works }) => sum + gifts + works, 0)
    fc.assert(
      fc.property(chain, fc.constantFrom("2024-12-31", "2025-01-01", "2025-07-01"), (chronicle, day) => {
        const asOf = Day.make(day)
        const units = new Set(unitsOn(chronicle.register, asOf).map(({ id }) => id))
        const held = worksHoldings(chronicle, resting, units, asOf)
        expect(held.reduce((sum, { count }) => sum + count, 0)).toBe(all)
        expect(new Set(held.map(({ unit }) => unit)).size).toBe(held.length)
      })
    )
  })
})
