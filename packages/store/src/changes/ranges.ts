import { FundingEntry } from "@ntm/domain/funding"
import { Observation } from "@ntm/domain/criteria"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { selectEntries } from "../funding/reading.ts"
import { readRecords } from "../observations/records.ts"

/** Numbers of rows, both ends among them. */
interface Range {
  readonly noun: string
  readonly first: number
  readonly last: number
}

/** A record of a table that is append-only, so that it is now what it was when it was entered. */
interface RangeRecord {
  readonly key: string
  readonly id: number
  readonly unit: number
  readonly record: Readonly<Record<string, unknown>>
}

const encodeObservation = Schema.encodeSync(Observation)
const encodeEntry = Schema.encodeSync(FundingEntry)

/** The records that the numbers name, as far as whoever asks may read them, in the order of recording. */
export const readRange = async (sql: Tag, { first, last, noun }: Range): Promise<ReadonlyArray<RangeRecord>> => {
  if (noun === "funding_entry") {
    const entries = await selectEntries(sql, sql`e.id between ${first} and ${last}`, null)
    return entries.map((entry) => {
      const { id, unit } = entry
      return { key: `${id}`, id, unit, record: encodeEntry(entry) }
    })
  }
  const records = await readRecords(sql, sql`select * from observation where id between ${first} and ${last}`)
  return records.map(({ observation }) => {
    const { id, unit } = observation
    return { key: `${id}`, id, unit, record: encodeObservation(observation) }
  })
}
