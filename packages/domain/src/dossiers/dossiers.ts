import { Context, type Effect } from "effect"
import type { TaskKey, WorkCalendar } from "../assignments/index.ts"
import type { Actor, CriteriaSetId, SetSource } from "../criteria/index.ts"
import type { Chronicle, UnitId } from "../units/index.ts"
import type { Moment } from "../values/index.ts"
import type { Dossier, DossierId, DossierOpening } from "./dossier.ts"
import type { DossierEvent, DossierEventId, DossierEventRecording } from "./event.ts"
import type { DossierFacts } from "./facts.ts"
import type { Procedure } from "./procedure.ts"
import type { ProceduresLoaded, ProceduresRefused } from "./procedure-load.ts"
import type { ProcedureVersion } from "./procedure-versions.ts"
import type { DossiersRefused } from "./refusal.ts"
import type { OpeningCheck } from "./standing.ts"

/** Dossiers of some units with everything that happened to them, in the order of recording. */
export interface DossierJournal {
  readonly dossiers: ReadonlyArray<Dossier>
  readonly events: ReadonlyArray<DossierEvent>
}

/**
 * Who opens, and what a batch is held against (`checkDossierOpenings`, under the lock of the journal).
 *
 * **Details** What the assessment says was asked before; whether another one is open is told by the journal that is locked.
 */
export interface DossierOpener {
  readonly actor: Actor
  readonly chronicle: Chronicle
  readonly sets: ReadonlySet<CriteriaSetId>
  /** Whether a document gave a task of this key; left out where nobody can tell. */
  readonly isTask?: (task: TaskKey) => boolean
  /** What the facts say of an opening, the journal left aside. */
  readonly check: (opening: DossierOpening, unit: UnitId) => OpeningCheck
}

/** Who records, and what a batch is held against (`checkDossierEvents`, under the lock of the journal). */
export interface DossierWriter {
  readonly actor: Actor
  readonly chronicle: Chronicle
  readonly calendar: WorkCalendar
  /** What the system's own facts say of a dossier's papers. */
  readonly factsOf: (dossier: Dossier) => DossierFacts
}

/**
 * Dossiers and what happened to them, append-only.
 *
 * **Details** A decision that recognises makes a `Recognition` in the same transaction (`recognitionOf`), a survey the observation that it gives
 * (`observationOf`); a revocation or an expiry ends the recognition (`endOf`).
 */
export class Dossiers extends Context.Service<
  Dossiers,
  {
    /** Everything that procedures ever said, in the order of lists, the oldest first; `proceduresKnown` and `procedureOfDossier` read it. */
    readonly procedures: (knownAt?: Moment | null) => Effect.Effect<ReadonlyArray<ProcedureVersion>>
    /** Loads procedures of an office, wholly or not at all (`proceduresTaken`, under the lock of the journal). */
    readonly load: (
      procedures: ReadonlyArray<Procedure>,
      source: SetSource
    ) => Effect.Effect<ProceduresLoaded, ProceduresRefused>
    /** Null: of the whole country. `knownAt`: as known at a moment (now), also where an import said something else later. */
    readonly journal: (units: ReadonlyArray<UnitId> | null, knownAt?: Moment | null) => Effect.Effect<DossierJournal>
    readonly open: (
      batch: ReadonlyArray<DossierOpening>,
      opener: DossierOpener
    ) => Effect.Effect<{ readonly ids: ReadonlyArray<DossierId>; readonly recordedAt: Moment }, DossiersRefused>
    readonly record: (
      batch: ReadonlyArray<DossierEventRecording>,
      writer: DossierWriter
    ) => Effect.Effect<{ readonly ids: ReadonlyArray<DossierEventId>; readonly recordedAt: Moment }, DossiersRefused>
    /** Another one as soon as anything was recorded; null while there is nothing. */
    readonly moment: () => Effect.Effect<Moment | null>
  }
>()("@ntm/domain/dossiers/Dossiers") {}
