import { Schema } from "effect"

/** No parameters, or no query. */
export const Nothing = Schema.Struct({})

/** `limit` of a list: 1 to 1000. */
export const Limit = Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 1, maximum: 1000 }))

/** Text that a person types to search; matched without diacritics. */
export const SearchText = Schema.String.check(Schema.isMaxLength(200))
