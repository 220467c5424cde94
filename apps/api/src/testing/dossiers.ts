import {
  checkDossierEvents,
  checkDossierOpenings,
  type DossierEvent,
  DossierEventId,
  DossierId,
  type DossierJournal,
  Dossiers,
  DossiersRefused,
  type Procedure,
  procedureOfDossier,
  proceduresKnown,
  proceduresTaken,
  type ProcedureVersion
} from "@ntm/domain/dossiers"
import { Day, Moment } from "@ntm/domain/values"
import { Effect, Layer, Result } from "effect"

/** Procedures and dossiers as a spec tells them. */
export interface ToldDossiers extends DossierJournal {
  readonly procedures: ReadonlyArray<Procedure>
}

export const noDossiers: ToldDossiers = { dossiers: [], events: [], procedures: [] }

/** The clock of the specs: the 16th in Việt Nam. */
const TODAY = Day.make("2025-04-16")

/** As the program came with it. */
const shipped = (procedure: Procedure): ProcedureVersion => ({
  procedure,
  knownFrom: Moment.make("2020-01-01T00:00:00.000Z"),
  knownUntil: null,
  recordedBy: null,
  programVersion: null,
  file: null,
  sha256: null,
  shippedChanged: false
})

/** Dossiers in memory, by the domain's own checks; moments follow those of what the spec tells, one second a batch. Fresh for every app. */
export const dossiersInMemory = ({ procedures, ...told }: ToldDossiers) =>
  Layer.sync(Dossiers, () => {
    let journal: DossierJournal = told
    let batches = 0
    let versions: ReadonlyArray<ProcedureVersion> = procedures.map(shipped)
    const moment = (): Moment => Moment.make(`2025-04-15T20:00:${String(batches).padStart(2, "0")}.000Z`)
    return Dossiers.of({
      procedures: () => Effect.succeed(versions),
      load: (loaded, source) => {
        const taken = proceduresTaken(loaded, proceduresKnown(versions, null))
        if (Result.isFailure(taken)) return Effect.fail(taken.failure)
        const fresh = taken.success.flatMap(({ change, procedure }) => (change === "unchanged" ? [] : [procedure]))
        if (fresh.length === 0) return Effect.succeed({ knownFrom: null, procedures: taken.success })
        batches += 1
        const knownFrom = moment()
        const ids = new Set(fresh.map(({ id }) => id))
        const ended = versions.map((one) =>
          one.knownUntil === null && ids.has(one.procedure.id) ? { ...one, knownUntil: knownFrom } : one
        )
        const begun = fresh.map((procedure) => ({ ...shipped(procedure), ...source, sha256: null, knownFrom }))
        versions = [...ended, ...begun]
        return Effect.succeed({ knownFrom, procedures: taken.success })
      },
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
        const checked = checkDossierOpenings(batch, {
          ...opener,
          journal,
          procedures: proceduresKnown(versions, null),
          procedureOf: procedureOfDossier(versions),
          today: TODAY
        })
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
        const refused = checkDossierEvents(batch, {
          ...writer,
          journal,
          procedureOf: procedureOfDossier(versions),
          today: TODAY
        })
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
