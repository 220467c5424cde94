import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { closeSync, constants, existsSync, mkdirSync, openSync, readSync, rmSync, unlinkSync, writeSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { giveTo } from "./account.ts"
import { type Place, runOf } from "./place.ts"
import { hasCode } from "./unavailable.ts"

/**
 * Who still uses the server.
 *
 * Every process that uses it holds the writing end of one named pipe; the supervisor reads. When the last holder ends, by
 * whatever means, the kernel closes its end and the supervisor sees the pipe's end. A joiner writes a word into the pipe and the
 * supervisor answers with a file of that name: from then on it is counted. No answer means that the supervisor had seen the end already.
 */
const fifoOf = (place: Place): string => join(runOf(place), "holders")

const { O_NONBLOCK, O_RDONLY, O_WRONLY } = constants

/** Makes a new pipe; returns this process's hold and the reading end for the supervisor. */
export const newPipe = (place: Place): { readonly hold: number; readonly reader: number } => {
  rmSync(runOf(place), { recursive: true, force: true })
  mkdirSync(runOf(place), { mode: 0o700 })
  const made = spawnSync("/bin/sh", ["-c", 'mkfifo -m 600 "$1"', "sh", fifoOf(place)], { encoding: "utf8" })
  if (made.status !== 0) throw new Error(`mkfifo ${fifoOf(place)}: ${made.stderr || String(made.error)}`)
  giveTo(place.account, fifoOf(place))
  giveTo(place.account, runOf(place))
  const reader = openSync(fifoOf(place), O_RDONLY | O_NONBLOCK)
  return { hold: openSync(fifoOf(place), O_WRONLY | O_NONBLOCK), reader }
}

/** Takes a hold; null where no supervisor reads. */
export const takeHold = (place: Place): number | null => {
  try {
    return openSync(fifoOf(place), O_WRONLY | O_NONBLOCK)
  } catch (cause) {
    if (hasCode(cause, "ENXIO", "ENOENT")) return null
    throw cause
  }
}

export const releaseHold = (hold: number): void => closeSync(hold)

const ANSWER_MS = 2_000

/** Asks to be counted among the holders. False: the server is ending. */
export const isCounted = async (place: Place, hold: number): Promise<boolean> => {
  const word = randomBytes(8).toString("hex")
  const answer = join(runOf(place), word)
  try {
    writeSync(hold, `${word}\n`)
  } catch (cause) {
    if (hasCode(cause, "EPIPE")) return false
    throw cause
  }
  for (const deadline = Date.now() + ANSWER_MS; Date.now() < deadline;) {
    if (existsSync(answer)) {
      unlinkSync(answer)
      return true
    }
    await sleep(5)
  }
  return false
}

/** Whether anyone holds the pipe: an empty pipe without writers is at its end, one with writers has nothing to read yet. */
export const isHeld = (place: Place): boolean => {
  let reader: number
  try {
    reader = openSync(fifoOf(place), O_RDONLY | O_NONBLOCK)
  } catch (cause) {
    if (hasCode(cause, "ENOENT")) return false
    throw cause
  }
  try {
    return readSync(reader, Buffer.alloc(1)) > 0
  } catch (cause) {
    if (hasCode(cause, "EAGAIN")) return true
    throw cause
  } finally {
    closeSync(reader)
  }
}
