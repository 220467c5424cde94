import { weekendsOff, type WorkCalendar } from "../assignments/index.ts"
import type { Bilingual, Day } from "../values/index.ts"
import { eventProblems } from "./check-event.ts"
import type { Dossier } from "./dossier.ts"
import { DossierId } from "./dossier.ts"
import type { DossierEventRecording } from "./event.ts"
import { type DossierHistory, newHistory, type Told, withEvent } from "./history.ts"
import type { Procedure } from "./procedure.ts"

/** Something in what a document tells of a dossier that cannot have been: at which of its events, and why. */
export interface ToldProblem {
  readonly event: number
  readonly field: string
  readonly sentence: Bilingual
}

/** What a document cannot be expected to show: papers, and by how many votes. */
const notShown: ReadonlySet<string> = new Set(["papersMissing", "ruleNotMet"])

/**
 * What cannot be in a history as a document tells it: steps out of their order, days that go back, what no procedure has.
 *
 * **Details** That papers and results of votes are not there is none: a document that says a dossier was sent says that they were.
 */
export const historyProblems = (
  events: ReadonlyArray<Omit<DossierEventRecording, "dossier">>,
  {
    calendar = weekendsOff,
    openedOn,
    procedure
  }: Pick<Dossier, "openedOn"> & { readonly procedure: Procedure; readonly calendar?: WorkCalendar | undefined }
): ReadonlyArray<ToldProblem> => {
  const dossier = DossierId.make(1)
  const last = events.reduce<Day>((latest, { day }) => (day > latest ? day : latest), openedOn)
  const found: Array<ToldProblem> = []
  let history: DossierHistory<Told> = newHistory
  for (const [event, stated] of events.entries()) {
    const told = { ...stated, dossier }
    const judged = { procedure, history, openedOn, calendar, today: last, papers: () => [] }
    const problems = eventProblems(told, judged).filter(({ kind }) => !notShown.has(kind))
    found.push(...problems.map(({ field, sentence }) => ({ event, field: field ?? "body", sentence })))
    if (problems.length === 0) history = withEvent(history, told, procedure)
  }
  return found
}
