import { dayInVietnam, type Recorder } from "@ntm/domain/criteria"
import {
  type CheckedItem,
  checkItems,
  type InventoryChecking,
  type Item,
  type ItemEventRecording,
  type ItemRecording,
  type ItemTarget
} from "@ntm/domain/inventory"
import { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { closeJournal } from "../journal/ledger.ts"
import { isoMoment } from "../observations/ledger.ts"
import { insertRows } from "../reference/insert.ts"
import { readInventory } from "./reading.ts"
import { type InventoryWriter, openInventory, refuseInventory } from "./recording.ts"
import { inventoryTarget } from "./tables.ts"
import { insertItemEvents, insertItems } from "./writing.ts"

/** Registers that an import brings, wholly, and what its documents want of them. */
export interface ImportedInventory {
  readonly items: ReadonlyArray<ItemRecording>
  readonly targets: ReadonlyArray<ItemTarget>
}

/** Why what an import does not say any more is taken back. */
const REASON = "Dữ liệu tham chiếu không còn nêu mục này"

/** A value with its keys in one order, however it was kept. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)])
}

/** What an entry says, as a text: equal for those that say the same. */
const saidBy = ({ body, day, document, evidence, illustrative, name, note, unit }: CheckedItem): string =>
  JSON.stringify(sorted([unit, name, body, day, document, evidence, note, illustrative]))

const isBy = ({ agency, name, role }: Recorder, { recordedBy }: Item): boolean =>
  recordedBy.name === name && recordedBy.role === role && recordedBy.agency === agency

/** What an import would change in the registers. */
interface Changes {
  readonly withdrawn: ReadonlyArray<ItemEventRecording>
  readonly listed: ReadonlyArray<CheckedItem>
}

/** Holds an import against the rules and what stands; throws `InventoryRefused` with every problem. */
const changesOf = (checking: InventoryChecking, items: ReadonlyArray<ItemRecording>): Changes => {
  const { actor, journal } = checking
  const { accepted, problems } = checkItems({ ...checking, journal: { items: [], events: [] } }, items)
  refuseInventory(problems)
  const gone = new Set(journal.events.flatMap(({ body, item }) => (body._tag === "withdrawn" ? [item] : [])))
  const standing = new Map(
    journal.items.filter((item) => isBy(actor, item) && !gone.has(item.id)).map((item) => [saidBy(item), item])
  )
  const wanted = new Set(accepted.map(saidBy))
  const withdrawn = [...standing.values()]
    .filter((item) => !wanted.has(saidBy(item)))
    .map(({ day, document, id }): ItemEventRecording => ({
      item: id,
      day,
      body: { _tag: "withdrawn", reason: REASON },
      document
    }))
  const taken = new Set(withdrawn.map(({ item }) => item))
  const others = { ...journal, items: journal.items.filter(({ id }) => !taken.has(id)) }
  const fresh = accepted.filter((item) => !standing.has(saidBy(item)))
  return { withdrawn, listed: checkItems({ ...checking, journal: others }, fresh).accepted }
}

const today = async (sql: Tag) => {
  const [now] = await sql<Array<{ moment: string }>>`select ${isoMoment(sql, sql`now()`)} as moment`
  if (now === undefined) throw new Error("the database has no clock")
  return dayInVietnam(Moment.make(now.moment))
}

/**
 * Brings the registers to what the import says, in the transaction of `sql`.
 *
 * **Details** What stands already is left alone, and where there is nothing to change no batch is even begun. What the import says no more is
 * withdrawn from its own day on, and what it says otherwise is put down anew. What people listed stays, and an entry that they listed before
 * is not put down a second time. Throws `InventoryRefused` with every problem.
 */
export const importInventory = async (
  sql: Tag,
  { items, targets }: ImportedInventory,
  writer: InventoryWriter,
  importId: number
): Promise<void> => {
  await insertRows(
    sql,
    inventoryTarget,
    targets.map((body, position) => ({ documentId: body.document, position, body })),
    importId
  )
  const before = { ...writer, journal: await readInventory(sql, {}), today: await today(sql) }
  const expected = changesOf(before, items)
  if (expected.withdrawn.length + expected.listed.length === 0) return
  const { checking, stamp } = await openInventory(sql, writer, {})
  const { listed, withdrawn } = changesOf(checking, items)
  const last = await insertItemEvents(sql, withdrawn, stamp)
  const { register } = writer.chronicle
  await closeJournal(sql, "inventory", await insertItems(sql, register, listed, { ...stamp, lastId: last }))
}
