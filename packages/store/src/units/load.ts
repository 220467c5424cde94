import { createHash } from "node:crypto"
import { getTableColumns } from "drizzle-orm"
import { type Facts, FactsRefused } from "../reference/facts.ts"
import { insertRows } from "../reference/insert.ts"
import { deleteEarlier, type Writing } from "../reference/writing.ts"
import { insertEvent, nextVersion } from "./applying.ts"
import { relinkBoundaries } from "./boundaries-writing.ts"
import { eventsOfRows, transferRow, unitRow } from "./rows.ts"
import { reorganisation, transfer, unit } from "./tables.ts"

/** Of what would be written, and of the columns it would go to: a migration that adds one has the rows written again. */
const hashOf = ({ units, reorganisations }: Facts): string =>
  createHash("sha256")
    .update(JSON.stringify([Object.keys(getTableColumns(unit)), Object.keys(getTableColumns(transfer))]))
    .update(JSON.stringify([units, reorganisations]))
    .digest("hex")

/** The hash of the units that the earlier imports under this name left behind; null where there are none. */
const earlierHash = async ({ sql, earlier }: Writing): Promise<string | null> => {
  const [newest] = await sql<Array<{ hash: string }>>`
    select units_sha256 as hash from source_import
    where id = any(${`{${earlier.join(",")}}`}::bigint[]) and units_sha256 is not null order by id desc limit 1`
  return newest?.hash ?? null
}

/** What people applied rests on rows that an import brought: it must not be lost by replacing them. */
const refuseUnderEvents = async ({ sql, importName }: Writing): Promise<void> => {
  const [first] = await sql<Array<{ id: string; document: string }>>`
    select id, document from reorganisation where import_id is null and undone_at is null order by sequence limit 1`
  if (first === undefined) return
  throw new FactsRefused({
    importName,
    vi: `Danh mục đơn vị mới khác danh mục mà sự kiện ${first.id} (${first.document}) đã thay đổi; hãy hoàn tác sự kiện trước. Không ghi gì.`,
    en: `The new registers differ from those that the event ${first.id} (${first.document}) changed; undo it first. Nothing was written.`
  })
}

/** The spans of one code must not overlap, or a code and a day would name two units. */
const refuseOverlaps = async ({ sql, importName }: Writing): Promise<void> => {
  const [clash] = await sql<Array<{ code: string; first: string; second: string }>>`
    select code, first, second from (
      select code, name as second, valid_from as since, lag(name) over spans as first,
        lag(coalesce(valid_to, 'infinity')) over spans as until
      from unit window spans as (partition by code order by valid_from nulls first)) as next
    where until >= coalesce(since, '-infinity') limit 1`
  if (clash === undefined) return
  throw new FactsRefused({
    importName,
    vi: `Mã ${clash.code} cùng một ngày chỉ hai đơn vị: ${clash.first} và ${clash.second}; không ghi gì.`,
    en: `Code ${clash.code} names two units on one day: ${clash.first} and ${clash.second}; nothing was written.`
  })
}

/** Ids have several rows, so no foreign key can hold them: parents and both ends of a transfer must be units. */
const refuseDangling = async ({ sql, importName }: Writing): Promise<void> => {
  const [dangling] = await sql<Array<{ id: number }>>`
    select id from (
      select parent_id as id from unit where parent_id is not null
      union select from_id from transfer union select to_id from transfer) as named
    where not exists (select from unit where unit.id = named.id) order by id limit 1`
  if (dangling === undefined) return
  throw new FactsRefused({
    importName,
    vi: `Có đơn vị cấp trên hoặc liên kết chỉ tới đơn vị ${dangling.id} không có trong danh mục; không ghi gì.`,
    en: `A parent or a transfer names the unit ${dangling.id}, which no register has; nothing was written.`
  })
}

/**
 * Writes the units of an import, with the events among them, in the place of those of its earlier ones.
 *
 * **Details** Where they are the same as before, nothing is touched: what people applied on top stays. Others are
 * refused while such events are in force.
 */
export const writeUnits = async (writing: Writing, facts: Facts): Promise<void> => {
  const { sql, importId } = writing
  const hash = hashOf(facts)
  const before = await earlierHash(writing)
  await sql`update source_import set units_sha256 = ${hash} where id = ${importId}`
  if (before === hash) return
  await refuseUnderEvents(writing)
  await deleteEarlier(writing, [transfer, unit, reorganisation])
  const events = []
  for (const plan of facts.reorganisations) {
    events.push({ plan, sequence: await insertEvent(sql, plan.reorganisation, importId, null) })
  }
  const { begunBy, endedBy } = eventsOfRows(events)
  await insertRows(
    sql,
    unit,
    facts.units.map((one) => unitRow(one, begunBy(one), endedBy(one))),
    importId
  )
  await refuseOverlaps(writing)
  await insertRows(
    sql,
    transfer,
    events.flatMap(({ plan, sequence }) => plan.transfers.map((each) => transferRow(each, sequence))),
    importId
  )
  await refuseDangling(writing)
  await relinkBoundaries(sql)
  await nextVersion(sql)
}
