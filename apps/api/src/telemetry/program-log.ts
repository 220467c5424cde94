import type { Config } from "../start/config.ts"
import { type Log, type LogLevelName, makeLog } from "./log.ts"

const isUrgent = (level: LogLevelName): boolean => level === "warn" || level === "error"

/**
 * The log of the running program: what is urgent on stderr, the rest on stdout; JSON lines unless a person looks on.
 *
 * **Details** On a terminal requests would bury what the program says: there only what is urgent is written, unless a level is asked for.
 */
export const programLog = (
  { format, level }: Config["log"],
  secrets: ReadonlyArray<string>,
  streams: { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream } = {
    out: process.stdout,
    err: process.stderr
  }
): Log => {
  const streamOf = (at: LogLevelName) => (isUrgent(at) ? streams.err : streams.out)
  return makeLog({
    level: level ?? (streams.out.isTTY ? "warn" : "info"),
    secrets,
    json: (at) => (format === null ? !streamOf(at).isTTY : format === "json"),
    write: (at, line) => void streamOf(at).write(`${line}\n`)
  })
}
