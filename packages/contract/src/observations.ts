import {
  Acceptance,
  InputKey,
  type CriteriaSetId,
  type InputSpec,
  MoveRequest,
  ObservationId,
  ObservationKind,
  type ObservationRecord,
  ObservationSource,
  ObservationState,
  type Rebuilt,
  Recording
} from "@ntm/domain/criteria"
import { type Unit, UnitCode, UnitLevel } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { download, listing, post } from "./endpoint.ts"
import { Nothing } from "./query.ts"

/** As of a day (today), as known at a moment (now), from which state on (approved). */
const Asked = {
  as_of: Schema.optionalKey(Day),
  known_at: Schema.optionalKey(Moment),
  accept: Schema.optionalKey(Acceptance)
}

/**
 * A value to be recorded. What is left out: a stock, handed in (`submitted`), out of a form, without evidence.
 *
 * **Details** `unit` is the code that the unit carries on the day. An attestation is 1 or 0.
 */
export const RecordingBody = Schema.Struct({
  unit: UnitCode,
  input: InputKey,
  day: Day,
  value: Schema.Number,
  kind: Schema.optionalKey(ObservationKind),
  from: Schema.optionalKey(Schema.NullOr(Day)),
  state: Schema.optionalKey(ObservationState),
  source: Schema.optionalKey(ObservationSource),
  evidence: Schema.optionalKey(Recording.fields.evidence),
  note: Schema.optionalKey(Recording.fields.note),
  supersedes: Schema.optionalKey(Schema.NullOr(ObservationId)),
  illustrative: Schema.optionalKey(Schema.Boolean)
})
export type RecordingBody = typeof RecordingBody.Type

/** Of the units of `level` (commune) that stand below `unit`, or in the country, on the day; of one input, or of all. */
const Statistics = Schema.Struct({
  ...Asked,
  unit: Schema.optionalKey(UnitCode),
  level: Schema.optionalKey(UnitLevel),
  input: Schema.optionalKey(InputKey)
})

/** Rows are read one by one, so that each is told what is wrong with it; at most 20,000 at once. */
const Rows = Schema.Struct({ rows: Schema.Array(Schema.Unknown).check(Schema.isMaxLength(20_000)) })

/** A line of a unit's form: an input, its value in force, and a newer one that is not approved yet. */
export interface ObservedInput {
  readonly input: InputSpec
  /** The sets that ask for it on the day. */
  readonly sets: ReadonlyArray<CriteriaSetId>
  readonly inForce: ObservationRecord | null
  /** Of the value in force on `asOf`. */
  readonly ageDays: number | null
  /** The newest value that was recorded and not returned, where it is not the one in force. */
  readonly pending: ObservationRecord | null
}

/** A line of an input's column: a unit and its value in force. */
export interface ObservedUnit {
  readonly unit: Unit
  readonly inForce: ObservationRecord | null
  readonly ageDays: number | null
  readonly pending: ObservationRecord | null
}

/** A line of the values in force: an observation in force, with the code of its unit. */
export interface StreamedObservation extends ObservationRecord {
  readonly code: UnitCode
}

export const observations = {
  /**
   * Everything ever recorded of a unit, or of one input of it, in the order of recording; as it was known at `known_at`.
   */
  history: listing<ObservationRecord, { readonly asOf: string; readonly unit: Unit }>()(
    "/observations",
    Nothing,
    Schema.Struct({
      unit: UnitCode,
      input: Schema.optionalKey(InputKey),
      as_of: Asked.as_of,
      known_at: Asked.known_at
    })
  ),
  /**
   * The values in force of every unit of `level` (commune) below `unit`, or of the country, as of the day: unit by unit, in lines (NDJSON) as many as
   * there are.
   */
  inForce: listing<StreamedObservation, { readonly asOf: string; readonly knownAt: Moment | null }>()(
    "/observations/in-force",
    Nothing,
    Statistics
  ),
  /** Records a batch, wholly or not at all: refused with every problem of every row (`rows[3].value`). */
  record: post<{
    readonly recordedAt: Moment
    readonly items: ReadonlyArray<{
      readonly row: number
      readonly id: ObservationId
      readonly state: ObservationState
    }>
  }>()("/observations", Nothing, Nothing, Rows),
  /** Moves observations from state to state, wholly or not at all; who may is told by `workflow` of the domain. */
  move: post<{
    readonly movedAt: Moment
    readonly items: ReadonlyArray<{
      readonly row: number
      readonly observation: ObservationId
      readonly state: ObservationState
    }>
  }>()(
    "/observations/moves",
    Nothing,
    Nothing,
    Schema.Struct({ rows: Schema.Array(MoveRequest).check(Schema.isMaxLength(20_000)) })
  ),
  /** Makes the derived tables anew from the journal. The body is an empty object. */
  rebuild: post<Rebuilt>()("/observations/rebuild", Nothing, Nothing, Nothing),
  /** Every input that criteria sets ask for, as they were known at a moment (now), in the order of the sets; with `as_of` of those whose period holds the day. */
  inputs: listing<InputSpec>()(
    "/inputs",
    Nothing,
    Schema.Struct({ as_of: Schema.optionalKey(Day), known_at: Schema.optionalKey(Moment) })
  ),
  /** The form of a unit: every input that the sets of its level and province ask for on the day. */
  ofUnit: listing<ObservedInput, { readonly asOf: string; readonly unit: Unit }>()(
    "/units/:code/observations",
    Schema.Struct({ code: UnitCode }),
    Schema.Struct(Asked)
  ),
  /** An input as a column: the units of `level` (commune) below `unit`, or of the country, that stand on the day. */
  ofInput: listing<ObservedUnit, { readonly asOf: string; readonly input: InputSpec }>()(
    "/inputs/:key/observations",
    Schema.Struct({ key: InputKey }),
    Schema.Struct({ ...Asked, unit: Schema.optionalKey(UnitCode), level: Schema.optionalKey(UnitLevel) })
  ),
  /**
   * Values over time as a data message of SDMX-JSON 2.0, sent as it is read. docs/open-formats.md says what it tells.
   *
   * **Details** Every value that stands up to the day, not only the newest; those of units that stand no more are not among them.
   */
  data: download("/observations/sdmx/data", Nothing, Statistics),
  /** The structure message of the same question: concepts, code lists of units and indicators, data structure, dataflow. */
  structure: download("/observations/sdmx/structure", Nothing, Statistics)
}
