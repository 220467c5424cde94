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
