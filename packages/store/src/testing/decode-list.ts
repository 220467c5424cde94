import { Schema } from "effect"

/** Reads sample rows as the domain's own, so that a sample that the domain would refuse fails where it is written. */
export const decodeList = <S extends Schema.ConstraintDecoder<unknown>>(schema: S) =>
  Schema.decodeUnknownSync(Schema.Array(schema))
