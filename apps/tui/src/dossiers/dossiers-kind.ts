import type { AnswerOf, api, CriteriaSetSummary, DossierLine } from "@ntm/contract"
import type { Tier } from "@ntm/domain/criteria"
import type { DossierStanding } from "@ntm/domain/dossiers"
import type { Day } from "@ntm/domain/values"
import type { DeskKind } from "../desk/desk.ts"
import type { DossierAnswer } from "./dossier-lines.ts"
import type { CheckAnswer } from "./rehearsal-lines.ts"

/** Which dossiers are listed. */
export interface DossiersSpot {
  readonly asOf: Day | null
  readonly state: DossierStanding["state"] | null
  readonly tier: Tier | null
}

export interface DossierRow {
  readonly id: string
  readonly line: DossierLine
}

/** A dossier, its rehearsal, or whether one could be opened for a unit: `id` is the dossier's number, or the unit as it was typed with the tier. */
export type DossierSubject =
  | { readonly _tag: "Dossier" | "Rehearsal"; readonly id: string }
  | { readonly _tag: "Check"; readonly id: string; readonly unit: string; readonly tier: Tier }

export type DossierPage =
  | { readonly _tag: "Dossier"; readonly answer: DossierAnswer }
  | { readonly _tag: "Rehearsal"; readonly answer: AnswerOf<typeof api.dossiers.rehearsal> }
  /** `code`: of the unit that was meant; `label`: "xã Lê Lợi (11545)"; `sets`: those of its level and the tier. */
  | {
      readonly _tag: "Check"
      readonly answer: CheckAnswer
      readonly code: string
      readonly label: string
      readonly sets: ReadonlyArray<Pick<CriteriaSetSummary, "id" | "name">>
    }

/** What is sent, as the API takes it; the API reads and checks it. */
export type DossierSend = { readonly _tag: "Open" | "Event"; readonly row: object }

export interface DossiersKind extends DeskKind {
  readonly room: "dossiers"
  readonly spot: DossiersSpot
  readonly row: DossierRow
  readonly subject: DossierSubject
  readonly page: DossierPage
  readonly send: DossierSend
}
