import type { Problem } from "@ntm/contract"
import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"
import { costOf, makeLimits, networkOf } from "./limits.ts"

const rates = { person: 10, address: 3, owner: 1000 }

/** As a server hands a request on that came from an address. */
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

const asking = (options: Parameters<typeof appInMemory>[0] = {}) => {
  const { app } = appInMemory({ rates, ...options })
  return (address: string, path = "/api/v1/health", headers: Record<string, string> = {}) =>
    Promise.resolve(app.request(path, { headers }, from(address)))
}

describe("how much may be asked", () => {
  it("is told with every answer, and refused beyond in both languages until the minute is over", async () => {
    const ask = asking()
    const answers = [await ask("203.0.113.7"), await ask("203.0.113.7", "/api/v1/none"), await ask("203.0.113.7")]
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 200])
    expect(answers.map(({ headers }) => headers.get("ratelimit-policy"))).toEqual(
      answers.map(() => '"address";q=3;w=60')
    )
    expect(answers.map(({ headers }) => headers.get("ratelimit")?.replace(/\d+$/, ""))).toEqual(
      [2, 1, 0].map((left) => `"address";r=${left};t=`)
    )
    const refused = await ask("203.0.113.7")
    const told = (await refused.json()) as Problem
    expect([refused.status, told.type]).toEqual([429, "urn:ntm:problem:too-many-requests"])
    expect(refused.headers.get("ratelimit")).toMatch(/^"address";r=0;t=\d+$/)
    const wait = Number(refused.headers.get("retry-after"))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect(told.next).toEqual({ vi: expect.stringContaining("Chờ"), en: expect.stringContaining("Wait") })
    expect(told.instance).toBe(`urn:ntm:request:${refused.headers.get("x-request-id")}`)
    // Another is not held up.
    expect((await ask("203.0.113.8")).status).toBe(200)
  })

  it("does not bite whoever sits before the program's own machine", async () => {
    const ask = asking()
    for (let at = 0; at < 20; at += 1) expect((await ask("127.0.0.1")).status).toBe(200)
    expect((await ask("::ffff:127.0.0.1")).headers.get("ratelimit-policy")).toBe('"owner";q=1000;w=60')
  })

  it("knows callers behind reverse proxies by what these tell, and only where there are any", async () => {
    const [direct, behind] = [asking(), asking({ proxies: 1 })]
    const spoofed = (at: number) => ({ "x-forwarded-for": `198.51.100.${at}` })
    const told = { "x-forwarded-for": "10.9.9.9, 203.0.113.7" }
    const statuses = async (ask: ReturnType<typeof asking>, headers: (at: number) => Record<string, string>) => {
      const found: Array<number> = []
      for (let at = 0; at < 4; at += 1) found.push((await ask("203.0.113.1", "/api/v1/health", headers(at))).status)
      return found
    }
    expect(await statuses(direct, spoofed)).toEqual([200, 200, 200, 429])
    expect(await statuses(behind, spoofed)).toEqual([200, 200, 200, 200])
    // What stands before the address that the proxy added is the caller's invention.
    expect(await statuses(behind, () => told)).toEqual([200, 200, 200, 429])
    expect(await statuses(behind, (at) => ({ "x-forwarded-for": `10.9.9.${at}, 203.0.113.7` }))).toEqual([
      429, 429, 429, 429
    ])
    // What is no address counts for nothing.
    expect(await statuses(behind, (at) => ({ "x-forwarded-for": `nobody${at}` }))).toEqual([200, 200, 200, 429])
  })

  it("counts what is judged or written to a file for more", () => {
    expect([costOf("/units/11824"), costOf("/dossiers/7/bundle"), costOf("/dossiers/7")]).toEqual([1, 10, 1])
    expect(costOf("/assessments")).toBeGreaterThan(1)
  })

  it("lets nobody have more than it says, in whatever order they ask", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 3 })), { maxLength: 30 }),
        async (asked) => {
          const limits = makeLimits()
          const spent = new Map<number, number>()
          for (const [who, cost] of asked) {
            const { allowed, left } = await limits({ policy: "key", who: String(who), perMinute: 7 }, cost)
            const before = spent.get(who) ?? 0
            expect(allowed).toBe(before + cost <= 7)
            expect(left).toBe(Math.max(0, 7 - before - cost))
            spent.set(who, before + cost)
          }
        }
      )
    )
  })

  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::6", "2001:db8:1:2"],
    ["2001:db8::6", "2001:db8:0:0"],
    ["::1", "0:0:0:0"]
  ])("counts %s as %s", (address, network) => expect(networkOf(address)).toBe(network))
})

describe("how long an answer may take", () => {
  it("is told by a problem when it is over, and what was begun is given up", async () => {
    const ends: Array<string> = []
    const health = () => Effect.onInterrupt(Effect.never, () => Effect.sync(() => void ends.push("given up")))
    const { app } = appInMemory({ answerMs: 5, health })
    const answer = await app.request("/api/v1/health", { headers: { "x-request-id": "slow-1" } })
    const told = (await answer.json()) as Problem
    expect([answer.status, told.type, told.instance]).toEqual([
      503,
      "urn:ntm:problem:took-too-long",
      "urn:ntm:request:slow-1"
    ])
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(told.next?.vi).toContain("Hỏi hẹp lại")
    expect(ends).toEqual(["given up"])
  })
})
