import { type Rule, setOn } from "@ntm/domain/criteria"
import { Day } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { parseExpression } from "./expression.ts"
import { readTogether, sampleFile, withRule } from "./sample.ts"

const ruleOf = (rule: unknown, unit: string | null = "% hộ"): Rule | null => {
  const { problems, sets } = readTogether(withRule(rule, {}, unit))
  expect(problems).toEqual([])
  return sets[0]?.criteria[0]?.indicators[0]?.rule ?? null
}

const own = { of: "input", input: "xa-mau/1.2" }
const row = (value: number, when: object | null = null, year: number | null = null) => ({
  value,
  when,
  year,
  from: null,
  to: null
})

describe("the file notation", () => {
  it("gives a line an input of its own, and the one that it shares where that is named", () => {
    const { sets } = readTogether(sampleFile)
    expect(sets[0]?.inputs.map(({ input, unit }) => [input, unit])).toEqual([
      ["xa-mau/1.1", null],
      ["xa-mau/1.2", "% hộ"]
    ])
    const shared = withRule({ op: ">=", metric: "pctSchools", thresholds: { default: 80 } })
    expect(readTogether(shared).sets[0]?.inputs).toMatchObject([{ input: "pctSchools", unit: "%", measure: "percent" }])
  })

  it("puts thresholds for some before the one for all", () => {
    expect(ruleOf({ op: ">=", thresholds: { default: 95, DBSH: 99 } })).toEqual({
      op: ">=",
      measure: own,
      threshold: { rows: [row(99, { if: "region", in: ["DBSH"] }), row(95)], awaiting: null }
    })
  })

  it("knows a number that is left to the province from one that nobody told us", () => {
    expect(ruleOf({ op: ">=", thresholds: { delegated: "province" } })).toMatchObject({
      threshold: { rows: [], awaiting: "province" }
    })
    expect(ruleOf({ op: ">=" })).toMatchObject({ threshold: { rows: [], awaiting: "source" } })
  })

  it("reads thresholds by year, and by what the unit is", () => {
    expect(ruleOf({ op: ">=", thresholdsByYear: { 2022: { BTB: 39 }, 2023: { default: 42 } } })).toMatchObject({
      threshold: { rows: [row(39, { if: "region", in: ["BTB"] }, 2022), row(42, null, 2023)], awaiting: "source" }
    })
    const when = [
      { if: "schoolCount > 3", thresholds: { default: 70 } },
      { if: "schoolCount <= 3", thresholds: { default: 50 } }
    ]
    const many = { if: "value", input: "schoolCount", op: ">", than: 3 }
    expect(ruleOf({ op: ">=", when })).toMatchObject({ threshold: { rows: [row(70, many), { value: 50 }] } })
  })

  it("takes a rule for some regions as one that does not concern the others", () => {
    expect(ruleOf({ op: ">=", thresholds: { default: 80 }, exceptRegions: ["DBSH", "DNB"] })).toMatchObject({
      op: "when",
      condition: { if: "not", of: { if: "region", in: ["DBSH", "DNB"] } },
      otherwise: null
    })
  })

  it("reads windows, shares of units below, ratios, ages, checklists and both sexes", () => {
    const count = { op: "=", thresholds: { default: 0 }, window: { years: 2, before: "năm xét" } }
    expect(ruleOf(count, null)).toMatchObject({ measure: { of: "window", how: "sum", years: 2, before: true } })
    const share = { op: ">=", thresholds: { default: 40 }, over: { children: "commune", tier: "nang-cao" } }
    expect(ruleOf(share)).toMatchObject({ measure: { of: "tierShare", level: "commune", types: ["xã"], set: null } })
    const ratio = { op: ">=", thresholds: { default: 40 }, ratio: { part: "a", whole: "b" } }
    expect(ruleOf(ratio)).toMatchObject({ measure: { of: "ratio", times: 100, whole: { input: "b" } } })
    expect(ruleOf({ op: ">=", thresholds: { default: 40 }, maxAgeDays: 365 })).toMatchObject({
      measure: { maxAgeDays: 365 }
    })
    expect(ruleOf({ op: "atLeast", count: 2, of: ["một", "hai", "ba"] })).toMatchObject({
      op: "atLeast",
      count: 2,
      rules: [{ input: "xa-mau/1.2/1" }, { input: "xa-mau/1.2/2" }, { input: "xa-mau/1.2/3" }]
    })
    expect(ruleOf({ op: ">=", thresholds: { default: 40 }, eachSex: true })).toMatchObject({
      op: "eachSex",
      rule: { measure: own }
    })
  })

  it("says a condition by what the unit is where the register knows it, else as something that is stated", () => {
    const overrides = (when: string) =>
      readTogether({ ...sampleFile, regionOverrides: [{ when, useRegion: "TN" }] }).sets[0]?.regionOverrides[0]?.when
    expect(overrides("Xã biên giới")).toEqual({ if: "flag", is: "border" })
    expect(overrides("Xã đặc biệt khó khăn hoặc xã an toàn khu thuộc huyện nghèo")).toMatchObject({
      if: "all",
      of: [{ if: "any", of: [{ is: "speciallyDifficult" }, { is: "safeZone" }] }, { text: "thuộc huyện nghèo" }]
    })
    expect(overrides("Xã có làng nghề")).toMatchObject({ if: "stated", text: "Xã có làng nghề" })
  })

  it("does the same to a set whichever file of a decision is read first", () => {
    const amends = (number: string, from: string, value: number) => ({
      amends: "xa-mau",
      number,
      issuedOn: from,
      from,
      changes: [{ code: "1.2", thresholds: { default: value }, confidence: "verified" }]
    })
    const [a, b] = [amends("1/QĐ", "2023-01-01", 96), amends("2/QĐ", "2024-01-01", 97)]
    const on = (...files: ReadonlyArray<unknown>) =>
      readTogether(sampleFile, ...files).sets.map((set) => setOn(set, Day.make("2024-06-30")))
    expect(on(a, b)).toEqual(on(b, a))
    expect(on(b, a)[0]?.criteria[0]?.indicators[1]).toMatchObject({
      legalBasis: "2/QĐ",
      rule: { threshold: { rows: [row(97)] } }
    })
  })
})

describe("a province's own set of which the nation's is only a skeleton", () => {
  const skeleton = {
    ...sampleFile,
    completeness: { doNotEvaluate: true },
    criteria: [
      { no: 1, name: "Điện", indicators: [] },
      { no: 2, name: "Nước", indicators: [] }
    ]
  }
  const attested = (criterion: number) => ({
    add: {
      code: `${criterion}.kq`,
      name: "Theo kết quả công bố",
      rule: { op: "attested" },
      confidence: "illustrative"
    },
    criterion
  })
  const local = (completes: boolean, ...changes: ReadonlyArray<unknown>) => ({
    id: "hp-xa-mau",
    derives: "xa-mau",
    province: "31",
    name: "Bộ mẫu của Hải Phòng",
    number: "1/QĐ",
    issuedOn: "2024-04-24",
    from: "2024-04-24",
    completes,
    changes
  })

  it("may be judged by where it says that it completes it, and is refused where a criterion is still empty", () => {
    const flags = (file: unknown) => readTogether(skeleton, file).sets.map(({ doNotEvaluate }) => doNotEvaluate)
    expect(flags(local(true, attested(1), attested(2)))).toEqual([true, false])
    expect(flags(local(false, attested(1), attested(2)))).toEqual([true, true])
    expect(readTogether(skeleton, local(true, attested(1))).problems).toEqual([
      "1.json /completes: tiêu chí 2 “Nước” chưa có chỉ tiêu nào, bộ chưa đủ để đánh giá"
    ])
  })

  it("reads sets of other periods, and of wards and townships, side by side", () => {
    const older = { ...sampleFile, id: "xa-2016", period: { from: "2016-01-01", to: "2020-12-31" } }
    const ward = { ...sampleFile, id: "phuong", level: "ward", tier: "do-thi-van-minh" }
    const newer = {
      ...withRule({ op: ">=", thresholds: { G1: 90, G3: 70 } }),
      id: "xa-2026",
      period: { from: "2026-01-01", to: "2030-12-31" },
      groups: ["G1", "G3"].map((code) => ({ code, name: code, definition: { op: "any", of: ["một", "hai"] } }))
    }
    const { problems, sets } = readTogether(older, sampleFile, ward, newer)
    expect(problems).toEqual([])
    expect(sets.map(({ level, periodFrom, tier, types }) => [periodFrom, level, types, tier])).toEqual([
      [2016, "commune", null, "standard"],
      [2021, "commune", null, "standard"],
      [2021, "commune", ["phường"], "civilised"],
      [2026, "commune", null, "standard"]
    ])
    expect(sets[3]?.criteria[0]?.indicators[0]?.rule).toMatchObject({
      threshold: { rows: [row(90, { if: "group", in: [1] }), row(70, { if: "group", in: [3] })] }
    })
  })
})

describe("an expression", () => {
  const value = (input: string, op: string, than: number) => ({ if: "value", input, op, than })

  it("compares inputs with numbers; “and” binds closer than “or”", () => {
    expect(parseExpression("a > 3 or b <= 2 and c = 1.5")).toEqual({
      if: "any",
      of: [value("a", ">", 3), { if: "all", of: [value("b", "<=", 2), value("c", "=", 1.5)] }]
    })
    expect(parseExpression("(a > 3 or b <= 2) and c >= -1")).toMatchObject({ if: "all" })
  })

  it.each(["", "a", "a >", "3 > a", "a > b", "a > 3 and", "(a > 3", "a > 3)", "a => 3", "process.exit()", "and > 3"])(
    "is refused where it is anything else: %j",
    (text) => {
      expect(parseExpression(text)).toBeNull()
    }
  )
})
