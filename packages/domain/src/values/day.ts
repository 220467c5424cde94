import { Schema } from "effect"

/** A calendar day, `YYYY-MM-DD`, without a time zone: the day that a document prints. */
export const Day = Schema.String.check(
  Schema.isPattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
).pipe(Schema.brand("Day"))
export type Day = typeof Day.Type
