import { setTimeout as sleep } from "node:timers/promises"
import { isHeld, releaseHold, takeHold } from "./holders.ts"
import { clusterOf, type Place } from "./place.ts"
import { servesCluster } from "./postmaster.ts"
import { hasCode } from "./unavailable.ts"

const POLL_MS = 15
/** The supervisor's own steps take at most 15 s: fast, immediate, kill. */
const GONE_MS = 17_000
const FAST_MS = 8_000

export const isGone = (pid: number, place: Place): boolean => !servesCluster(pid, clusterOf(place))

const isSupervised = (place: Place): boolean => {
  const hold = takeHold(place)
  if (hold !== null) releaseHold(hold)
  return hold !== null
}

const tell = (pid: number, signal: "SIGINT" | "SIGQUIT"): void => {
  try {
    process.kill(pid, signal)
  } catch (cause) {
    if (!hasCode(cause, "ESRCH")) throw cause
  }
}

/**
 * Sees a server to its end once nobody holds it; false when it is still there after 17 s.
 *
 * **Details** Its supervisor ends it. Where that was killed, the server is told directly: a fast shutdown, after 8 s an immediate one.
 */
export const seeOut = async (pid: number, place: Place): Promise<boolean> => {
  const began = Date.now()
  const signals: Array<"SIGINT" | "SIGQUIT"> = ["SIGINT", "SIGQUIT"]
  for (let passed = 0; passed < GONE_MS; passed = Date.now() - began) {
    if (isGone(pid, place)) return true
    const due = signals.length === 2 || (signals.length === 1 && passed > FAST_MS)
    if (due && !isSupervised(place)) {
      const signal = signals.shift()
      if (signal !== undefined && !isGone(pid, place)) tell(pid, signal)
    }
    await sleep(POLL_MS)
  }
  return isGone(pid, place)
}

/** Gives up this process's hold. The last holder waits until the server has ended; others return at once and leave it running. */
export const stop = async (server: {
  readonly place: Place
  readonly hold: number
  readonly pid: number
}): Promise<void> => {
  releaseHold(server.hold)
  if (!isGone(server.pid, server.place) && !isHeld(server.place)) await seeOut(server.pid, server.place)
}
