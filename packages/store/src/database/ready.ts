import { Effect } from "effect"
import type { DatabaseUnavailable } from "./problem.ts"

/** Waits until the server at `url` answers; at most `seconds` (10). */
export const waitUntilReady = (options: { readonly url: string; readonly seconds?: number }): Effect.Effect<void, DatabaseUnavailable> =>
  Effect.die(options)
