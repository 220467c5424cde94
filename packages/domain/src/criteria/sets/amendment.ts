import { Schema } from "effect"
import { Day } from "../../values/index.ts"
import { Condition } from "../rules/condition.ts"
import { Confidence, Criterion, Indicator } from "./indicator.ts"
import { Rule } from "../rules/rule.ts"

const text = Schema.NullOr(Schema.String)

/** What an amendment does to one line. What is null in `replace` stays as it was; a rule is always stated whole. */
export const AmendmentChange = Schema.Union([
  Schema.Struct({ change: Schema.Literal("addCriterion"), criterion: Criterion }),
  Schema.Struct({ change: Schema.Literal("dropCriterion"), no: Schema.Int }),
  Schema.Struct({ change: Schema.Literal("rewordCriterion"), no: Schema.Int, name: Schema.NonEmptyString }),
  /** To the criterion of that number; null: a condition of the set. */
  Schema.Struct({ change: Schema.Literal("add"), criterion: Schema.NullOr(Schema.Int), indicator: Indicator }),
  Schema.Struct({ change: Schema.Literal("drop"), code: Schema.String }),
  Schema.Struct({ change: Schema.Literal("reword"), code: Schema.String, name: Schema.NonEmptyString }),
  Schema.Struct({
    change: Schema.Literal("replace"),
    code: Schema.String,
    name: text,
    measure: text,
    unit: text,
    appliesWhen: Schema.NullOr(Condition),
    leadAgency: text,
    note: text,
    evidence: Schema.NullOr(Schema.Array(Schema.String)),
    rule: Rule,
    confidence: Confidence
  }),
  /** Known to be changed, not known how. */
  Schema.Struct({ change: Schema.Literal("mention"), code: Schema.String, confidence: Confidence })
])
export type AmendmentChange = typeof AmendmentChange.Type

/** A decision that changes a set from a day on: national or, in a set that derives from a national one, of the province. */
export const Amendment = Schema.Struct({
  number: Schema.NonEmptyString,
  issuedOn: Schema.NullOr(Day),
  from: Day,
  scope: text,
  confidence: Confidence,
  /** False where the decision is known to change more than is written here. */
  complete: Schema.Boolean,
  changes: Schema.Array(AmendmentChange)
})
export type Amendment = typeof Amendment.Type
