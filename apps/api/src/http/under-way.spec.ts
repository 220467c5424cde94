import type { Problem } from "@ntm/contract"
import fc from "fast-check"
import { Hono } from "hono"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"
import type { ApiEnv } from "./api-env.ts"
import { piecesStream } from "./pieces.ts"
import { makePlaces } from "./places.ts"
import { type AtOnce, underWay } from "./under-way.ts"

/** An app whose answers are held until the spec ends them. `heavy` paths count for more. */
const held = (bounds: AtOnce) => {
  const app = new Hono<ApiEnv>()
  const begun: Array<{ readonly who: string; readonly end: () => void }> = []
  let heard = (): void => undefined
  app.use(async (c, next) => {
    const who = c.req.header("who")
    if (who !== undefined)
      c.set("counted", { policy: "person", who, perMinute: 1, cost: c.req.path === "/heavy" ? 5 : 1 })
    await next()
  })
  app.use(underWay(bounds, 60_000))
  app.get("/lines", (c) => {
    const pieces = (function* () {
      yield "x".repeat(300_000)
      yield "y".repeat(300_000)
    })()
    return new Response(piecesStream(c, { log: () => undefined }, pieces))
  })
  app.get("/*", async (c) => {
    await new Promise<void>((resolve) => {
      begun.push({ who: c.req.header("who") ?? "", end: resolve })
      heard()
    })
    return c.text("done")
  })
  const ask = (path: string, who?: string, signal?: AbortSignal) =>
    Promise.resolve(
      app.request(path, { headers: who === undefined ? {} : { who }, ...(signal === undefined ? {} : { signal }) })
    )
  /** Waits until so many answers have begun. */
  const until = async (many: number) => {
    while (begun.length < many) {
      await new Promise<void>((resolve) => {
        heard = resolve
      })
    }
    return begun.map(({ who }) => who)
  }
  const endAll = () => {
    for (const { end } of begun) end()
  }
  return { ask, begun, endAll, until }
}

const typeOf = async (answer: Response) => ((await answer.json()) as Problem).type

describe("how much is under way at once", () => {
  it("is bounded for each caller whoever else asks, and free again when an answer ends", async () => {
    const { ask, begun, endAll, until } = held({ caller: 2, heavy: 1 })
    const first = [ask("/", "a"), ask("/", "a"), ask("/", "b")]
    expect(await until(3)).toEqual(["a", "a", "b"])
    const refused = await ask("/", "a")
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"])
    const told = (await refused.json()) as Problem
    expect(told.type).toBe("urn:ntm:problem:too-many-at-once")
    expect(told.next).toEqual({ vi: expect.stringContaining("Chờ"), en: expect.stringContaining("Wait") })
    begun[0]?.end()
    expect((await first[0])?.status).toBe(200)
    const again = ask("/", "a")
    await until(4)
    endAll()
    expect((await Promise.all([again, ...first])).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  it("makes eight of one caller at the same time: the others wait, and not before another caller", async () => {
    const { ask, begun, endAll, until } = held({ caller: 100, heavy: 1 })
    const many = Array.from({ length: 50 }, () => ask("/", "a"))
    await until(8)
    const other = ask("/", "b")
    expect(await until(9)).toEqual([...Array.from({ length: 8 }, () => "a"), "b"])
    // Who waits for news makes nothing meanwhile.
    const news = ask("/?wait=9", "a")
    expect((await until(10)).filter((who) => who === "a")).toHaveLength(9)
    for (let at = 0; at < 52; at += 1) {
      await until(at + 1)
      begun[at]?.end()
    }
    endAll()
    expect((await Promise.all([other, news, ...many])).map(({ status }) => status)).toEqual(
      Array.from({ length: 52 }, () => 200)
    )
  })

  it("lets heavy questions wait in line, first come first served, while light ones pass", async () => {
    const { ask, begun, endAll, until } = held({ caller: 9, heavy: 1 })
    const heavy = ["a", "b", "a"].map((who) => ask("/heavy", who))
    expect(await until(1)).toEqual(["a"])
    const light = ask("/", "a")
    expect(await until(2)).toEqual(["a", "a"])
    // One caller takes no more of the line than two questions.
    const refused = await ask("/heavy", "a")
    expect([refused.status, await typeOf(refused)]).toEqual([429, "urn:ntm:problem:too-many-at-once"])
    begun[0]?.end()
    expect(await until(3)).toEqual(["a", "a", "b"])
    begun[2]?.end()
    expect(await until(4)).toEqual(["a", "a", "b", "a"])
    endAll()
    expect((await Promise.all([light, ...heavy])).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  it("says that it is busy where the line is full, and forgets who goes while waiting", async () => {
    const { ask, begun, endAll, until } = held({ caller: 9, heavy: 1 })
    const runs = ask("/heavy", "0")
    await until(1)
    const gone = new AbortController()
    const goes = ask("/heavy", "1", gone.signal)
    const waits = Array.from({ length: 15 }, (_, at) => ask("/heavy", String(at + 2)))
    const refused = await ask("/heavy", "20")
    expect([refused.status, refused.headers.get("retry-after"), await typeOf(refused)]).toEqual([
      503,
      "5",
      "urn:ntm:problem:too-busy"
    ])
    gone.abort()
    expect((await goes).status).toBe(503)
    const last = ask("/heavy", "20")
    for (let at = 0; at < 17; at += 1) {
      await until(at + 1)
      begun[at]?.end()
    }
    expect(begun.map(({ who }) => who)).toEqual(["0", ...Array.from({ length: 15 }, (_, at) => String(at + 2)), "20"])
    endAll()
    expect((await Promise.all([runs, last, ...waits])).every(({ status }) => status === 200)).toBe(true)
  })

  it("counts a stream for as long as it is read, and no longer when its reader goes", async () => {
    const { ask } = held({ caller: 1, heavy: 1 })
    const read = async () => {
      const reader = (await ask("/lines", "a")).body?.getReader()
      await reader?.read()
      return reader
    }
    const first = await read()
    expect((await ask("/lines", "a")).status).toBe(429)
    await first?.cancel()
    const second = await read()
    expect((await ask("/lines", "a")).status).toBe(429)
    for (let part = await second?.read(); part?.done === false; part = await second?.read());
    expect((await ask("/lines", "a")).status).toBe(200)
    // Whoever never reads it holds nothing.
    expect((await ask("/lines", "a")).status).toBe(200)
  })

  it("holds nobody who is not counted: the program itself", async () => {
    const { ask, endAll, until } = held({ caller: 1, heavy: 1 })
    const asked = [ask("/heavy"), ask("/heavy"), ask("/heavy")]
    await until(3)
    endAll()
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it("stands before the API itself, for who comes by the network", async () => {
    const { app } = appInMemory({ atOnce: { caller: 1, heavy: 1 }, log: () => undefined })
    const from = { incoming: { socket: { remoteAddress: "203.0.113.7" } } }
    const two = ["/api/v1/units", "/api/v1/units"].map((path) => Promise.resolve(app.request(path, {}, from)))
    expect((await Promise.all(two)).map(({ status }) => status).sort()).toEqual([200, 429])
  })
})

describe("places with a line before them", () => {
  it("are never taken by more than there are, nor is one lost, however people come and go", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.constantFrom("comes", "leaves", "gives up"), { maxLength: 40 }),
        async (places, steps) => {
          const line = 3
          const { enter } = makePlaces({ places, line })
          const inside: Array<() => void> = []
          const waiting: Array<AbortController> = []
          let refused = 0
          const settled = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)))
          for (const step of steps) {
            if (step === "comes") {
              const patience = new AbortController()
              waiting.push(patience)
              void enter(patience.signal).then((leave) => {
                waiting.splice(waiting.indexOf(patience), 1)
                if (leave === null) refused += 1
                else inside.push(leave)
              })
            } else if (step === "leaves") inside.shift()?.()
            else waiting[0]?.abort()
            await settled()
            expect(inside.length).toBeLessThanOrEqual(places)
            expect(waiting.length).toBeLessThanOrEqual(line)
            // Nobody waits before a free place.
            if (inside.length < places) expect(waiting).toEqual([])
          }
          expect(refused).toBeLessThanOrEqual(steps.length)
        }
      )
    )
  })
})
