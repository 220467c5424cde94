import { Schema } from "effect"
import { CriteriaSetId, InputKey, Tier } from "../../criteria/index.ts"
import { DocumentId } from "../../documents/index.ts"
import { FundingSourceKey } from "../../funding/index.ts"
import { ItemKind } from "../../inventory/index.ts"
import { UnitCode } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { BatchId } from "../../works/index.ts"

/** Of which units: the one that owes the task (its province where it is an agency's), or units by the codes that they carry on the day. */
const Of = Schema.Union([Schema.Literal("own"), Schema.NonEmptyArray(UnitCode)])

const Percent = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 100 }))

/**
 * Điều kiện đóng: what must hold for a task or a recommendation to be done, over the system's own facts.
 *
 * **Details** `disbursed`: paid, of what was allocated from a source of a budget year, up to the day `by` (the day asked, where it is null).
 * `noOverdueDebt`: no construction debt beyond the programme's limit. `handedOver`: every work of a batch. `criterionMet`: criteria of a set,
 * all of it for no numbers. `recognised`: a tier held by decision. `figureStated`: a document of the system states the figure.
 * `approved`: every value reported for an input is approved, and there is one. `registered`: so many entries of a register in all these units
 * together that count on the day, or (`year`) that are new in a year; of products with at least so many stars.
 */
export const ClosingCondition = Schema.Union([
  Schema.TaggedStruct("disbursed", {
    of: Of,
    source: FundingSourceKey,
    year: Schema.Int.check(Schema.isBetween({ minimum: 2000, maximum: 2100 })),
    percent: Percent,
    by: Schema.NullOr(Day)
  }),
  Schema.TaggedStruct("noOverdueDebt", { of: Of }),
  Schema.TaggedStruct("handedOver", { batch: BatchId }),
  Schema.TaggedStruct("criterionMet", { of: Of, set: CriteriaSetId, numbers: Schema.Array(Schema.Int) }),
  Schema.TaggedStruct("recognised", { of: Of, tier: Tier }),
  Schema.TaggedStruct("figureStated", { document: DocumentId, figure: Schema.NonEmptyString }),
  Schema.TaggedStruct("approved", { of: Of, input: InputKey }),
  Schema.TaggedStruct("registered", {
    of: Of,
    kind: ItemKind,
    least: Schema.Int.check(Schema.isGreaterThan(0)),
    year: Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 2000, maximum: 2100 }))),
    stars: Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 3, maximum: 5 })))
  })
])
export type ClosingCondition = typeof ClosingCondition.Type
