import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { apply } from "../reorganisation/applying.ts"
import { plan } from "../reorganisation/planning.ts"
import { unitsOn } from "../register.ts"
import type { Change } from "../reorganisation/reorganisation.ts"
import { code, country, districts, event, newCommune } from "../testing/country.ts"
import { UnitCode, type UnitId } from "../unit.ts"
import type { CarryRule } from "./carry-rule.ts"
import { type Direction, reaggregation } from "./reaggregation.ts"
import { unitsAs } from "./units-as.ts"

const eve = Day.make("2024-12-31")
const newYear = Day.make("2025-01-01")
const count: CarryRule = { carry: "sum", weight: "population" }

/** One change of each kind on the invented country, without anything else. */
const examples: Record<Change["change"], readonly [Change, ...Array<Change>]> = {
  merge: [
    { change: "merge", from: [{ unit: code("10101") }, { unit: code("10102") }], into: newCommune("10161", "101") }
  ],
  split: [
    {
      change: "split",
      unit: code("10103"),
      into: [
        { target: newCommune("10162", "101"), share: 0.25 },
        { target: newCommune("10163", "101"), share: "rest" }
      ]
    }
  ],
  transfer: [{ change: "transfer", from: code("10101"), to: { unit: code("10102") }, share: 0.3 }],
  rename: [{ change: "rename", unit: code("10101"), name: "Khác" }],
  type: [{ change: "type", unit: code("10101"), type: "phường" }],
  code: [{ change: "code", unit: code("10101"), code: UnitCode.make("10199") }],
  move: [{ change: "move", unit: code("10101"), parent: code("102") }],
  endLevel: [{ change: "endLevel", level: "district", within: null }],
  joinProvinces: [
    {
      change: "joinProvinces",
      from: [{ unit: code("10") }, { unit: code("20") }],
      into: {
        new: { key: "30", code: UnitCode.make("30"), name: "Gộp", type: "tỉnh", level: "province", parent: null }
      }
    }
  ],
  attributes: [{ change: "attributes", unit: code("10101"), weights: { population: 5 } }]
}

const kinds = Object.keys(reaggregation).filter((kind): kind is Change["change"] => kind in examples)

/** The units that the change itself speaks of, before and after it. */
const concerned = (kind: Change["change"]) => {
  const planned = Result.getOrThrow(plan(country, event("E1", newYear, ...examples[kind])))
  const chronicle = apply(country, planned)
  const level = kind === "endLevel" ? "district" : kind === "joinProvinces" ? "province" : "commune"
  const of = (rows: typeof planned.ends) => rows.filter((row) => row.level === level).map((row) => row.id)
  return { chronicle, before: of(planned.ends), after: of(planned.begins) }
}

const exactIn = (chronicle: typeof country, from: Day, to: Day, units: ReadonlyArray<UnitId>): boolean => {
  const reports = unitsOn(chronicle.register, from).map(({ id }) => ({ unit: id, day: from, value: 10 }))
  const answers = unitsAs(chronicle, count, reports, { on: newYear, boundaries: to, units })
  return answers.length > 0 && answers.every((answer) => answer.kind !== "none" && answer.exact)
}

describe("the table of directions", () => {
  it.each(kinds)("agrees with what is computed over: %s", (kind) => {
    const { chronicle, before, after } = concerned(kind)
    const forward = exactIn(chronicle, eve, newYear, after)
    const backward = exactIn(chronicle, newYear, eve, before)
    const computed: Direction = forward ? (backward ? "both" : "forward") : backward ? "backward" : "neither"
    expect(computed).toBe(reaggregation[kind].direction)
  })

  it("has every kind of change, each with a sentence in both languages", () => {
    expect(kinds).toHaveLength(10)
    for (const { sentence } of Object.values(reaggregation)) {
      expect(sentence.vi.length).toBeGreaterThan(20)
      expect(sentence.en.length).toBeGreaterThan(20)
    }
  })

  it("names the districts that a level's end leaves without successors", () => {
    const { before, after } = concerned("endLevel")
    expect(before).toHaveLength(districts.length)
    expect(after).toHaveLength(0)
  })
})
