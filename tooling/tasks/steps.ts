import { spawn, type SpawnOptions } from "node:child_process"
import { readFileSync, unlinkSync } from "node:fs"
import { join } from "node:path"

export const root = join(import.meta.dirname, "../..")

const english = process.env["NTM_LANG"] === "en"

/** A line about what is being done; to stderr, since stdout belongs to the task's own output. */
export const say = (vi: string, en: string): void => console.error(`[ntm] ${english ? en : vi}`)

/** Runs a command to its end; resolves with its exit code, 1 where a signal ended it. */
export const run = (command: string, args: ReadonlyArray<string>, options: SpawnOptions = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options })
    child.on("error", reject)
    child.on("exit", (code, signal) => resolve(signal === null ? (code ?? 1) : 1))
  })

/** Lets the next run set up: called once installing and building are done. */
export const setUpDone = (): void => {
  const lock = process.env["NTM_SETUP_LOCK"]
  try {
    if (lock !== undefined && readFileSync(lock, "utf8") === String(process.pid)) unlinkSync(lock)
  } catch {
    // Nobody holds it.
  }
}

/**
 * Builds the named apps, from the cache where nothing changed. Ends the process when a build fails.
 *
 * **Details** Quiet when all is cached, so that `ntm audit --json` prints JSON only.
 */
export const build = async (...apps: ReadonlyArray<string>): Promise<void> => {
  const started = Date.now()
  const waiting = setTimeout(() => say(`đang dựng ${apps.join(", ")}…`, `building ${apps.join(", ")}…`), 1500)
  const filters = apps.map((app) => `--filter=@ntm/${app}`)
  const code = await run(
    "turbo",
    ["run", "build", ...filters, "--output-logs=errors-only", "--log-prefix=none", "--ui=stream"],
    {
      stdio: "ignore"
    }
  ).catch(() => 1)
  clearTimeout(waiting)
  if (code !== 0) {
    await run("turbo", ["run", "build", ...filters, "--output-logs=errors-only"], { stdio: ["ignore", 2, 2] })
    say("dựng không xong (xem dòng trên)", "the build failed (see above)")
    process.exit(1)
  }
  setUpDone()
  const seconds = (Date.now() - started) / 1000
  if (seconds > 1.5)
    say(`đã dựng xong sau ${seconds.toFixed(1).replace(".", ",")} giây`, `built in ${seconds.toFixed(1)} s`)
}

/** Ends this process when the one that started it is gone, so that nothing outlives a killed `npm start`. */
export const endWithParent = (): void => {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM")
  }, 500).unref()
}
