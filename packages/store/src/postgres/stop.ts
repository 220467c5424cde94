import { setTimeout as sleep } from "node:timers/promises"
import { isHeld, releaseHold, takeHold } from "./holders.ts"
import { clusterOf, type Place } from "./place.ts"
import { servesCluster } from "./postmaster.ts"

const POLL_MS = 15
/** The supervisor's own steps take at most 15 s: fast, immediate, kill. */
const GONE_MS = 17_000

export const isGone = (pid: number, place: Place): boolean => !servesCluster(pid, clusterOf(place))

/** Waits for the end of a server; false when it is still there after 17 s. */
export const waitUntilGone = async (pid: number, place: Place): Promise<boolean> => {
  for (const deadline = Date.now() + GONE_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    if (isGone(pid, place)) return true
  }
  return isGone(pid, place)
}

/**
 * Gives up this process's hold. The last holder waits until the server has ended; others return at once and leave it running.
 *
 * **Details** Where the supervisor itself was killed there is nobody to end the server: it is told directly.
 */
export const stop = async (server: { readonly place: Place; readonly hold: number; readonly pid: number }): Promise<void> => {
  const supervised = takeHold(server.place)
  if (supervised !== null) releaseHold(supervised)
  releaseHold(server.hold)
  if (isGone(server.pid, server.place)) return
  if (supervised === null) process.kill(server.pid, "SIGINT")
  else if (isHeld(server.place)) return
  await waitUntilGone(server.pid, server.place)
}
