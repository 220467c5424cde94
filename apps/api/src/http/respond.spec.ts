import type { Problem } from "@ntm/contract"
import { anonymous } from "@ntm/domain/people"
import { Day } from "@ntm/domain/values"
import { QueryFailed } from "@ntm/store"
import { Effect } from "effect"
import { Hono } from "hono"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"
import type { ApiEnv } from "./api-env.ts"
import { respond } from "./respond.ts"

const day = Day.make("2025-06-20")
const { runtime } = appInMemory()

/** What somebody is answered whose request comes to a defect. */
const answered = async (defect: unknown, signedIn = true) => {
  const logged: Array<string> = []
  const isOutage = (one: unknown) => one instanceof QueryFailed
  const app = new Hono<ApiEnv>()
  app.post("/", (c) => {
    if (signedIn) {
      c.set("asker", { access: anonymous(day), holder: null })
      c.set("action", "works.record")
    }
    return respond(c, { runtime, log: (line) => logged.push(line), isOutage, answerMs: 30_000 }, Effect.die(defect))
  })
  const response = await app.request("/", { method: "POST" })
  return { problem: (await response.json()) as Problem, logged }
}
const failed = (code: string) => new QueryFailed({ cause: Object.assign(new Error("refused"), { code }) })

describe("what PostgreSQL alone refuses", () => {
  it("is a refusal with its rule where a policy stands in the way, and stands in the log: a check was forgotten", async () => {
    const { logged, problem } = await answered(failed("42501"))
    expect(problem).toMatchObject({
      type: "urn:ntm:problem:outside-scope",
      status: 403,
      rule: "works.record",
      asOf: day,
      next: { vi: expect.any(String), en: expect.any(String) }
    })
    expect(problem.whoMay?.map(({ role }) => role)).toContain("localOfficer")
    expect(logged).toEqual([expect.stringContaining("refused")])
  })

  it("is for want of time where a statement took longer than one may", async () => {
    const { problem } = await answered(failed("57014"))
    expect([problem.status, problem.type]).toEqual([503, "urn:ntm:problem:took-too-long"])
    expect(problem.detail).toContain("30 giây")
  })

  it.each([failed("57P01"), failed("ECONNREFUSED"), new QueryFailed({ cause: null })])(
    "is that the data are away, whatever else it is",
    async (defect) => expect((await answered(defect)).problem.type).toBe("urn:ntm:problem:data-unavailable")
  )

  it("is nobody's scope where nobody signs in: the account of the database lacks rights", async () => {
    expect((await answered(failed("42501"), false)).problem.status).toBe(503)
  })

  it("is a fault of ours where it is none of PostgreSQL's", async () => {
    expect((await answered(Object.assign(new Error("x"), { state: "42501" }))).problem.status).toBe(500)
  })
})

describe("a caller that does not wait", () => {
  it("ends what it asked for, and is no fault that the log tells", async () => {
    const logged: Array<string> = []
    const begun = Promise.withResolvers<void>()
    const slow = Effect.andThen(Effect.sync(begun.resolve), Effect.never)
    const app = new Hono<ApiEnv>()
    app.get("/", (c) =>
      respond(c, { runtime, log: (line) => logged.push(line), isOutage: () => false, answerMs: 30_000 }, slow)
    )
    const caller = new AbortController()
    const answer = app.request("/", { signal: caller.signal })
    await begun.promise
    caller.abort()
    expect([(await answer).status, logged]).toEqual([499, []])
  })
})
