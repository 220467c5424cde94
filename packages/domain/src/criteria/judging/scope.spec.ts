import { describe, expect, it } from "vitest"
import { UnitCode, unitByCode } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import { scopeProblem, setsOf } from "./scope.ts"
import { after, atLeast, code, knownIn, setWith, start, verdictsIn, withAttributes } from "./testing/province.ts"

const national = setWith("xa", [atLeast("water", 80)])
const own = setWith("p10-xa", [atLeast("water", 95)], {
  derivesFrom: { set: CriteriaSetId.make("xa"), province: UnitCode.make("10"), from: Day.make("2024-01-01") }
})
const values = [11, 12, 13, 21].map((unit) => ({ unit, input: "water", value: 90, day: "2023-12-31" }))

describe("a province's own set", () => {
  const ask = (parent: string, asOf: string, chronicle = start) =>
    Object.values(verdictsIn({ chronicle, sets: [national, own], values, set: "xa", parent, asOf })).map(
      ([first]) => first
    )

  it("stands in for the national one from its day on, in its province alone", () => {
    expect(ask("10", "2023-12-31")).toEqual(["met", "met", "met"])
    expect(ask("10", "2024-01-01")).toEqual(["notMet", "notMet", "notMet"])
    expect(ask("20", "2024-01-01")).toEqual(["met"])
  })

  it("goes on where it held after provinces are joined, and nowhere else", () => {
    const joined = after(start, "2025-07-01", {
      change: "joinProvinces",
      from: [{ unit: code("10") }, { unit: code("20") }],
      into: { new: { key: "n", code: UnitCode.make("30"), name: "Mới", type: "tỉnh", level: "province", parent: null } }
    })
    expect(
      verdictsIn({ chronicle: joined, sets: [national, own], values, set: "xa", parent: "30", asOf: "2025-07-01" })
    ).toEqual({
      "10001": ["notMet", "notMet"],
      "10002": ["notMet", "notMet"],
      "10003": ["notMet", "notMet"],
      "20001": ["met", "met"]
    })
  })
})

describe("who a set is for", () => {
  const ask = (attributes: object) =>
    Object.keys(
      verdictsIn({ chronicle: withAttributes(start, "10002", attributes), sets: [national], values, set: "xa" })
    )

  it("leaves out units that take no part in the programme, and keeps those of which that is not known", () => {
    expect(ask({})).toEqual(["10001", "10002", "10003"])
    expect(ask({ programme: false })).toEqual(["10001", "10003"])
  })

  it("is the districts with communes, or for the special set those without", () => {
    const sets = [
      setWith("huyen", [atLeast("water", 1)], { level: "district" }),
      setWith("dac-thu", [atLeast("water", 1)], { level: "district", tier: "special" })
    ]
    expect(Object.keys(verdictsIn({ sets, set: "huyen" }))).toEqual(["100"])
    expect(Object.keys(verdictsIn({ sets, set: "dac-thu" }))).toEqual(["101"])
  })

  it("is refused where nothing can be judged: a skeleton, a unit below the set's level, another province's own set", () => {
    const skeleton = setWith("khung", [], { doNotEvaluate: true })
    const districts = setWith("huyen", [], { level: "district" })
    const day = Day.make("2025-06-30")
    const known = knownIn({ sets: [national, own, skeleton, districts], set: "xa" })
    const unit = (text: string) => unitByCode(known.chronicle.register, UnitCode.make(text), day) ?? null
    expect(scopeProblem(known, national, unit("10"), day)).toBeNull()
    expect(scopeProblem(known, skeleton, null, day)?.path).toBe("set")
    expect(scopeProblem(known, districts, unit("10001"), day)?.path).toBe("unit")
    expect(scopeProblem(known, own, unit("20"), day)?.path).toBe("set")
  })

  it("is told for one unit by all sets of its level in their period", () => {
    const over = setWith("cu", [], { period: { from: Day.make("2016-01-01"), to: Day.make("2020-12-31") } })
    const known = knownIn({ sets: [national, own, over], set: "xa" })
    const unit = unitByCode(known.chronicle.register, UnitCode.make("10001"), Day.make("2025-06-30"))
    const ids = (day: string) => (unit === undefined ? [] : setsOf(known, unit, Day.make(day)).map(({ id }) => id))
    expect([ids("2025-06-30"), ids("2019-06-30")]).toEqual([["xa"], ["cu"]])
  })
})
