import { type ChildProcess, spawn } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { pilotDatabase } from "./testing/pilot-database.ts"

/** The program as `npm start` runs it, from its sources, on a data folder of its own. */

const data = mkdtempSync(join(tmpdir(), "ntm-start-"))
// Run as root, the database runs under another account, which must be able to enter.
chmodSync(data, 0o755)
const running = new Set<Run>()

afterAll(async () => {
  // Only a failed test leaves one behind; its database must be gone before the folder is.
  await Promise.all([...running].map((run) => stop(run, "SIGTERM")))
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
})

interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  /** Everything printed so far. */
  readonly output: () => string
}

const start = (env: Record<string, string>): Run => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    // Read and stripped of its types once for all of its starts.
    env: { PATH: process.env["PATH"], NTM_DATA: data, NODE_COMPILE_CACHE: join(data, "compiled"), ...env },
    stdio: ["ignore", "pipe", "pipe"]
  })
  let printed = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (printed += chunk))
  }
  const ended = new Promise<number | null>((resolve) =>
    child.on("close", (code) => {
      running.delete(run)
      resolve(code)
    })
  )
  const run: Run = { child, ended, output: () => printed }
  running.add(run)
  return run
}

/** The address, once it is printed. */
const ready = async (run: Run): Promise<string> => {
  for (;;) {
    const address = /^ {4}(http:\S+)$/m.exec(run.output())?.[1]
    if (address !== undefined) return address
    if (run.child.exitCode !== null) throw new Error(`ended: ${run.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const stop = (run: Run, signal: NodeJS.Signals): Promise<number | null> => {
  run.child.kill(signal)
  return run.ended
}

const health = async (address: string) =>
  (await (await fetch(`${address}/api/v1/health`)).json()) as Record<string, unknown>

describe("the program", { timeout: 300_000 }, () => {
  // Gives the server ten seconds to answer; the other tests run meanwhile.
  const unreachable = start({ PORT: "0", DATABASE_URL: "postgres://u:geheim@127.0.0.1:9/ntm" })

  it("starts its own database, loads the pilot, says what it does, and serves; others join or find it", async () => {
    const first = start({ PORT: "0" })
    const address = await ready(first)
    const steps = first.output().match(/^\[ *\d+,\d s\] .+$/gm) ?? []
    expect(steps[0]).toContain("Đang mở cơ sở dữ liệu")
    expect(steps.length).toBeGreaterThan(4)
    expect(await health(address)).toMatchObject({ status: "ok", database: "bundled", loadedAt: expect.any(String) })
    expect(await (await fetch(`${address}/ready`)).json()).toMatchObject({ status: "ready" })
    // Lines of the log are JSON where no person looks on, between the few plain ones; probes are not told.
    const told = () => first.output().match(/^\{.*\}$/gm) ?? []
    await expect.poll(told).not.toEqual([])
    expect(told().map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({ level: "info", message: "request", path: "/api/v1/health", status: 200 })
    )
    expect(told().join()).not.toContain("/ready")

    const same = start({ PORT: new URL(address).port })
    expect(await same.ended).toBe(0)
    expect(same.output()).toBe(
      `ntm đã chạy tại ${address}, trên cùng dữ liệu; không cần chạy thêm · ntm already runs there\n`
    )

    const second = start({ PORT: "0" })
    const secondAddress = await ready(second)
    expect((await health(secondAddress))["loadedAt"]).toBe((await health(address))["loadedAt"])
    expect(await stop(first, "SIGTERM")).toBe(0)
    expect(await health(secondAddress)).toMatchObject({ status: "ok" })
    expect(await stop(second, "SIGHUP")).toBe(0)
  })

  it("starts again with the data of the first start, without loading them anew, and leaves nothing behind when it stops", async () => {
    const again = start({ PORT: "0" })
    const address = await ready(again)
    expect(again.output()).toContain("Dữ liệu đã nạp từ trước")
    const authorization = `Bearer ${readFileSync(join(data, "secrets", "owner-key"), "utf8").trim()}`
    const documents = await fetch(`${address}/api/v1/documents`, { headers: { authorization } })
    expect(((await documents.json()) as { items: ReadonlyArray<unknown> }).items).toHaveLength(4)
    const stranger = await fetch(`${address}/api/v1/documents`)
    // Whoever shows nothing is counted by the address of the connection.
    expect([stranger.status, stranger.headers.get("ratelimit-policy")]).toEqual([401, '"address";q=3000;w=60'])
    const guess = () =>
      fetch(`${address}/api/v1/session/sign-in`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email: "nobody@example.vn", password: "đoán mò cho biết" })
      })
    const guesses = await Promise.all(Array.from({ length: 12 }, guess))
    expect(guesses.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 10 }, () => 403), 429, 429])
    expect(await stop(again, "SIGINT")).toBe(0)
    expect(again.output()).toContain("Đã dừng")
    await expect(fetch(address)).rejects.toThrow()
  })

  it("comes back after it was killed", async () => {
    const killed = start({ PORT: "0" })
    await ready(killed)
    await stop(killed, "SIGKILL")
    const again = start({ PORT: "0" })
    expect(await health(await ready(again))).toMatchObject({ status: "ok" })
    expect(await stop(again, "SIGTERM")).toBe(0)
  })

  it("starts its database again when that is killed, and says 503 meanwhile", async () => {
    const run = start({ PORT: "0" })
    const address = await ready(run)
    const pidFile =
      readdirSync(data, { recursive: true, encoding: "utf8" }).find((file) => file.endsWith("postmaster.pid")) ?? ""
    process.kill(Number.parseInt(readFileSync(join(data, pidFile), "utf8"), 10), "SIGKILL")
    const statuses = new Set<number>()
    while (!statuses.has(503) || !run.output().includes("Cơ sở dữ liệu đã chạy lại")) {
      statuses.add((await fetch(`${address}/ready`)).status)
      // Nobody shall kill the program for what its database did.
      expect((await fetch(`${address}/health`)).status).toBe(200)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await expect.poll(async () => (await fetch(`${address}/ready`)).status, { timeout: 20_000 }).toBe(200)
    expect((await fetch(`${address}/api/v1/health`)).status).toBe(200)
    expect(await stop(run, "SIGTERM")).toBe(0)
    expect(run.output().match(/đã dừng đột ngột/g)).toHaveLength(1)
  })

  it("can be stopped while it is starting", async () => {
    const run = start({ PORT: "0" })
    while (!run.output().includes("Đang mở cơ sở dữ liệu")) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await stop(run, "SIGINT")).toBe(0)
  })

  it("serves from the server that DATABASE_URL names what is loaded there, and starts no database of its own", async () => {
    const database = await pilotDatabase()
    const elsewhere = join(data, "own")
    const run = start({ PORT: "0", DATABASE_URL: database.url, NTM_DATA: elsewhere })
    const address = await ready(run)
    expect(await health(address)).toMatchObject({ status: "ok", database: "server" })
    expect(run.output()).toContain("Dữ liệu đã nạp từ trước")
    expect(run.output()).not.toContain(new URL(database.url).password)
    expect(await stop(run, "SIGTERM")).toBe(0)
    // What opens the installation, and nothing else.
    expect(readdirSync(elsewhere)).toEqual(["secrets"])
    await database.drop()
  })

  it("says in one line a variable what is wrong with its configuration, and touches nothing", async () => {
    const elsewhere = join(data, "not-made")
    const run = start({
      PORT: "many",
      DATABASE_URL: "mysql://u:geheim@h/d",
      NTM_DATA: elsewhere,
      NTM_DIGEST_MAIL: "mail",
      NTM_DIGEST_FROM: "a@b.vn",
      NTM_DIGEST_TO: "a@b.vn",
      NTM_ACCOUNTS: "maybe",
      NTM_PORT: "1"
    })
    expect(await run.ended).toBe(1)
    expect(run.output().trim().split("\n")).toHaveLength(5)
    expect(run.output()).not.toMatch(/geheim|\bat /)
    expect(existsSync(elsewhere)).toBe(false)
  })

  it("says what to do when the server of DATABASE_URL cannot be reached, without its password", async () => {
    expect(await unreachable.ended).toBe(1)
    expect(unreachable.output()).toMatch(/127\.0\.0\.1/)
    expect(unreachable.output()).not.toMatch(/geheim|\n +at /)
  })
})
