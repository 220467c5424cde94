import { Exit, Schema } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import type { AssessableLine, AssessableSet } from "../evaluator/assessable.ts"
import { type Condition, InputKey } from "../rules/condition.ts"
import type { Measure } from "../rules/measure.ts"
import { Rule } from "../rules/rule.ts"
import type { Threshold } from "../rules/threshold.ts"
import type { Facts } from "./naive-facts.ts"
import { setId, setOf } from "./sets.ts"

/** Random rules, sets and units. Values lie on, and a hair beside, the numbers of the rules. */

export const inputs = ["a", "b", "c", "d"]
const input = fc.constantFrom(...inputs).map((key) => InputKey.make(key))
const numbers = [-3, 0, 0.1, 0.3, 1, 2, 3, 7, 10, 30, 33.3, 50, 79.9, 80, 100, 110]
const number = fc.constantFrom(...numbers)
const comparison = fc.constantFrom(">=" as const, ">" as const, "<=" as const, "<" as const, "=" as const)
const order = fc.constantFrom(">=" as const, ">" as const, "<=" as const, "<" as const)
const region = fc.constantFrom("DBSH", "TN", "DNB")
const flag = fc.constantFrom("island" as const, "border" as const)
const short = { maxLength: 3 }

const plain: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ if: fc.constant("region" as const), in: fc.array(region, { minLength: 1, maxLength: 2 }) }),
  fc.record({ if: fc.constant("flag" as const), is: flag }),
  fc.record({
    if: fc.constant("group" as const),
    in: fc.array(fc.constantFrom(1 as const, 2 as const), { minLength: 1 })
  }),
  fc.record({ if: fc.constant("type" as const), in: fc.constant(["xã"]) }),
  fc.record({ if: fc.constant("stated" as const), input, text: fc.constant("có làng nghề") }),
  fc.record({ if: fc.constant("value" as const), input, op: comparison, than: number })
)

const { condition } = fc.letrec<{ readonly condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    plain,
    fc.record({ if: fc.constantFrom("all" as const, "any" as const), of: fc.array(tie("condition"), short) }),
    fc.record({ if: fc.constant("not" as const), of: tie("condition") })
  )
}))
export { condition }

const day = fc.constantFrom("2024-06-30", "2024-12-31", "2025-06-30").map((text) => Day.make(text))
const row = fc.record({
  value: number,
  when: fc.option(condition),
  year: fc.option(fc.constantFrom(2024, 2025), { freq: 4 }),
  from: fc.option(day, { freq: 4 }).map((one) => one),
  to: fc.option(day, { freq: 4 })
})
const open = { year: null, from: null, to: null }
const rows = fc
  .tuple(
    fc.array(
      fc.oneof(
        row,
        row.map((one) => ({ ...one, ...open }))
      ),
      short
    ),
    fc.option(number)
  )
  .map(([list, last]): Threshold => {
    const end = last === null ? [] : [{ value: last, when: null, ...open }]
    return { rows: [...list, ...end], awaiting: null }
  })

const leaf: fc.Arbitrary<Measure> = fc.oneof(
  { arbitrary: fc.record({ of: fc.constant("input" as const), input }), weight: 4 },
  fc.record({ of: fc.constant("input" as const), input, maxAgeDays: fc.constantFrom(10, 400) }),
  fc.constant({ of: "overdueDebt" as const }),
  fc.record({ of: fc.constant("leastBelow" as const), level: fc.constant("commune" as const), input })
)
const { measure } = fc.letrec<{ readonly measure: Measure }>((tie) => ({
  measure: fc.oneof(
    { maxDepth: 2 },
    { arbitrary: leaf, weight: 3 },
    fc.record({
      of: fc.constant("ratio" as const),
      part: tie("measure"),
      whole: tie("measure"),
      times: fc.constantFrom(1, 100)
    })
  )
}))

const titles = { tier: fc.constantFrom("standard" as const, "advanced" as const), revalidate: fc.boolean() }

/** Rules of a set; `below` are the sets that it may rest on. */
export const ruleOver = (below: ReadonlyArray<string>, gate = false): fc.Arbitrary<Rule> => {
  const others = [...below, "unheard-of"]
  const other = fc.constantFrom(...others).map(setId)
  const threshold: fc.Arbitrary<Threshold> = fc.oneof(
    { arbitrary: rows, weight: 5 },
    fc.record({ times: fc.constantFrom(1, 1.1, 0.5), set: other, code: fc.constantFrom("1", "2", "N1") })
  )
  const single: fc.Arbitrary<Rule> = fc.oneof(
    { arbitrary: fc.record({ op: comparison, measure, threshold }), weight: 5 },
    fc.record({
      op: fc.constant("between" as const),
      measure,
      low: threshold,
      high: threshold,
      highExclusive: fc.boolean()
    }),
    { arbitrary: fc.record({ op: fc.constant("attested" as const), input }), weight: 2 },
    fc.record({ op: fc.constant("attested" as const), input, maxAgeDays: fc.constantFrom(10, 400) }),
    fc.record({ op: fc.constant("criterionMet" as const), set: other, criterion: fc.constantFrom(1, 2, 9) }),
    fc.record({ op: fc.constant("holds" as const), ...titles, set: other }),
    fc.record({ op: fc.constant("holds" as const), ...titles, set: fc.constant(null), revalidate: fc.constant(false) }),
    ...(gate
      ? [
          fc.constant({ op: "allCriteria" as const }),
          fc.record({ op: fc.constant("criterionLost" as const), names: fc.constant(["Tiêu chí 1"] as const) }),
          // Not "=": between two bounds the evaluator does not count the values that are possible.
          fc.record({ op: order, measure: fc.constant({ of: "criteriaLost" as const }), threshold })
        ]
      : [])
  )
  return fc.letrec<{ readonly rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { arbitrary: single, weight: 3 },
      fc.record({
        op: fc.constantFrom("all" as const, "any" as const),
        rules: fc.array(tie("rule"), { maxLength: 6 })
      }),
      fc.record({
        op: fc.constant("atLeast" as const),
        count: fc.integer({ min: 1, max: 3 }),
        rules: fc.array(tie("rule"))
      }),
      fc.record({ op: fc.constant("when" as const), condition, rule: tie("rule"), otherwise: fc.option(tie("rule")) }),
      fc.record({ op: fc.constant("eachSex" as const), rule: tie("rule") })
    )
  })).rule
}

const lines = (
  below: ReadonlyArray<string>,
  codes: ReadonlyArray<string>
): fc.Arbitrary<ReadonlyArray<AssessableLine>> =>
  fc.tuple(
    ...codes.map((code) =>
      fc.record({
        code: fc.constant(code),
        rule: fc.option(ruleOver(below), { freq: 9 }),
        appliesWhen: fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, condition)
      })
    )
  )

const setOver = (id: string, below: ReadonlyArray<string>): fc.Arbitrary<AssessableSet> =>
  fc
    .record({
      first: lines(below, ["1"]),
      second: lines(below, ["2", "3"]),
      conditions: fc.oneof(fc.constant([]), lines(below, ["N1"])),
      requires: fc.oneof(
        fc.constant([]),
        fc.subarray([...below]).map((sets) => sets.map((set) => ({ set: setId(set) })))
      ),
      regionOverrides: fc.oneof(fc.constant([]), fc.array(fc.record({ when: condition, region }), { maxLength: 2 })),
      grant: ruleOver(below, true),
      withdraw: ruleOver(below, true)
    })
    .map(({ first, second, conditions, requires, regionOverrides, grant, withdraw }) =>
      setOf(id, [first, second], {
        conditions,
        requires,
        regionOverrides,
        recognition: { grant: [{ id: "g", rule: grant }], withdraw }
      })
    )

/** Three sets of which each may rest on those before it. */
export const sets = fc.tuple(setOver("s0", []), setOver("s1", ["s0"]), setOver("s2", ["s0", "s1"]))

const hair = 1e-9
const value = fc.oneof(
  { arbitrary: number, weight: 4 },
  { arbitrary: fc.constantFrom(0, 1), weight: 3 },
  fc.tuple(number, fc.constantFrom(-hair, hair)).map(([near, by]) => near + by),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
)
const columns = [
  ...inputs.flatMap((key) => ["", "/men", "/women"].map((sex) => `input:${key}${sex}`)),
  ...inputs.flatMap((key) => ["", "/men", "/women"].map((sex) => `leastBelow:commune:${key}${sex}`)),
  "overdueDebt",
  ...["standard", "advanced"].flatMap((tier) => ["*", "s0", "s1"].map((set) => `held:${tier}:${set}`))
]
const fact = fc.record({ value, ageDays: fc.option(fc.constantFrom(0, 10, 11, 400, 401), { freq: 5 }) })
export { columns as columnKeys, value as factValue }

/** What is known of a unit, with holes. */
export const facts: fc.Arbitrary<Omit<Facts, "day">> = fc.record({
  type: fc.constantFrom("xã", "phường", null),
  attributes: fc.record(
    { region, island: fc.boolean(), border: fc.boolean(), communeGroup: fc.constantFrom(1 as const, 2 as const) },
    { requiredKeys: [] }
  ),
  values: fc.record(Object.fromEntries(columns.map((key) => [key, fact])), { requiredKeys: [] })
})

/** A rule that only ever gets easier as "a" rises and "b" falls, and asks of values nothing else. */
const still: fc.Arbitrary<Condition> = fc.record({ if: fc.constant("flag" as const), is: flag })
const stillRows = fc.array(
  row.map((one) => ({ ...one, when: null, ...open })),
  { minLength: 1, maxLength: 1 }
)
const stillThreshold: fc.Arbitrary<Threshold> = fc.record({ rows: stillRows, awaiting: fc.constant(null) })
const measureOf = (key: string) => ({ of: "input" as const, input: InputKey.make(key) })
const up = fc.record({ op: fc.constantFrom(">=" as const, ">" as const), measure: fc.constant(measureOf("a")) })
const down = fc.record({ op: fc.constantFrom("<=" as const, "<" as const), measure: fc.constant(measureOf("b")) })
const upShare = fc.constant({ of: "ratio" as const, part: measureOf("a"), whole: measureOf("c"), times: 100 })
export const { rule: risingRule } = fc.letrec<{ readonly rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.tuple(fc.oneof(up, down), stillThreshold).map(([compared, threshold]) => ({ ...compared, threshold })),
    // A share rises with its part only where the whole is above 0, so that the unit is left out elsewhere.
    fc.tuple(up, upShare, stillThreshold).map(([{ op }, measure, threshold]): Rule => ({
      op: "when",
      condition: { if: "value", input: InputKey.make("c"), op: ">", than: 0 },
      rule: { op, measure, threshold },
      otherwise: null
    })),
    fc.record({ op: fc.constantFrom("all" as const, "any" as const), rules: fc.array(tie("rule"), { maxLength: 6 }) }),
    fc.record({
      op: fc.constant("atLeast" as const),
      count: fc.integer({ min: 1, max: 3 }),
      rules: fc.array(tie("rule"))
    }),
    fc.record({
      op: fc.constant("when" as const),
      condition: still,
      rule: tie("rule"),
      otherwise: fc.option(tie("rule"))
    })
  )
}))

/** "a" rises, or "b" falls. */
export const fallOrRise = fc.oneof(
  fc.record({ column: fc.constant("input:a"), by: fc.constantFrom(hair, 0.1, 1, 20, 1e3) }),
  fc.record({ column: fc.constant("input:b"), by: fc.constantFrom(-hair, -0.1, -1, -20, -1e3) })
)

it("random rules are rules: the schema that reads files accepts them", () => {
  const accepts = Schema.decodeUnknownExit(Rule)
  fc.assert(
    fc.property(ruleOver(["s0"], true), (rule) => {
      expect(Exit.isSuccess(accepts(JSON.parse(JSON.stringify(rule))))).toBe(true)
    }),
    { numRuns: 100 }
  )
})
