import { Schema } from "effect"
import { UnitId } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import { Tier } from "../sets/tier.ts"

/** Công nhận: a decision that gives a unit a tier, with the day from which it was withdrawn, if it was. */
export const Recognition = Schema.Struct({
  unit: UnitId,
  tier: Tier,
  /** The set that it was judged by; null where the decision does not say. */
  criteriaSet: Schema.NullOr(CriteriaSetId),
  /** Number of the decision: "1234/QĐ-UBND". */
  document: Schema.NonEmptyString,
  decidedOn: Day,
  /** The first day on which it no longer holds. */
  revokedOn: Schema.NullOr(Day),
  note: Schema.NullOr(Schema.String),
  /** Which unit it was is not public: chosen for illustration, shown as such wherever it shows. */
  illustrative: Schema.Boolean
}).check(
  Schema.makeFilter(
    ({ decidedOn, revokedOn }) =>
      revokedOn === null ||
      revokedOn >= decidedOn ||
      "Ngày thu hồi trước ngày công nhận · Withdrawn before it was decided"
  )
)
export type Recognition = typeof Recognition.Type
