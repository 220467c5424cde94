import type { NewBoundaries } from "@ntm/domain/units"
import type { Tag } from "../database/database.ts"
import { nextMoment } from "../observations/ledger.ts"
import { insertRows } from "../reference/insert.ts"
import { boundary } from "./boundaries-tables.ts"

/** A statement's rows are one text: those of the whole country would be 50 MB, several times in memory. */
const ROWS_AT_ONCE = 200

/** Names the units of all boundaries anew, by code and day: to be called by whoever writes other registers. */
export const relinkBoundaries = async (sql: Tag): Promise<void> => {
  await sql`
    update boundary b set unit_id = (
      select u.id from unit u where u.code = b.code and u.start <= b.as_of and coalesce(u.valid_to, 'infinity') >= b.as_of)`
}

/** The import that brought these very boundaries, as long as all of them are in force; null where there is none. */
const sameInForce = async (sql: Tag, { asOf, sha256, boundaries }: NewBoundaries): Promise<number | null> => {
  const keys = JSON.stringify(boundaries.map(({ unit, code, formed }) => ({ unit, code, formed })))
  const [same] = await sql<Array<{ id: number }>>`
    select i.id from boundary_import i
    where i.sha256 = ${sha256} and i.as_of = ${asOf} and ${boundaries.length} = (
      select count(*) from boundary b
      join json_to_recordset(${keys}::text::json) as k(unit int, code text, formed text)
        on k.unit = b.unit_id and k.code = b.code and k.formed = b.formed
      where b.import_id = i.id and b.superseded_by is null)
    order by i.id desc limit 1`
  return same?.id ?? null
}

/** Writes a file of boundaries in the place of those in force for the same units and extents; answers which import holds it. */
export const writeBoundaries = async (
  sql: Tag,
  file: NewBoundaries
): Promise<{ readonly id: number; readonly state: "recorded" | "unchanged" }> => {
  const same = await sameInForce(sql, file)
  if (same !== null) return { id: same, state: "unchanged" }
  const [made] = await sql<Array<{ id: number }>>`
    insert into boundary_import (file, sha256, as_of, recorded_at)
    values (${file.file}, ${file.sha256}, ${file.asOf}, ${await nextMoment(sql)}) returning id`
  if (made === undefined) throw new Error("no import was recorded")
  const { id } = made
  const keys = JSON.stringify(file.boundaries.map(({ unit, formed }) => ({ unit, formed })))
  await sql`
    update boundary b set superseded_by = ${id}
    from json_to_recordset(${keys}::text::json) as k(unit int, formed text)
    where b.superseded_by is null and b.unit_id = k.unit and b.formed = k.formed`
  for (let from = 0; from < file.boundaries.length; from += ROWS_AT_ONCE) {
    const some = file.boundaries.slice(from, from + ROWS_AT_ONCE)
    await insertRows(
      sql,
      boundary,
      some.map(({ unit, ...rest }) => ({ ...rest, unitId: unit, supersededBy: null })),
      id
    )
  }
  return { id, state: "recorded" }
}
