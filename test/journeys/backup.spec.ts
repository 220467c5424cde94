import { execFile, execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { databasesUnderTest, freshDatabase } from "@ntm/store/testing"
import { describe, expect, inject, it, onTestFinished } from "vitest"
import { copyInto, folderOfTest } from "../product/files.ts"
import { type Product, startProduct } from "../product/product.ts"
import { ownerHeaders } from "../product/session.ts"

/** The drill of docs/operations.md: what was put away comes back as it was known. */

const start = (env: Readonly<Record<string, string>>): Product => {
  const product = startProduct(env)
  onTestFinished(() => void product.stop("SIGKILL"))
  return product
}

const UNIT = "11824"

const at = async (product: Product, folder: string): Promise<Place> => ({ address: await product.address(), folder })

interface Recorded {
  readonly observation: { readonly input: string; readonly note: string | null }
}

/** Where a product answers, and the folder whose owner asks. */
interface Place {
  readonly address: string
  readonly folder: string
}

const historyAt = async ({ address, folder }: Place): Promise<{ readonly items: ReadonlyArray<Recorded> }> => {
  const answer = await fetch(`${address}/api/v1/observations?unit=${UNIT}&as_of=2025-06-30`, {
    headers: ownerHeaders(folder)
  })
  return (await answer.json()) as { items: ReadonlyArray<Recorded> }
}

/** A value on a day of its own: two of one day would be one. */
const record = async (place: Place, day: string, note: string): Promise<void> => {
  const input = (await historyAt(place)).items[0]?.observation.input
  const answer = await fetch(`${place.address}/api/v1/observations`, {
    method: "POST",
    headers: { ...ownerHeaders(place.folder), "content-type": "application/json" },
    body: JSON.stringify({ rows: [{ unit: UNIT, input, day, value: 1, note }] })
  })
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
}

/** What must be the same after a drill. */
const stateOf = async (place: Place) => {
  const { address } = place
  const health = (await (await fetch(`${address}/api/v1/health`)).json()) as { loadedAt: string }
  expect((await fetch(`${address}/ready`)).status).toBe(200)
  return { loadedAt: health.loadedAt, items: (await historyAt(place)).items }
}

const installed = ["pg_dump", "pg_restore"].every((name) =>
  (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(join(folder, name)))
)

/** pg_dump refuses a server that is newer than itself. */
const reads = (version: string): boolean =>
  installed &&
  Number(/(\d+)/.exec(execFileSync("pg_dump", ["--version"], { encoding: "utf8" }))?.[1]) >=
    Number.parseInt(version, 10)

/** Not at a standstill meanwhile: connections that the product closes are then known to be closed. */
const tool = promisify(execFile)

describe("the drill", { timeout: 240_000 }, () => {
  it("brings the data folder back that was put away, without what came later", async () => {
    const [data, kept] = [folderOfTest("backup"), folderOfTest("drill")]
    copyInto(data, inject("loaded"))
    const first = start({ NTM_DATA: data })
    await record(await at(first, data), "2015-01-01", "trước khi sao lưu")
    const before = await stateOf(await at(first, data))
    expect(before.items.map(({ observation }) => observation.note)).toContain("trước khi sao lưu")
    expect(await first.stop("SIGTERM")).toBe(0)
    copyInto(kept, data)

    const later = start({ NTM_DATA: data })
    await record(await at(later, data), "2015-01-02", "sau khi sao lưu")
    expect(await later.stop("SIGTERM")).toBe(0)

    const drill = start({ NTM_DATA: kept })
    expect(await stateOf(await at(drill, kept))).toEqual(before)
    expect(drill.stdout()).toContain("Dữ liệu đã nạp từ trước")
    await record(await at(drill, kept), "2015-01-03", "sau khi khôi phục")
    expect(await drill.stop("SIGTERM")).toBe(0)
  })

  it.for(databasesUnderTest)(
    "brings a database of $name back out of a dump that was taken while the program ran",
    async ({ server }, context) => {
      const [database, empty] = [await freshDatabase({ server }), await freshDatabase({ server })]
      onTestFinished(async () => {
        await database.drop()
        await empty.drop()
      })
      const folder = folderOfTest("dump")
      const first = start({ DATABASE_URL: database.url, NTM_DATA: join(folder, "a") })
      await record(await at(first, join(folder, "a")), "2015-01-01", "trước khi sao lưu")
      const health = (await (await fetch(`${await first.address()}/api/v1/health`)).json()) as { postgres: string }
      if (!reads(health.postgres)) {
        await first.stop("SIGTERM")
        return context.skip(`no pg_dump here reads PostgreSQL ${health.postgres}`)
      }
      const dump = join(folder, "ntm.dump")
      await tool("pg_dump", ["-Fc", "-f", dump, database.url])
      const before = await stateOf(await at(first, join(folder, "a")))
      await record(await at(first, join(folder, "a")), "2015-01-02", "sau khi sao lưu")
      expect(await first.stop("SIGTERM")).toBe(0)

      await tool("pg_restore", ["--exit-on-error", "--no-owner", "--clean", "--if-exists", "-d", empty.url, dump])
      const drill = start({ DATABASE_URL: empty.url, NTM_DATA: join(folder, "b") })
      expect(await stateOf(await at(drill, join(folder, "b")))).toEqual(before)
      await record(await at(drill, join(folder, "b")), "2015-01-03", "sau khi khôi phục")
      expect(await drill.stop("SIGTERM")).toBe(0)
    }
  )
})
