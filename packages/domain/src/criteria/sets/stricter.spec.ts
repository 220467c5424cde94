import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blankIndicator, blankSet } from "../../testing/criteria.ts"
import { UnitCode } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { type Comparison, type Condition, InputKey } from "../rules/condition.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import { localSet } from "./local-set.ts"
import type { Rule } from "../rules/rule.ts"
import { CriteriaSetId } from "./set-id.ts"
import { stricter, stricterRule } from "./stricter.ts"
import { flat, type Threshold, unknownThreshold } from "../rules/threshold.ts"

const x = InputKey.make("x")
const rule = (op: Comparison, threshold: Threshold, input = x): Rule => ({
  op,
  measure: { of: "input", input },
  threshold
})
const atLeast = (value: number, input = x) => rule(">=", flat(value), input)

const rows = (...list: ReadonlyArray<readonly [value: number, region: string | null, year?: number]>): Threshold => ({
  rows: list.map(([value, region, year]) => ({
    value,
    when: region === null ? null : { if: "region", in: [region] },
    year: year ?? null,
    from: null,
    to: null
  })),
  awaiting: null
})

const is = (national: Rule | null, local: Rule | null) => stricterRule(national, local).is

describe("a local rule beside the national one", () => {
  it("may ask for more, in the direction that the rule has", () => {
    expect(is(atLeast(80), atLeast(85))).toBe("asStrict")
    expect(is(rule("<=", flat(5)), rule("<=", flat(3)))).toBe("asStrict")
    expect(is(rule(">=", flat(5)), rule(">", flat(5)))).toBe("asStrict")
    expect(is(atLeast(80), rule("=", flat(90)))).toBe("asStrict")
  })

  it("may not ask for less, not even in one region or one year", () => {
    expect(is(atLeast(80), atLeast(79.5))).toBe("looser")
    expect(is(rule("<=", flat(3)), rule("<=", flat(5)))).toBe("looser")
    expect(is(rule(">", flat(5)), rule(">=", flat(5)))).toBe("looser")
    const national = rule(">=", rows([99, "DBSH"], [95, null]))
    expect(stricterRule(national, atLeast(98))).toMatchObject({ is: "looser", where: { vi: "vùng DBSH" } })
    expect(is(national, atLeast(99))).toBe("asStrict")
    const yearly = rule(">=", rows([53, null, 2022], [56, null, 2023]))
    expect(stricterRule(yearly, rule(">=", rows([54, null, 2022], [55, null, 2023])))).toMatchObject({
      is: "looser",
      where: { vi: "năm 2023" },
      national: "≥ 56",
      local: "≥ 55"
    })
  })

  it("fills in a number that is not known or left to the province, and may not leave one open", () => {
    expect(is(rule(">=", unknownThreshold), atLeast(60))).toBe("asStrict")
    expect(is(atLeast(60), rule(">=", unknownThreshold))).toBe("looser")
  })

  it("may not leave a rule out, nor exempt whom the nation does not", () => {
    const border: Condition = { if: "flag", is: "border" }
    expect(is(atLeast(80), null)).toBe("looser")
    expect(is(atLeast(80), { op: "when", condition: border, rule: atLeast(90), otherwise: null })).toBe("looser")
    expect(is({ op: "when", condition: border, rule: atLeast(80), otherwise: null }, atLeast(80))).toBe("asStrict")
  })

  it("of another quantity or another kind cannot be compared", () => {
    expect(is(atLeast(80), atLeast(90, InputKey.make("y")))).toBe("notComparable")
    expect(is(atLeast(80), { op: "attested", input: x })).toBe("notComparable")
  })

  it("may ask for something besides", () => {
    const more: Rule = { op: "all", rules: [atLeast(80), { op: "attested", input: InputKey.make("y") }] }
    expect(is(atLeast(80), more)).toBe("asStrict")
    expect(is(more, atLeast(80))).not.toBe("asStrict")
  })

  it("takes a value that may be older for looser", () => {
    const fresh = (maxAgeDays: number): Rule => ({ op: "attested", input: x, maxAgeDays })
    expect(is(fresh(365), fresh(180))).toBe("asStrict")
    expect(is(fresh(180), fresh(365))).not.toBe("asStrict")
  })

  it("gives up on more conditions than can be gone through, rather than guess", () => {
    const condition: Condition = {
      if: "all",
      of: Array.from({ length: 30 }, (_, at) => ({ if: "stated", input: InputKey.make(`s${at}`), text: "?" }))
    }
    const many = (value: number): Rule => ({ op: "when", condition, rule: atLeast(value), otherwise: atLeast(1) })
    expect(is(many(80), many(90))).toBe("notComparable")
  })
})

const anyThreshold = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map(flat),
  fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
    .map(([a, b]) => rows([a, "DBSH"], [b, null])),
  fc.constant(unknownThreshold)
)

const anyComparison = fc
  .tuple(fc.constantFrom<Comparison>(">=", "<=", ">", "<", "="), anyThreshold, fc.constantFrom("x", "y"))
  .map(([op, threshold, input]) => rule(op, threshold, InputKey.make(input)))

const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    anyComparison,
    fc.record({ op: fc.constant("attested" as const), input: fc.constant(x) }),
    fc.record({ op: fc.constantFrom("all" as const, "any" as const), rules: fc.array(tie("rule"), { maxLength: 3 }) }),
    fc.record({
      op: fc.constant("when" as const),
      condition: fc.constantFrom<Condition>({ if: "flag", is: "border" }, { if: "region", in: ["TN"] }),
      rule: tie("rule"),
      otherwise: fc.option(tie("rule"))
    }),
    fc.record({ op: fc.constant("eachSex" as const), rule: anyComparison })
  )
})).rule

describe("being as strict", () => {
  it("is true of any rule beside itself", () => {
    fc.assert(fc.property(anyRule, (one) => is(one, one) === "asStrict"))
    // Wrapped, so that the two are not the same to look at.
    fc.assert(fc.property(anyRule, (one) => is(one, { op: "all", rules: [one] }) === "asStrict"))
    fc.assert(fc.property(anyRule, (one) => is({ op: "any", rules: [one] }, one) === "asStrict"))
  })

  it("passes on from one to the next", () => {
    const chain = fc.tuple(anyRule, anyRule, anyRule)
    fc.assert(
      fc.property(chain, ([a, b, c]) => {
        fc.pre(is(a, b) === "asStrict" && is(b, c) === "asStrict")
        expect(is(a, c)).toBe("asStrict")
      }),
      { numRuns: 300 }
    )
  })
})

const national: CriteriaSet = {
  ...blankSet("xa"),
  criteria: [
    {
      no: 1,
      name: "Điện",
      indicators: [
        { ...blankIndicator("1.1"), rule: atLeast(80) },
        { ...blankIndicator("1.2"), rule: rule(">=", unknownThreshold) }
      ]
    }
  ]
}

const replace = (code: string, by: Rule) =>
  ({
    change: "replace",
    code,
    rule: by,
    confidence: "illustrative",
    name: null,
    measure: null,
    unit: null,
    appliesWhen: null,
    leadAgency: null,
    note: null,
    evidence: null
  }) as const

const province = (...changes: ReadonlyArray<ReturnType<typeof replace> | { change: "drop"; code: string }>) =>
  localSet(national, {
    id: CriteriaSetId.make("hp-xa"),
    name: "Hải Phòng",
    province: UnitCode.make("31"),
    from: Day.make("2022-06-23"),
    legalBases: [],
    amendments: [
      {
        number: "1848/QĐ-UBND",
        issuedOn: null,
        from: Day.make("2022-06-23"),
        scope: null,
        confidence: "verified",
        complete: true,
        changes
      }
    ],
    inputs: [],
    source: {}
  })

describe("a province's set beside the national one", () => {
  it("is taken where it is stricter or fills in", () => {
    expect(stricter(national, province(replace("1.1", atLeast(90)), replace("1.2", atLeast(10))))).toEqual([])
  })

  it("is refused with the lines that are looser or left out, and since when", () => {
    const found = stricter(national, province(replace("1.1", atLeast(70)), { change: "drop", code: "1.2" }))
    expect(found.map(({ code, from, is }) => [code, is, from])).toEqual([
      ["1.1", "looser", "2022-06-23"],
      ["1.2", "looser", "2022-06-23"]
    ])
    expect(found[0]?.message.vi).toContain("quốc gia ≥ 80, địa phương ≥ 70")
  })

  it("follows the nation when the nation becomes stricter later", () => {
    const later: CriteriaSet = {
      ...national,
      amendments: [
        {
          number: "211/QĐ-TTg",
          issuedOn: null,
          from: Day.make("2024-03-01"),
          scope: null,
          confidence: "verified",
          complete: true,
          changes: [replace("1.1", atLeast(95))]
        }
      ]
    }
    const early = province(replace("1.1", atLeast(90)))
    expect(stricter(later, { ...early, amendments: [...later.amendments, ...early.amendments] })).toEqual([])
    expect(stricter(later, early)).toMatchObject([{ code: "1.1", is: "looser", from: "2024-03-01" }])
  })
})
