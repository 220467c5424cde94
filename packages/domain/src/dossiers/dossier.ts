import { Schema } from "effect"
import { TaskKey } from "../assignments/index.ts"
import { CriteriaSetId, Recorder, Tier, Written } from "../criteria/index.ts"
import { UnitCode, UnitId } from "../units/index.ts"
import { Day, Moment } from "../values/index.ts"
import { ProcedureId } from "./procedure.ts"

export const DossierId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("DossierId"))
export type DossierId = typeof DossierId.Type

const stated = {
  tier: Tier,
  criteriaSet: CriteriaSetId,
  procedure: ProcedureId,
  /** The year whose results it is about: what the assessment is as of. */
  asOf: Day,
  openedOn: Day,
  /** Why it was opened although the assessment does not allow it; null where it does. */
  override: Schema.NullOr(Written),
  document: Schema.NullOr(Written),
  note: Schema.NullOr(Written),
  /** Tasks of a document by which a step of the procedure is carried out; a step may have several. */
  tasks: Schema.Array(Schema.Struct({ step: Schema.NonEmptyString, task: TaskKey })),
  illustrative: Schema.Boolean
}

/** Hồ sơ đề nghị xét, công nhận: the case that asks for a tier for a unit. What happened to it are `DossierEvent`s. */
export const Dossier = Schema.Struct({
  ...stated,
  id: DossierId,
  unit: UnitId,
  recordedAt: Moment,
  recordedBy: Recorder
})
export type Dossier = typeof Dossier.Type

/** A dossier as somebody opens it: the unit by the system's id, or by the code that it carries on the day. */
export const DossierOpening = Schema.Struct({ ...stated, unit: Schema.Union([UnitId, UnitCode]) })
export type DossierOpening = typeof DossierOpening.Type
