import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { makeShell } from "../app.ts"
import { isProbe } from "./addresses.ts"
import { hindranceOf } from "./checks.ts"
import type { Hindrance } from "./hindrance.ts"

const asking = (why: Hindrance | null) => {
  let asked = 0
  const shell = makeShell({
    log: () => undefined,
    probes: {
      version: "1.2.3",
      hindrance: () => {
        asked += 1
        return Promise.resolve(why)
      }
    }
  })
  return { shell, asked: () => asked }
}

describe("what a program is asked by whoever runs it", () => {
  it("is alive without asking its database", async () => {
    const { asked, shell } = asking("database")
    const answer = await shell.request("/health")
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"])
    expect(await answer.json()).toEqual({ status: "alive", version: "1.2.3" })
    expect(asked()).toBe(0)
  })

  it("is ready where nothing hinders it", async () => {
    const answer = await asking(null).shell.request("/ready")
    expect([answer.status, await answer.json()]).toEqual([200, { status: "ready", version: "1.2.3" }])
  })

  it.each(["starting", "stopping", "database", "schema", "facts"] as const)(
    "says in both languages that it is not ready: %s",
    async (why) => {
      const answer = await asking(why).shell.request("/ready")
      expect([answer.status, answer.headers.get("content-type"), answer.headers.get("retry-after")]).toEqual([
        503,
        "application/problem+json; charset=utf-8",
        "1"
      ])
      const problem = (await answer.json()) as { detail: string; detailEn: string }
      expect(problem).toMatchObject({ type: "urn:ntm:problem:not-ready", status: 503 })
      expect(problem.detail).not.toBe("")
      expect(problem.detailEn).not.toBe(problem.detail)
    }
  )

  it("takes no other method, and no other address", async () => {
    const { shell } = asking(null)
    const answer = await shell.request("/ready", { method: "POST" })
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"])
    expect((await shell.request("/ready/x")).status).toBe(404)
    expect(isProbe("/api/v1/health")).toBe(false)
  })
})

describe("what keeps a program from serving as far as its database goes", () => {
  const asked = (atSchema: Effect.Effect<boolean, Error>, loadedAt: Effect.Effect<string | null, Error>) =>
    Effect.runPromise(hindranceOf({ atSchema, loadedAt }))
  const lost = Effect.fail(new Error("away"))

  it("is nothing, another version's schema, nothing loaded, or that it does not answer", async () => {
    const moment = Effect.succeed("2025-01-01T00:00:00.000Z")
    expect(await asked(Effect.succeed(true), moment)).toBeNull()
    expect(await asked(Effect.succeed(false), moment)).toBe("schema")
    expect(await asked(Effect.succeed(true), Effect.succeed(null))).toBe("facts")
    expect(await asked(lost, moment)).toBe("database")
    expect(await asked(Effect.succeed(true), lost)).toBe("database")
  })
})
