import { Result } from "effect"
import { Day } from "../../values/index.ts"
import { assess, type Assessment, verdictOf } from "../evaluator/assess.ts"
import type { AssessableLine, AssessableSet } from "../evaluator/assessable.ts"
import { type Fact, columnsOf, type ProfiledUnit } from "../evaluator/columns-build.ts"
import { compile } from "../evaluator/compile.ts"
import { type Comparison, InputKey } from "../rules/condition.ts"
import type { Rule } from "../rules/rule.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import { flat, type Threshold } from "../rules/threshold.ts"
import type { Verdict } from "../rules/verdict.ts"

export const day = Day.make("2024-12-31")
export const setId = (id: string): CriteriaSetId => CriteriaSetId.make(id)
export const inputOf = (key: string) => ({ of: "input" as const, input: InputKey.make(key) })
export const line = (code: string, rule: Rule | null, more: Partial<AssessableLine> = {}): AssessableLine => ({
  code,
  rule,
  appliesWhen: null,
  ...more
})
export const held = (op: Comparison, input: string, than: number | Threshold): Rule => ({
  op,
  measure: inputOf(input),
  threshold: typeof than === "number" ? flat(than) : than
})
export const attested = (input: string): Rule => ({ op: "attested", input: InputKey.make(input) })

/** A set whose criteria 1, 2 … have these lines. */
export const setOf = (
  id: string,
  criteria: ReadonlyArray<ReadonlyArray<AssessableLine>>,
  more: Partial<AssessableSet> = {}
): AssessableSet => ({
  id: setId(id),
  tier: "standard",
  criteria: criteria.map((indicators, at) => ({ no: at + 1, name: `Tiêu chí ${at + 1}`, indicators })),
  conditions: [],
  requires: [],
  regionOverrides: [],
  recognition: { grant: [], withdraw: null },
  ...more
})

/** Units 1, 2 … with these attributes. */
export const unitsOf = (...attributes: ReadonlyArray<ProfiledUnit["attributes"]>): ReadonlyArray<ProfiledUnit> =>
  attributes.map((one, at) => ({ id: at + 1, type: "xã", attributes: one }))

export const assessed = (
  sets: ReadonlyArray<AssessableSet>,
  units: ReadonlyArray<ProfiledUnit>,
  facts: ReadonlyArray<Fact>,
  on: Day = day
): Assessment => assess(Result.getOrThrow(compile(sets, on)), columnsOf(units, facts))

/** Verdicts of the units under the last set in the order of judging. */
export const verdicts = (assessment: Assessment): ReadonlyArray<Verdict> =>
  Array.from(assessment.sets.at(-1)?.codes ?? [], verdictOf)

/** The verdict of one rule about one unit with these values. */
export const verdictOn = (
  rule: Rule,
  values: { readonly [input: string]: number },
  attributes: ProfiledUnit["attributes"] = {},
  on: Day = day
): Verdict | undefined => {
  const facts = Object.entries(values).map(([input, value]) => ({ unit: 1, column: `input:${input}`, value, day: on }))
  return verdicts(assessed([setOf("s", [[line("1", rule)]])], unitsOf(attributes), facts, on))[0]
}
