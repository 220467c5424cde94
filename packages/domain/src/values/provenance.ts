import { Schema } from "effect"
import { isDay } from "./day.ts"

/** A moment in UTC, ISO 8601: `2025-03-05T02:30:00.000Z`. Text order is time order among moments of one precision. */
export const Moment = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/, {
    message: "Thời điểm phải viết theo giờ UTC (2025-03-05T02:30:00Z) · A moment must be in UTC (2025-03-05T02:30:00Z)",
    toJsonSchema: () => ({ format: "date-time" })
  }).abort(),
  Schema.makeFilter(
    (text: string) =>
      isDay(text.slice(0, 10)) || "Thời điểm có ngày không có trong lịch · The moment's day is not in the calendar"
  )
).pipe(Schema.brand("Moment"))
export type Moment = typeof Moment.Type

/**
 * Where a fact comes from. Every fact carries one: a number on a screen leads back to a document or an import,
 * and every question can be asked as known at a moment.
 */
export const Provenance = Schema.Struct({
  /** Id of the document that states the fact; `null` for one that came by an import alone. */
  document: Schema.NullOr(Schema.NonEmptyString),
  /** Where in the document, as a reader finds it: section, table, cell ("Phụ lục 02, dòng An Lão, cột 5"). */
  place: Schema.NullOr(Schema.NonEmptyString),
  recordedAt: Moment,
  /** Who recorded it: the person or the agency's system, as shown to others. */
  recordedBy: Schema.NonEmptyString,
  importId: Schema.NullOr(Schema.NonEmptyString)
}).check(
  Schema.makeFilter(
    ({ document, importId }) =>
      document !== null ||
      importId !== null ||
      "Số liệu phải dẫn văn bản hoặc lần nhập liệu làm nguồn · A fact must name the document or import it came from"
  ),
  Schema.makeFilter(
    ({ document, place }) =>
      place === null ||
      document !== null ||
      "Có vị trí trong văn bản nhưng không ghi văn bản nào · A place in a document is given without the document"
  )
)
export type Provenance = typeof Provenance.Type
