import { FundingEntry } from "@ntm/domain/funding"
import { Observation } from "@ntm/domain/criteria"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { selectEntries } from "../funding/reading.ts"
import { recordFrom, selectRecords } from "../observations/records.ts"

interface Range {
  readonly noun: string
  readonly rows: number
  readonly firstId: number | null
  readonly lastId: number | null
}

/** A record of a table that is append-only, so that it is now what it was when it was entered. */
interface RangeRecord {
  readonly key: string
  readonly unit: number
  readonly record: Readonly<Record<string, unknown>>
}

const encodeObservation = Schema.encodeSync(Observation)
const encodeEntry = Schema.encodeSync(FundingEntry)

/** The numbers of the rows that are wanted: by arithmetic where they follow each other, as those of a batch do. */
const wanted = async (sql: Tag, { firstId, lastId, noun, rows }: Range, skip: number, limit: number) => {
  const [first, last] = [firstId ?? 0, lastId ?? -1]
  if (last - first + 1 === rows) return { first: first + skip, last: Math.min(last, first + skip + limit - 1) }
  const [found] = await sql<Array<{ first: number | null; last: number | null }>>`
    select min(id)::float8 as first, max(id)::float8 as last from (
      select id from ${sql(noun)} where id between ${first} and ${last} order by id offset ${skip} limit ${limit}) w`
  return { first: found?.first ?? 0, last: found?.last ?? -1 }
}

/** The records of a large batch from one on, in the order of recording. */
export const readRange = async (
  sql: Tag,
  range: Range,
  skip: number,
  limit: number
): Promise<ReadonlyArray<RangeRecord>> => {
  const { first, last } = await wanted(sql, range, skip, limit)
  if (range.noun === "funding_entry") {
    const entries = await selectEntries(sql, sql`e.id between ${first} and ${last}`, null)
    return entries.map((entry) => ({ key: `${entry.id}`, unit: entry.unit, record: encodeEntry(entry) }))
  }
  const rows = await selectRecords(sql, sql`select id from observation where id between ${first} and ${last}`)
  return rows.map((row) => {
    const { observation } = recordFrom(row)
    return { key: `${observation.id}`, unit: observation.unit, record: encodeObservation(observation) }
  })
}
