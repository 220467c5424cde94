import { Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blankIndicator, blankSet } from "../../testing/criteria.ts"
import { addDays, Day } from "../../values/index.ts"
import type { Amendment, AmendmentChange } from "./amendment.ts"
import { InputKey } from "../rules/condition.ts"
import { CriteriaSet } from "./criteria-set.ts"
import type { Indicator, IndicatorVersion } from "./indicator.ts"
import type { Rule } from "../rules/rule.ts"
import { indicatorOf, setOn } from "./set-on.ts"
import { flat } from "../rules/threshold.ts"

const day = (text: string) => Day.make(text)
const atLeast = (value: number): Rule => ({
  op: ">=",
  measure: { of: "input", input: InputKey.make("x") },
  threshold: flat(value)
})

const version = (
  from: string | null,
  to: string | null,
  value: number,
  legalBasis: string | null
): IndicatorVersion => ({
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
  name: null,
  rule: atLeast(value),
  legalBasis,
  confidence: "verified"
})

const satisfaction: Indicator = {
  ...blankIndicator("8"),
  rule: atLeast(80),
  missing: ["TN"],
  versions: [version("2022-03-08", "2025-01-14", 90, "321/QĐ-TTg"), version("2025-01-15", null, 80, "125/QĐ-TTg")]
}

const replace = (code: string, value: number): AmendmentChange => ({
  change: "replace",
  code,
  name: null,
  measure: null,
  unit: null,
  appliesWhen: null,
  leadAgency: null,
  note: null,
  evidence: null,
  rule: atLeast(value),
  confidence: "recalled"
})

const amendment = (number: string, from: string, ...changes: ReadonlyArray<AmendmentChange>): Amendment => ({
  number,
  issuedOn: null,
  from: day(from),
  scope: null,
  confidence: "verified",
  complete: true,
  changes
})

const set = (...amendments: ReadonlyArray<Amendment>): CriteriaSet => ({
  ...blankSet("tinh"),
  conditions: [{ ...blankIndicator("D1"), rule: atLeast(100) }],
  criteria: [
    { no: 8, name: "Hài lòng", indicators: [satisfaction] },
    { no: 9, name: "Khác", indicators: [{ ...blankIndicator("9"), rule: atLeast(1) }] }
  ],
  amendments
})

const valueOn = (of: CriteriaSet, code: string, on: string): number | undefined => {
  const rule = indicatorOf(setOn(of, day(on)), code)?.rule
  return rule?.op === ">=" && "rows" in rule.threshold ? rule.threshold.rows[0]?.value : undefined
}

describe("a set on a day", () => {
  it("has the version that is in force, with its decision and its days", () => {
    expect(indicatorOf(setOn(set(), day("2025-01-14")), "8")).toMatchObject({
      rule: atLeast(90),
      legalBasis: "321/QĐ-TTg",
      from: "2022-03-08",
      to: "2025-01-14",
      versions: []
    })
    expect(indicatorOf(setOn(set(), day("2025-01-15")), "8")).toMatchObject({ rule: atLeast(80), to: null })
  })

  it("takes the first version before the day of its decision: the period began earlier", () => {
    expect(valueOn(set(), "8", "2021-06-30")).toBe(90)
  })

  it("misses a region's number only in the rule that misses it", () => {
    expect(indicatorOf(setOn(set(), day("2025-01-15")), "8")?.missing).toEqual(["TN"])
    expect(indicatorOf(setOn(set(), day("2025-01-14")), "8")?.missing).toEqual([])
  })

  it("has what decisions added, replaced, reworded and dropped by then, and nothing of later ones", () => {
    const amended = set(
      amendment("1/QĐ", "2023-01-01", replace("9", 2), { change: "reword", code: "D1", name: "Mới" }),
      amendment("2/QĐ", "2024-01-01", { change: "add", criterion: 9, indicator: { ...blankIndicator("9.1") } }),
      amendment("3/QĐ", "2025-01-01", { change: "drop", code: "9" }, { change: "dropCriterion", no: 8 })
    )
    const codes = (on: string) =>
      setOn(amended, day(on)).criteria.flatMap(({ indicators }) => indicators.map(({ code }) => code))
    expect(valueOn(amended, "9", "2022-12-31")).toBe(1)
    expect(valueOn(amended, "9", "2023-01-01")).toBe(2)
    expect(indicatorOf(setOn(amended, day("2023-01-01")), "D1")?.name).toBe("Mới")
    expect(codes("2023-12-31")).toEqual(["8", "9"])
    expect(codes("2024-01-01")).toEqual(["8", "9", "9.1"])
    expect(codes("2025-01-01")).toEqual(["9.1"])
    expect(indicatorOf(setOn(amended, day("2024-06-30")), "9")).toMatchObject({
      legalBasis: "1/QĐ",
      from: "2023-01-01",
      to: "2024-12-31"
    })
  })

  it("does not let an earlier decision undo a later version of the line", () => {
    const amended = set(amendment("1318/QĐ-UBND", "2024-04-24", replace("8", 95)))
    expect([valueOn(amended, "8", "2024-04-23"), valueOn(amended, "8", "2024-04-24")]).toEqual([90, 95])
    expect(valueOn(amended, "8", "2025-01-15")).toBe(80)
  })

  it("is pinned: asked again it stays as it is", () => {
    const pinned = setOn(set(amendment("1/QĐ", "2023-01-01", replace("9", 2))), day("2022-01-01"))
    expect(setOn(pinned, day("2025-01-01"))).toBe(pinned)
    expect(pinned).toMatchObject({ asOf: "2022-01-01", amendments: [] })
  })
})

const anyDay = fc.integer({ min: 0, max: 1_800 }).map((days) => addDays(day("2021-01-01"), days))

const anyChange = fc.oneof(
  fc
    .tuple(fc.constantFrom("8", "9", "D1"), fc.integer({ min: 0, max: 100 }))
    .map(([code, value]) => replace(code, value)),
  fc.constantFrom("8", "9", "D1").map((code): AmendmentChange => ({ change: "drop", code })),
  fc
    .constantFrom("8.1", "8.2")
    .map((code): AmendmentChange => ({ change: "add", criterion: 8, indicator: blankIndicator(code) })),
  fc.constantFrom(8, 9).map((no): AmendmentChange => ({ change: "rewordCriterion", no, name: "Tên khác" }))
)

const anyAmendments = fc.uniqueArray(
  fc
    .tuple(anyDay, fc.integer({ min: 1, max: 9_999 }), fc.array(anyChange, { maxLength: 3 }))
    .map(([from, number, changes]) => amendment(`${number}/QĐ-TTg`, from, ...changes)),
  { selector: ({ from, number }) => `${from} ${number}`, maxLength: 6 }
)

describe("decisions that amend a set", () => {
  it("come to the same in whatever order they were loaded", () => {
    const loaded = anyAmendments.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), anyDay)
    )
    fc.assert(
      fc.property(loaded, ([list, shuffled, on]) => {
        expect(setOn(set(...shuffled), on)).toEqual(setOn(set(...list), on))
      })
    )
  })

  it("leave the days before them as they were, but for the day on which a line ends", () => {
    const endless = (of: CriteriaSet) => JSON.stringify(of, (key, value: unknown) => (key === "to" ? null : value))
    fc.assert(
      fc.property(anyAmendments, anyDay, (list, on) => {
        const earlier = list.filter(({ from }) => from <= on)
        expect(endless(setOn(set(...list), on))).toBe(endless(setOn(set(...earlier), on)))
      })
    )
  })

  it("survive being written and read again", () => {
    fc.assert(
      fc.property(anyAmendments, (list) => {
        const json: unknown = JSON.parse(JSON.stringify(set(...list)))
        expect(Schema.decodeUnknownSync(CriteriaSet)(json)).toEqual(set(...list))
      })
    )
  })
})
