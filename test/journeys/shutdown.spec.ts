import { afterAll, describe, expect, it, onTestFinished } from "vitest"
import { loadedFolder, removeFolder } from "../product/files.ts"
import { type Product, startProduct } from "../product/product.ts"
import { ownerHeaders } from "../product/session.ts"

/** A server that is told to stop while people write: what it said yes to is there, and nothing is there by halves. */

const data = loadedFolder("shutdown")
const start = (): Product => {
  const product = startProduct({ NTM_DATA: data })
  onTestFinished(() => void product.stop("SIGKILL"))
  return product
}

afterAll(() => removeFolder(data))

const UNIT = "11824"
const WRITERS = 8

interface Recorded {
  readonly observation: { readonly input: string; readonly day: string; readonly value: number; readonly note: string }
}

const historyOf = async (address: string): Promise<ReadonlyArray<Recorded>> =>
  (
    (await (
      await fetch(`${address}/api/v1/observations?unit=${UNIT}&as_of=2025-06-30`, { headers: ownerHeaders(data) })
    ).json()) as {
      items: ReadonlyArray<Recorded>
    }
  ).items

const dayOf = (n: number): string => new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10)

const ROWS = 3

/** Several rows, recorded together or not at all. */
const batchOf = (input: string, n: number) => ({
  rows: Array.from({ length: ROWS }, (_, at) => ({
    unit: UNIT,
    input,
    day: dayOf(n * ROWS + at),
    value: 80,
    note: `đợt ${n}`
  }))
})

describe("a server that is told to stop under load", { timeout: 240_000 }, () => {
  it("has stored every batch that it acknowledged, whole, and no other by halves; and ends in order", async () => {
    const product = start()
    const address = await product.address()
    const [known] = await historyOf(address)
    if (known === undefined) throw new Error(`nothing is known of ${UNIT}`)
    const { input } = known.observation
    const owner = ownerHeaders(data)

    const acknowledged = new Set<string>()
    const refused = new Set<number>()
    let next = 0
    let enough = () => undefined as void
    const busy = new Promise<void>((resolve) => (enough = resolve))
    const write = async (): Promise<void> => {
      for (;;) {
        const n = next++
        try {
          const answer = await fetch(`${address}/api/v1/observations`, {
            method: "POST",
            headers: { ...owner, "content-type": "application/json" },
            body: JSON.stringify(batchOf(input, n))
          })
          if (answer.ok) acknowledged.add(`đợt ${n}`)
          else refused.add(answer.status)
          await answer.text()
          if (acknowledged.size === 3 * WRITERS) enough()
          if (!answer.ok) return
        } catch {
          // Nobody listens any more.
          return
        }
      }
    }
    const writers = Array.from({ length: WRITERS }, write)
    await busy
    expect(await product.stop("SIGTERM")).toBe(0)
    await Promise.all(writers)
    expect([...refused].filter((status) => status !== 503)).toEqual([])
    expect(product.stdout()).toContain("Đã dừng")

    const again = start()
    const stored = new Map<string, number>()
    for (const { observation } of await historyOf(await again.address()))
      if (observation.note?.startsWith("đợt ")) stored.set(observation.note, (stored.get(observation.note) ?? 0) + 1)
    expect([...acknowledged].filter((batch) => !stored.has(batch))).toEqual([])
    expect([...stored].filter(([, rows]) => rows !== ROWS)).toEqual([])
    // Only what was under way when it ended may be there without its writer having heard of it.
    expect(stored.size - acknowledged.size).toBeLessThanOrEqual(WRITERS)
    expect(await again.stop("SIGTERM")).toBe(0)
  })
})
