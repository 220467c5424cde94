import { Schema } from "effect"
import { Confidence, Tier } from "../criteria/index.ts"
import { UnitLevel } from "../units/index.ts"
import { Bilingual, Day } from "../values/index.ts"

export const ProcedureId = Schema.String.check(Schema.isPattern(/^[a-z0-9]+(-[a-z0-9]+)*$/)).pipe(
  Schema.brand("ProcedureId")
)
export type ProcedureId = typeof ProcedureId.Type

const Key = Schema.String.check(Schema.isPattern(/^[a-z][a-zA-Z0-9]*$/))
const Share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 100 }))
const Length = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 3650 }))

/** Days as the procedure counts them. A period of calendar days that ends on a day off ends on the next working day. */
export const StepDays = Schema.Struct({ days: Length, count: Schema.Literals(["working", "calendar"]) })
export type StepDays = typeof StepDays.Type

/**
 * A paper of the dossier.
 *
 * **Details** `from`: `handed` by somebody, or filled by the system out of its own facts: `assessment` (the set as judged, with its proof),
 * `debt` (no overdue construction debt), `survey`, `consultation`, `vote`. `maxAgeMonths`: older than that on the day of appraisal it does not count.
 */
export const Paper = Schema.Struct({
  key: Key,
  name: Bilingual,
  from: Schema.Literals(["handed", "assessment", "debt", "survey", "consultation", "vote"]),
  maxAgeMonths: Schema.NullOr(Length),
  required: Schema.Boolean
})
export type Paper = typeof Paper.Type

/** What a step asks for beside being done. */
export const StepRule = Schema.Union([
  /** Public for so many days at least, with what people said. */
  Schema.TaggedStruct("consultation", { days: Length }),
  /**
   * Share of those who answered that must be satisfied (null: the number is not known, and a result is shown without a verdict), and of households
   * that must be asked; see `sampleSize` where the latter is null.
   */
  Schema.TaggedStruct("survey", { satisfied: Schema.NullOr(Share), asked: Schema.NullOr(Share) }),
  /** Share of the members present that must be for it (null: not known), and of all members that must be present. */
  Schema.TaggedStruct("vote", { inFavour: Schema.NullOr(Share), present: Schema.NullOr(Share) }),
  Schema.TaggedStruct("appraisal", {}),
  Schema.TaggedStruct("decision", {}),
  Schema.TaggedStruct("publication", {})
])
export type StepRule = typeof StepRule.Type

/** A step: who does it, after which, in how many days, with which papers (by key). */
export const DossierStep = Schema.Struct({
  key: Key,
  name: Bilingual,
  who: Bilingual,
  after: Schema.Array(Key),
  days: Schema.NullOr(StepDays),
  papers: Schema.Array(Key),
  rule: Schema.NullOr(StepRule),
  confidence: Confidence,
  source: Schema.NonEmptyString
})
export type DossierStep = typeof DossierStep.Type

/**
 * Trình tự, thủ tục xét công nhận of a level, under a form of local government, from a day to a day.
 *
 * **Details** Data: a decision that changes it is another procedure from its day on. Which one holds for a dossier is decided by the day on
 * which it is opened (`procedureFor`).
 */
export const Procedure = Schema.Struct({
  id: ProcedureId,
  level: UnitLevel,
  tiers: Schema.NonEmptyArray(Tier),
  form: Schema.Literals(["threeTier", "twoTier"]),
  name: Bilingual,
  document: Schema.NonEmptyString,
  from: Day,
  to: Schema.NullOr(Day),
  steps: Schema.NonEmptyArray(DossierStep),
  papers: Schema.Array(Paper)
})
export type Procedure = typeof Procedure.Type
