import type { Effect } from "effect"
import { Context } from "effect"
import type { UnitId } from "../../units/index.ts"
import type { Day, Moment } from "../../values/index.ts"
import type { InputKey } from "../rules/condition.ts"
import type { LatestQuestion } from "./latest.ts"
import type { Observation, ObservationId, ObservationRecord, ObservationState } from "./observation.ts"
import type { InputCatalogue } from "./observation-input.ts"
import type { MoveRequest, Recording } from "./observation-recording.ts"
import type { ObservationsRefused } from "./observation-refusal.ts"
import type { Actor } from "./workflow.ts"

/** Who writes, and the inputs that criteria sets ask for. */
export interface Writer {
  readonly actor: Actor
  readonly inputs: InputCatalogue
}

/** What was recorded: `ids` in the order of the batch, all at one moment. */
export interface RecordedBatch {
  readonly ids: ReadonlyArray<ObservationId>
  readonly recordedAt: Moment
}

/** What was moved, all at one moment; `states` in the order of the batch. */
export interface MovedBatch {
  readonly states: ReadonlyArray<ObservationState>
  readonly movedAt: Moment
}

/** Values in force asked as columns. `units` may hold any units, also those that stand no more: carried values need them. */
export interface ColumnsQuestion extends LatestQuestion {
  readonly units: ReadonlyArray<UnitId>
  readonly inputs: ReadonlyArray<InputKey>
  /** Whether the days of the values are wanted too, which costs half as much again; they are unless this says false. */
  readonly days?: boolean
}

/**
 * Values in force as columns: one array an input, one place a unit, both in the order asked.
 *
 * **Details** NaN where there is no value. `days` are days since 1970-01-01, −2³¹ where there is no value; null if not wanted.
 * Asked again with `knownAt` (and the same question otherwise) the journal gives the same for ever. It is the moment of the last change
 * to anything that verdicts rest on: register, sets and recognitions too. Null while there was none.
 */
export interface ObservationColumns {
  readonly units: ReadonlyArray<UnitId>
  readonly inputs: ReadonlyArray<InputKey>
  readonly values: ReadonlyArray<Float64Array>
  readonly days: ReadonlyArray<Int32Array> | null
  readonly knownAt: Moment | null
}

/** Values of several days, from the first of them up to `asOf`. */
export interface SeriesQuestion extends LatestQuestion {
  readonly units: ReadonlyArray<UnitId>
  readonly inputs: ReadonlyArray<InputKey>
  readonly from: Day
}

/** A value as it stands in a series; of one corrected, the correction. */
export type SeriesValue = Pick<Observation, "unit" | "input" | "kind" | "from" | "day" | "value">

/** How a rebuild of the derived tables ended: how many of their rows there are, and how many were not as they should be. */
export interface Rebuilt {
  readonly rows: number
  readonly differing: number
}

/**
 * The journal of observations, append-only. Batches are written wholly or not at all, one after the other.
 *
 * **Details** Moments of recording grow strictly from batch to batch, so that what is known at a moment never changes.
 */
export class Observations extends Context.Service<
  Observations,
  {
    /** Refused with every problem of every row; then nothing is written. */
    readonly record: (
      batch: ReadonlyArray<Recording>,
      writer: Writer
    ) => Effect.Effect<RecordedBatch, ObservationsRefused>
    readonly move: (batch: ReadonlyArray<MoveRequest>, writer: Writer) => Effect.Effect<MovedBatch, ObservationsRefused>
    /** Packed and quick for what is known now as of the newest day; from the journal, in one statement, for any other. */
    readonly columns: (question: ColumnsQuestion) => Effect.Effect<ObservationColumns>
    /** The values in force themselves, with their moves, source and evidence; of all inputs where `inputs` is null. */
    readonly inForce: (
      question: Omit<ColumnsQuestion, "inputs" | "days"> & { readonly inputs: ReadonlyArray<InputKey> | null }
    ) => Effect.Effect<ReadonlyArray<ObservationRecord>>
    /** Every value that counts and that none that counts corrects, in the order of recording: what windows of years take. */
    readonly series: (question: SeriesQuestion) => Effect.Effect<ReadonlyArray<SeriesValue>>
    /** Those of the units of which a value in force was made for illustration. */
    readonly illustrative: (question: Omit<ColumnsQuestion, "days">) => Effect.Effect<ReadonlySet<UnitId>>
    /** Those of the units of which anything was ever recorded, whatever became of it: of the others there is nothing to read. */
    readonly reported: (units: ReadonlyArray<UnitId>) => Effect.Effect<ReadonlySet<UnitId>>
    /** Everything ever recorded of an input of a unit, or of several, in the order of recording; of all inputs where it is null. */
    readonly history: (
      of: UnitId | ReadonlyArray<UnitId>,
      input: InputKey | null
    ) => Effect.Effect<ReadonlyArray<ObservationRecord>>
    /** Makes the derived tables anew from the journal. */
    readonly rebuild: () => Effect.Effect<Rebuilt>
  }
>()("@ntm/domain/criteria/Observations") {}
