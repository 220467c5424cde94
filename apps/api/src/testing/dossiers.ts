import {
  checkDossierEvents,
  checkDossierOpenings,
  type DossierEvent,
  DossierEventId,
  DossierId,
  type DossierJournal,
  Dossiers,
  DossiersRefused,
  type Procedure
} from "@ntm/domain/dossiers"
import { Day, Moment } from "@ntm/domain/values"
import { Effect, Layer } from "effect"

/** Procedures and dossiers as a spec tells them. */
export interface ToldDossiers extends DossierJournal {
  readonly procedures: ReadonlyArray<Procedure>
}

export const noDossiers: ToldDossiers = { dossiers: [], events: [], procedures: [] }

/** The clock of the specs: the 16th in Việt Nam. */
const TODAY = Day.make("2025-04-16")

/** Dossiers in memory, by the domain's own checks; moments follow those of what the spec tells, one second a batch. Fresh for every app. */
export const dossiersInMemory = ({ procedures, ...told }: ToldDossiers) =>
  Layer.sync(Dossiers, () => {
    let journal: DossierJournal = told
    let batches = 0
    const moment = (): Moment => Moment.make(`2025-04-15T20:00:${String(batches).padStart(2, "0")}.000Z`)
    return Dossiers.of({
      procedures: () => Effect.succeed(procedures),
      journal: (units, knownAt = null) => {
        const dossiers = journal.dossiers.filter(
          ({ recordedAt, unit }) =>
            (units === null || units.includes(unit)) && (knownAt === null || recordedAt <= knownAt)
        )
        const ids = new Set(dossiers.map(({ id }) => id))
        const events = journal.events.filter(
          ({ dossier, recordedAt }) => ids.has(dossier) && (knownAt === null || recordedAt <= knownAt)
        )
        return Effect.succeed({ dossiers, events })
      },
      open: (batch, opener) => {
        const checked = checkDossierOpenings(batch, { ...opener, journal, procedures, today: TODAY })
        if (checked instanceof DossiersRefused) return Effect.fail(checked)
        batches += 1
        const recordedAt = moment()
        const { agency, name, role } = opener.actor
        const opened = checked.map((opening, at) => ({
          ...opening,
          id: DossierId.make(journal.dossiers.length + at + 1),
          recordedAt,
          recordedBy: { agency, name, role }
        }))
        journal = { ...journal, dossiers: [...journal.dossiers, ...opened] }
        return Effect.succeed({ ids: opened.map(({ id }) => id), recordedAt })
      },
      record: (batch, writer) => {
        const refused = checkDossierEvents(batch, { ...writer, journal, procedures, today: TODAY })
        if (refused !== null) return Effect.fail(refused)
        batches += 1
        const recordedAt = moment()
        const { agency, name, role } = writer.actor
        const events = batch.map((event, at): DossierEvent => ({
          ...event,
          id: DossierEventId.make(journal.events.length + at + 1),
          recordedAt,
          recordedBy: { agency, name, role }
        }))
        journal = { ...journal, events: [...journal.events, ...events] }
        return Effect.succeed({ ids: events.map(({ id }) => id), recordedAt })
      },
      moment: () => Effect.succeed(batches === 0 ? null : moment())
    })
  })
