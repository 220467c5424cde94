import type { TaskState, WaitingLink } from "../assignments/index.ts"
import type { CriteriaSetId, Verdict } from "../criteria/index.ts"
import type { Unit } from "../units/index.ts"
import type { Bilingual, Day, Dong } from "../values/index.ts"
import type { Dossier } from "./dossier.ts"
import type { DossierEvent, DossierEventId } from "./event.ts"
import type { DossierStep, Paper, Procedure } from "./procedure.ts"

/**
 * What the system's own facts say of a paper.
 *
 * **Details** `seal`: the hash of the proof that stands behind the verdict; null where none was made. `overdue` null: not known. `event`: the
 * result of a survey, a consultation or a vote.
 */
export type PaperFact =
  | {
      readonly of: "assessment"
      readonly set: CriteriaSetId
      readonly asOf: Day
      readonly verdict: Verdict
      readonly met: number
      readonly outOf: number
      readonly seal: string | null
    }
  | { readonly of: "debt"; readonly overdue: Dong | null }
  | { readonly of: "event"; readonly event: DossierEventId }

/** A paper as it is on a day: there, too old, wanting; with what the system's own facts say where it fills itself. */
export interface PaperStanding {
  readonly paper: Paper
  readonly state: "there" | "tooOld" | "missing" | "contradicted"
  readonly issuedOn: Day | null
  /** Who handed it in; null where nobody did. */
  readonly event: DossierEvent | null
  readonly fact: PaperFact | null
  readonly sentence: Bilingual
}

/** A task by which a step is carried out, as far as a dossier asks for it. */
export interface DossierTask {
  readonly key: string
  readonly no: string
  readonly title: string
  /** Who answers for it, as people name them; empty where nobody does. */
  readonly who: string
  readonly state: TaskState
  readonly due: Day | null
  readonly lateDays: number
}

/** A step as it is on a day: `waiting` for steps before it. Due days run from when the last of these was done. */
export interface DossierStepStanding {
  readonly step: DossierStep
  readonly state: "waiting" | "ready" | "begun" | "done"
  readonly begunOn: Day | null
  readonly doneOn: Day | null
  readonly due: Day | null
  /** To the due day; negative once it is past. Null without one, or once it is done. */
  readonly days: number | null
  readonly lateDays: number
  readonly expectedEnd: Day | null
  readonly papers: ReadonlyArray<PaperStanding>
  /**
   * What its rule asks for and how it stands; null without a rule or before there is a result. `holds` null: there is a result, but the number
   * that it is held against is not known.
   */
  readonly rule: { readonly holds: boolean | null; readonly sentence: Bilingual } | null
  readonly tasks: ReadonlyArray<DossierTask>
}

/** One reason why a dossier may not be opened. What is not `overridable` no reason of anybody's opens. */
export interface OpeningReason extends Bilingual {
  readonly kind:
    | "noProcedure"
    | "unitNotStanding"
    | "alreadyOpen"
    | "alreadyHeld"
    | "lowerTier"
    | "notJudged"
    | "notMet"
    | "grant"
    | "debt"
  readonly overridable: boolean
}

/** Whether a dossier may be opened on the assessment, with every reason why not. */
export interface OpeningCheck {
  readonly allowed: boolean
  readonly reasons: ReadonlyArray<OpeningReason>
  /** What nobody can hold it against, for the law's number is not known; they hinder nothing. */
  readonly remarks: ReadonlyArray<Bilingual>
}

/** Something that may be recorded next; forms offer these and nothing else. */
export type DossierNext =
  | { readonly _tag: "step"; readonly step: string; readonly event: "begun" | "done" }
  | { readonly _tag: "paper"; readonly paper: string }
  | { readonly _tag: "consultation" | "surveyed" | "voted" | "decided"; readonly step: string }
  /** `to`: the steps that it may be sent back to. */
  | { readonly _tag: "returned"; readonly to: ReadonlyArray<string> }
  | { readonly _tag: "revoked" | "expired" | "closed" }

/** A dossier as it stands on a day, as known at a moment. */
export interface DossierStanding {
  readonly dossier: Dossier
  /** As it stands on the day, or as it last stood where it is no more. */
  readonly unit: Unit | null
  readonly procedure: Procedure
  /** `open`: under way. `returned`: sent back. `recognised`, `refused`: decided. `revoked`, `expired`: held no longer. `closed`: given up. */
  readonly state: "open" | "returned" | "recognised" | "refused" | "revoked" | "expired" | "closed"
  /** Whether it may be opened by what the facts say: what it held on the day on which it was opened, and the set as judged for its results. */
  readonly opening: OpeningCheck
  readonly steps: ReadonlyArray<DossierStepStanding>
  readonly papers: ReadonlyArray<PaperStanding>
  /** The step that it stands at: the first that is not done. */
  readonly at: string | null
  /** Required papers that are not there, those left aside that come of an appraisal which has not begun. */
  readonly missing: number
  readonly expectedEnd: Day | null
  readonly recognition: { readonly document: string; readonly decidedOn: Day; readonly until: Day | null } | null
  /** Through which of its tasks it is still waiting, the nearest first; empty without tasks, and once it is decided. */
  readonly waiting: ReadonlyArray<WaitingLink>
  readonly next: ReadonlyArray<DossierNext>
  readonly events: ReadonlyArray<DossierEvent>
}
