import type { Tag } from "../database/database.ts"

/** A document with a place in it, as one text: equal for equal ones. */
export const paperKey = (document: string, place: string | null): string => JSON.stringify([document, place])

/**
 * The numbers of documents with places by their key (`paperKey`), given when they are first met. To be asked under the ledger's lock.
 *
 * **Details** No place is empty text, so that one may stand for none: rows that may be null are not joined by hashes.
 */
export const paperIds = async (
  sql: Tag,
  papers: Iterable<{ readonly document: string; readonly place: string | null }>
): Promise<ReadonlyMap<string, number>> => {
  const wanted = new Map([...papers].map(({ document, place }) => [paperKey(document, place), { document, place }]))
  if (wanted.size === 0) return new Map()
  const asked = JSON.stringify([...wanted.values()])
  await sql`
    insert into funding_paper (document, place)
    select document, place from json_to_recordset(${asked}::text::json) as asked (document text, place text)
    on conflict on constraint funding_paper_once do nothing`
  const rows = await sql<Array<{ id: number; document: string; place: string | null }>>`
    select known.id, known.document, known.place from funding_paper known
    join json_to_recordset(${asked}::text::json) as asked (document text, place text)
      on asked.document = known.document and coalesce(asked.place, '') = coalesce(known.place, '')`
  return new Map(rows.map(({ document, id, place }) => [paperKey(document, place), id]))
}

/** The numbers of agencies by name, given when they are first met. To be asked under the ledger's lock. */
export const agencyIds = async (sql: Tag, names: Iterable<string>): Promise<ReadonlyMap<string, number>> => {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return new Map()
  const asked = JSON.stringify(wanted)
  await sql`
    insert into funding_agency (name) select json_array_elements_text(${asked}::text::json) on conflict (name) do nothing`
  const rows = await sql<Array<{ id: number; name: string }>>`
    select id, name from funding_agency where name in (select json_array_elements_text(${asked}::text::json))`
  return new Map(rows.map(({ id, name }) => [name, id]))
}
