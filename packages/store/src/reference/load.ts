import { ChangesBy, referenceLoad } from "@ntm/domain/changes"
import { Effect } from "effect"
import type { Database, Tag } from "../database/database.ts"
import { query } from "../database/database.ts"
import { codeOf, textOf } from "../database/explain.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { inTransaction } from "../database/transaction.ts"
import { writeLock } from "../database/lock.ts"
import { type Facts, FactsRefused, type ImportSource, type LoadOutcome } from "./facts.ts"
import { writeFacts } from "./write.ts"

const isoTime = (sql: Tag) => sql`to_char(loaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Refusals that speak about the facts rather than about the database: broken integrity, data that fit no column. */
const aboutFacts = (code: string | null): boolean => code !== null && /^(23|22|21)/.test(code)

const asRefused = (failed: QueryFailed, importName: string): FactsRefused | QueryFailed => {
  if (failed.cause instanceof FactsRefused) return failed.cause
  if (!aboutFacts(codeOf(failed.cause))) return failed
  const text = textOf(failed.cause)
  return new FactsRefused({
    importName,
    vi: `Dữ liệu của “${importName}” mâu thuẫn, không ghi gì: ${text}`,
    en: `The facts of “${importName}” contradict each other, nothing was written: ${text}`
  })
}

interface InForce {
  readonly sha256: string
  readonly loadedAt: string
}

const load = async (
  sql: Tag,
  facts: Facts,
  source: ImportSource,
  say: (message: string) => void
): Promise<LoadOutcome> => {
  await writeLock(sql)
  const [current] = await sql<Array<InForce>>`
    select sha256, ${isoTime(sql)} as "loadedAt" from source_import where name = ${source.importName} and superseded_at is null`
  if (current?.sha256 === source.sha256) return { state: "unchanged", loadedAt: current.loadedAt }
  const replaced = await sql<Array<{ id: number }>>`
    update source_import set superseded_at = coalesce(superseded_at, now()) where name = ${source.importName} returning id::int`
  const [made] = await sql<Array<{ id: number; loadedAt: string }>>`
    insert into source_import (name, sha256, program_version) values (${source.importName}, ${source.sha256}, ${source.programVersion})
    returning id::int, ${isoTime(sql)} as "loadedAt"`
  if (made === undefined) throw new Error("no import was recorded")
  await writeFacts(
    { sql, importName: source.importName, importId: made.id, earlier: replaced.map(({ id }) => id) },
    facts,
    say
  )
  return { state: current === undefined ? "loaded" : "replaced", loadedAt: made.loadedAt }
}

/**
 * Loads everything that an import brings, in one transaction.
 *
 * **Details** Content that is loaded already (the same `sha256` under the same name) is left alone. Other content under the
 * same name takes the place of the earlier one: documents, units and sets keep their identity, what is gone is deleted.
 * Fails with `FactsRefused` where the facts contradict each other, and writes nothing then.
 */
export const loadAll = (
  facts: Facts,
  source: ImportSource,
  onProgress: (message: string) => void = () => undefined
): Effect.Effect<LoadOutcome, FactsRefused | QueryFailed, Database> =>
  inTransaction(query((sql) => load(sql, facts, source, onProgress))).pipe(
    Effect.provideService(ChangesBy, referenceLoad),
    Effect.tap((outcome) => (outcome.state === "unchanged" ? Effect.void : query((sql) => sql`analyze`))),
    Effect.mapError((failed) => asRefused(failed, source.importName))
  )

/** Whether this very content is loaded already, so that it need not even be read. */
export const isLoaded = (
  source: Pick<ImportSource, "importName" | "sha256">
): Effect.Effect<boolean, QueryFailed, Database> =>
  query(
    (sql) =>
      sql`select from source_import where name = ${source.importName} and sha256 = ${source.sha256} and superseded_at is null`
  ).pipe(Effect.map((rows) => rows.length > 0))

/** When the newest import in force was loaded, ISO 8601 in UTC; null where nothing was loaded. */
export const loadedAt = (): Effect.Effect<string | null, QueryFailed, Database> =>
  query(
    (sql) => sql<Array<{ loadedAt: string }>>`
      select ${isoTime(sql)} as "loadedAt" from source_import where superseded_at is null order by loaded_at desc, id desc limit 1`
  ).pipe(Effect.map(([newest]) => newest?.loadedAt ?? null))

/** The server's version: "18.4". */
export const postgresVersion = (): Effect.Effect<string, QueryFailed, Database> =>
  query(
    (sql) => sql<Array<{ version: string }>>`select split_part(current_setting('server_version'), ' ', 1) as version`
  ).pipe(Effect.map(([server]) => server?.version ?? ""))
