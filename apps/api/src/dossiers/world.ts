import { type WorkCalendar, WorkCalendars } from "@ntm/domain/assignments"
import type { Known } from "@ntm/domain/criteria"
import { type DossierJournal, Dossiers, type Procedure } from "@ntm/domain/dossiers"
import type { Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { makeKnown } from "../assessments/known.ts"
import type { KeptTasks, TasksOf } from "../assignments/tasks-book.ts"

/** All that dossiers stand by, on a day as known at one moment. */
export interface DossierWorld {
  readonly asOf: Day
  /** Asked again with it, the answer is the same for ever; null while nothing was recorded. */
  readonly knownAt: Moment | null
  readonly known: Known
  readonly journal: DossierJournal
  readonly procedures: ReadonlyArray<Procedure>
  readonly calendar: WorkCalendar
  readonly tasks: KeptTasks
}

/** As of which day, as known when; null: now. */
export interface DossiersAsked {
  readonly asOf: Day
  readonly knownAt: Moment | null
}

const latest = (...moments: ReadonlyArray<Moment | null>): Moment | null =>
  moments.reduce((last, moment) => (moment !== null && (last === null || moment > last) ? moment : last), null)

/** Gathers what dossiers stand by; register, sets, recognitions and tasks are kept as long as nothing of them changes. */
export const makeDossierWorld = (tasksOn: TasksOf) => {
  const knownOn = makeKnown()
  return Effect.fn("dossiers.world")(function* ({ asOf, knownAt }: DossiersAsked) {
    const question = { asOf, knownAt, accept: "approved" as const }
    const { known, knownAt: judgedAt } = yield* knownOn(question)
    const tasks = yield* tasksOn({ asOf, knownAt })
    const dossiers = yield* Dossiers
    // The journal comes last: its moment waits for what is being written.
    const told = yield* dossiers.moment()
    const world: DossierWorld = {
      asOf,
      knownAt: knownAt ?? latest(judgedAt, tasks.knownAt, told),
      known,
      journal: yield* dossiers.journal(null, knownAt),
      procedures: yield* dossiers.procedures(),
      calendar: yield* (yield* WorkCalendars).calendar(),
      tasks
    }
    return world
  })
}
