import { spawn } from "node:child_process"
import { closeSync, existsSync, fstatSync, openSync, renameSync, statSync } from "node:fs"
import { join } from "node:path"
import { giveTo, runAs } from "./account.ts"
import type { Binaries } from "./binaries.ts"
import { newPipe, releaseHold } from "./holders.ts"
import { clusterOf, logOf, type Place, runOf } from "./place.ts"

/**
 * Runs the server for as long as its standard input, the pipe of holders, has a writer.
 *
 * It is a shell of about a megabyte in a session of its own, so that neither Ctrl-C nor the end of the terminal reaches the
 * server before its holders have gone. After the last one: a fast shutdown, an immediate one after 5 s (the next start then
 * recovers from the log), and the end after 5 s more.
 */
const SUPERVISE = `
run=$1; shift
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
(
  while read -r word; do : >"$run/$word"; done <&3
  for signal in INT QUIT KILL; do
    kill -"$signal" "$server" || exit
    tries=0
    while [ "$tries" -lt 50 ]; do sleep 0.1; kill -0 "$server" || exit; tries=$((tries + 1)); done
  done
) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`

const LOG_LIMIT = 2_000_000

/** Opens the server's log for appending; a long one is put aside first, replacing the one before it. */
const openLog = (place: Place): number => {
  const path = logOf(place)
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.old`)
  const log = openSync(path, "a", 0o600)
  // An ordinary user's server that root started once must stay startable by that user.
  giveTo(place.account, path)
  return log
}

/** A server that was launched, not yet known to answer. */
export interface Launched {
  readonly hold: number
  /** Length of the log before this server wrote to it. */
  readonly logFrom: number
  /** Settled when the server has ended, with what ended it. */
  readonly ended: Promise<string>
}

const settings = (port: number, durable: boolean): ReadonlyArray<string> =>
  Object.entries({
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 100,
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    fsync: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off"
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`])

/** Starts the server on a port, held by this process from its first moment. */
export const launch = (place: Place, binaries: Binaries, port: number, durable: boolean): Launched => {
  const log = openLog(place)
  const logFrom = fstatSync(log).size
  const { hold, reader } = newPipe(place)
  try {
    const child = spawn(
      "/bin/sh",
      [
        "-c",
        SUPERVISE,
        "ntm-postgres",
        runOf(place),
        join(binaries.directory, "postgres"),
        "-D",
        clusterOf(place),
        ...settings(port, durable)
      ],
      {
        ...runAs(place.account),
        stdio: [reader, log, log],
        detached: true,
        env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin" }
      }
    )
    child.unref()
    const ended = new Promise<string>((resolve) => {
      child.once("error", (cause) => resolve(cause.message))
      child.once("exit", (code, signal) => resolve(signal ?? `exit ${code}`))
    })
    return { hold, logFrom, ended }
  } catch (cause) {
    releaseHold(hold)
    throw cause
  } finally {
    closeSync(reader)
    closeSync(log)
  }
}
