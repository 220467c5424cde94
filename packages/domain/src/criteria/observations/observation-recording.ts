import { Schema } from "effect"
import { UnitCode, UnitId } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"
import {
  Evidence,
  ObservationId,
  ObservationKind,
  ObservationSource,
  ObservationState,
  Written
} from "./observation.ts"

/** A value as somebody hands it in, before anything is checked but its form. */
export const Recording = Schema.Struct({
  /** The system's id, or the code that the unit carries on the day. */
  unit: Schema.Union([UnitCode, UnitId]),
  input: InputKey,
  day: Day,
  kind: ObservationKind,
  from: Schema.NullOr(Day),
  /** Any number: what is wrong with it is told by row, beside everything else. */
  value: Schema.Number,
  state: ObservationState,
  source: ObservationSource,
  evidence: Schema.Array(Evidence).check(Schema.isMaxLength(50)),
  note: Schema.NullOr(Written),
  supersedes: Schema.NullOr(ObservationId),
  illustrative: Schema.Boolean
})
export type Recording = typeof Recording.Type

/** A value that stands every check that needs no journal. */
export interface CheckedRecording extends Omit<Recording, "unit"> {
  /** Index of the row in the batch. */
  readonly row: number
  readonly unit: UnitId
}

/** A step that somebody wants an observation to make. */
export const MoveRequest = Schema.Struct({
  observation: ObservationId,
  to: ObservationState,
  reason: Schema.NullOr(Written)
})
export type MoveRequest = typeof MoveRequest.Type

/** Where a value was taken from, as one text: equal for equal sources. */
export const sourceKey = (source: ObservationSource): string => {
  switch (source.from) {
    case "document":
      return JSON.stringify(["document", source.document, source.place])
    case "import":
      return JSON.stringify(["import", source.name])
    case "form":
      return JSON.stringify(["form"])
  }
}
