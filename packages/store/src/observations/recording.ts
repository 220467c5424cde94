import {
  type CheckedRecording,
  checkRecordings,
  correctionProblem,
  dayInVietnam,
  duplicateOf,
  heardAs,
  type ObservationId,
  ObservationId as Id,
  type ObservationProblem,
  type RecordedBatch,
  type Recording,
  refusalFor,
  sourceKey,
  type Writer
} from "@ntm/domain/criteria"
import type { Chronicle, UnitId } from "@ntm/domain/units"
import { Day, daysBetween, Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { kindCode, stateCodes, stateOf } from "./codes.ts"
import { appendRows } from "./copy.ts"
import { belongs, Fold, packedAcceptances, readPacked, writeFold } from "./current.ts"
import { placedInputs, placedUnits, recorderId, sourceIds } from "./dictionaries.ts"
import { eachInForce, entriesOf, ofPairs, type StoredEntry } from "./journal.ts"
import { unkept } from "./evidence-named.ts"
import { closeBatch, openBatch } from "./ledger.ts"
import { writersOf } from "../journal/written-by.ts"

const epoch = Day.make("1970-01-01")

/** Days since 1970-01-01; a batch says few days, and says them often. */
const dayCounter = () => {
  const known = new Map<Day, number>()
  return (day: Day): number => {
    const number = known.get(day) ?? daysBetween(epoch, day)
    known.set(day, number)
    return number
  }
}

/** A row on its way into the journal, with its number and where it is kept. */
interface Numbered {
  readonly recording: CheckedRecording
  readonly id: number
  readonly province: number
  readonly input: number
  readonly corrected: StoredEntry | null
}

const columns = [
  "id",
  "value",
  "recorded_at",
  "unit",
  "day",
  "source",
  "recorder",
  "province",
  "input",
  "kind",
  "state",
  "illustrative",
  "from",
  "supersedes",
  "line"
]

/** Throws the refusal that these problems make, if any. */
const refuse = (problems: ReadonlyArray<ObservationProblem>): void => {
  const refusal = refusalFor(problems)
  if (refusal !== null) throw refusal
}

const required = <A>(value: A | undefined, what: string): A => {
  if (value === undefined) throw new Error(`${what} is missing`)
  return value
}

/** What the rows correct, by number, and what is wrong with it. */
const corrections = async (sql: Tag, accepted: ReadonlyArray<CheckedRecording>) => {
  const named = accepted.filter(({ supersedes }) => supersedes !== null)
  const entries = new Map<ObservationId, StoredEntry>()
  if (named.length > 0)
    for (const entry of await entriesOf(
      sql,
      named.map(({ supersedes }) => supersedes ?? 0)
    ))
      entries.set(entry.id, entry)
  const problems = named.flatMap((recording) => {
    const { supersedes } = recording
    const entry = supersedes === null ? undefined : entries.get(supersedes)
    const problem =
      supersedes === null
        ? null
        : correctionProblem(recording, supersedes, entry && { ...entry, state: stateOf(entry.state) })
    return problem === null ? [] : [problem]
  })
  return { entries, problems }
}

/** Rows that say again what the journal says already. To be asked once they stand in it. */
const duplicates = async (sql: Tag, rows: ReadonlyArray<Numbered>): Promise<ReadonlyArray<ObservationProblem>> => {
  const [first] = rows
  if (first === undefined) return []
  const found = await sql<Array<{ id: number; known: number }>>`
    select fresh.id::float8 as id, min(known.id)::float8 as known
    from observation fresh join observation known
      on (known.province, known.unit, known.input, known.day) = (fresh.province, fresh.unit, fresh.input, fresh.day)
    where fresh.id >= ${first.id} and fresh.supersedes is null and known.id < ${first.id} and known.source = fresh.source
    group by fresh.id order by fresh.id`
  const writers = await writersOf(
    sql,
    "observation",
    found.map(({ known }) => known)
  )
  return found.map(({ id, known }) =>
    duplicateOf(
      required(rows[id - first.id], "a row that was recorded").recording.row,
      Id.make(known),
      required(writers.get(known), "whose a value is")
    )
  )
}

/** Brings the packed tables up to date with what was recorded. */
const fold = async (sql: Tag, rows: ReadonlyArray<Numbered>): Promise<void> => {
  const serial = dayCounter()
  const units = new Set(rows.map(({ recording }) => recording.unit))
  const corrected = rows.filter((row) => row.corrected !== null)
  for (const accept of packedAcceptances) {
    const counting = rows.filter(({ recording }) => belongs(stateCodes[recording.state], accept))
    if (counting.length === 0) continue
    const folded = new Fold(await readPacked(sql, accept, units))
    for (const { recording, province, input, corrected: of } of counting)
      if (of === null) folded.offer({ province, unit: recording.unit, input }, recording.value, serial(recording.day))
    if (corrected.some(({ recording }) => belongs(stateCodes[recording.state], accept))) {
      const provinces = new Map(corrected.map(({ recording, province }) => [Number(recording.unit), province]))
      for (const { recording, province, input } of corrected)
        folded.set({ province, unit: recording.unit, input }, null, 0)
      const pairs = ofPairs(
        corrected.map(({ recording }) => recording.unit),
        corrected.map(({ input }) => input)
      )
      await eachInForce(sql, pairs, { accept, knownAt: null, asOf: null }, (unit, input, day, value) =>
        folded.set({ province: required(provinces.get(unit), "the place of a unit"), unit, input }, value, day)
      )
    }
    await writeFold(sql, accept, folded)
  }
}

const newestDay = (rows: ReadonlyArray<Numbered>): string | null =>
  rows.reduce<string | null>(
    (newest, { recording }) => (newest === null || recording.day > newest ? recording.day : newest),
    null
  )

/**
 * Writes a batch, in the transaction of `sql`; throws `ObservationsRefused` with every problem, and the transaction has to be
 * rolled back then.
 *
 * **Details** A dozen statements however long the batch: rows go in by COPY, packed rows are read and written once. Files of
 * evidence have to be `kept` here; reference data may name papers that lie elsewhere (`named`).
 */
export const recordBatch = async (
  sql: Tag,
  chronicle: Chronicle,
  batch: ReadonlyArray<Recording>,
  writer: Writer,
  files: "kept" | "named" = "kept"
): Promise<RecordedBatch> => {
  const { moment, lastId } = await openBatch(sql)
  const recordedAt = Moment.make(moment)
  const { inputs } = writer
  const today = dayInVietnam(recordedAt)
  const {
    actor,
    checked: { accepted, problems }
  } = heardAs(
    writer.actor,
    (one) => checkRecordings({ chronicle, inputs, actor: one, today }, batch),
    (checked) => checked.problems.length
  )
  const { entries, problems: wrongCorrections } = await corrections(sql, accepted)
  const wrong = [...problems, ...wrongCorrections, ...(files === "kept" ? await unkept(sql, batch) : [])]
  if (accepted.length === 0) {
    refuse(wrong)
    return { ids: [], recordedAt }
  }
  const days = new Map<UnitId, Day>()
  for (const { unit, day } of accepted) if (!days.has(unit)) days.set(unit, day)
  const positions = await placedInputs(sql, new Set(accepted.map(({ input }) => input)), inputs)
  const provinces = await placedUnits(sql, chronicle.register, days)
  const sources = await sourceIds(sql, new Set(accepted.map(({ source }) => source)))
  const recorder = await recorderId(sql, actor)
  const rows = accepted.map((recording, at): Numbered => ({
    recording,
    id: lastId + 1 + at,
    province: required(provinces.get(recording.unit), "the place of a unit"),
    input: required(positions.get(recording.input), "the place of an input"),
    corrected: recording.supersedes === null ? null : (entries.get(recording.supersedes) ?? null)
  }))
  await appendRows(
    sql,
    "observation",
    columns,
    rows.map(({ recording, id, province, input, corrected }) => [
      id,
      recording.value,
      moment,
      recording.unit,
      recording.day,
      required(sources.get(sourceKey(recording.source)), "a source"),
      recorder,
      province,
      input,
      kindCode(recording.kind),
      stateCodes[recording.state],
      recording.illustrative,
      recording.from,
      recording.supersedes,
      recording.supersedes === null ? null : (corrected?.line ?? recording.supersedes)
    ])
  )
  refuse([...wrong, ...(await duplicates(sql, rows))])
  const noted = rows.filter(({ recording }) => recording.note !== null || recording.evidence.length > 0)
  if (noted.length > 0) {
    const notes = noted.map(({ recording: { evidence, note }, id }) => ({ observation: id, evidence, note }))
    await sql`
      insert into observation_note (observation, evidence, note) select observation, evidence, note
      from json_to_recordset(${JSON.stringify(notes)}::text::json) as noted (observation bigint, evidence jsonb, note text)`
  }
  await fold(sql, rows)
  await closeBatch(sql, lastId + rows.length, newestDay(rows))
  return { ids: rows.map(({ id }) => Id.make(id)), recordedAt }
}
