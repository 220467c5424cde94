import { existsSync, readdirSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { databasesUnderTest, freshDatabase } from "@ntm/store/testing"
import { afterAll, describe, expect, it, onTestFinished } from "vitest"
import { folderOfTest, newFolder, removeFolder } from "../product/files.ts"
import { allGone, belonging } from "../product/processes.ts"
import { type Product, startProduct } from "../product/product.ts"
import { ownerHeaders, signedIn } from "../product/session.ts"
import { until } from "../product/until.ts"

/** The life of the product: starts, meetings, ends, and accidents. One data folder goes through all of them. */

const data = newFolder("start")
const start = (env: Readonly<Record<string, string>> = {}): Product => {
  const product = startProduct({ NTM_DATA: data, ...env })
  // What a failed test leaves running.
  onTestFinished(() => void product.stop("SIGKILL"))
  return product
}

afterAll(() => removeFolder(data))

const questions = [
  "/documents",
  "/findings",
  "/funding/tables",
  "/assignments?as_of=2025-06-20",
  "/units?as_of=2025-07-01&level=province",
  "/criteria-sets"
]

/** Everything that a person would see, as text. */
const factsOf = (address: string, folder = data): Promise<ReadonlyArray<string>> =>
  Promise.all(
    questions.map(async (question) => {
      const response = await fetch(`${address}/api/v1${question}`, { headers: ownerHeaders(folder) })
      expect([question, response.status]).toEqual([question, 200])
      return await response.text()
    })
  )

const pidsOf = (product: Product, folder = data): ReadonlyArray<number> =>
  belonging(product.pid, folder).map(({ pid }) => pid)

const stack = /\n\s+at /
let facts: ReadonlyArray<string> = []

describe("the product", () => {
  // Ten seconds are given to a server that does not answer; the other specs run meanwhile.
  const unreachable = startProduct({
    DATABASE_URL: "postgres://u:geheim@127.0.0.1:9/ntm",
    NTM_DATA: join(data, "unreachable")
  })

  afterAll(() => void unreachable.stop("SIGKILL"))

  it("says what it does while it starts for the first time, and where it is to be found", async () => {
    const product = start()
    const address = await product.address()
    const steps = product.stdout().match(/^\[ *\d+,\d s\] .+$/gm) ?? []
    expect(steps.length).toBeGreaterThan(4)
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    facts = await factsOf(address)
    expect(facts[1]).toContain('"difference":896210')
    const page = await (await fetch(address, { headers: { accept: "text/html" } })).text()
    expect(page).toMatch(/<html lang="vi"/)

    const pids = pidsOf(product)
    expect(pids.length).toBeGreaterThan(1)
    expect(await product.stop("SIGTERM")).toBe(0)
    await allGone(pids, data)
    expect(product.stderr()).toBe("")
  })

  it("is found by a second start on its port, and joined by one on another", async () => {
    const first = start()
    const address = await first.address()
    expect(first.stdout()).not.toContain("Đang nạp")

    const same = start({ PORT: new URL(address).port })
    expect(await same.ended).toBe(0)
    expect(same.stdout()).toContain(`ntm đã chạy tại ${address}`)

    const second = start()
    const other = await second.address()
    expect(other).not.toBe(address)
    expect(await factsOf(other)).toEqual(facts)

    const pids = [...pidsOf(first), ...pidsOf(second)]
    expect(await first.stop("SIGTERM")).toBe(0)
    expect(await factsOf(other)).toEqual(facts)
    expect(await second.stop("SIGINT")).toBe(0)
    await allGone(pids, data)
  })

  it("starts twice at once on an empty folder, and both have the facts", { timeout: 300_000 }, async () => {
    const folder = folderOfTest("twice")
    const [one, two] = [start({ NTM_DATA: folder }), start({ NTM_DATA: folder })]
    const [first, second] = await Promise.all([
      factsOf(await one.address(), folder),
      factsOf(await two.address(), folder)
    ])
    expect(first).toEqual(facts)
    expect(second).toEqual(facts)
    const pids = [...pidsOf(one, folder), ...pidsOf(two, folder)]
    expect(await Promise.all([one.stop("SIGTERM"), two.stop("SIGTERM")])).toEqual([0, 0])
    await allGone(pids, folder)
  })

  it("ends within seconds while somebody holds a connection", async () => {
    const product = start()
    const address = await product.address()
    // Kept open by the client, as a browser does.
    await fetch(`${address}/api/v1/health`)
    const began = performance.now()
    expect(await product.stop("SIGINT")).toBe(0)
    expect(performance.now() - began).toBeLessThan(8000)
  })

  it("takes its database with it when it is killed, and the next start has everything", async () => {
    const product = start()
    await product.address()
    const pids = pidsOf(product)
    expect(await product.stop("SIGKILL")).toBe(null)
    await allGone(pids, data)
    const again = start()
    expect(await factsOf(await again.address())).toEqual(facts)
    expect(await again.stop("SIGTERM")).toBe(0)
    await allGone([again.pid], data)
  })

  it("recovers when everything is killed at once, as by a power cut", async () => {
    const product = start()
    await product.address()
    const pids = pidsOf(product)
    for (const pid of pids) {
      try {
        process.kill(pid, "SIGKILL")
      } catch {
        // Ended with its parent.
      }
    }
    await product.ended
    await allGone(pids, data)
    const again = start()
    expect(await factsOf(await again.address())).toEqual(facts)
    expect(await again.stop("SIGTERM")).toBe(0)
    await allGone([again.pid], data)
  })

  it("leaves nothing running when it is killed while it makes its database", { timeout: 300_000 }, async () => {
    const folder = folderOfTest("early")
    const product = start({ NTM_DATA: folder })
    await until("the first step", () => product.stdout().includes("Đang tạo cơ sở dữ liệu"), { seen: product.stdout })
    const pids = pidsOf(product, folder)
    await product.stop("SIGKILL")
    await allGone(pids, folder)
    const again = start({ NTM_DATA: folder })
    expect(await factsOf(await again.address(), folder)).toEqual(facts)
    const after = pidsOf(again, folder)
    expect(await again.stop("SIGTERM")).toBe(0)
    await allGone(after, folder)
  })

  it("names the port that another program holds, and what to do", async () => {
    const foreign = createServer((_, response) => response.end("not ntm"))
    await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", resolve))
    const { port } = foreign.address() as AddressInfo
    const folder = folderOfTest("foreign")
    const product = start({ NTM_DATA: folder, PORT: String(port) })
    expect(await product.ended).toBe(1)
    expect(product.stderr()).toMatch(
      new RegExp(`Cổng ${port} đang do chương trình khác dùng.*PORT=${port + 1}.*Port ${port} is taken`)
    )
    expect(product.stderr()).not.toMatch(stack)
    expect(readdirSync(folder)).toEqual([])
    foreign.closeAllConnections()
    foreign.close()
  })

  it("says which setting is wrong, all of them at once, and touches nothing", async () => {
    const folder = join(folderOfTest("settings"), "not-made")
    const product = start({ NTM_DATA: folder, PORT: "bốn nghìn", DATABASE_URL: "mysql://u:geheim@h/d" })
    expect(await product.ended).toBe(1)
    const lines = product.stderr().trim().split("\n")
    expect(lines).toEqual([
      expect.stringMatching(/PORT phải là .*“bốn nghìn”.*PORT must be/),
      expect.stringMatching(/DATABASE_URL phải .*DATABASE_URL must be/)
    ])
    expect(product.stdout() + product.stderr()).not.toContain("geheim")
    expect(existsSync(folder)).toBe(false)
  })

  it("says in both languages that a data folder cannot be used", async () => {
    const product = start({ NTM_DATA: "/dev/null/ntm" })
    expect(await product.ended).toBe(1)
    expect(product.stderr()).toContain("/dev/null/ntm")
    expect(product.stderr()).not.toMatch(stack)
    expect(product.stderr()).not.toContain("A fault of the program")
  })

  it("says which server cannot be reached, without its password", async () => {
    expect(await unreachable.ended).toBe(1)
    expect(unreachable.stderr()).toMatch(/127\.0\.0\.1/)
    expect(unreachable.stdout() + unreachable.stderr()).not.toMatch(/geheim|\n\s+at /)
    expect(existsSync(join(data, "unreachable"))).toBe(false)
  })
})

describe.skipIf(databasesUnderTest.every(({ server }) => server === null))("the product on a server", () => {
  it("keeps the same facts there, starts no database of its own, and shows nobody's part that is made up", async () => {
    const server = databasesUnderTest.find((each) => each.server !== null)?.server ?? null
    const database = await freshDatabase({ server })
    const folder = join(folderOfTest("server"), "own")
    const product = start({ NTM_DATA: folder, DATABASE_URL: database.url, NTM_DEMO: "on" })
    const address = await product.address()
    expect(await (await fetch(`${address}/api/v1/health`)).json()).toMatchObject({ status: "ok", database: "server" })
    expect(await factsOf(address, folder)).toEqual(facts)
    expect(product.stdout()).toMatch(/\/dang-nhap#\S+/)
    await expect(signedIn(address, "leader")).rejects.toThrow("404")
    expect(product.stdout() + product.stderr()).not.toContain(new URL(database.url).password || "\0")
    expect(await product.stop("SIGTERM")).toBe(0)
    // What opens the installation, and nothing else.
    expect(readdirSync(folder)).toEqual(["secrets"])
    await database.drop()
  })
})
