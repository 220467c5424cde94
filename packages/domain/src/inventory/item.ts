import { Schema } from "effect"
import { Evidence, Recorder, Written } from "../criteria/index.ts"
import { UnitId } from "../units/index.ts"
import { Day, Moment } from "../values/index.ts"

/** Given in the order of recording, to entries and to what becomes of them alike. */
export const ItemId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("ItemId"))
export type ItemId = typeof ItemId.Type

const Count = Schema.Int.check(
  Schema.makeFilter(
    (count: number) =>
      (count >= 0 && count <= 100_000_000) || "phải là số đếm, không âm · must be a count, not negative"
  )
)
const Amount = Schema.Finite.check(
  Schema.makeFilter((amount: number) => amount > 0 || "phải lớn hơn 0 · must be above 0")
)
const Stars = Schema.Int.check(
  Schema.makeFilter(
    (stars: number) => (stars >= 3 && stars <= 5) || "số sao phải từ 3 đến 5 · the stars must be 3 to 5"
  )
)

/** What a register lists. */
export const ItemKind = Schema.Literals([
  "modelArea",
  "modelGarden",
  "smartVillage",
  "smartCommune",
  "ocop",
  "training",
  "meeting",
  "issued"
])
export type ItemKind = typeof ItemKind.Type

/**
 * What is listed. `modelArea`: khu dân cư kiểu mẫu, with its households. `modelGarden`: vườn mẫu, m². `smartVillage`: thôn thông minh.
 * `smartCommune`: xã thí điểm thông minh. `ocop`: a product with stars; `until` is the last day of its certificate, null where only the rule
 * says so (`ocopTerm`). `training`: a class held and who attended, `unit` the code that theirs carries on the day. `meeting`: held, and how
 * many took part. `issued`: a document issued, its number.
 */
export const ItemBody = Schema.Union([
  Schema.TaggedStruct("modelArea", { households: Schema.NullOr(Count), village: Schema.NullOr(Written) }),
  Schema.TaggedStruct("modelGarden", { owner: Schema.NullOr(Written), area: Schema.NullOr(Amount) }),
  Schema.TaggedStruct("smartVillage", { village: Schema.NullOr(Written) }),
  Schema.TaggedStruct("smartCommune", { pilot: Schema.Boolean }),
  Schema.TaggedStruct("ocop", { producer: Written, stars: Stars, until: Schema.NullOr(Day) }),
  Schema.TaggedStruct("training", {
    days: Schema.NullOr(Amount),
    attendees: Schema.Array(
      Schema.Struct({ who: Written, unit: Schema.NullOr(Schema.NonEmptyString), count: Count })
    ).check(Schema.isMaxLength(1000))
  }),
  Schema.TaggedStruct("meeting", { chair: Schema.NullOr(Written), participants: Schema.NullOr(Count) }),
  Schema.TaggedStruct("issued", { number: Written, kind: Written })
])
export type ItemBody = typeof ItemBody.Type

const stated = {
  name: Written,
  body: ItemBody,
  /** The day from which it counts: of recognition, of the class, of issue. */
  day: Day,
  document: Schema.NullOr(Written),
  evidence: Schema.Array(Evidence).check(Schema.isMaxLength(50)),
  note: Schema.NullOr(Written),
  illustrative: Schema.Boolean
}

/** An entry of a register of the programme: appended, never changed; what becomes of it are `ItemEvent`s. */
export const Item = Schema.Struct({
  ...stated,
  id: ItemId,
  unit: UnitId,
  recordedAt: Moment,
  recordedBy: Recorder
})
export type Item = typeof Item.Type

export const ItemRecording = Schema.Struct({ ...stated, unit: Schema.Union([UnitId, Schema.NonEmptyString]) })
export type ItemRecording = typeof ItemRecording.Type

const event = {
  item: ItemId,
  day: Day,
  /**
   * `ended`: no longer counts from the day on. `renewed`: an OCOP product was graded again. `withdrawn`: from the day on it is as if it had
   * never been listed.
   */
  body: Schema.Union([
    Schema.TaggedStruct("ended", { reason: Written }),
    Schema.TaggedStruct("renewed", { stars: Stars, until: Schema.NullOr(Day) }),
    Schema.TaggedStruct("withdrawn", { reason: Written })
  ]),
  document: Schema.NullOr(Written)
}

export const ItemEvent = Schema.Struct({ ...event, id: ItemId, recordedAt: Moment, recordedBy: Recorder })
export type ItemEvent = typeof ItemEvent.Type

export const ItemEventRecording = Schema.Struct(event)
export type ItemEventRecording = typeof ItemEventRecording.Type
