import { Effect } from "effect"
import type { DatabaseUnavailable } from "./problem.ts"

/** Brings the database at `url` to this program's schema. */
export const migrate = (options: {
  readonly url: string
  readonly migrationsFolder?: string
  readonly onProgress?: (message: string) => void
}): Effect.Effect<void, DatabaseUnavailable> => Effect.die(options)
