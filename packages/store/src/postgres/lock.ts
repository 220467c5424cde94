import { DatabaseSync } from "node:sqlite"
import { setTimeout as sleep } from "node:timers/promises"
import { notOurs } from "./unavailable.ts"

const SQLITE_BUSY = 5
const POLL_MS = 40

/** An exclusive kernel lock on a file, which dies with the process that holds it; null while another holds it. */
const tryLock = (file: string): DatabaseSync | null => {
  const lock = new DatabaseSync(file)
  try {
    lock.exec("PRAGMA busy_timeout=0; PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE")
    return lock
  } catch (cause) {
    lock.close()
    if (cause instanceof Error && "errcode" in cause && cause.errcode === SQLITE_BUSY) return null
    throw notOurs(file)
  }
}

/**
 * Runs `body` while holding the lock on `file`; waits as long as another process holds it.
 *
 * **Details** The lock is SQLite's on an empty file: node has no other lock that survives neither `kill -9` nor a power cut.
 */
export const withLock = async <A>(file: string, onWait: () => void, body: () => Promise<A>): Promise<A> => {
  let lock = tryLock(file)
  if (lock === null) onWait()
  while (lock === null) {
    await sleep(POLL_MS)
    lock = tryLock(file)
  }
  try {
    return await body()
  } finally {
    lock.close()
  }
}
