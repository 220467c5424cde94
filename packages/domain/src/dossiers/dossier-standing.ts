import type { WaitingLink, WorkCalendar } from "../assignments/index.ts"
import type { Unit } from "../units/index.ts"
import type { Day, Moment } from "../values/index.ts"
import type { Dossier } from "./dossier.ts"
import type { DossierEvent } from "./event.ts"
import type { DossierFacts } from "./facts.ts"
import { type DossierHistory, historyOf } from "./history.ts"
import { nextOf } from "./next.ts"
import { isWanting, paperStandings } from "./paper-standing.ts"
import { papersOfAppraisal } from "./path.ts"
import type { Procedure } from "./procedure.ts"
import type { DossierStanding, DossierTask, OpeningCheck } from "./standing.ts"
import { stepStandings } from "./step-standing.ts"

/** What a standing is made of. */
export interface DossierAsked {
  readonly dossier: Dossier
  /** As it stands on the day, or as it last stood; null where nothing is known of it. */
  readonly unit: Unit | null
  readonly procedure: Procedure
  /** Of this dossier, in the order of recording. */
  readonly events: ReadonlyArray<DossierEvent>
  readonly calendar: WorkCalendar
  readonly day: Day
  /** Null: as known now. */
  readonly knownAt: Moment | null
  readonly facts: DossierFacts
  readonly opening: OpeningCheck
  /** Tasks of the dossier, by the step that they carry out. */
  readonly tasks: ReadonlyMap<string, ReadonlyArray<DossierTask>>
  readonly waiting: ReadonlyArray<WaitingLink>
}

/** Events of days up to one, as far as they were known: what a standing on that day looks at. */
export const eventsUntil = (
  events: ReadonlyArray<DossierEvent>,
  { day, knownAt }: Pick<DossierAsked, "day" | "knownAt">
): ReadonlyArray<DossierEvent> =>
  events.filter((event) => event.day <= day && (knownAt === null || event.recordedAt <= knownAt))

/** The state on a day: a revocation or an expiry may be recorded before the day from which it holds. */
const stateOn = ({ state, until }: DossierHistory, day: Day): DossierStanding["state"] =>
  (state === "revoked" || state === "expired") && until !== null && until > day ? "recognised" : state

/** Papers that come of the appraisal, as long as it has not come to them: nobody lacks them yet. */
const laterPapers = (procedure: Procedure, steps: DossierStanding["steps"]): ReadonlySet<string> => {
  const come = new Set(steps.filter(({ state }) => state !== "waiting").flatMap(({ step }) => step.papers))
  return new Set([...papersOfAppraisal(procedure)].filter((key) => !come.has(key)))
}

/** Whether the unit of a dossier stands on a day. */
const stands = (unit: Unit | null, day: Day): boolean =>
  unit !== null && (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo)

/**
 * A dossier as it stands on a day, as known at a moment.
 *
 * **Details** A pure function of what it is given: events of later days, or recorded later, change nothing.
 */
export const dossierStanding = (asked: DossierAsked): DossierStanding => {
  const { calendar, day, dossier, facts, opening, procedure, tasks, unit, waiting } = asked
  const events = eventsUntil(asked.events, asked)
  const told = historyOf(events, procedure)
  const history = { ...told, state: stateOn(told, day) }
  const papers = paperStandings({ procedure, history, facts, calendar, day })
  const steps = stepStandings({ procedure, history, openedOn: dossier.openedOn, calendar, day, papers, tasks })
  const { decided, state, until } = history
  const under = state === "open" || state === "returned"
  const later = laterPapers(procedure, steps)
  const decision = steps.find(({ step }) => step.rule?._tag === "decision")
  return {
    dossier,
    unit,
    procedure,
    state,
    opening,
    steps,
    papers,
    at: under || state === "recognised" ? (steps.find((one) => one.state !== "done")?.step.key ?? null) : null,
    missing: papers.filter((one) => isWanting(one) && !later.has(one.paper.key)).length,
    expectedEnd: under ? (decision?.expectedEnd ?? null) : null,
    recognition:
      decided === null || !decided.body.recognised
        ? null
        : { document: decided.body.document, decidedOn: decided.body.decidedOn, until },
    waiting: under ? waiting : [],
    next: nextOf(history, steps, procedure, stands(unit, day)),
    events
  }
}
