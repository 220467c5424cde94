import type { Plan, Reorganisation } from "@ntm/domain/units"
import type { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { nextMoment } from "../observations/ledger.ts"
import { insertRows } from "../reference/insert.ts"
import { transferRow, unitRow } from "./rows.ts"
import { transfer, unit } from "./tables.ts"

/** The version of units, transfers and events together. */
export const versionOf = async (sql: Tag): Promise<number> => {
  const [row] = await sql<Array<{ version: number }>>`select version::int as version from unit_register`
  if (row === undefined) throw new Error("unit_register lost its row")
  return row.version
}

/** To be called by whoever writes units, transfers or events; answers the new version. */
export const nextVersion = async (sql: Tag): Promise<number> => {
  await sql`update unit_register set version = nextval('unit_register_version')`
  return versionOf(sql)
}

/** Records an event, of an import or of a person (null) at a moment of the journal; answers its sequence. */
export const insertEvent = async (
  sql: Tag,
  event: Reorganisation,
  importId: number | null,
  moment: Moment | null
): Promise<number> => {
  const [made] = await sql<Array<{ sequence: number }>>`
    insert into reorganisation (id, document, day, body, import_id, applied_at)
    values (${event.id}, ${event.document.number}, ${event.day}, ${JSON.stringify(event)}::text::jsonb, ${importId},
      coalesce(${moment}::timestamptz, now()))
    returning sequence`
  if (made === undefined) throw new Error("no event was recorded")
  return made.sequence
}

/** Writes a plan that was made from the rows as they stand: four statements, however many units it changes. */
export const writePlan = async (sql: Tag, plan: Plan): Promise<number> => {
  const { reorganisation, ends, begins, transfers } = plan
  const sequence = await insertEvent(sql, reorganisation, null, await nextMoment(sql))
  const closed = await sql`
    update unit set valid_to = ${reorganisation.day}::date - 1, ended_by = ${sequence}
    where id = any(${`{${ends.map(({ id }) => id).join(",")}}`}::int[]) and valid_to is null`
  // Under the lock and at the plan's version this cannot be: the plan would come from another register.
  if (closed.count !== ends.length) throw new Error(`${closed.count} rows end, not ${ends.length}`)
  await insertRows(
    sql,
    unit,
    begins.map((row) => unitRow(row, sequence, null)),
    null
  )
  await insertRows(
    sql,
    transfer,
    transfers.map((each) => transferRow(each, sequence)),
    null
  )
  return nextVersion(sql)
}

/** Takes an event that is in force out of the rows: what it began goes, what it ended stands again. The event itself stays. */
export const takeBack = async (sql: Tag, id: string, moment: Moment): Promise<number> => {
  const [undone] = await sql<Array<{ sequence: number }>>`
    update reorganisation set undone_at = ${moment} where id = ${id} and undone_at is null returning sequence`
  if (undone === undefined) throw new Error(`the event ${id} is not in force`)
  const { sequence } = undone
  await sql`delete from transfer where event = ${sequence}`
  await sql`delete from unit where begun_by = ${sequence}`
  await sql`update unit set valid_to = null, ended_by = null where ended_by = ${sequence}`
  return nextVersion(sql)
}
