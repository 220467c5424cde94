import { spawn } from "node:child_process"
import { programs } from "./files.ts"
import { until } from "./until.ts"

/** The server as `npm start` runs it, in a process of its own. */
export interface Product {
  readonly pid: number
  readonly stdout: () => string
  readonly stderr: () => string
  /** The address, once it is printed. Rejects when the program ends before. */
  readonly address: () => Promise<string>
  /** Sends a signal; resolves with the exit code, null where the signal itself ended it. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>
  /** The exit code, once it has ended by itself. */
  readonly ended: Promise<number | null>
}

/** Starts it with these variables and nothing else of ours; `PORT` is a free one unless it is given. */
export const startProduct = (env: Readonly<Record<string, string>>): Product => {
  const child = spawn(process.execPath, [programs.api], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], TMPDIR: process.env["TMPDIR"], PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"]
  })
  let stdout = ""
  let stderr = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text))
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code) => resolve(code))
  })
  const over = () => child.exitCode !== null || child.signalCode !== null
  return {
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    address: () =>
      until(
        "the address of the product",
        () => {
          const printed = /^ +(http:\S+)$/m.exec(stdout)?.[1]
          if (printed === undefined && over())
            throw new Error(`the product ended (${child.exitCode}):\n${stdout}${stderr}`)
          return printed
        },
        { within: 150_000, seen: () => stdout + stderr }
      ),
    stop: (signal) => {
      child.kill(signal)
      return ended
    },
    ended
  }
}
