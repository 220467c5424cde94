import { type WorkCalendar, WorkCalendars } from "@ntm/domain/assignments"
import type { Known } from "@ntm/domain/criteria"
import {
  type DossierEvent,
  type DossierId,
  type DossierJournal,
  Dossiers,
  type Procedure,
  type ProcedureOf,
  procedureOfDossier,
  proceduresKnown
} from "@ntm/domain/dossiers"
import type { Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { Kept } from "../assessments/kept.ts"
import { makeKnown } from "../assessments/known.ts"
import { perScope } from "../people/kept-per-scope.ts"

/** All that dossiers stand by, on a day as known at one moment. */
export interface DossierWorld {
  readonly asOf: Day
  /** Asked again with it, the answer is the same for ever; null while nothing was recorded. */
  readonly knownAt: Moment | null
  readonly known: Known
  readonly journal: DossierJournal
  /** What happened to a dossier, in the order of recording. */
  readonly eventsOf: (dossier: DossierId) => ReadonlyArray<DossierEvent>
  /** As known at the moment. */
  readonly procedures: ReadonlyArray<Procedure>
  readonly procedureOf: ProcedureOf
  readonly calendar: WorkCalendar
}

/** As of which day, as known when; null: now. */
export interface DossiersAsked {
  readonly asOf: Day
  readonly knownAt: Moment | null
}

/** The journal with the events of each dossier. */
interface Told {
  readonly journal: DossierJournal
  readonly events: ReadonlyMap<DossierId, ReadonlyArray<DossierEvent>>
}

/** Now and a moment before it are compared. */
const MOST_KEPT = 2

/** The latest of some moments; null is before all. */
export const latest = (...moments: ReadonlyArray<Moment | null>): Moment | null =>
  moments.reduce((last, moment) => (moment !== null && (last === null || moment > last) ? moment : last), null)

/** Gathers what dossiers stand by; register, sets, recognitions and the journal are kept as long as nothing of them changes. */
export const makeDossierWorld = () => {
  const knownOn = makeKnown()
  const keptOf = perScope(() => new Kept<Told>(MOST_KEPT))

  const journalAt = Effect.fnUntraced(function* (told: Moment | null, knownAt: Moment | null) {
    const key = `${told} ${knownAt}`
    const kept = yield* keptOf
    const before = kept.get(key)
    if (before !== undefined) return before
    const journal = yield* (yield* Dossiers).journal(null, knownAt)
    const read: Told = { journal, events: Map.groupBy(journal.events, ({ dossier }) => dossier) }
    kept.put(key, read)
    return read
  })

  return Effect.fn("dossiers.world")(function* ({ asOf, knownAt }: DossiersAsked) {
    const question = { asOf, knownAt, accept: "approved" as const }
    const { known, knownAt: judgedAt } = yield* knownOn(question)
    const dossiers = yield* Dossiers
    // The journal comes last: its moment waits for what is being written.
    const told = yield* dossiers.moment()
    const { events, journal } = yield* journalAt(told, knownAt)
    const versions = yield* dossiers.procedures()
    const world: DossierWorld = {
      asOf,
      knownAt: knownAt ?? latest(judgedAt, told),
      known,
      journal,
      eventsOf: (dossier) => events.get(dossier) ?? [],
      procedures: proceduresKnown(versions, knownAt),
      procedureOf: procedureOfDossier(versions),
      calendar: yield* (yield* WorkCalendars).calendar()
    }
    return world
  })
}
