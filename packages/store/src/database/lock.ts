import { Effect } from "effect"
import { clientFor } from "./client.ts"
import type { Tag } from "./database.ts"

/** One number for all programs that load facts or change the registers ("ntml" in ASCII). */
const LOCK = 0x6e_74_6d_6c

/**
 * Waits until nobody else loads facts or changes the registers; held until the transaction ends.
 *
 * **Gotchas** What was read before may be old by now: read again after it.
 */
export const writeLock = async (sql: Tag): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${LOCK})`
}

/** One number for all programs that make what a first start makes ("ntms" in ASCII). */
const START_LOCK = 0x6e_74_6d_73

/**
 * Runs an effect while no other program on the same database runs one so: of two that start at once, the second finds what the first made.
 *
 * **Details** Held by a connection of its own, and given up with it however this process ends.
 */
export const alone =
  (url: string) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.acquireUseRelease(
      Effect.promise(async () => {
        const client = clientFor(url, { max: 1, connectTimeout: 10 })
        await client`select pg_advisory_lock(${START_LOCK})`
        return client
      }),
      () => effect,
      (client) => Effect.promise(() => client.end({ timeout: 5 }).catch(() => undefined))
    )
