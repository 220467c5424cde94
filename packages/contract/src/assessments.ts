import {
  type Acceptance,
  bandsIn,
  type Confidence,
  type CriteriaDebt,
  type CriterionCounts,
  CriteriaSetId,
  type FrameReplacement,
  type HeldRecognition,
  InputKey,
  type ObservationRecord,
  type ReplacedUnit,
  type Replacement,
  type RollUp,
  type SetExplanation,
  type Target,
  type TargetStanding,
  type Tier,
  type UnitStanding,
  type Verdict
} from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { type Unit, UnitCode, type UnitLevel } from "@ntm/domain/units"
import { type Bilingual, Day, Moment } from "@ntm/domain/values"
import type { ToldDebt } from "@ntm/domain/works"
import { Schema } from "effect"
import { get, listing, type Page, post } from "./endpoint.ts"
import { Limit, Nothing } from "./query.ts"
import { asking } from "./writing.ts"

/** Ranges of numbers of criteria: "0-6,7-9,10-19". */
const BandsText = Schema.String.check(Schema.makeFilter((text: string) => bandsIn(text) !== null))

/** As of a day (today), as known at a moment (now), counting values from a state on (`approved`). */
const Known = {
  as_of: Schema.optionalKey(Day),
  known_at: Schema.optionalKey(Moment),
  accept: Schema.optionalKey(Schema.Literals(["submitted", "verified", "approved"]))
}

/** What an answer was asked for. */
export interface AsKnown {
  readonly asOf: string
  /** Asked again with this moment the answer is the same for ever; null while nothing was recorded. */
  readonly knownAt: string | null
  readonly accept: Acceptance
}

/** The set that units were judged by: the province's own where it has one. */
export interface AssessedSet {
  readonly id: string
  readonly name: string
  readonly level: UnitLevel
  readonly tier: Tier
  /** The national set that it derives from. */
  readonly national: string | null
  /** Its lines by how sure their rule is; `illustrative` numbers are made up for the demonstration and shown as such. */
  readonly confidence: Readonly<Record<Confidence, number>>
}

/** A unit as lists name it. */
export type NamedUnit = Pick<Unit, "id" | "code" | "name" | "type" | "level">

/** What is printed of an indicator beside its verdict. */
export interface LineDetail {
  readonly set: string
  readonly code: string
  readonly name: string
  readonly measure: string | null
  readonly unit: string | null
  readonly leadAgency: string | null
  readonly confidence: Confidence
  readonly evidence: ReadonlyArray<string>
}

/** A value that verdicts rest on: reported for the unit itself, or derived from what others reported. */
export interface ValueDetail {
  /** By which `ExplainedValue.columns` names it. */
  readonly column: string
  readonly input: string
  readonly value: number | null
  /** The observation with its moves, source and evidence; null for a derived value. */
  readonly record: ObservationRecord | null
  readonly derived: {
    readonly low: number
    readonly high: number
    readonly estimate: number | null
    readonly parts: ReadonlyArray<{
      readonly unit: NamedUnit
      readonly day: string
      readonly value: number
      readonly share: { readonly low: number; readonly high: number }
    }>
    readonly inferred: boolean
  } | null
  /** Why there is no value though the units that this one was formed of have some. */
  readonly reason: Bilingual | null
  /** Of construction debt: the works that it is of; absent where no work on the unit's ground has an acceptance. */
  readonly works?: ToldDebt
}

/** Where one unit stands under every set that is for it, and why. */
export interface Scorecard extends AsKnown {
  readonly unit: Unit
  /** The nearest first. */
  readonly above: ReadonlyArray<Unit>
  readonly held: HeldRecognition | null
  readonly sets: ReadonlyArray<{ readonly set: AssessedSet; readonly explanation: SetExplanation }>
  readonly lines: ReadonlyArray<LineDetail>
  readonly values: ReadonlyArray<ValueDetail>
  /** Units that `held` and others speak of by id. */
  readonly mentioned: ReadonlyArray<NamedUnit>
}

/** One unit in a matrix: a letter for each criterion, in the order of the criteria. */
export interface MatrixRow {
  readonly unit: NamedUnit
  /** m met, n not met, e exempt, d no data, t no threshold. */
  readonly verdicts: string
  readonly verdict: Verdict
  readonly met: number
  readonly tier: Tier | null
  readonly held: HeldRecognition["kind"] | null
  /** Rests on values that others reported. */
  readonly provisional: boolean
  /** Rests on values that were made up for the demonstration. */
  readonly illustrative: boolean
}

/** What units by criteria are of: the frame of the heat map. */
export interface MatrixHead extends AsKnown {
  readonly set: AssessedSet
  readonly parent: Unit | null
  readonly criteria: ReadonlyArray<{ readonly no: number; readonly name: string }>
}

/** Units by criteria, in Vietnamese order: the heat map. */
export type AssessmentMatrix = MatrixHead & Page<MatrixRow>

/** A group of units under a set, from every side that reports ask. */
export interface GroupStanding extends AsKnown {
  readonly set: AssessedSet
  readonly parent: Unit | null
  readonly rollUp: RollUp
  /** Criteria met per unit, not rounded; null for no units. */
  readonly average: number | null
  readonly bands: ReadonlyArray<{ readonly from: number; readonly to: number; readonly units: number }>
  /** Units that hold each tier or a higher one of its ladder, by decision or provisionally, out of `rollUp.units`. */
  readonly tiers: ReadonlyArray<{ readonly tier: Tier; readonly decided: number; readonly provisional: number }>
  readonly toRestore: number
  /** Units whose values were made up for the demonstration, or rest on such. */
  readonly illustrative: number
  readonly nearest: ReadonlyArray<UnitStanding>
  readonly mostMissing: ReadonlyArray<CriterionCounts>
  readonly debt: ReadonlyArray<CriteriaDebt>
  /** Against another day, where one was asked for. */
  readonly change: {
    readonly from: string
    readonly rollUp: RollUp
    readonly changed: ReadonlyArray<{
      readonly unit: number
      readonly before: Verdict
      readonly after: Verdict
      readonly gained: ReadonlyArray<number>
      readonly lost: ReadonlyArray<number>
    }>
    readonly appeared: ReadonlyArray<number>
    readonly gone: ReadonlyArray<number>
  } | null
  readonly mentioned: ReadonlyArray<NamedUnit>
}

/** The frame of a set that takes the place of another. */
export interface ReplacementFrame extends Omit<FrameReplacement, "units"> {
  /** The decision whose annex is missing. */
  readonly document: string | null
  /** In the order of `SetReplacement.units`: a letter for each of `old` as in `MatrixRow`, a space where a unit's own set has none. */
  readonly verdicts: ReadonlyArray<string>
}

/** What a group of units loses and gains when one set takes the place of another, judged by both on the same facts. */
export interface SetReplacement extends AsKnown, Omit<Replacement, "units"> {
  readonly from: AssessedSet
  readonly to: AssessedSet
  readonly parent: Unit | null
  /** In Vietnamese order. */
  readonly units: ReadonlyArray<Omit<ReplacedUnit, "unit"> & { readonly unit: NamedUnit }>
  /** Units that both sets are for and one of them cannot judge: only its frame is known there. */
  readonly notJudged: number
  /**
   * Where of the new set only the frame is known: what units hold of the old one beside it; null where units are judged by both.
   *
   * **Details** Then nothing is lost, gained, added or dropped, for none of that is known; `after` is "noThreshold" everywhere.
   */
  readonly frame: ReplacementFrame | null
  /**
   * How many indicators of the new set are in the system, where its decision has more; null where all are, or it does not say.
   *
   * **Details** What is `dropped` may then be asked for by those that are missing.
   */
  readonly partial: { readonly listed: number; readonly official: number } | null
  /** Units whose values were made up for the demonstration, or rest on such. */
  readonly illustrative: number
}

export interface TargetOnDay {
  readonly target: Target
  readonly standing: TargetStanding
  /** What the printed target says that does not agree with itself. */
  readonly faults: ReadonlyArray<Bilingual>
  /** Rests on values that were made up for the demonstration. */
  readonly illustrative: boolean
}

export const UnitParams = Schema.Struct({ code: UnitCode })
export const UnitQuery = Schema.Struct({ ...Known, set: Schema.optionalKey(CriteriaSetId) })

export const assessments = {
  /** One unit, with its why. Without `set` every set of its level that is in force on the day. */
  unit: get<Scorecard>()("/assessments/units/:code", UnitParams, UnitQuery),
  /** As `unit`, with some values changed; nothing is recorded. `value` null: as if it had never been reported. */
  whatIf: asking(
    post<Scorecard>()(
      "/assessments/units/:code/what-if",
      UnitParams,
      Schema.Struct({ ...Known, set: Schema.optionalKey(CriteriaSetId) }),
      Schema.Struct({
        values: Schema.Array(Schema.Struct({ input: InputKey, value: Schema.NullOr(Schema.Finite) })).check(
          Schema.isMaxLength(500)
        )
      })
    )
  ),
  /**
   * Units of the set's level below `unit` (the whole country without) that the set is for, by criterion.
   *
   * **Details** `set` may be a national set: units of a province with its own are judged by that.
   */
  matrix: listing<MatrixRow, MatrixHead>()(
    "/assessments",
    Nothing,
    Schema.Struct({ ...Known, set: CriteriaSetId, unit: Schema.optionalKey(UnitCode) }),
    null
  ),
  /**
   * The same units together; with `from` also what changed since that day. `top`: how many of `nearest` and `debt` (20).
   *
   * **Details** `bands`: the numbers of criteria that units are grouped by, "0-6,7-9,10-19"; those of reports without.
   */
  group: get<GroupStanding>()(
    "/rollups",
    Nothing,
    Schema.Struct({
      ...Known,
      set: CriteriaSetId,
      unit: Schema.optionalKey(UnitCode),
      from: Schema.optionalKey(Day),
      top: Schema.optionalKey(Limit),
      bands: Schema.optionalKey(BandsText)
    })
  ),
  /**
   * What the same units lose and gain when the set `with` takes the place of `set`, on the facts of the day.
   *
   * **Details** `with` may be a set of which only the frame is known: `frame` then says so, with what units hold of the old set.
   */
  replacement: get<SetReplacement>()(
    "/rollups/replacement",
    Nothing,
    Schema.Struct({ ...Known, set: CriteriaSetId, with: CriteriaSetId, unit: Schema.optionalKey(UnitCode) })
  ),
  /** Targets of a plan and where each stands on the day. */
  targets: listing<TargetOnDay, AsKnown>()("/targets", Nothing, Schema.Struct({ ...Known, document: DocumentId }))
}
