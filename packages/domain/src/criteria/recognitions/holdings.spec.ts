import { describe, expect, it } from "vitest"
import { chronicleOf, type Unit, UnitCode, UnitId } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { factHoldings, recognitionHoldings } from "./holdings.ts"
import { Recognition } from "./recognition.ts"
import { recognitionsOn } from "./recognitions-follow.ts"

const commune = (id: number): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(`1000${id}`),
  name: `Số ${id}`,
  type: "xã",
  level: "commune",
  parentId: null,
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null
})
const country = chronicleOf([commune(1), commune(2)])
const decided = Recognition.make({
  unit: UnitId.make(1),
  tier: "advanced",
  criteriaSet: null,
  document: "12/QĐ-UBND",
  decidedOn: Day.make("2022-05-05"),
  revokedOn: null,
  note: null,
  illustrative: false
})
const event = Day.make("2025-07-01")
const eve = Day.make("2025-06-30")

describe("what rests on units on the eve of an event", () => {
  it("are the tiers that they hold, with the decision", () => {
    const held = recognitionsOn(country, [decided], eve)
    expect(recognitionHoldings(country, held, event)).toEqual([
      {
        kind: "recognition",
        unit: 1,
        count: 1,
        label: {
          vi: "Xã nông thôn mới nâng cao (12/QĐ-UBND, 05/05/2022)",
          en: "Commune, advanced (12/QĐ-UBND, 2022-05-05)"
        }
      }
    ])
  })

  it("are no longer those that were withdrawn", () => {
    const held = recognitionsOn(country, [{ ...decided, revokedOn: Day.make("2024-01-01") }], eve)
    expect(recognitionHoldings(country, held, event)).toEqual([])
  })

  it("are their values, counted; a unit without any is left out", () => {
    const columns = {
      units: [UnitId.make(1), UnitId.make(2)],
      inputs: [],
      values: [Float64Array.of(0, Number.NaN), Float64Array.of(98.5, Number.NaN)],
      days: [],
      knownAt: null
    }
    expect(factHoldings(columns)).toEqual([
      { kind: "facts", unit: 1, count: 2, label: { vi: "2 số liệu", en: "2 values" } }
    ])
  })
})
