import type { Unit } from "../units/index.ts"
import type { Bilingual, Day } from "../values/index.ts"
import type { Dossier } from "./dossier.ts"
import type { DossierEvent } from "./event.ts"
import type { DossierStep, Paper, Procedure } from "./procedure.ts"

/** A paper as it is on a day: there, too old, wanting; with what the system's own facts say where it fills itself. */
export interface PaperStanding {
  readonly paper: Paper
  readonly state: "there" | "tooOld" | "missing" | "contradicted"
  readonly issuedOn: Day | null
  readonly event: DossierEvent | null
  readonly sentence: Bilingual
}

/** A step as it is on a day: `waiting` for steps before it. Due days run from when the last of these was done. */
export interface DossierStepStanding {
  readonly step: DossierStep
  readonly state: "waiting" | "ready" | "begun" | "done"
  readonly begunOn: Day | null
  readonly doneOn: Day | null
  readonly due: Day | null
  readonly days: number | null
  readonly lateDays: number
  readonly expectedEnd: Day | null
  readonly papers: ReadonlyArray<PaperStanding>
  /** What its rule asks for and how it stands; null without a rule or before there is a result. */
  readonly rule: { readonly holds: boolean; readonly sentence: Bilingual } | null
}

/** Whether a dossier may be opened on the assessment, with every reason why not. */
export interface OpeningCheck {
  readonly allowed: boolean
  readonly reasons: ReadonlyArray<Bilingual>
}

/** A dossier as it stands on a day, as known at a moment. */
export interface DossierStanding {
  readonly dossier: Dossier
  readonly unit: Unit | null
  readonly procedure: Procedure
  /** `open`: under way. `returned`: sent back. `recognised`, `refused`: decided. `revoked`, `expired`: held no longer. `closed`: given up. */
  readonly state: "open" | "returned" | "recognised" | "refused" | "revoked" | "expired" | "closed"
  readonly opening: OpeningCheck
  readonly steps: ReadonlyArray<DossierStepStanding>
  readonly papers: ReadonlyArray<PaperStanding>
  /** The step that it stands at: the first that is not done. */
  readonly at: string | null
  readonly missing: number
  readonly expectedEnd: Day | null
  readonly recognition: { readonly document: string; readonly decidedOn: Day; readonly until: Day | null } | null
  readonly events: ReadonlyArray<DossierEvent>
}
