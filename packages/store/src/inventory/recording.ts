import { type Actor, dayInVietnam, heardAs } from "@ntm/domain/criteria"
import {
  checkItemEvents,
  checkItems,
  type InventoryChecking,
  type InventoryProblem,
  inventoryRefusalFor,
  type ItemEventRecording,
  ItemId,
  type ItemRecording,
  type RecordedItems
} from "@ntm/domain/inventory"
import { type Chronicle, UnitCode } from "@ntm/domain/units"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { closeJournal, openJournal } from "../journal/ledger.ts"
import { recorderId } from "../observations/dictionaries.ts"
import { unkept } from "../observations/evidence-named.ts"
import { type ItemReach, readInventory } from "./reading.ts"
import { insertItemEvents, insertItems, type InventoryStamp } from "./writing.ts"

/** Who writes, and the register that recordings are held against. */
export interface InventoryWriter {
  readonly actor: Actor
  readonly chronicle: Chronicle
}

/** A batch that is open: nobody else writes to the registers until the transaction ends. */
interface Open {
  readonly checking: InventoryChecking
  readonly stamp: InventoryStamp
  readonly recordedAt: RecordedItems["recordedAt"]
}

export const openInventory = async (sql: Tag, writer: InventoryWriter, reach: ItemReach): Promise<Open> => {
  const { lastId, moment } = await openJournal(sql, "inventory")
  return {
    checking: { ...writer, journal: await readInventory(sql, reach), today: dayInVietnam(moment) },
    stamp: { moment, lastId, recorder: await recorderId(sql, writer.actor) },
    recordedAt: moment
  }
}

/** What rules say of rows, for the office that they hear them of: the rows are stamped with it. */
const heard = async <A extends { readonly problems: ReadonlyArray<InventoryProblem> }>(
  sql: Tag,
  { checking, stamp }: Open,
  check: (checking: InventoryChecking) => A
): Promise<A & { readonly stamp: InventoryStamp }> => {
  const { actor, checked } = heardAs(
    checking.actor,
    (one) => check({ ...checking, actor: one }),
    ({ problems }) => problems.length
  )
  return { ...checked, stamp: actor === checking.actor ? stamp : { ...stamp, recorder: await recorderId(sql, actor) } }
}

/** Throws the refusal that these problems make, if any. */
export const refuseInventory = (problems: ReadonlyArray<InventoryProblem>): void => {
  const refusal = inventoryRefusalFor(problems)
  if (refusal !== null) throw refusal
}

const closed = async (sql: Tag, { recordedAt, stamp }: Open, last: number): Promise<RecordedItems> => {
  await closeJournal(sql, "inventory", last)
  const ids = Array.from({ length: last - stamp.lastId }, (_, at) => ItemId.make(stamp.lastId + 1 + at))
  return { ids, recordedAt }
}

const isCode = Schema.is(UnitCode)

/**
 * Appends entries, in the transaction of `sql`; throws `InventoryRefused` with every problem of every row, and the transaction has to be
 * rolled back then. Files that they name as evidence have to be kept here.
 */
export const recordItems = async (
  sql: Tag,
  writer: InventoryWriter,
  rows: ReadonlyArray<ItemRecording>
): Promise<RecordedItems> => {
  const { register } = writer.chronicle
  const units = rows.flatMap(({ unit }) => {
    if (typeof unit === "number") return [unit]
    return isCode(unit) ? (register.byCode.get(unit) ?? []).map(({ id }) => id) : []
  })
  const open = await openInventory(sql, writer, { units: new Set(units) })
  const { accepted, problems, stamp } = await heard(sql, open, (one) => checkItems(one, rows))
  const files = await unkept(sql, rows)
  refuseInventory([
    ...problems,
    ...files.map(({ field, row, sentence }) => ({ row, field, kind: "form" as const, sentence }))
  ])
  return closed(sql, open, await insertItems(sql, register, accepted, stamp))
}

/** Appends what became of entries, likewise; answers the events' own numbers. */
export const recordItemEvents = async (
  sql: Tag,
  writer: InventoryWriter,
  rows: ReadonlyArray<ItemEventRecording>
): Promise<RecordedItems> => {
  const open = await openInventory(sql, writer, { items: new Set(rows.map(({ item }) => item)) })
  const { accepted, problems, stamp } = await heard(sql, open, (one) => checkItemEvents(one, rows))
  refuseInventory(problems)
  return closed(sql, open, await insertItemEvents(sql, accepted, stamp))
}
