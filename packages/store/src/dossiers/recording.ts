import { dayInVietnam, type InputCatalogue, ObservationsRefused, type Recording } from "@ntm/domain/criteria"
import {
  checkDossierEvents,
  checkDossierOpenings,
  type DossierEventRecording,
  DossierEventId,
  DossierId,
  type DossierJournal,
  type DossierOpener,
  type DossierOpening,
  type DossierProblem,
  DossiersRefused,
  type DossierWriter,
  observationOf,
  procedureOfDossier,
  proceduresKnown
} from "@ntm/domain/dossiers"
import { UnitCode } from "@ntm/domain/units"
import { listedProblems, type Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { recorderId } from "../observations/dictionaries.ts"
import { unkept } from "../observations/evidence-named.ts"
import { nextMoment } from "../observations/ledger.ts"
import { recordBatch } from "../observations/recording.ts"
import { readProcedures } from "./procedures.ts"
import { readJournal } from "./reading.ts"
import { keepDecisions } from "./recognising.ts"
import { insertDossiers, insertEvents, lastIdIn } from "./writing.ts"

const isCode = Schema.is(UnitCode)

/** Throws the refusal that these problems make, if any. */
const refuse = (problems: ReadonlyArray<DossierProblem>): void => {
  const listed = listedProblems(problems)
  if (listed !== null) throw new DossiersRefused({ problems: listed })
}

/** Every unit that an opening may mean, whatever the day. */
const unitsMeant = (batch: ReadonlyArray<DossierOpening>, { chronicle }: DossierOpener): ReadonlyArray<number> =>
  batch.flatMap(({ unit }) => {
    if (typeof unit === "number") return [unit]
    return isCode(unit) ? (chronicle.register.byCode.get(unit) ?? []).map(({ id }) => id) : []
  })

/**
 * Opens dossiers, in the transaction of `sql`; throws `DossiersRefused` with every problem of every row, and the transaction has to be rolled back
 * then. As does `recordEvents`.
 */
export const openDossiers = async (sql: Tag, batch: ReadonlyArray<DossierOpening>, opener: DossierOpener) => {
  // Nobody else writes from here on: what is checked is what is locked.
  const moment = await nextMoment(sql)
  const journal = await readJournal(sql, { units: unitsMeant(batch, opener) }, null)
  const versions = await readProcedures(sql)
  const checked = checkDossierOpenings(batch, {
    ...opener,
    journal,
    procedures: proceduresKnown(versions, null),
    procedureOf: procedureOfDossier(versions),
    today: dayInVietnam(moment)
  })
  if (checked instanceof DossiersRefused) throw checked
  const lastId = await lastIdIn(sql, "dossier")
  const opened = checked.map((opening, at) => ({ ...opening, id: DossierId.make(lastId + 1 + at) }))
  const kept = opened.map((stated) => ({ stated, importKey: null }))
  await insertDossiers(sql, kept, { moment, recorder: await recorderId(sql, opener.actor) })
  return { ids: opened.map(({ id }) => id), recordedAt: moment }
}

/** Files that are named as evidence and are not kept here. */
const fileProblems = async (
  sql: Tag,
  batch: ReadonlyArray<DossierEventRecording>
): Promise<ReadonlyArray<DossierProblem>> => {
  const files = await unkept(sql, batch)
  return files.map(({ field, row, sentence }) => ({ row, field, kind: "form", sentence }))
}

/** The values that the events of a batch give to criteria, with the rows that they come from. */
const observationsIn = (
  batch: ReadonlyArray<DossierEventRecording>,
  { dossiers }: DossierJournal
): ReadonlyArray<{ readonly row: number; readonly recording: Recording }> => {
  const byId = new Map(dossiers.map((one) => [one.id, one]))
  return batch.flatMap((event, row) => {
    const dossier = byId.get(event.dossier)
    const recording = dossier === undefined ? null : observationOf(dossier, event).observation
    return recording === null ? [] : [{ row, recording }]
  })
}

/** Surveys for a criterion that no set asks for, however many answered. */
const inputProblems = (
  batch: ReadonlyArray<DossierEventRecording>,
  inputs: InputCatalogue
): ReadonlyArray<DossierProblem> =>
  batch.flatMap(({ body }, row) =>
    body._tag === "surveyed" && body.input !== null && !inputs.has(body.input)
      ? [
          {
            row,
            field: "body.input",
            kind: "surveyWrong" as const,
            sentence: {
              vi: `không bộ tiêu chí nào hỏi số liệu “${body.input}”`,
              en: `no criteria set asks for the value “${body.input}”`
            }
          }
        ]
      : []
  )

/** Records the values of surveys as any other; what they are refused for is told at the rows of the surveys. */
const recordValues = async (
  sql: Tag,
  values: ReturnType<typeof observationsIn>,
  { actor, chronicle }: DossierWriter,
  inputs: InputCatalogue
): Promise<void> => {
  try {
    const recordings = values.map(({ recording }) => recording)
    await recordBatch(sql, chronicle, recordings, { actor, inputs })
  } catch (error) {
    if (!(error instanceof ObservationsRefused)) throw error
    refuse(
      error.problems.map(({ row, sentence }) => ({
        row: values[row]?.row ?? 0,
        field: "body",
        kind: "surveyWrong",
        sentence: {
          vi: `kết quả khảo sát không ghi được vào chỉ tiêu: ${sentence.vi}`,
          en: `the result of the survey cannot be recorded for its criterion: ${sentence.en}`
        }
      }))
    )
  }
}

/**
 * Records what happened to dossiers, with everything that follows from it: the values of surveys, the recognitions of decisions.
 *
 * **Details** `recordedAt` is the last moment of the batch: all of it is known then.
 */
export const recordEvents = async (
  sql: Tag,
  batch: ReadonlyArray<DossierEventRecording>,
  writer: DossierWriter,
  inputs: InputCatalogue
) => {
  const opened = await nextMoment(sql)
  const journal = await readJournal(sql, { ids: batch.map(({ dossier }) => dossier) }, null)
  const procedureOf = procedureOfDossier(await readProcedures(sql))
  const refused = checkDossierEvents(batch, { ...writer, journal, procedureOf, today: dayInVietnam(opened) })
  refuse([...(refused?.problems ?? []), ...inputProblems(batch, inputs), ...(await fileProblems(sql, batch))])
  const values = observationsIn(batch, journal)
  if (values.length > 0) await recordValues(sql, values, writer, inputs)
  const moment: Moment = values.length > 0 ? await nextMoment(sql) : opened
  const lastId = await lastIdIn(sql, "dossier_event")
  const events = batch.map((event, at) => ({ ...event, id: DossierEventId.make(lastId + 1 + at) }))
  await insertEvents(sql, events, { moment, recorder: await recorderId(sql, writer.actor) })
  await keepDecisions(sql, batch, journal, moment)
  return { ids: events.map(({ id }) => id), recordedAt: moment }
}
