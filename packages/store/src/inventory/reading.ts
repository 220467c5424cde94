import type { Recorder } from "@ntm/domain/criteria"
import type { InventoryJournal, Item, ItemEvent, ItemKind, RestingItems } from "@ntm/domain/inventory"
import { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { numbers } from "../observations/copy.ts"

type Part = ReturnType<Tag>

/** Of which entries the journal is read; without anything of all. */
export interface ItemReach {
  readonly units?: Iterable<number>
  readonly items?: Iterable<number>
  readonly kinds?: Iterable<ItemKind>
}

const texts = (sql: Tag, values: Iterable<string>): Part =>
  sql`(select json_array_elements_text(${JSON.stringify([...values])}::text::json))`

/** Whether an entry with this alias is within reach. */
const reached = (sql: Tag, { items, kinds, units }: ItemReach, i: Part): Part => sql`
  ${units === undefined ? sql`true` : sql`${i}.unit = any(${numbers(units)}::int[])`}
  and ${items === undefined ? sql`true` : sql`${i}.id = any(${numbers(items)}::int[])`}
  and ${kinds === undefined ? sql`true` : sql`${i}.kind in ${texts(sql, kinds)}`}`

/** When a row was recorded, in milliseconds since 1970, and by whom: few differ, so they are told once each. */
interface Stamped {
  readonly at: number
  readonly recorder: number
}

const stamp = (sql: Tag, alias: Part): Part =>
  sql`(extract(epoch from ${alias}.recorded_at) * 1000)::float8 as at, ${alias}.recorder`

const momentAt = (at: number): Moment => Moment.make(new Date(at).toISOString())

const recordersOf = async (sql: Tag): Promise<(id: number) => Recorder> => {
  const rows = await sql<
    Array<Recorder & { readonly id: number }>
  >`select id, name, role, agency from observation_recorder`
  const known = new Map(rows.map(({ id, ...recorder }) => [id, recorder]))
  return (id) => {
    const recorder = known.get(id)
    if (recorder === undefined) throw new Error(`no recorder has the number ${id}`)
    return recorder
  }
}

type Unstamped<A> = Omit<A, "recordedAt" | "recordedBy"> & Stamped

/**
 * The journal in the order of recording, in three statements.
 *
 * **Details** Rows are the store's own, written by the domain's checks, and are not decoded again.
 */
export const readInventory = async (sql: Tag, reach: ItemReach): Promise<InventoryJournal> => {
  const recorderAt = await recordersOf(sql)
  const items = await sql<Array<Omit<Unstamped<Item>, "evidence"> & { readonly evidence: Item["evidence"] | null }>>`
    select i.id, i.unit, i.name, i.body, i.day, i.document, i.evidence, i.note, i.illustrative, ${stamp(sql, sql`i`)}
    from inventory_item i where ${reached(sql, reach, sql`i`)} order by i.id`
  const events = await sql<Array<Unstamped<ItemEvent>>>`
    select e.id, e.item, e.day, e.body, e.document, ${stamp(sql, sql`e`)}
    from inventory_event e join inventory_item i on i.id = e.item where ${reached(sql, reach, sql`i`)} order by e.id`
  return {
    items: items.map(({ at, evidence, recorder, ...item }) => ({
      ...item,
      evidence: evidence ?? [],
      recordedAt: momentAt(at),
      recordedBy: recorderAt(recorder)
    })),
    events: events.map(({ at, recorder, ...event }) => ({
      ...event,
      recordedAt: momentAt(at),
      recordedBy: recorderAt(recorder)
    }))
  }
}

/** Entries by the unit that they were put down for. */
export const readRestingItems = (sql: Tag) =>
  sql<Array<RestingItems>>`select unit, count(*)::int as items from inventory_item group by unit order by unit`
