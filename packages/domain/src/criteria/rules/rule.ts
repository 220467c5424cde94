import { Schema } from "effect"
import { Comparison, Condition, InputKey } from "./condition.ts"
import { Measure } from "./measure.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import { Threshold } from "./threshold.ts"
import { Tier } from "../sets/tier.ts"

/**
 * Quy tắc: how an indicator is judged, as data. The evaluator compiles it; nothing else knows what an operator means.
 *
 * **Details** Every rule gives one of five verdicts (see `Verdict`). What is not known never makes anything met:
 * `all` is not met as soon as one rule is not, `any` met as soon as one is; what remains is no threshold before no data.
 * Rules that are exempt are left out of the count; if all are, the whole is.
 */
export type Rule =
  | { readonly op: Comparison; readonly measure: Measure; readonly threshold: Threshold }
  | {
      readonly op: "between"
      readonly measure: Measure
      readonly low: Threshold
      readonly high: Threshold
      readonly highExclusive: boolean
    }
  | { readonly op: "attested"; readonly input: InputKey; readonly maxAgeDays?: number }
  | { readonly op: "all"; readonly rules: ReadonlyArray<Rule> }
  | { readonly op: "any"; readonly rules: ReadonlyArray<Rule> }
  | { readonly op: "atLeast"; readonly count: number; readonly rules: ReadonlyArray<Rule> }
  | { readonly op: "when"; readonly condition: Condition; readonly rule: Rule; readonly otherwise: Rule | null }
  | { readonly op: "eachSex"; readonly rule: Rule }
  | { readonly op: "holds"; readonly tier: Tier; readonly set: CriteriaSetId | null; readonly revalidate: boolean }
  | { readonly op: "criterionMet"; readonly set: CriteriaSetId; readonly criterion: number }
  | { readonly op: "criterionLost"; readonly names: ReadonlyArray<string> }
  | { readonly op: "allCriteria" }

const Rules = Schema.suspend(() => Schema.Array(Rule))

export const Rule: Schema.Codec<Rule, unknown> = Schema.suspend(() =>
  Schema.Union([
    Schema.Struct({ op: Comparison, measure: Measure, threshold: Threshold }),
    Schema.Struct({
      op: Schema.Literal("between"),
      measure: Measure,
      low: Threshold,
      high: Threshold,
      highExclusive: Schema.Boolean
    }),
    /** "Đạt" by the agency in charge: 1 for yes, 0 for no. */
    Schema.Struct({
      op: Schema.Literal("attested"),
      input: InputKey,
      maxAgeDays: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThan(0)))
    }),
    Schema.Struct({ op: Schema.Literal("all"), rules: Rules }),
    Schema.Struct({ op: Schema.Literal("any"), rules: Rules }),
    Schema.Struct({
      op: Schema.Literal("atLeast"),
      count: Schema.Int.check(Schema.isGreaterThan(0)),
      rules: Rules
    }),
    /** Otherwise null: the unit is exempt, and the condition says why. */
    Schema.Struct({
      op: Schema.Literal("when"),
      condition: Condition,
      rule: Rule,
      otherwise: Schema.NullOr(Rule)
    }),
    /** The rule holds for men and for women apart: its inputs are read as "…/men" and "…/women". */
    Schema.Struct({ op: Schema.Literal("eachSex"), rule: Rule }),
    /** The unit holds the tier; with `revalidate` it also still meets the set today. */
    Schema.Struct({
      op: Schema.Literal("holds"),
      tier: Tier,
      set: Schema.NullOr(CriteriaSetId),
      revalidate: Schema.Boolean
    }),
    Schema.Struct({ op: Schema.Literal("criterionMet"), set: CriteriaSetId, criterion: Schema.Int }),
    /** For withdrawals: one of these criteria is among those that the unit no longer meets. */
    Schema.Struct({ op: Schema.Literal("criterionLost"), names: Schema.NonEmptyArray(Schema.NonEmptyString) }),
    /** For grants: every criterion of the set itself is met. */
    Schema.Struct({ op: Schema.Literal("allCriteria") })
  ])
)
