import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"

/** The program as `npm start` runs it, from its sources, on a data folder of its own. */

const data = mkdtempSync(join(tmpdir(), "ntm-start-"))
const running = new Set<ChildProcess>()

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL")
  rmSync(data, { recursive: true, force: true })
})

interface Run {
  readonly child: ChildProcess
  /** Everything printed so far, with the moment of each piece. */
  readonly printed: Array<{ readonly at: number; readonly text: string }>
  readonly ended: Promise<number | null>
  readonly output: () => string
}

const start = (env: Record<string, string>): Run => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: { PATH: process.env["PATH"], NTM_DATA: data, ...env },
    stdio: ["ignore", "pipe", "pipe"]
  })
  running.add(child)
  const printed: Run["printed"] = [{ at: performance.now(), text: "" }]
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => printed.push({ at: performance.now(), text: chunk.toString() }))
  }
  const ended = new Promise<number | null>((resolve) =>
    child.on("close", (code) => {
      running.delete(child)
      resolve(code)
    })
  )
  return { child, printed, ended, output: () => printed.map(({ text }) => text).join("") }
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

const health = async (address: string) => (await (await fetch(`${address}/api/v1/health`)).json()) as Record<string, unknown>

describe("the program", { timeout: 60_000 }, () => {
  // Gives the server ten seconds to answer; the other tests run meanwhile.
  const unreachable = start({ PORT: "0", DATABASE_URL: "postgres://u:geheim@127.0.0.1:9/ntm" })

  it("starts its own database, loads the pilot, says what it does all the while, and serves; others join or find it", async () => {
    const first = start({ PORT: "0" })
    const address = await ready(first)
    const gaps = first.printed.slice(1).map(({ at }, index) => at - (first.printed[index]?.at ?? 0))
    expect(Math.max(...gaps)).toBeLessThan(3500)
    expect(first.output()).toMatch(/\[ +\d+,\d s\] Đang mở cơ sở dữ liệu/)
    expect(await health(address)).toMatchObject({ status: "ok", database: "bundled", loadedAt: expect.any(String) })

    const same = start({ PORT: new URL(address).port })
    expect(await same.ended).toBe(0)
    expect(same.output()).toBe(`ntm đã chạy tại ${address}, trên cùng dữ liệu; không cần chạy thêm · ntm already runs there\n`)

    const second = start({ PORT: "0" })
    const secondAddress = await ready(second)
    expect((await health(secondAddress))["loadedAt"]).toBe((await health(address))["loadedAt"])
    expect(await stop(first, "SIGTERM")).toBe(0)
    expect(await health(secondAddress)).toMatchObject({ status: "ok" })
    expect(await stop(second, "SIGHUP")).toBe(0)
  })

  it("is up again in a moment, with the data of the first start, and leaves nothing behind when it stops", async () => {
    const began = performance.now()
    const again = start({ PORT: "0" })
    const address = await ready(again)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(again.output()).toContain("Dữ liệu đã nạp từ trước")
    expect(((await (await fetch(`${address}/api/v1/documents`)).json()) as { items: ReadonlyArray<unknown> }).items).toHaveLength(4)
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

  it("can be stopped while it is starting", async () => {
    const run = start({ PORT: "0" })
    while (!run.output().includes("Đang mở cơ sở dữ liệu")) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await stop(run, "SIGINT")).toBe(0)
  })

  it("says in one line a variable what is wrong with its configuration, and touches nothing", async () => {
    const elsewhere = join(data, "not-made")
    const run = start({ PORT: "many", DATABASE_URL: "mysql://u:geheim@h/d", NTM_DATA: elsewhere })
    expect(await run.ended).toBe(1)
    expect(run.output().trim().split("\n")).toHaveLength(2)
    expect(run.output()).not.toMatch(/geheim|\bat /)
    expect(existsSync(elsewhere)).toBe(false)
  })

  it("says what to do when the server of DATABASE_URL cannot be reached, without its password", async () => {
    expect(await unreachable.ended).toBe(1)
    expect(unreachable.output()).toMatch(/127\.0\.0\.1/)
    expect(unreachable.output()).not.toMatch(/geheim|\n +at /)
  })
})
