import { Schema } from "effect"
import { UnitId } from "../../units/index.ts"
import { Day, Moment } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"

/** Given in the order of recording: a later observation has a greater one. */
export const ObservationId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("ObservationId"))
export type ObservationId = typeof ObservationId.Type

/** A value at a day, a sum over a period, or a total to date: the last is never summed, a flow only over disjoint periods. */
export const ObservationKind = Schema.Literals(["stock", "flow", "toDate"])
export type ObservationKind = typeof ObservationKind.Type

/** How far a value has come: being written, handed in, found right, counted, or sent back with a reason. */
export const ObservationState = Schema.Literals(["draft", "submitted", "verified", "approved", "returned"])
export type ObservationState = typeof ObservationState.Type

/** The office that somebody acts for. A department is one of many: its name says which. */
/** Offices that write things down; a supervising body records no values, it follows the recommendations that it made. */
export const OfficeRole = Schema.Literals([
  "communeOfficer",
  "districtOffice",
  "department",
  "provincialOffice",
  "supervisor"
])
export type OfficeRole = typeof OfficeRole.Type

/** Text that a person wrote and any store can keep: no NUL, no half of a character. */
export const Written = Schema.NonEmptyString.check(
  Schema.isMaxLength(2000),
  Schema.makeFilter(
    (text: string) =>
      (text.isWellFormed() && !text.includes("\0")) ||
      "có ký tự không lưu được (NUL hoặc nửa ký tự) · has characters that cannot be kept (NUL, or half of one)"
  )
)

/** Who recorded or moved a value, as configured or signed in; `agency` is the department's name. */
export const Recorder = Schema.Struct({
  name: Written,
  role: OfficeRole,
  agency: Schema.NullOr(Written)
})
export type Recorder = typeof Recorder.Type

/** Of the content of a file, in small hexadecimal letters. */
export const Sha256 = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/))

/** What proves a value: a file by its name and content, or a link. */
export const Evidence = Schema.Union([
  Schema.Struct({
    file: Written,
    sha256: Sha256,
    bytes: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
  }),
  Schema.Struct({
    link: Written.check(Schema.isPattern(/^https?:\/\/\S+$/)),
    title: Schema.NullOr(Written)
  })
])
export type Evidence = typeof Evidence.Type

/** Where a value was taken from: a document and the place in it, a file that was read in, or a form that a person filled in. */
export const ObservationSource = Schema.Union([
  Schema.Struct({
    from: Schema.Literal("document"),
    document: Written,
    place: Schema.NullOr(Written)
  }),
  Schema.Struct({ from: Schema.Literal("import"), name: Written }),
  Schema.Struct({ from: Schema.Literal("form") })
])
export type ObservationSource = typeof ObservationSource.Type

const stated = {
  input: InputKey,
  /** What the value is as of; for a flow or a total to date the last day of its period. */
  day: Day,
  kind: ObservationKind,
  /** First day of the period of a flow or a total to date; null for a stock. */
  from: Schema.NullOr(Day),
  source: ObservationSource,
  evidence: Schema.Array(Evidence),
  note: Schema.NullOr(Written),
  /** The observation that this one corrects: the newest of its line. */
  supersedes: Schema.NullOr(ObservationId),
  /** Made for illustration; shown as such wherever it shows. */
  illustrative: Schema.Boolean
}

/**
 * Số liệu: a value of an input for a unit as of a day, as it was recorded. Never changed afterwards.
 *
 * **Details** An attestation is 1 or 0. `state` is the one in which it was recorded; later ones are `StateMove`s.
 */
export const Observation = Schema.Struct({
  ...stated,
  id: ObservationId,
  unit: UnitId,
  value: Schema.Finite,
  state: ObservationState,
  recordedAt: Moment,
  recordedBy: Recorder
})
export type Observation = typeof Observation.Type

/** A step of an observation from one state to another; a return says why. */
export const StateMove = Schema.Struct({
  observation: ObservationId,
  state: ObservationState,
  at: Moment,
  by: Recorder,
  reason: Schema.NullOr(Written)
})
export type StateMove = typeof StateMove.Type

/** An observation with its moves, oldest first. */
export const ObservationRecord = Schema.Struct({ observation: Observation, moves: Schema.Array(StateMove) })
export type ObservationRecord = typeof ObservationRecord.Type
