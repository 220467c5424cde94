import { Schema } from "effect"
import { CarryRule, UnitCode } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { Amendment } from "./amendment.ts"
import { Counterpart } from "./counterpart.ts"
import { Condition, InputKey } from "../rules/condition.ts"
import { Confidence, Criterion, Indicator } from "./indicator.ts"
import { Rule } from "../rules/rule.ts"
import { CriteriaSetId } from "./set-id.ts"
import { Tier } from "./tier.ts"

/** What is reported for the rules of a set: a number with its unit, or an attestation (1 yes, 0 no; unit null). */
export const SetInput = Schema.Struct({
  input: InputKey,
  name: Schema.String,
  unit: Schema.NullOr(Schema.String),
  /** "attestation", "percent", "count", "ratio", "money". */
  measure: Schema.String,
  /** Reported for men and for women apart, as "…/men" and "…/women". */
  bySex: Schema.Boolean,
  /** How its values pass to other boundaries when units are rearranged. */
  carry: CarryRule
})
export type SetInput = typeof SetInput.Type

/** One of the conditions under which a title is granted. */
export const GrantGate = Schema.Struct({
  id: Schema.NonEmptyString,
  name: Schema.String,
  rule: Rule,
  confidence: Confidence
})
export type GrantGate = typeof GrantGate.Type

/** A unit that this is true of takes the thresholds of another region than its own. */
export const RegionOverride = Schema.Struct({
  when: Condition,
  region: Schema.NonEmptyString,
  text: Schema.String,
  confidence: Confidence
})
export type RegionOverride = typeof RegionOverride.Type

/** Bộ tiêu chí: a set for one level and one tier, with everything that ever changed it. `setOn` gives it as of a day. */
export const CriteriaSet = Schema.Struct({
  id: CriteriaSetId,
  name: Schema.String,
  level: Schema.Literals(["commune", "district", "province"]),
  /** Types of units that it is for ("phường", "thị trấn"); null: every unit of the level that takes part in the programme. */
  types: Schema.NullOr(Schema.NonEmptyArray(Schema.NonEmptyString)),
  tier: Tier,
  /** Years, as they are shown. */
  periodFrom: Schema.Int,
  periodTo: Schema.Int,
  /** First and last day of the period. */
  period: Schema.Struct({ from: Day, to: Day }),
  /** Decisions that issue or amend it, as cited. */
  legalBases: Schema.Array(
    Schema.Struct({ number: Schema.String, date: Schema.NullOr(Day), role: Schema.NullOr(Schema.String) })
  ),
  officialCriteria: Schema.NullOr(Schema.Int),
  officialIndicators: Schema.NullOr(Schema.Int),
  /** A skeleton: nothing may be assessed with it. */
  doNotEvaluate: Schema.Boolean,
  /** The national set that it derives from, the province that issued it, and its first day there. */
  derivesFrom: Schema.NullOr(Schema.Struct({ set: CriteriaSetId, province: UnitCode, from: Day })),
  regions: Schema.Array(Schema.Struct({ code: Schema.NonEmptyString, name: Schema.String })),
  regionOverrides: Schema.Array(RegionOverride),
  /** Nhóm xã of 2026–2030 and what makes a commune belong to one. */
  groups: Schema.Array(
    Schema.Struct({
      group: Schema.Literals([1, 2, 3]),
      name: Schema.String,
      definition: Condition,
      confidence: Confidence
    })
  ),
  /** Lower tiers that a unit must hold. */
  requires: Schema.Array(Schema.Struct({ set: CriteriaSetId, text: Schema.String, confidence: Confidence })),
  /** Conditions of the set apart from its criteria. */
  conditions: Schema.Array(Indicator),
  criteria: Schema.Array(Criterion),
  /** What criteria of other sets seem to be about; absent where the set names none. */
  counterparts: Schema.optionalKey(Schema.Array(Counterpart)),
  recognition: Schema.Struct({
    legalBasis: Schema.NullOr(Schema.String),
    grant: Schema.Array(GrantGate),
    withdraw: Schema.NullOr(Rule)
  }),
  /** Oldest first. Empty once `setOn` has worked them in. */
  amendments: Schema.Array(Amendment),
  /** Everything that its rules and conditions ask to be reported, in the order of the set. */
  inputs: Schema.Array(SetInput),
  /** Null: the set with its whole history. A day: as in force on that day. */
  asOf: Schema.NullOr(Day),
  /** The set as loaded, so that nothing it says is lost. */
  source: Schema.Unknown
})
export type CriteriaSet = typeof CriteriaSet.Type
