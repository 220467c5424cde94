import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { knock, makeDatabase, urlOf } from "./answers.ts"
import { type Binaries, findBinaries } from "./binaries.ts"
import { hasCluster, makeCluster, passwordMissing, passwordOf, removeHalfMade } from "./cluster.ts"
import { isCounted, releaseHold, takeHold } from "./holders.ts"
import { withLock } from "./lock.ts"
import { clusterOf, deskIn, logOf, type Place, placeFor } from "./place.ts"
import { freePort, keepPort } from "./port.ts"
import { disown, readPostmaster, servesCluster } from "./postmaster.ts"
import { isGone, seeOut } from "./stop.ts"
import { type Launched, launch } from "./supervisor.ts"
import { PostgresUnavailable } from "./unavailable.ts"

export interface StartOptions {
  readonly dataDirectory: string
  readonly durable: boolean
  readonly packageRoot: string | undefined
  readonly say: (message: string) => void
}

/** A server that answers, and this process's hold on it. */
export interface Held {
  readonly place: Place
  readonly hold: number
  readonly pid: number
  readonly port: number
  readonly password: string
  readonly joined: boolean
}

const POLL_MS = 15
/** Recovery after a power cut reads the log since the last checkpoint (5 minutes at most by default). */
const READY_MS = 180_000
const SLOW_MS = 3_000
const LAUNCHES = 5

const startFailed = (place: Place, vi: string, en: string): PostgresUnavailable =>
  new PostgresUnavailable({
    problem: "startFailed",
    vi: `${vi} (nhật ký: ${logOf(place)})`,
    en: `${en} (log: ${logOf(place)})`
  })

/** Waits until the server answers; rejects when it ends before. */
const whenReady = async (
  place: Place,
  password: string,
  say: StartOptions["say"],
  ended: () => string | null
): Promise<{ pid: number; port: number }> => {
  const began = Date.now()
  let told = false
  while (Date.now() - began < READY_MS) {
    const end = ended()
    if (end !== null)
      throw startFailed(place, `PostgreSQL dừng ngay khi khởi động: ${end}`, `PostgreSQL ended while starting: ${end}`)
    const postmaster = readPostmaster(clusterOf(place))
    if (postmaster?.status === "ready") {
      const url = urlOf(postmaster.port, password)
      const answer = await knock(url)
      if (answer === "wrongPassword") throw passwordMissing(place)
      if (answer === "noDatabase") await makeDatabase(url)
      if (answer !== "notYet") return postmaster
    }
    if (!told && Date.now() - began > SLOW_MS) {
      told = true
      say("Cơ sở dữ liệu đang phục hồi sau lần dừng đột ngột, xin chờ…")
    }
    await sleep(POLL_MS)
  }
  throw startFailed(place, "PostgreSQL không sẵn sàng sau 3 phút", "PostgreSQL is not ready after 3 minutes")
}

/** Joins a server that another process holds; null where there is none that will last. */
const joinRunning = async (place: Place, say: StartOptions["say"]): Promise<Held | null> => {
  const running = readPostmaster(clusterOf(place))
  if (running === null || !servesCluster(running.pid, clusterOf(place))) return null
  const hold = takeHold(place)
  if (hold === null) return null
  try {
    if (await isCounted(place, hold)) {
      const password = passwordOf(place)
      const ended = () => (isGone(running.pid, place) ? "ended" : null)
      const { pid, port } = await whenReady(place, password, say, ended)
      return { place, hold, pid, port, password, joined: true }
    }
  } catch (cause) {
    releaseHold(hold)
    // It was just dying when it was looked at: then there is none to join, and another is started.
    if (isGone(running.pid, place)) return null
    throw cause
  }
  releaseHold(hold)
  return null
}

/** Waits for a server that is ending, ends one that nobody supervises, and frees a cluster whose server is no more. */
const clearTheWay = async (place: Place, say: StartOptions["say"]): Promise<void> => {
  const last = readPostmaster(clusterOf(place))
  if (last === null) return
  if (!servesCluster(last.pid, clusterOf(place))) {
    say("Lần trước dừng đột ngột; đang phục hồi cơ sở dữ liệu…")
    disown(clusterOf(place))
    return
  }
  say("Đang chờ cơ sở dữ liệu lần trước dừng hẳn…")
  if (await seeOut(last.pid, place)) return
  throw new PostgresUnavailable({
    problem: "busy",
    vi: `Một PostgreSQL khác (tiến trình ${last.pid}) đang giữ ${clusterOf(place)} và không dừng. Hãy dừng tiến trình đó rồi chạy lại.`,
    en: `Another PostgreSQL (process ${last.pid}) holds ${clusterOf(place)} and does not stop. End that process and start again.`
  })
}

/** What the server wrote to its log since `from`, its last lines. */
const logSince = (place: Place, from: number): string => {
  const log = openSync(logOf(place), "r")
  try {
    const size = fstatSync(log).size
    const start = Math.max(size < from ? 0 : from, size - 4_000)
    const bytes = Buffer.alloc(size - start)
    readSync(log, bytes, 0, bytes.length, start)
    return bytes.toString().trim().split("\n").slice(-6).join(" / ")
  } finally {
    closeSync(log)
  }
}

/** What passes by itself: the port was taken since it was tried, or workers of a killed server still hold its memory. */
const PASSING = /could not bind|Address already in use|could not create any TCP|shared memory block .* still in use/

const launchUntilItStays = async (
  place: Place,
  binaries: Binaries,
  options: StartOptions,
  password: string
): Promise<Held> => {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(place)
    const launched: Launched = launch(place, binaries, port, options.durable)
    let end: string | null = null
    void launched.ended.then((how) => (end = how))
    try {
      const { pid } = await whenReady(place, password, options.say, () =>
        end === null ? null : `${end}: ${logSince(place, launched.logFrom)}`
      )
      keepPort(place, port)
      return { place, hold: launched.hold, pid, port, password, joined: false }
    } catch (cause) {
      releaseHold(launched.hold)
      if (attempt === LAUNCHES || !(cause instanceof Error) || !PASSING.test(cause.message)) throw cause
      await sleep(300)
    }
  }
}

/**
 * Starts the server of a data folder or joins the one that runs.
 *
 * **Details** Everything happens under the folder's lock, so that of several first starts one makes the cluster and the others join.
 */
export const start = async (options: StartOptions): Promise<Held> => {
  const desk = deskIn(options.dataDirectory)
  const waiting = () => options.say("Một tiến trình khác đang chuẩn bị cơ sở dữ liệu, xin chờ…")
  return withLock(join(desk, "lock"), waiting, async () => {
    const place = placeFor(desk)
    removeHalfMade(place)
    const held = await joinRunning(place, options.say)
    if (held !== null) {
      options.say("Dùng chung cơ sở dữ liệu đang chạy.")
      return held
    }
    await clearTheWay(place, options.say)
    const binaries = findBinaries(place, options.packageRoot)
    const password = passwordOf(place)
    if (!hasCluster(place)) {
      options.say("Đang tạo cơ sở dữ liệu…")
      await makeCluster(place, binaries, password, options.durable)
    }
    options.say("Đang khởi động cơ sở dữ liệu…")
    return launchUntilItStays(place, binaries, options, password)
  })
}
