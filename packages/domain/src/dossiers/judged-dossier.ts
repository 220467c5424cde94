import type { WorkCalendar } from "../assignments/index.ts"
import type { Day } from "../values/index.ts"
import type { DossierEventBody } from "./event.ts"
import type { DossierHistory, Told } from "./history.ts"
import type { Procedure } from "./procedure.ts"
import type { DossierProblem, DossierProblemKind } from "./refusal.ts"
import type { PaperStanding } from "./standing.ts"

/** Why an event is refused; whoever holds the batch adds the row. */
export type DossierJudgement = Omit<DossierProblem, "row">

/** A dossier as far as its events before this one go. */
export interface JudgedDossier {
  readonly procedure: Procedure
  readonly history: DossierHistory<Told>
  readonly openedOn: Day
  readonly calendar: WorkCalendar
  readonly today: Day
  /** Papers as they are on the day of the event, all events before it counted. */
  readonly papers: () => ReadonlyArray<PaperStanding>
}

export type Body<Tag extends DossierEventBody["_tag"]> = Extract<DossierEventBody, { _tag: Tag }>

export const told = (field: string, kind: DossierProblemKind, vi: string, en: string): DossierJudgement => ({
  field,
  kind,
  sentence: { vi, en }
})

export const none: ReadonlyArray<DossierJudgement> = []
