import { spawn } from "node:child_process"
import { createServer } from "node:net"
import { join } from "node:path"
import { root } from "../tasks/steps.ts"

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))
      )
    })
  })

/** The entry of the built server. */
export const PRODUCT = join(root, "apps/api/dist/main.js")

/** A program that listens, in a process of its own. */
export interface Listening {
  readonly address: string
  /** Stops it and waits for its end. */
  readonly stop: () => Promise<void>
}

/** How often it is asked whether a program is up, milliseconds. */
const ASKS_MS = 10

/** So long a program may take to come up, milliseconds. */
const PATIENCE_MS = 120_000

/** Starts a program on a port of its own (`PORT`), and waits until it answers `path` well. */
export const listening = async (
  program: string,
  path: string,
  env: Readonly<Record<string, string>>
): Promise<Listening> => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, [program], {
    stdio: "ignore",
    env: { ...process.env, ...env, PORT: String(port) }
  })
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()))
  const stop = (): Promise<void> => {
    child.kill("SIGTERM")
    return ended
  }
  for (;;) {
    const answer = await fetch(`${address}${path}`).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return { address, stop }
    const late = performance.now() - started > PATIENCE_MS
    if (late) await stop()
    if (late || child.exitCode !== null) throw new Error(`${program} did not come up`)
    await new Promise((resolve) => setTimeout(resolve, ASKS_MS))
  }
}
