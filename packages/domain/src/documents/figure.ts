import { Schema } from "effect"

/**
 * Số liệu công bố: a number that a document states, with the precision it claims and its relations to others.
 *
 * **Details** `value` with `decimals` places is exactly what was printed (`3734.307`, 3 places). A figure whose
 * value is a text ("Đạt", "2022-06") or could not be read (`null`) takes part in no arithmetic.
 * Relations name figures of the same document by `id`; `quantity` is shared by all figures, in any document,
 * that state the same quantity.
 */
export const Figure = Schema.Struct({
  id: Schema.NonEmptyString,
  section: Schema.NullOr(Schema.String),
  label: Schema.String,
  value: Schema.NullOr(Schema.Union([Schema.Finite, Schema.String])),
  /** Decimal places that the printed number claims; 0 for a whole number. */
  decimals: Schema.Int,
  /** Upper end where the document prints a range ("80-90"). */
  valueMax: Schema.NullOr(Schema.Finite),
  unit: Schema.NullOr(Schema.String),
  asOf: Schema.NullOr(Schema.String),
  period: Schema.NullOr(Schema.String),
  scope: Schema.NullOr(Schema.String),
  /** "khoảng", "trên", "ước", "dự kiến" …: loosens what the figure claims. */
  qualifier: Schema.NullOr(Schema.String),
  /** The printed form, where it matters ("18.258"). */
  printed: Schema.NullOr(Schema.String),
  note: Schema.NullOr(Schema.String),
  quantity: Schema.NullOr(Schema.String),
  breakdownOf: Schema.NullOr(Schema.String),
  /** Names the split, since one total can be split in several ways. */
  breakdownBy: Schema.NullOr(Schema.String),
  /** The whole out of which this is counted: a number or the id of a figure. */
  outOf: Schema.NullOr(Schema.Union([Schema.Finite, Schema.String])),
  statedPercentOf: Schema.NullOr(Schema.Struct({ of: Schema.String, percent: Schema.Finite, decimals: Schema.Int })),
  restates: Schema.NullOr(Schema.String),
  differenceOf: Schema.NullOr(Schema.Struct({ of: Schema.String, less: Schema.String })),
  /** Name of a fact of the system from which this figure can be computed (see `Facts`). */
  computedFrom: Schema.NullOr(Schema.String)
})
export type Figure = typeof Figure.Type
