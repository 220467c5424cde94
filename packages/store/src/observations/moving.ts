import {
  checkMoves,
  dayInVietnam,
  heardAs,
  type JournalEntry,
  type MovedBatch,
  type MoveRequest,
  type ObservationId,
  refusalFor,
  type Writer
} from "@ntm/domain/criteria"
import type { Register } from "@ntm/domain/units"
import { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { stateCodes, stateOf } from "./codes.ts"
import { appendRows, numbers } from "./copy.ts"
import { Fold, packedAcceptances, readPacked, writeFold } from "./current.ts"
import { recorderId } from "./dictionaries.ts"
import { eachInForce, entriesOf, ofPairs, type StoredEntry } from "./journal.ts"
import { openBatch } from "./ledger.ts"

/** Makes the packed values of these observations' inputs anew from the journal. */
const refold = async (sql: Tag, entries: ReadonlyArray<StoredEntry>): Promise<void> => {
  const units = [...new Set(entries.map(({ unit }) => unit))]
  const placed = await sql<Array<{ unit: number; province: number }>>`
    select unit, province from observed_unit where unit = any(${numbers(units)}::int[])`
  const provinces = new Map(placed.map(({ unit, province }) => [unit, province]))
  const placeOf = (unit: number, input: number) => ({ province: provinces.get(unit) ?? 0, unit, input })
  for (const accept of packedAcceptances) {
    const fold = new Fold(await readPacked(sql, accept, units))
    for (const { unit, position } of entries) fold.set(placeOf(unit, position), null, 0)
    const pairs = ofPairs(
      entries.map(({ unit }) => unit),
      entries.map(({ position }) => position)
    )
    await eachInForce(sql, pairs, { accept, knownAt: null, asOf: null }, (unit, input, day, value) =>
      fold.set(placeOf(unit, input), value, day)
    )
    await writeFold(sql, accept, fold)
  }
}

/** Writes a batch of moves, in the transaction of `sql`; throws `ObservationsRefused` with every problem. */
export const moveBatch = async (
  sql: Tag,
  register: Register,
  batch: ReadonlyArray<MoveRequest>,
  writer: Writer
): Promise<MovedBatch> => {
  const { moment } = await openBatch(sql)
  const movedAt = Moment.make(moment)
  const stored = await entriesOf(
    sql,
    batch.map(({ observation }) => observation)
  )
  const journal = new Map<ObservationId, JournalEntry>(
    stored.map((entry) => [entry.id, { ...entry, state: stateOf(entry.state) }])
  )
  const today = dayInVietnam(movedAt)
  const { actor, checked: problems } = heardAs(
    writer.actor,
    (one) => checkMoves({ register, actor: one, today }, writer.inputs, batch, journal),
    ({ length }) => length
  )
  const refusal = refusalFor(problems)
  if (refusal !== null) throw refusal
  const recorder = await recorderId(sql, actor)
  await appendRows(
    sql,
    "observation_move",
    ["observation", "at", "recorder", "state", "reason"],
    batch.map(({ observation, to, reason }) => [observation, moment, recorder, stateCodes[to], reason])
  )
  if (stored.length > 0) await refold(sql, stored)
  return { states: batch.map(({ to }) => to), movedAt }
}
