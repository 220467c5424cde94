import { ChangesBy, type FactDifference, type HeldQuestion } from "@ntm/domain/changes"
import { Effect } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { inTransaction } from "../database/transaction.ts"
import { differingBatches } from "./held-batches.ts"
import { differingContents } from "./held-contents.ts"
import { byKey, differingScopes, differingValues } from "./held-derived.ts"
import { differingRows } from "./held-rows.ts"
import { batchNouns, heldTable } from "./held-tables.ts"
import { unfollowed } from "./held-triggers.ts"

/** One line a thing: what two looks say of it stands together. */
const merged = (all: ReadonlyArray<FactDifference>): ReadonlyArray<FactDifference> => {
  const things = new Map<string, FactDifference>()
  for (const one of all) {
    const known = things.get(one.key)
    things.set(one.key, known === undefined ? one : { ...known, fields: [...known.fields, ...one.fields] })
  }
  return [...things.values()]
}

const found = async (sql: Tag, { after, limit, noun }: HeldQuestion): Promise<ReadonlyArray<FactDifference>> => {
  await sql`set transaction isolation level repeatable read, read only`
  switch (noun) {
    case "approvedValue":
      return differingValues(sql, "approved", after, limit)
    case "submittedValue":
      return differingValues(sql, "submitted", after, limit)
    case "accessScope":
      return differingScopes(sql, after, limit)
    default: {
      const table = await heldTable(sql, noun)
      const batches = batchNouns.has(noun) ? await differingBatches(sql, table) : []
      const whole = [...(await unfollowed(sql, table)), ...batches]
      const rows = await differingRows(sql, table, after, limit)
      const contents = await differingContents(sql, noun, after, limit)
      const behind = Buffer.from(after ?? "")
      return merged([
        ...whole.filter(({ key }) => after === null || Buffer.compare(Buffer.from(key), behind) > 0),
        ...rows,
        ...contents
      ])
        .toSorted(byKey)
        .slice(0, limit)
    }
  }
}

/**
 * Holds the facts of a noun against the journal, as one state of the database has both (`Changes.differences`).
 *
 * **Details** By the tables' owner, whoever asks: rows that a policy hides would look deleted.
 */
export const differencesOn = (
  own: Database["Service"],
  question: HeldQuestion
): Effect.Effect<ReadonlyArray<FactDifference>, QueryFailed> =>
  inTransaction(query((sql) => found(sql, question))).pipe(
    Effect.provideService(Database, { handle: own.handle }),
    Effect.provideService(ChangesBy, null)
  )
