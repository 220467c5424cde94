import { Effect } from "effect"
import type { Database } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import type { Facts, FactsRefused, ImportSource, LoadOutcome } from "./facts.ts"

/** Loads everything in one transaction. */
export const loadAll = (
  facts: Facts,
  source: ImportSource,
  onProgress?: (message: string) => void
): Effect.Effect<LoadOutcome, FactsRefused | QueryFailed, Database> => Effect.die([facts, source, onProgress])

/** Whether this very content is loaded already, so that it need not even be read. */
export const isLoaded = (source: Pick<ImportSource, "importName" | "sha256">): Effect.Effect<boolean, QueryFailed, Database> => Effect.die(source)

/** When the newest import in force was loaded, ISO 8601 in UTC. */
export const loadedAt = (): Effect.Effect<string | null, QueryFailed, Database> => Effect.die("")

/** "18.4" */
export const postgresVersion = (): Effect.Effect<string, QueryFailed, Database> => Effect.die("")
