import { Schema } from "effect"

/** Names a criteria set: "xa-ntm-2021-2025". */
export const CriteriaSetId = Schema.NonEmptyString.pipe(Schema.brand("CriteriaSetId"))
export type CriteriaSetId = typeof CriteriaSetId.Type
