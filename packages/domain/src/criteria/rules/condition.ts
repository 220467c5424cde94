import { Schema } from "effect"

/**
 * Names a number or an attestation that is reported for a unit: "income", "xa-ntm-2021-2025/3.2". Sets that ask for the
 * same thing name the same input; numbers of criteria differ between sets and never join them.
 */
export const InputKey = Schema.NonEmptyString.pipe(Schema.brand("InputKey"))
export type InputKey = typeof InputKey.Type

/** How a value is held against a number. */
export const Comparison = Schema.Literals([">=", ">", "<=", "<", "="])
export type Comparison = typeof Comparison.Type

/** Attributes of a unit that are true or false at a time; see `UnitAttributes`. */
export const Flag = Schema.Literals(["border", "island", "speciallyDifficult", "safeZone", "urban", "programme"])
export type Flag = typeof Flag.Type

/**
 * What has to be true of a unit on the day for a rule, or a row of thresholds, to concern it.
 *
 * **Details** Three-valued: an attribute that is not known is neither true nor false, and what rests on it is "no data".
 * `stated` is a fact that only a person can tell ("xã có làng nghề"), reported like any attestation.
 */
export type Condition =
  | { readonly if: "region"; readonly in: ReadonlyArray<string> }
  | { readonly if: "group"; readonly in: ReadonlyArray<1 | 2 | 3> }
  | { readonly if: "type"; readonly in: ReadonlyArray<string> }
  | { readonly if: "flag"; readonly is: Flag }
  | { readonly if: "stated"; readonly input: InputKey; readonly text: string }
  | { readonly if: "value"; readonly input: InputKey; readonly op: Comparison; readonly than: number }
  | { readonly if: "all"; readonly of: ReadonlyArray<Condition> }
  | { readonly if: "any"; readonly of: ReadonlyArray<Condition> }
  | { readonly if: "not"; readonly of: Condition }

const Texts = Schema.NonEmptyArray(Schema.NonEmptyString)

export const Condition: Schema.Codec<Condition, unknown> = Schema.suspend(() =>
  Schema.Union([
    Schema.Struct({ if: Schema.Literal("region"), in: Texts }),
    Schema.Struct({ if: Schema.Literal("group"), in: Schema.NonEmptyArray(Schema.Literals([1, 2, 3])) }),
    Schema.Struct({ if: Schema.Literal("type"), in: Texts }),
    Schema.Struct({ if: Schema.Literal("flag"), is: Flag }),
    Schema.Struct({ if: Schema.Literal("stated"), input: InputKey, text: Schema.NonEmptyString }),
    Schema.Struct({ if: Schema.Literal("value"), input: InputKey, op: Comparison, than: Schema.Finite }),
    Schema.Struct({ if: Schema.Literal("all"), of: Schema.Array(Condition) }),
    Schema.Struct({ if: Schema.Literal("any"), of: Schema.Array(Condition) }),
    Schema.Struct({ if: Schema.Literal("not"), of: Condition })
  ])
)
