import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { apply } from "../reorganisation/applying.ts"
import { centreOn } from "./centre.ts"
import { type Chronicle, chronicleOf } from "../chronicle.ts"
import { groundDays } from "./ground.ts"
import { plan } from "../reorganisation/planning.ts"
import { code, country, event, idOf, newCommune } from "../testing/country.ts"
import { UnitId } from "../unit.ts"

const applied = (chronicle: Chronicle, ...args: Parameters<typeof event>): Chronicle =>
  apply(chronicle, Result.getOrThrow(plan(chronicle, event(...args))))

const eve = Day.make("2024-12-31")
const later = Day.make("2027-01-01")

/** A merger in one province, a new name, then the joining of both and the end of the districts. */
const chain: ReadonlyArray<Parameters<typeof event>> = [
  [
    "E1",
    "2025-01-01",
    {
      change: "merge",
      from: [{ unit: code("10101") }, { unit: code("10102") }],
      into: newCommune("10161", "101")
    }
  ],
  ["E2", "2025-03-01", { change: "rename", unit: code("20101"), name: "Khác" }],
  [
    "E3",
    "2025-07-01",
    { change: "joinProvinces", from: [{ unit: code("20") }], into: { unit: code("10") } },
    { change: "endLevel", level: "district", within: null }
  ]
]
const joined = chain.reduce((chronicle: Chronicle, step) => applied(chronicle, ...step), country)

const days = (chronicle: Chronicle, text: string, asOf: Day, level: "commune" | "district" = "commune") =>
  groundDays(chronicle, idOf(text), asOf, level).map(({ day, documents, count }) => [day, ...documents, count])

describe("the days of a province's ground", () => {
  it("are those on which it was divided anew, before the day and after it; a new name is none", () => {
    const wanted = [
      ["2025-01-01", "E1/NQ", 7],
      ["2025-07-01", "E3/NQ", 15]
    ]
    expect(days(joined, "10", eve)).toEqual(wanted)
    expect(days(joined, "10", Day.make("2025-02-01"))).toEqual(wanted)
  })

  it("are those of every province that it was formed of", () => {
    expect(days(joined, "10", later)).toEqual([
      ["2025-01-01", "E1/NQ", 15],
      ["2025-07-01", "E3/NQ", 15]
    ])
    expect(days(joined, "10", later, "district")).toEqual([
      ["2025-01-01", "E1/NQ", 4],
      ["2025-07-01", "E3/NQ", 0]
    ])
  })

  it("are not those of a neighbour, and lead from a province that ended to the one that it went into", () => {
    expect(days(joined, "20", eve)).toEqual([["2025-07-01", "E3/NQ", 15]])
  })

  it("count only the land in question where a part of a province passed to another", () => {
    const moved = applied(country, "M1", "2025-01-01", { change: "move", unit: code("20104"), parent: code("101") })
    const merged = applied(moved, "M2", "2025-06-01", {
      change: "merge",
      from: [{ unit: code("20101") }, { unit: code("20102") }],
      into: newCommune("20161", "201")
    })
    // Nine communes on that land before and after; what happens in the rest of the other province is not its business.
    expect(days(merged, "10", later)).toEqual([["2025-01-01", "M1/NQ", 9]])
    expect(days(merged, "20", eve)).toEqual([
      ["2025-01-01", "M1/NQ", 8],
      ["2025-06-01", "M2/NQ", 7]
    ])
  })
})

describe("the centre of a unit", () => {
  const rows = country.register.rows.map((row) =>
    row.code === "10103" ? { ...row, lon: 106, lat: 20 } : row.code === "10104" ? { ...row, lon: 107, lat: 21 } : row
  )
  const placed = chronicleOf(rows)
  const centre = { lon: 106.5, lat: 20.5 }
  const into = (text: string) => {
    const made = newCommune(text, "101")
    return { new: { ...made.new, centre } }
  }

  it("is what the register tells", () => {
    expect(centreOn(placed, idOf("10103"), eve)).toEqual({ lon: 106, lat: 20 })
    expect(centreOn(placed, idOf("10101"), eve)).toBeUndefined()
  })

  it("is else that of the unit it went into, or the middle of those it went into by parts", () => {
    const merged = applied(placed, "E1", "2025-01-01", {
      change: "merge",
      from: [{ unit: code("10101") }, { unit: code("10102"), share: 0.5 }],
      into: into("10161")
    })
    expect(centreOn(merged, idOf("10101"), eve)).toEqual(centre)
    expect(centreOn(merged, idOf("10102"), eve)).toBeUndefined()
    const divided = applied(placed, "E1", "2025-01-01", {
      change: "split",
      unit: code("10101"),
      into: [
        { target: { unit: code("10103") }, share: 0.75 },
        { target: { unit: code("10104") }, share: "rest" }
      ]
    })
    expect(centreOn(divided, idOf("10101"), eve)).toEqual({ lon: 106.25, lat: 20.25 })
  })

  it("is at last that of the units that it was formed of", () => {
    const merged = applied(placed, "E1", "2025-01-01", {
      change: "merge",
      from: [{ unit: code("10103") }, { unit: code("10104") }],
      into: newCommune("10161", "101")
    })
    expect(centreOn(merged, UnitId.make(country.register.nextId), later)).toEqual(centre)
  })
})
