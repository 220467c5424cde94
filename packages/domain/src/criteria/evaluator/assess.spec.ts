import { Exit, Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { assess, verdictOf } from "./assess.ts"
import { columnsOf } from "./columns-build.ts"
import { compile } from "./compile.ts"
import { InputKey } from "../rules/condition.ts"
import { Rule } from "../rules/rule.ts"
import {
  assessed,
  attested,
  day,
  held,
  inputOf,
  line,
  setId,
  setOf,
  unitsOf,
  verdictOn,
  verdicts
} from "../testing/sets.ts"
import { flat, type Threshold, type ThresholdRow } from "../rules/threshold.ts"

const row = (value: number, more: Partial<ThresholdRow> = {}): ThresholdRow => ({
  value,
  when: null,
  year: null,
  from: null,
  to: null,
  ...more
})
const rows = (...list: ReadonlyArray<ThresholdRow>): Threshold => ({ rows: list, awaiting: null })
const byRegion = rows(
  row(80, { when: { if: "region", in: ["DBSH"] } }),
  row(60, { when: { if: "region", in: ["TN"] } })
)

describe("a comparison", () => {
  it("holds at the printed number and fails just below it", () => {
    const rule = held(">=", "x", 80)
    expect([80, 79.9999999, 80.0000001].map((x) => verdictOn(rule, { x }))).toEqual(["met", "notMet", "met"])
    expect([16.5, 16.500001].map((x) => verdictOn(held("<=", "x", 16.5), { x }))).toEqual(["met", "notMet"])
    expect([4, 5].map((x) => verdictOn(held("<", "x", 5), { x }))).toEqual(["met", "notMet"])
    expect([5, 6].map((x) => verdictOn(held(">", "x", 5), { x }))).toEqual(["notMet", "met"])
    expect([0, -0, 1].map((x) => verdictOn(held("=", "x", 0), { x }))).toEqual(["met", "met", "notMet"])
  })

  it("of nothing is no data, and without a number of the law no threshold, whichever is missing first", () => {
    expect(verdictOn(held(">=", "x", 80), {})).toBe("noData")
    expect(verdictOn(held(">=", "x", { rows: [], awaiting: "source" }), {})).toBe("noThreshold")
    expect(verdictOn(held(">=", "x", { rows: [], awaiting: "province" }), { x: 99 })).toBe("noThreshold")
  })

  it("between two numbers says no as soon as one end is passed", () => {
    const rule: Rule = { op: "between", measure: inputOf("x"), low: flat(30), high: flat(50), highExclusive: true }
    expect([29, 30, 49.9, 50].map((x) => verdictOn(rule, { x }))).toEqual(["notMet", "met", "met", "notMet"])
    expect(verdictOn({ ...rule, highExclusive: false }, { x: 50 })).toBe("met")
    expect(verdictOn(rule, {})).toBe("noData")
  })
})

describe("a threshold", () => {
  it("is that of the first row which concerns the unit", () => {
    const rule = held(">=", "x", byRegion)
    expect(verdictOn(rule, { x: 70 }, { region: "DBSH" })).toBe("notMet")
    expect(verdictOn(rule, { x: 70 }, { region: "TN" })).toBe("met")
  })

  it("of a region that the law's rows leave out is none, and that of a region nobody knows is no data", () => {
    expect(verdictOn(held(">=", "x", byRegion), { x: 99 }, { region: "DNB" })).toBe("noThreshold")
    expect(verdictOn(held(">=", "x", byRegion), { x: 99 })).toBe("noData")
    expect(verdictOn(held("<=", "x", byRegion), { x: 1 })).toBe("noData")
    expect(verdictOn(held("=", "x", byRegion), { x: 1 })).toBe("noData")
  })

  it("holds for its year and its days only", () => {
    const rule = held(">=", "x", rows(row(48, { year: 2024 }), row(90, { to: Day.make("2025-01-14") }), row(80)))
    const on = (text: string, x: number) => verdictOn(rule, { x }, {}, Day.make(text))
    expect([on("2024-12-31", 50), on("2025-01-14", 88.9), on("2025-01-15", 88.9)]).toEqual(["met", "notMet", "met"])
  })

  it("follows another set's, as decimals multiply", () => {
    const advanced = setOf("advanced", [[line("10", held(">=", "income", byRegion))]])
    const model = setOf("model", [
      [line("2", held(">=", "income", { times: 1.1, set: setId("advanced"), code: "10" }))]
    ])
    const facts = [87.9999, 88, 65.99, 66, 99].map((value, at) => ({ unit: at + 1, column: "input:income", value }))
    const regions = ["DBSH", "DBSH", "TN", "TN", "DNB"].map((region) => ({ region }))
    const both = assessed([model, advanced], unitsOf(...regions, {}), facts)
    expect(both.sets.map(({ set }) => set.id)).toEqual(["advanced", "model"])
    expect(verdicts(both)).toEqual(["notMet", "met", "notMet", "met", "noThreshold", "noData"])
    expect(verdicts(assessed([model], unitsOf(...regions), facts))).toEqual(Array(5).fill("noThreshold"))
  })

  it("goes by the region that the set gives to a unit", () => {
    const set = setOf("s", [[line("1", held(">=", "x", byRegion))]], {
      regionOverrides: [{ when: { if: "flag", is: "speciallyDifficult" }, region: "TN" }]
    })
    const units = unitsOf(
      { region: "DBSH", speciallyDifficult: true },
      { region: "DBSH", speciallyDifficult: false },
      { region: "DBSH" },
      { region: "TN" },
      { speciallyDifficult: true }
    )
    const facts = units.map(({ id }) => ({ unit: id, column: "input:x", value: 70 }))
    expect(verdicts(assessed([set], units, facts))).toEqual(["met", "notMet", "noData", "met", "met"])
  })
})

describe("a quotient", () => {
  const share = (than: number, op: ">=" | "<=" | "=" = ">="): Rule => ({
    op,
    measure: { of: "ratio", part: inputOf("part"), whole: inputOf("whole"), times: 100 },
    threshold: flat(than)
  })

  it("is compared as a fraction: what is exactly the share is met, what is a hair below is not", () => {
    expect(verdictOn(share(70), { part: 0.7, whole: 1 })).toBe("met")
    expect(verdictOn(share(70), { part: 2.1, whole: 3 })).toBe("met")
    expect(verdictOn(share(70, "="), { part: 560.7, whole: 801 })).toBe("met")
    expect(verdictOn(share(110), { part: 1.1, whole: 1 })).toBe("met")
    expect(verdictOn(share(80), { part: 79_999_999_999_999, whole: 100_000_000_000_000 })).toBe("notMet")
    expect(verdictOn(share(33.3333333333333), { part: 1, whole: 3 })).toBe("met")
    expect(verdictOn(share(33.3333333333334), { part: 1, whole: 3 })).toBe("notMet")
  })

  it("of a whole that is 0 is no data", () => {
    expect(verdictOn(share(0), { part: 0, whole: 0 })).toBe("noData")
    expect(verdictOn(share(0), { part: 5, whole: 0 })).toBe("noData")
    expect(verdictOn(share(0), { part: 5 })).toBe("noData")
  })
})

describe("an attestation", () => {
  it("is yes, no, or none", () => {
    expect([1, 0, 0.5, 2].map((x) => verdictOn(attested("x"), { x }))).toEqual(["met", "notMet", "noData", "noData"])
  })

  it("that is older than allowed is none; so is one without a day", () => {
    const set = setOf("s", [[line("1", { op: "attested", input: InputKey.make("x"), maxAgeDays: 30 })]])
    const on = (text: string) => ({ column: "input:x", value: 1, day: Day.make(text) })
    const facts = [
      { unit: 1, ...on("2024-12-01") },
      { unit: 2, ...on("2024-11-30") }
    ]
    const all = assessed([set], unitsOf({}, {}, {}), [...facts, { unit: 3, column: "input:x", value: 1 }])
    expect(verdicts(all)).toEqual(["met", "noData", "noData"])
  })
})

describe("rules together", () => {
  const together = (op: "all" | "any", ...x: ReadonlyArray<number | null>) =>
    verdictOn(
      { op, rules: x.map((_, at) => attested(`x${at}`)) },
      Object.fromEntries(x.flatMap((value, at) => (value === null ? [] : [[`x${at}`, value]])))
    )

  it("all: one that is not met decides, one that is not known leaves it open", () => {
    expect(together("all", 1, 1)).toBe("met")
    expect(together("all", 1, null, 0, 1, 1, 1)).toBe("notMet")
    expect(together("all", 1, null, 1, 1, 1)).toBe("noData")
  })

  it("any: one that is met decides", () => {
    expect(together("any", 0, null, 1)).toBe("met")
    expect(together("any", 0, null)).toBe("noData")
    expect(together("any", 0, 0, 0, 0, 0, 0, 0)).toBe("notMet")
  })

  it("at least k counts what is met, and is open as long as what is unknown could make it", () => {
    const rules = ["a", "b", "c"].map(attested)
    const rule: Rule = { op: "atLeast", count: 2, rules }
    expect(verdictOn(rule, { a: 1, b: 1 })).toBe("met")
    expect(verdictOn(rule, { a: 1, b: 0 })).toBe("noData")
    expect(verdictOn(rule, { a: 0, b: 0 })).toBe("notMet")
    expect(verdictOn({ op: "atLeast", count: 4, rules }, { a: 1, b: 1, c: 1 })).toBe("notMet")
  })

  it("no rules ask for nothing that is known, and never pass", () => {
    expect(together("all")).toBe("noThreshold")
    expect(together("any")).toBe("noThreshold")
    expect(verdictOn({ op: "atLeast", count: 1, rules: [] }, {})).toBe("noThreshold")
  })

  it("leave out what does not concern the unit, and do not concern it if none does", () => {
    const inland: Rule = {
      op: "when",
      condition: { if: "flag", is: "island" },
      rule: attested("pier"),
      otherwise: null
    }
    expect(verdictOn({ op: "all", rules: [inland, attested("x")] }, { x: 1 }, { island: false })).toBe("met")
    expect(verdictOn({ op: "any", rules: [inland, attested("x")] }, { x: 0 }, { island: false })).toBe("notMet")
    expect(verdictOn({ op: "all", rules: [inland, inland] }, {}, { island: false })).toBe("exempt")
    expect(verdictOn({ op: "atLeast", count: 1, rules: [inland] }, {}, { island: false })).toBe("exempt")
    expect(verdictOn(inland, { pier: 1 })).toBe("noData")
  })

  it("for each sex apart read its own inputs, a condition the unit's", () => {
    const rule: Rule = { op: "eachSex", rule: held(">=", "trained", 70) }
    expect(verdictOn(rule, { "trained/men": 75, "trained/women": 70 })).toBe("met")
    expect(verdictOn(rule, { "trained/men": 75, "trained/women": 69, trained: 99 })).toBe("notMet")
    expect(verdictOn(rule, { trained: 99, "trained/men": 75 })).toBe("noData")
  })
})

describe("a set", () => {
  it("is met when its conditions, what it requires and all criteria are; exempt criteria count", () => {
    const lower = setOf("lower", [[line("1", attested("a"))]])
    const upper = setOf(
      "upper",
      [[line("1", attested("b"))], [line("2", attested("c"), { appliesWhen: { if: "flag", is: "island" } })]],
      {
        conditions: [line("N1", { op: "criterionMet", set: setId("lower"), criterion: 1 })],
        requires: [{ set: setId("lower") }]
      }
    )
    const facts = [1, 2].flatMap((unit) => [
      { unit, column: "input:a", value: unit - 1 },
      { unit, column: "input:b", value: 1 }
    ])
    const all = assessed([upper, lower], unitsOf({ island: false }, { island: false }), facts)
    expect(verdicts(all)).toEqual(["notMet", "met"])
    expect([...(all.sets[1]?.met ?? [])]).toEqual([2, 2])
    expect(Array.from(all.sets[1]?.criteria[1]?.codes ?? [], verdictOf)).toEqual(["exempt", "exempt"])
  })

  it("of which a criterion is only a name, or a rule is not known, is never met", () => {
    expect(
      verdicts(
        assessed([setOf("s", [[line("1", attested("a"))], []])], unitsOf({}), [
          { unit: 1, column: "input:a", value: 1 }
        ])
      )
    ).toEqual(["noThreshold"])
    expect(verdicts(assessed([setOf("s", [[line("1", null)]])], unitsOf({}), []))).toEqual(["noThreshold"])
  })

  it("is judged alike whatever the order of loading, and after a trip through JSON", () => {
    const a = setOf("a", [[line("1", held(">=", "x", byRegion))]])
    const b = setOf("b", [[line("1", held(">=", "x", { times: 2, set: setId("a"), code: "1" }))]], {
      requires: [{ set: setId("a") }]
    })
    const units = unitsOf({ region: "TN" }, { region: "DBSH" })
    const facts = units.map(({ id }) => ({ unit: id, column: "input:x", value: 130 }))
    const codes = (sets: ReadonlyArray<typeof a>) =>
      assessed(sets, units, facts).sets.map((set) => [set.set.id, ...set.codes])
    expect(codes([b, a])).toEqual(codes([a, b]))
    expect(codes([b, a])).toEqual(codes(JSON.parse(JSON.stringify([a, b]))))
  })
})

describe("compiling", () => {
  const refused = (...sets: Parameters<typeof compile>[0]) => Result.getOrThrow(Result.flip(compile(sets, day)))

  it("refuses sets that rest on each other in a circle, and names them", () => {
    const on = (id: string, other: string) =>
      setOf(id, [[line("1", { op: "criterionMet", set: setId(other), criterion: 1 })]])
    expect(refused(on("a", "b"), on("b", "c"), on("c", "b"))).toMatchObject({ reason: "cycle", sets: ["b", "c", "b"] })
    expect(refused(on("a", "a"))).toMatchObject({ reason: "cycle", sets: ["a", "a"] })
    expect(refused(on("a", "x"), on("a", "x"))).toMatchObject({ reason: "sameSetTwice", sets: ["a"] })
  })

  it("refuses an indicator that asks for its own set's result, and rules nested beyond reason", () => {
    expect(refused(setOf("a", [[line("7", { op: "allCriteria" })]]))).toMatchObject({ reason: "ownVerdict", code: "7" })
    const deep = (levels: number): Rule => (levels === 0 ? attested("x") : { op: "all", rules: [deep(levels - 1)] })
    expect(refused(setOf("a", [[line("7", deep(60))]]))).toMatchObject({ reason: "tooDeep", code: "7" })
    expect(Result.isSuccess(compile([setOf("a", [[line("7", deep(40))]])], day))).toBe(true)
  })

  it("leaves out a condition that every criterion is met: the set asks that anyway", () => {
    const set = setOf("a", [[line("1", attested("x"))]], { conditions: [line("D5", { op: "allCriteria" })] })
    const judged = assessed([set], unitsOf({}, {}), [
      { unit: 1, column: "input:x", value: 1 },
      { unit: 2, column: "input:x", value: 0 }
    ])
    expect(judged.sets[0]?.lines.map(({ code }) => code)).toEqual(["1"])
    expect(verdicts(judged)).toEqual(["met", "notMet"])
  })

  it("tells every column that the rules read, once", () => {
    const rule = Schema.decodeUnknownExit(Rule)({
      op: "eachSex",
      rule: { op: "all", rules: [held(">=", "x", 1), { op: "attested", input: "x", maxAgeDays: 3 }] }
    })
    if (Exit.isFailure(rule)) throw new Error("no rule")
    const { columns } = Result.getOrThrow(
      compile([setOf("a", [[line("1", rule.value), line("2", attested("y"))]])], day)
    )
    expect([...columns.values()].map(({ key, ages }) => [key, ages])).toEqual([
      ["input:x/men", true],
      ["input:x/women", true],
      ["input:y", false]
    ])
  })
})

it("columns refuse facts of units that are not there, and numbers that are none", () => {
  expect(() => columnsOf(unitsOf({}), [{ unit: 2, column: "input:x", value: 1 }])).toThrow(RangeError)
  expect(() => columnsOf(unitsOf({}), [{ unit: 1, column: "input:x", value: Number.POSITIVE_INFINITY }])).toThrow(
    RangeError
  )
  expect(assess(Result.getOrThrow(compile([], day)), columnsOf([], [])).sets).toEqual([])
})
