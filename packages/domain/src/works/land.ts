import { Schema } from "effect"
import { Recorder, Written } from "../criteria/index.ts"
import { WorkId } from "../funding/index.ts"
import { UnitId } from "../units/index.ts"
import { Day, Dong, Moment } from "../values/index.ts"

export const LandGiftId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("LandGiftId"))
export type LandGiftId = typeof LandGiftId.Type

const Area = Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))
const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

const stated = {
  unit: UnitId,
  work: Schema.NullOr(WorkId),
  /** The household, organisation or person by the office's own reference: never needed by name. */
  household: Written,
  /** m² of residential and of agricultural land. */
  residential: Area,
  agricultural: Area,
  /** Structures that have to be cleared, and how many of them are eligible for support. */
  structures: Count,
  eligible: Count,
  /** Parcels whose records must follow (chỉnh lý biến động). */
  parcels: Count,
  /** The day on which it was agreed. */
  day: Day,
  document: Schema.NullOr(Written),
  illustrative: Schema.Boolean
}

/** Hiến đất của một hộ: what was agreed. Its value in đồng is an entry of funding (community.land). */
export const LandGift = Schema.Struct({ ...stated, id: LandGiftId, recordedAt: Moment, recordedBy: Recorder })
export type LandGift = typeof LandGift.Type

export const LandGiftRecording = Schema.Struct({ ...stated, unit: Schema.Union([Schema.String, UnitId]) })
export type LandGiftRecording = typeof LandGiftRecording.Type

/**
 * What happened to a gift of land since.
 *
 * **Details** `cleared`: the ground is free. `updated`: records of so many more parcels were brought up to date. `withdrawn`: taken back, with
 * the reason. `paid`: support paid for structures, in đồng.
 */
export const LandEvent = Schema.Struct({
  gift: LandGiftId,
  day: Day,
  event: Schema.Union([
    Schema.TaggedStruct("cleared", {}),
    Schema.TaggedStruct("updated", { parcels: Count }),
    Schema.TaggedStruct("paid", { amount: Dong }),
    Schema.TaggedStruct("withdrawn", { reason: Written })
  ]),
  recordedAt: Moment,
  recordedBy: Recorder
})
export type LandEvent = typeof LandEvent.Type

export const LandEventRecording = LandEvent.mapFields(({ recordedAt: _, recordedBy: __, ...fields }) => fields)
export type LandEventRecording = typeof LandEventRecording.Type
