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
import { indicatorOf, setOn } from "./set-on.ts"
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

type Change = ReturnType<typeof replace> | { change: "drop"; code: string }

const provinceOf = (of: CriteriaSet, ...changes: ReadonlyArray<Change>) =>
  localSet(of, {
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
const province = (...changes: ReadonlyArray<Change>) => provinceOf(national, ...changes)

/** The nation's set with decisions on line 1.1, each from the first of a month on. */
const nationalWith = (...later: ReadonlyArray<readonly [month: string, rule: Rule, name?: string]>): CriteriaSet => ({
  ...national,
  amendments: later.map(([month, by, name], at) => ({
    number: `${211 + at}/QĐ-TTg`,
    issuedOn: null,
    from: Day.make(`${month}-01`),
    scope: null,
    confidence: "verified",
    complete: true,
    changes: [{ ...replace("1.1", by), name: name ?? null }]
  }))
})

const lineOn = (set: CriteriaSet, day: string) => {
  const line = indicatorOf(setOn(set, Day.make(day)), "1.1")
  const value = line?.rule?.op === ">=" && "rows" in line.rule.threshold ? line.rule.threshold.rows[0]?.value : null
  return [value, line?.legalBasis, line?.from, line?.name]
}

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
    const later = nationalWith(["2024-03", atLeast(95)])
    const own = provinceOf(later, replace("1.1", atLeast(90)))
    expect(stricter(later, own)).toEqual([])
    expect(lineOn(own, "2024-12-31")).toEqual([95, "211/QĐ-TTg", "2024-03-01", "Chỉ tiêu"])
    expect(stricter(later, province(replace("1.1", atLeast(90))))).toMatchObject([
      { code: "1.1", is: "looser", from: "2024-03-01" }
    ])
  })

  it("keeps asking for what it asked when the nation asks for less later, by its own decision", () => {
    const own = provinceOf(nationalWith(["2024-03", atLeast(60)]), replace("1.1", atLeast(90)))
    expect(lineOn(own, "2024-12-31")).toEqual([90, "1848/QĐ-UBND", "2022-06-23", "Chỉ tiêu"])
  })

  it("asks for its own again once the nation no longer asks for more, in the nation's words", () => {
    const nation = nationalWith(["2023-01", atLeast(95)], ["2024-03", atLeast(85)], ["2025-01", atLeast(85), "Điện"])
    const own = provinceOf(nation, replace("1.1", atLeast(90)))
    expect(lineOn(own, "2023-06-30")).toEqual([95, "211/QĐ-TTg", "2023-01-01", "Chỉ tiêu"])
    expect(lineOn(own, "2024-06-30")).toEqual([90, "1848/QĐ-UBND", "2024-03-01", "Chỉ tiêu"])
    expect(lineOn(own, "2025-06-30")).toEqual([90, "1848/QĐ-UBND", "2025-01-01", "Điện"])
    expect(stricter(nation, own)).toEqual([])
  })

  it("is never looser than the nation, and never than itself, whatever the nation decides and in whichever order", () => {
    const decided = fc.array(
      fc.tuple(fc.constantFrom("2023-01", "2023-07", "2024-03", "2025-01"), fc.integer({ min: 50, max: 100 })),
      {
        maxLength: 4
      }
    )
    fc.assert(
      fc.property(decided, fc.integer({ min: 80, max: 100 }), (list, wanted) => {
        const distinct = [...new Map(list)].map(([month, value]) => [month, atLeast(value)] as const)
        const nation = nationalWith(...distinct)
        const own = provinceOf(nation, replace("1.1", atLeast(wanted)))
        const reversed = provinceOf(
          { ...nation, amendments: nation.amendments.toReversed() },
          replace("1.1", atLeast(wanted))
        )
        for (const day of ["2022-12-31", "2023-02-01", "2023-12-31", "2024-12-31", "2025-12-31"]) {
          const asked = Number(lineOn(nation, day)[0])
          expect(lineOn(own, day)[0]).toBe(Math.max(wanted, asked))
          expect(lineOn(reversed, day)).toEqual(lineOn(own, day))
        }
      })
    )
  })
})
