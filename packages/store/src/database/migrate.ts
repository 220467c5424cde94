import { readMigrationFiles, type MigrationMeta } from "drizzle-orm/migrator"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate as apply } from "drizzle-orm/postgres-js/migrator"
import { Effect } from "effect"
import { fileURLToPath } from "node:url"
import type { Sql } from "postgres"
import { clientFor } from "./client.ts"
import { addressOf, badUrl, explain } from "./explain.ts"
import { type Database, query } from "./database.ts"
import { DatabaseUnavailable, problem } from "./problem.ts"
import type { QueryFailed } from "./query-failed.ts"

const ownMigrations = fileURLToPath(new URL("../../migrations", import.meta.url))

/** One number for all programs that migrate one database, so that they wait for each other ("ntm" in ASCII). */
const LOCK = 0x6e_74_6d

export interface MigrateOptions {
  readonly url: string
  /** Folder with the plain SQL files and their journal; this package's own unless told (a bundled program must tell). */
  readonly migrationsFolder?: string
  readonly onProgress?: (message: string) => void
}

/** Hashes of the migrations that the database has seen, oldest first. */
const appliedIn = async (client: Sql): Promise<ReadonlyArray<string>> => {
  const [known] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as known`
  if (known?.["known"] !== true) return []
  const rows = await client<
    Array<{ hash: string }>
  >`select hash from drizzle.__drizzle_migrations order by created_at, id`
  return rows.map((row) => row.hash)
}

/**
 * Compares what was applied with the files: drizzle itself looks at the newest time only, and would neither notice an edited
 * file nor a database from a newer program.
 */
const verify = (applied: ReadonlyArray<string>, files: ReadonlyArray<MigrationMeta>): void => {
  const edited = applied.findIndex((hash, at) => at < files.length && files[at]?.hash !== hash)
  if (edited >= 0) {
    throw problem(
      "editedMigration",
      `Bước nâng cấp cơ sở dữ liệu số ${edited} khác với bước đã chạy trước đây. Có thể chương trình đã bị sửa hoặc cơ sở dữ liệu thuộc một bản khác; không thay đổi gì.`,
      `Migration ${edited} is not the one that was applied. The program was edited or the database belongs to another build; nothing was changed.`
    )
  }
  if (applied.length > files.length) {
    throw problem(
      "newerDatabase",
      `Cơ sở dữ liệu mới hơn chương trình (${applied.length} bước nâng cấp, chương trình chỉ biết ${files.length}). Hãy dùng bản chương trình mới hơn.`,
      `The database is newer than the program (${applied.length} migrations, the program knows ${files.length}). Use a newer program.`
    )
  }
}

const run = async (options: MigrateOptions): Promise<void> => {
  if (addressOf(options.url) === null) throw badUrl()
  const migrationsFolder = options.migrationsFolder ?? ownMigrations
  const files = readMigrationFiles({ migrationsFolder })
  const client = clientFor(options.url, { max: 1, connectTimeout: 10 })
  try {
    // Held by this one connection, and given up with it however this process ends.
    await client`select pg_advisory_lock(${LOCK})`
    const applied = await appliedIn(client)
    verify(applied, files)
    if (applied.length === files.length) return
    options.onProgress?.(applied.length === 0 ? "Đang tạo các bảng dữ liệu…" : "Đang nâng cấp cơ sở dữ liệu…")
    await apply(drizzle({ client }), { migrationsFolder })
    verify(await appliedIn(client), files)
  } finally {
    await client.end({ timeout: 5 }).catch(() => undefined)
  }
}

/**
 * Brings the database at `url` to this program's schema, in one transaction.
 *
 * **Details** Nothing pending: nothing written and no special right needed. Programs that start together wait for each other.
 * Refuses an edited migration and a database that is newer than the program, before anything is changed.
 */
export const migrate = (options: MigrateOptions): Effect.Effect<void, DatabaseUnavailable> =>
  Effect.tryPromise({
    try: () => run(options),
    catch: (cause) => (cause instanceof DatabaseUnavailable ? cause : explain(cause, options.url))
  })

/** Whether the database stands at this program's schema: another version may have upgraded it while this one runs. */
export const isAtSchema = ({
  migrationsFolder = ownMigrations
}: Pick<MigrateOptions, "migrationsFolder">): Effect.Effect<boolean, QueryFailed, Database> => {
  const files = readMigrationFiles({ migrationsFolder })
  return query(
    (sql) => sql<Array<{ hash: string }>>`select hash from drizzle.__drizzle_migrations order by created_at, id`
  ).pipe(Effect.map((rows) => rows.length === files.length && rows.every(({ hash }, at) => hash === files[at]?.hash)))
}
