import { CriteriaSetId, type SetChange, Tier } from "@ntm/domain/criteria"
import {
  type DossierEventId,
  DossierEventRecording,
  DossierId,
  DossierOpening,
  type DossierStanding,
  type OpeningCheck,
  type Procedure,
  type ProcedureId,
  type ProcedureOrigin,
  ProceduresFile,
  type Rehearsal,
  type SurveyStanding,
  Survey
} from "@ntm/domain/dossiers"
import { UnitCode, UnitLevel } from "@ntm/domain/units"
import { type Bilingual, Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { download, get, listing, post } from "./endpoint.ts"
import { Nothing } from "./query.ts"
import { asking, type Previewed, writing } from "./writing.ts"

/** As of a day (today), as known at a moment (now). */
const AsOf = { as_of: Schema.optionalKey(Day), known_at: Schema.optionalKey(Moment) }
const Rows = Schema.Struct({ rows: Schema.Array(Schema.Unknown).check(Schema.isMaxLength(1000)) })
const Id = Schema.Struct({ id: Schema.FiniteFromString.pipe(Schema.decodeTo(DossierId)) })

/** `margin`: how near to its threshold a value is told, in per cent of it (5). */
const Rehearsing = Schema.Struct({
  ...AsOf,
  margin: Schema.optionalKey(Schema.FiniteFromString.check(Schema.isBetween({ minimum: 0, maximum: 100 })))
})

export interface Answered {
  readonly asOf: string
  readonly knownAt: string | null
}

export interface Recorded<Id> {
  readonly recordedAt: Moment
  readonly items: ReadonlyArray<{ readonly row: number; readonly id: Id }>
}

/** A dossier as lists show it. */
export interface DossierLine {
  readonly id: DossierId
  readonly unit: { readonly code: string; readonly name: string; readonly type: string } | null
  readonly tier: Tier
  readonly procedure: ProcedureId
  readonly state: DossierStanding["state"]
  /** The step that it stands at, in both languages; null once decided. */
  readonly at: { readonly key: string; readonly vi: string; readonly en: string } | null
  /** The day from which it waits for that step; null once decided. */
  readonly since: string | null
  readonly openedOn: string
  readonly expectedEnd: string | null
  /** By how many days a step that is not done, or a task that carries it out, is past its due day: the longest; 0 once decided. */
  readonly lateDays: number
  readonly missing: number
  readonly overridden: boolean
  readonly illustrative: boolean
}

/** A procedure with who brought it, when and out of what. */
export interface KnownProcedure extends Procedure {
  readonly known: ProcedureOrigin
}

/** What a file makes, or would make, of the procedures that are known. What stands in its way comes as a problem (422) instead. */
export interface ProceduresTaken {
  readonly procedures: ReadonlyArray<{
    readonly id: ProcedureId
    readonly name: Bilingual
    /** "unchanged": it reads as before, and is not written again. */
    readonly change: SetChange
    readonly steps: number
    /** Steps whose days are stated. */
    readonly timed: number
  }>
}

const FileName = Schema.Struct({
  /** Name of the file, kept with what it brings. */
  file: Schema.optionalKey(Schema.NonEmptyString.check(Schema.isMaxLength(200)))
})

export const dossiers = {
  /** Of a unit and everything below it. */
  list: listing<DossierLine, Answered>()(
    "/dossiers",
    Nothing,
    Schema.Struct({ ...AsOf, unit: Schema.optionalKey(UnitCode), tier: Schema.optionalKey(Tier) })
  ),
  one: get<Answered & { readonly standing: DossierStanding }>()("/dossiers/:id", Id, Schema.Struct(AsOf)),
  /** How a level asks for a tier on a day (today), as known at a moment (now), and who brought that. */
  procedures: listing<KnownProcedure, Answered>()(
    "/dossiers/procedures",
    Nothing,
    Schema.Struct({
      ...AsOf,
      level: Schema.optionalKey(UnitLevel),
      tier: Schema.optionalKey(Tier)
    })
  ),
  /** What a file of procedures would do; nothing is written. */
  previewProcedures: asking(
    post<ProceduresTaken & Previewed>()("/dossiers/procedures/preview", Nothing, FileName, ProceduresFile)
  ),
  /**
   * Loads the procedures of a file, wholly or not at all, in the place of those of the same id.
   *
   * **Details** `knownFrom`: the moment from which they are known; null where all of them read as before. Dossiers that are open keep the procedure
   * that was known when they were opened.
   */
  loadProcedures: writing({ changes: "/dossiers/procedures", replaces: true })(
    post<ProceduresTaken & { readonly knownFrom: Moment | null }>()(
      "/dossiers/procedures",
      Nothing,
      FileName,
      ProceduresFile
    )
  ),
  /** Whether a dossier could be opened for a unit, and every reason why not. Changes nothing. */
  check: get<Answered & { readonly check: OpeningCheck; readonly procedure: Procedure | null }>()(
    "/dossiers/check",
    Nothing,
    Schema.Struct({ ...AsOf, unit: UnitCode, tier: Tier, set: Schema.optionalKey(CriteriaSetId) })
  ),
  /**
   * Dossier, standing, rehearsal, proof and hashes of papers as one sealed file that `ntm verify` checks without the server. Asked again with the
   * same day and moment it is the same, byte by byte.
   */
  bundle: download("/dossiers/:id/bundle", Id, Rehearsing),
  /** What an appraisal council would find. */
  rehearsal: get<Answered & { readonly rehearsal: Rehearsal }>()("/dossiers/:id/rehearsal", Id, Rehearsing),
  /** Opens dossiers, wholly or not at all. */
  open: post<Recorded<DossierId>>()("/dossiers", Nothing, Nothing, Rows),
  /** Records what happened to them, wholly or not at all. */
  record: writing({ changes: "/dossiers/:id" })(
    post<Recorded<DossierEventId>>()("/dossiers/events", Nothing, Nothing, Rows)
  ),
  /** Reads a survey: shares, and whether enough answered. Changes nothing. */
  survey: asking(post<{ readonly standing: SurveyStanding }>()("/dossiers/survey", Nothing, Nothing, Survey))
}

const { asOf, criteriaSet, document, illustrative, note, openedOn, override, procedure, tasks, tier, unit } =
  DossierOpening.fields

/** A dossier to be opened. What is left out: no override, document, note or tasks, not illustrative; the procedure is that of the day. */
export const DossierOpeningBody = Schema.Struct({
  unit,
  tier,
  criteriaSet,
  asOf,
  openedOn,
  procedure: Schema.optionalKey(procedure),
  override: Schema.optionalKey(override),
  document: Schema.optionalKey(document),
  note: Schema.optionalKey(note),
  tasks: Schema.optionalKey(tasks),
  illustrative: Schema.optionalKey(illustrative)
})
export type DossierOpeningBody = typeof DossierOpeningBody.Type

/** Something that happened to a dossier, to be recorded. What is left out: without document, evidence or note, not illustrative. */
export const DossierEventRow = Schema.Struct({
  dossier: DossierEventRecording.fields.dossier,
  day: DossierEventRecording.fields.day,
  body: DossierEventRecording.fields.body,
  document: Schema.optionalKey(DossierEventRecording.fields.document),
  evidence: Schema.optionalKey(DossierEventRecording.fields.evidence),
  note: Schema.optionalKey(DossierEventRecording.fields.note),
  illustrative: Schema.optionalKey(Schema.Boolean)
})
export type DossierEventRow = typeof DossierEventRow.Type
