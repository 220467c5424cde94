import { Schema } from "effect"

/** No parameters, or no query. */
export const Nothing = Schema.Struct({})

/** `limit` of a list: 1 to 1000. */
export const Limit = Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 1, maximum: 1000 }))

/** Text that a person types to search; matched without diacritics. */
export const SearchText = Schema.String.check(Schema.isMaxLength(200))

/** Where a page of a list begins, as the page before said; read by the server alone. */
export const Cursor = Schema.NonEmptyString.check(Schema.isMaxLength(1000))

/** Names of fields, apart by commas, nested by dots: "code,name,standing.state". */
export const FieldNames = Schema.String.check(
  Schema.isMaxLength(1000),
  Schema.isPattern(/^\w+(\.\w+)*(,\w+(\.\w+)*)*$/)
)
