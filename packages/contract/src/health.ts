import { get } from "./endpoint.ts"
import { Nothing } from "./query.ts"

export interface Health {
  readonly status: "ok"
  readonly version: string
  /** Where the facts are kept: the database that comes along, or a server. */
  readonly database: "bundled" | "server"
  readonly postgres: string
  /** Moment at which the reference data was loaded, ISO 8601. */
  readonly loadedAt: string | null
}

export const health = get<Health>()("/health", Nothing, Nothing)
