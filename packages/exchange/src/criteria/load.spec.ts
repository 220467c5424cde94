import type { CriteriaSet } from "@ntm/domain/criteria"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readSetLoad } from "./load.ts"
import { readTogether, sampleFile, withRule } from "./sample.ts"

const rule = (than: number) => ({ op: ">=", metric: "safe-power", thresholds: { default: than } })
const inputs = (unit: string) => ({ inputs: { "safe-power": { name: "Điện an toàn", unit, measure: "ratio" } } })
const national = withRule(rule(80), inputs("% hộ"))
const local = {
  id: "p31-xa-mau",
  derives: "xa-mau",
  province: "31",
  name: "Bộ của tỉnh",
  number: "10/QĐ-UBND",
  from: "2022-05-01",
  confidence: "verified",
  changes: [{ code: "1.2", rule: rule(90), confidence: "verified" }]
}
const frame = {
  ...sampleFile,
  id: "xa-khung",
  completeness: { doNotEvaluate: true },
  criteria: [{ no: 1, name: "Điện", indicators: [] }]
}
const { problems: none, sets: known } = readTogether(national, local, frame)

const load = (json: unknown, among: ReadonlyArray<CriteriaSet> = known) => {
  const { problems, sets, warnings } = readSetLoad("tệp.json", json, among)
  const told = (all: typeof problems) => all.map(({ message, path }) => `${path}: ${message.vi}`)
  return { sets, problems: told(problems), warnings: told(warnings) }
}

const thresholds = (sets: ReadonlyArray<CriteriaSet>, id: string) =>
  JSON.stringify(sets.find((set) => set.id === id)?.amendments)

describe("a file of a set that takes its place among those known", () => {
  it("is a full set in the place of a frame", () => {
    expect(none).toEqual([])
    const { problems, sets } = load({ ...withRule(rule(95)), id: "xa-khung" })
    expect(problems).toEqual([])
    expect(sets.map(({ follows, set }) => [set.id, set.doNotEvaluate, follows])).toEqual([["xa-khung", false, null]])
  })

  it("makes a province's own set be read anew on top of the national one", () => {
    const [criterion] = national.criteria
    const { sets } = load({ ...national, criteria: [{ ...criterion, name: "Điện lực" }] })
    expect(sets.map(({ follows, set }) => [set.id, follows])).toEqual([
      ["xa-mau", null],
      ["p31-xa-mau", "xa-mau"]
    ])
    expect(
      thresholds(
        sets.map(({ set }) => set),
        "p31-xa-mau"
      )
    ).toBe(thresholds(known, "p31-xa-mau"))
  })

  it("reads alike whether what is known was kept as JSON or not", () => {
    const kept: ReadonlyArray<CriteriaSet> = JSON.parse(JSON.stringify(known))
    expect(load(national, kept)).toEqual(load(national))
    expect(load(national).sets.map(({ set }) => set.id)).toEqual(["xa-mau"])
  })

  it("is refused where it would make a province's own set looser than the nation's", () => {
    const { problems, sets } = load(withRule(rule(95)))
    expect(sets).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain("bộ “p31-xa-mau” (/changes/0) không còn đúng")
  })

  it("says which decisions on top of the set are not in the file, and how much of the decision is", () => {
    const [criterion] = national.criteria
    const decision = {
      amends: "xa-mau",
      number: "9/QĐ-TTg",
      from: "2023-01-01",
      changes: [{ code: "1.2", rule: rule(85) }]
    }
    const amended = load(decision).sets.map(({ set }) => set)
    const among = known.map((set) => amended.find(({ id }) => id === set.id) ?? set)
    const whole = { ...national, counts: { official: { criteria: 1, indicators: 3 } } }
    const { problems, warnings } = load({ ...whole, criteria: [{ ...criterion, name: "Điện lực" }] }, among)
    expect(problems).toEqual([])
    expect(warnings).toEqual([
      expect.stringMatching(/^\/counts\/official\/indicators: văn bản có 3 chỉ tiêu, tệp mới có 1/),
      expect.stringMatching(/^\/amendments: quyết định 9\/QĐ-TTg \(từ 01\/01\/2023\) .* nạp lại sau$/)
    ])
    expect(load({ ...whole, completeness: { doNotEvaluate: true } }).warnings.join()).not.toContain("văn bản có")
  })

  it("of a file that cannot be read nothing is told but what is wrong with it", () => {
    const follows = { ...withRule(rule(80), inputs("% hộ")), id: "xa-tren", requires: [{ set: "xa-mau" }] }
    const read = readTogether(national, follows)
    expect(read.problems).toEqual([])
    expect(load({ ...national, tier: "standard" }, read.sets).problems).toEqual([
      expect.stringMatching(/^\/tier: không hiểu “standard”/)
    ])
  })

  it("is refused where another set names a line that it drops", () => {
    const followed = { relativeTo: { set: "xa-mau", code: "1.2" }, thresholds: { default: 1.1 } }
    const above = { ...withRule({ op: ">=", metric: "safe-power", ...followed }), id: "xa-tren" }
    const read = readTogether(national, above)
    expect(read.problems).toEqual([])
    const { problems } = load({ ...national, criteria: [{ no: 1, name: "Điện", indicators: [] }] }, read.sets)
    expect(problems.join()).toContain("bộ “xa-tren”")
  })

  it("takes the decision of a province, and not a second one under another id", () => {
    expect(load({ ...local, id: "p31-khac" }).problems.join()).toContain("tỉnh đã có bộ “p31-xa-mau”")
    expect(load({ ...local, id: "p20", province: "20" }).sets.map(({ set }) => set.id)).toEqual(["p20"])
    const looser = { ...local, changes: [{ code: "1.2", rule: rule(70), confidence: "verified" }] }
    expect(load(looser).problems.join()).toMatch(/^\/changes\/0: /)
  })

  it("takes a decision that amends a set, and the same decision again, put right, in its own place", () => {
    const decision = (than: number) => ({
      amends: "xa-mau",
      number: "20/QĐ-TTg",
      from: "2024-01-01",
      confidence: "verified",
      changes: [{ code: "1.2", rule: rule(than), confidence: "verified" }]
    })
    const first = load(decision(85))
    expect([first.problems, first.sets.map(({ set }) => set.id)]).toEqual([[], ["xa-mau", "p31-xa-mau"]])
    const then = [
      ...known.filter(({ id }) => !first.sets.some(({ set }) => set.id === id)),
      ...first.sets.map(({ set }) => set)
    ]
    const again = load(decision(88), then)
    expect(again.sets[0]?.set.amendments).toHaveLength(1)
    expect(JSON.stringify(again.sets[0]?.set.amendments)).toContain("88")
    expect(load({ ...decision(85), amends: "none" }).problems.join()).toContain("/amends: không có bộ tiêu chí “none”")
  })

  it("is refused as a set of another level or tier, or where a value would be read in another unit", () => {
    expect(load({ ...national, tier: "nang-cao" }).problems.join()).toContain(
      "/tier: “xa-mau” đang là bộ “Xã đạt chuẩn"
    )
    const other = withRule(rule(80), { id: "xa-khac", ...inputs("hộ") })
    expect(load(other).problems.join()).toContain("số liệu “safe-power” ở bộ xa-mau tính bằng % hộ, ở đây lại là hộ")
  })

  it("tells problems of the notation and of sense at once, and warns where only a frame is left", () => {
    const broken = {
      ...national,
      criteria: [
        ...withRule(rule(800)).criteria,
        { no: 2, name: "Khác", indicators: [{ code: "2.1", name: "x", measure: "lạ", rule: { op: "hơn" } }] }
      ]
    }
    const { problems, sets } = load(broken)
    expect(sets).toEqual([])
    expect(problems.some((one) => one.includes("ngưỡng 800"))).toBe(true)
    expect(problems.some((one) => one.includes("không hiểu “hơn”"))).toBe(true)
    const left = load(
      { ...frame, id: "xa-mau" },
      known.filter(({ id }) => id !== "p31-xa-mau")
    )
    expect(left.problems).toEqual([])
    expect(left.warnings.join()).toContain("sẽ không đánh giá được nữa")
  })

  it("is refused where it asks for its own result, which only a decision to recognise may", () => {
    const own = withRule({ op: "all", rules: [{ op: "=", metric: "criterionMet", set: "xa-mau", criterion: 1 }] })
    expect(load(own).problems.length).toBeGreaterThan(0)
  })

  it("reads which criteria of another set seem to be about the same, by their names alone", () => {
    const counterparts = (more: object) => [
      { set: "xa-mau", confidence: "inferred", pairs: [{ from: 1, to: 1 }], ...more }
    ]
    const read = load({ ...frame, counterparts: counterparts({}) })
    expect(read.problems).toEqual([])
    expect(read.sets[0]?.set.counterparts).toEqual([{ set: "xa-mau", criterion: 1, to: 1, confidence: "inferred" }])
    const told = (more: object) => load({ ...frame, counterparts: counterparts(more) }).problems.join()
    expect(told({ confidence: "verified" })).toContain("/counterparts/0/confidence: không hiểu “verified”")
    expect(told({ pairs: [{ from: 9, to: 1 }] })).toContain("bộ xa-mau không có tiêu chí số 9")
    expect(told({ pairs: [{ from: 1, to: 9 }] })).toContain("/counterparts/0/pairs/0/to: bộ này không có tiêu chí số 9")
    expect(load({ ...frame, counterparts: counterparts({ set: "none" }) }).warnings.join()).toContain("“none” ở đây")
  })

  it("never throws, and never takes a part of a file, whatever stands in it", () => {
    const keys = fc.constantFrom(
      "id",
      "derives",
      "amends",
      "criteria",
      "changes",
      "rule",
      "op",
      "counterparts",
      "period"
    )
    const { any } = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(
          "xa-mau",
          "p31-xa-mau",
          "xa-khung",
          "commune",
          "ntm",
          ">=",
          "2021-01-01",
          null,
          true,
          1,
          -1e300
        ),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(keys, tie("any"), { maxKeys: 5 })
      )
    }))
    fc.assert(
      fc.property(fc.dictionary(keys, any, { maxKeys: 6 }), fc.boolean(), (told, based) => {
        const { problems, sets } = load(based ? { ...national, ...told } : told)
        expect(problems.length > 0).toBe(sets.length === 0)
      }),
      { numRuns: 400 }
    )
  })

  it("refuses what is no set at all, and text that cannot be kept", () => {
    for (const json of [undefined, null, 1, [], "x", {}]) expect(load(json).problems.length).toBeGreaterThan(0)
    const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000))
    expect(load(deep).problems.join()).toContain("lồng quá")
    expect(load({ ...national, name: deep }).problems.join()).toContain("lồng quá")
    expect(load({ ...national, name: "a\0b" }).problems.join()).toContain("/name: có ký tự không lưu được")
    expect(load({ ...national, name: "\ud800" }).problems.join()).toContain("/name: có ký tự không lưu được")
  })
})
