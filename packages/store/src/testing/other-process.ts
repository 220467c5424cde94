import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

const program = fileURLToPath(new URL("./hold-postgres.ts", import.meta.url))

/** What the other process says once it has the database. */
export interface Said {
  readonly url: string
  readonly pid: number
  readonly joined: boolean
}

/** Another process that holds the database of a data folder. */
export interface OtherProcess {
  readonly process: ChildProcess
  /** Rejects with what it wrote to its error output when it ends before. */
  readonly ready: Promise<Said>
  /** Lets it end in order. */
  readonly finish: () => Promise<void>
  /** `kill -9`, as a power cut would. */
  readonly kill: () => Promise<void>
}

export const inOtherProcess = (dataDirectory: string): OtherProcess => {
  const child = spawn(process.execPath, [program, dataDirectory], { stdio: ["pipe", "pipe", "pipe"] })
  const complaints: Array<string> = []
  child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk.toString()))
  const ended = once(child, "exit")
  const ready = new Promise<Said>((resolve, reject) => {
    createInterface(child.stdout).once("line", (line) => resolve(JSON.parse(line)))
    void ended.then(() => reject(new Error(complaints.join(""))))
  })
  ready.catch(() => undefined)
  return {
    process: child,
    ready,
    finish: async () => {
      child.stdin.end()
      await ended
    },
    kill: async () => {
      child.kill("SIGKILL")
      await ended
    }
  }
}
