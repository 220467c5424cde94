import { Schema } from "effect"
import { PersonId } from "../people/index.ts"
import { UnitId } from "../units/index.ts"
import { Moment } from "../values/index.ts"
import { ChangedNoun } from "./noun.ts"

/** The place of a change among all: 1, 2, 3 … in the order in which they were committed, without gaps. */
export const Sequence = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)).pipe(Schema.brand("Sequence"))
export type Sequence = typeof Sequence.Type

export const ChangeOp = Schema.Literals(["insert", "update", "delete", "truncate", "opening"])
export type ChangeOp = typeof ChangeOp.Type

/** From where something was changed; what is not known is null. */
export const ChangeOrigin = Schema.Struct({
  /** The name of who was signed in, as it was then. */
  name: Schema.NullOr(Schema.String),
  /** What was asked: "POST /api/v1/works". */
  question: Schema.NullOr(Schema.String),
  address: Schema.NullOr(Schema.String),
  request: Schema.NullOr(Schema.String),
  agent: Schema.NullOr(Schema.String)
})
export type ChangeOrigin = typeof ChangeOrigin.Type

const Rows = Schema.Array(Schema.Record(Schema.String, Schema.Unknown))

/** What one statement changed, before and after; a large batch is told by its numbers alone. */
export const Change = Schema.Struct({
  seq: Sequence,
  moment: Moment,
  person: Schema.NullOr(PersonId),
  origin: Schema.NullOr(ChangeOrigin),
  noun: ChangedNoun,
  op: ChangeOp,
  rows: Schema.Int,
  units: Schema.Array(UnitId),
  firstId: Schema.NullOr(Schema.Int),
  lastId: Schema.NullOr(Schema.Int),
  before: Schema.NullOr(Rows),
  after: Schema.NullOr(Rows)
})
export type Change = typeof Change.Type
