import { Context, type Effect } from "effect"
import type { Actor } from "../criteria/index.ts"
import type { UnitId } from "../units/index.ts"
import type { Moment } from "../values/index.ts"
import type { Dossier, DossierId, DossierOpening } from "./dossier.ts"
import type { DossierEvent, DossierEventId, DossierEventRecording } from "./event.ts"
import type { Procedure } from "./procedure.ts"
import type { DossiersRefused } from "./refusal.ts"
import type { OpeningCheck } from "./standing.ts"

/** Dossiers of some units with everything that happened to them, in the order of recording. */
export interface DossierJournal {
  readonly dossiers: ReadonlyArray<Dossier>
  readonly events: ReadonlyArray<DossierEvent>
}

/** Who writes; what the assessment says of an opening is asked before, and checked again by whoever holds the lock. */
export interface DossierWriter {
  readonly actor: Actor
  readonly check: (opening: DossierOpening, unit: UnitId) => OpeningCheck
}

/**
 * Dossiers and what happened to them, append-only.
 *
 * **Details** A decision that recognises makes a `Recognition` in the same transaction; a revocation or an expiry ends it.
 */
export class Dossiers extends Context.Service<
  Dossiers,
  {
    readonly procedures: () => Effect.Effect<ReadonlyArray<Procedure>>
    /** Null: of the whole country. */
    readonly journal: (units: ReadonlyArray<UnitId> | null) => Effect.Effect<DossierJournal>
    readonly open: (
      batch: ReadonlyArray<DossierOpening>,
      writer: DossierWriter
    ) => Effect.Effect<{ readonly ids: ReadonlyArray<DossierId>; readonly recordedAt: Moment }, DossiersRefused>
    readonly record: (
      batch: ReadonlyArray<DossierEventRecording>,
      writer: DossierWriter
    ) => Effect.Effect<{ readonly ids: ReadonlyArray<DossierEventId>; readonly recordedAt: Moment }, DossiersRefused>
    readonly moment: () => Effect.Effect<Moment | null>
  }
>()("@ntm/domain/dossiers/Dossiers") {}
