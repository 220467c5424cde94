import { describe, expect, it } from "vitest"
import { makeShell } from "../app.ts"
import { appInMemory } from "../testing/ports.ts"
import { type Fields, type Log, logLevels } from "./log.ts"
import { requestLog } from "./requests.ts"

const listening = (options: Parameters<typeof requestLog>[1] = {}) => {
  const heard: Array<readonly [string, Fields]> = []
  const told =
    (level: string) =>
    (_message: string, fields: Fields = {}) =>
      void heard.push([level, fields])
  const [debug, info, warn, error] = logLevels.map(told)
  const log = { debug, info, warn, error } as Log
  return { heard, requests: requestLog(log, options) }
}

describe("the line of a request", () => {
  it("tells its id, method, path, route, status and time, and whence; nothing of what was asked for or by whom", async () => {
    const { heard, requests } = listening()
    const { app } = appInMemory({ requests })
    const from = { incoming: { socket: { remoteAddress: "198.51.100.4" } } }
    const headers = {
      cookie: "ntm.session_token=geheim",
      authorization: "Bearer geheim",
      "x-forwarded-for": "203.0.113.7"
    }
    const path = "/api/v1/units?q=Nguy%E1%BB%85n%20V%C4%83n%20A&as_of=2025-07-01"
    const answer = await app.request(path, { headers }, from)
    const [[level, fields] = ["", {}]] = heard
    expect(level).toBe("info")
    expect(fields).toEqual({
      request: answer.headers.get("x-request-id"),
      method: "GET",
      path: "/api/v1/units",
      route: "/api/v1/units",
      status: 200,
      ms: expect.any(Number),
      person: null,
      address: "198.51.100.4"
    })
    expect(JSON.stringify(heard)).not.toMatch(/Nguy|geheim|203\.0/)
    const without = listening({ addresses: false })
    await appInMemory({ requests: without.requests }).app.request(path, {}, from)
    expect(without.heard[0]?.[1]["address"]).toBeNull()
  })

  it("is about the address as it is declared, too, and a warning where we failed", async () => {
    const { heard, requests } = listening()
    const { app } = appInMemory({ requests })
    await app.request("/api/v1/units/11824?as_of=2025-07-01")
    await app.request("/api/v1/figures?q=hỏng")
    await app.request("/api/v1/figures?q=mất")
    await app.request("/api/v1/nothing")
    expect(heard.map(([level, { route, status }]) => [level, route, status])).toEqual([
      ["info", "/api/v1/units/:code", 200],
      ["warn", "/api/v1/figures", 500],
      ["warn", "/api/v1/figures", 503],
      ["info", "", 404]
    ])
  })

  it("is written of probes and of what is no data only where all is asked for", async () => {
    const { heard, requests } = listening()
    const shell = makeShell({
      log: () => undefined,
      requests,
      probes: { version: "1", hindrance: () => Promise.resolve("database") }
    })
    shell.get("/page", (c) => c.text("page"))
    for (const path of ["/health", "/ready", "/page"]) await shell.request(path)
    expect(heard.map(([level]) => level)).toEqual(["debug", "debug", "debug"])
  })

  it("has an id that the caller may give, if it is one", async () => {
    const { heard, requests } = listening()
    const { app } = appInMemory({ requests })
    await app.request("/api/v1/health", { headers: { "x-request-id": "a-1" } })
    await app.request("/api/v1/health", { headers: { "x-request-id": 'a" b' } })
    expect(heard[0]?.[1]["request"]).toBe("a-1")
    expect(heard[1]?.[1]["request"]).toMatch(/^[\w-]+$/)
  })
})
