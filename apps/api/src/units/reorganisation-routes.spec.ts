import { ApiProblem, makeClient } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"

const start = () => {
  const { app } = appInMemory()
  return { app, client: makeClient((url, init) => app.request(url, init), "") }
}
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (cause: unknown) => (cause instanceof ApiProblem ? cause.problem : cause)
  )

const renaming = {
  id: "doi-ten-2026",
  document: { number: "1/NQ-UBTVQH16", issuer: null, issuedOn: null },
  day: "2026-01-01",
  changes: [{ change: "rename", unit: { code: "11836" }, name: "Tân Hưng Mới" }]
}

describe("an event", () => {
  it("is shown before anything is written", async () => {
    const { client } = start()
    const answer = await client.reorganisations.preview({ body: renaming })
    expect(answer).toMatchObject({
      id: "doi-ten-2026",
      version: 1,
      preview: { effects: [{ fate: "continues", changes: ["name"], after: { name: "Tân Hưng Mới" } }] }
    })
    expect((await client.reorganisations.list({})).items).toHaveLength(1)
    expect((await client.units.list({ q: "Tân Hưng Mới", as_of: "2026-01-01" })).hits?.[0]?.match).not.toBe("exact")
  })

  it("tells what becomes of everything that rests on its units, and of their tiers", async () => {
    const { client } = start()
    // Tân Hưng gave a part away and lives on; now it becomes one with what it gave to.
    const merge = {
      change: "merge",
      from: [{ unit: { code: "11836" } }, { unit: { code: "11824" } }],
      into: {
        new: { key: "n", code: "11837", name: "Vĩnh Tân", type: "xã", level: "commune", parent: { code: "31" } }
      }
    }
    const answer = await client.reorganisations.preview({ body: { ...renaming, changes: [merge] } })
    const made = answer.preview.effects.find(({ fate }) => fate === "begins")?.after?.id
    expect(answer.holdings.map(({ fate, kind, label, to }) => [kind, label.vi, fate, to])).toEqual([
      ["facts", "1 số liệu", "derived", [made]],
      ["facts", "1 số liệu", "derived", [made]],
      ["recognition", "Xã nông thôn mới nâng cao (12/QĐ-UBND, 05/05/2022)", "derived", [made]],
      ["recognition", "Kế hoạch khôi phục: Xã nông thôn mới nâng cao", "derived", [made]]
    ])
    expect(answer.recognitions).toMatchObject([{ kind: "toRestore", unit: made, restore: [{ tier: "advanced" }] }])
  })

  it("is applied on the register that was previewed, found by search at once, and taken back", async () => {
    const { client } = start()
    const search = async () => (await client.units.list({ q: "tan hung moi", as_of: "2026-01-01" })).items[0]?.name
    expect(await client.reorganisations.apply({ version: 1, body: renaming })).toEqual({
      id: "doi-ten-2026",
      version: 2
    })
    expect(await search()).toBe("Tân Hưng Mới")
    expect((await client.reorganisations.list({})).items.map(({ id }) => id)).toEqual([
      "hai-phong-2025-07-01",
      "doi-ten-2026"
    ])
    expect(await client.reorganisations.undo({ id: "doi-ten-2026", body: {} })).toEqual({
      id: "doi-ten-2026",
      version: 3
    })
    expect(await search()).not.toBe("Tân Hưng Mới")
  })

  it("is refused with 409 where the register has changed since its preview", async () => {
    const { client } = start()
    await client.reorganisations.apply({ body: renaming })
    const stale = client.reorganisations.apply({ version: 1, body: { ...renaming, id: "khac" } })
    expect(await problemOf(stale)).toMatchObject({ status: 409, type: "urn:ntm:problem:register-changed" })
  })

  it("is refused with every reason at once, by the change that is to blame", async () => {
    const { client } = start()
    const changes = [
      { change: "rename", unit: { code: "99999" }, name: "Không" },
      { change: "rename", unit: { code: "316" }, name: "Huyện đã hết" }
    ]
    for (const ask of [client.reorganisations.preview, client.reorganisations.apply]) {
      const problem = await problemOf(ask({ body: { ...renaming, changes } }))
      expect(problem).toMatchObject({
        status: 409,
        type: "urn:ntm:problem:reorganisation-refused",
        errors: [
          { path: "changes[0]", kind: expect.any(String), message: expect.stringContaining("99999") },
          { path: "changes[1]", kind: expect.any(String), messageEn: expect.stringContaining("316") }
        ]
      })
    }
  })

  it("cannot be taken back while a later one rests on it, nor if it was never applied", async () => {
    const { client } = start()
    const changes = [{ change: "rename", unit: { code: "11824" }, name: "Bảo Vĩnh" }]
    await client.reorganisations.apply({ body: { ...renaming, changes } })
    expect(await problemOf(client.reorganisations.undo({ id: "hai-phong-2025-07-01", body: {} }))).toMatchObject({
      status: 409,
      errors: [{ kind: "laterEvent" }, { kind: "laterEvent" }]
    })
    expect(await problemOf(client.reorganisations.undo({ id: "none", body: {} }))).toMatchObject({
      status: 409,
      errors: [{ kind: "eventUnknown" }]
    })
  })
})

describe("an applied event", () => {
  it("is answered with its body, which can be applied again, and with how much it changed", async () => {
    const { client } = start()
    await client.reorganisations.apply({ body: renaming })
    const told = await client.reorganisations.get({ id: "doi-ten-2026" })
    expect(told).toMatchObject({ day: "2026-01-01", undoneAt: null, changed: { ends: 1, begins: 1, transfers: 0 } })
    await client.reorganisations.undo({ id: "doi-ten-2026", body: {} })
    await client.reorganisations.apply({ body: told.body })
    expect((await client.units.lineage({ code: "11836", as_of: "2026-01-01" })).unit.name).toBe("Tân Hưng Mới")
    expect(await problemOf(client.reorganisations.get({ id: "none" }))).toMatchObject({
      status: 404,
      type: "urn:ntm:problem:reorganisation-not-found"
    })
  })
})

describe("the body of an event", () => {
  it("is refused with each place that is wrong, in both languages", async () => {
    const body = {
      ...renaming,
      day: "2025-02-30",
      nam: 1,
      changes: [{ change: "rename", unit: { code: "1" } }, { change: "sáp nhập" }]
    }
    const problem = await problemOf(start().client.reorganisations.preview({ body }))
    expect(problem).toMatchObject({ status: 422, type: "urn:ntm:problem:invalid-body" })
    const { errors = [] } = problem as ApiProblem["problem"]
    const at = (path: string) => errors.find((error) => error.path === path)
    expect(at("day")).toEqual({
      path: "day",
      message: "Ngày “2025-02-30” không có trong lịch",
      messageEn: "The day “2025-02-30” is not in the calendar"
    })
    expect(at("nam")).toMatchObject({ message: "không có khoá này", messageEn: "unknown key" })
    expect(at("changes[0].name")).toMatchObject({ message: "thiếu", messageEn: "missing" })
    expect(at("changes[1]")).toBeDefined()
    for (const { message, messageEn } of errors) expect([message, messageEn]).not.toContain("")
  })

  it.each([
    ["broken JSON", { "content-type": "application/json" }, "{", 422],
    [
      "a body that does not say it is JSON, as a form of another site would send it",
      { "content-type": "text/plain" },
      "{}",
      415
    ],
    ["a body beyond 8 MB", { "content-type": "application/json" }, " ".repeat(8 * 1024 * 1024 + 1), 413]
  ])("is refused: %s", async (_name, headers, body, status) => {
    const response = await start().app.request("/api/v1/reorganisations", { method: "POST", headers, body })
    expect(response.status).toBe(status)
  })
})

describe("other methods", () => {
  it.each([
    ["/api/v1/reorganisations", "PUT", "GET, HEAD, POST"],
    ["/api/v1/reorganisations/preview", "GET", "POST"],
    ["/api/v1/reorganisations/a/undo", "DELETE", "POST"]
  ])("on %s are told what is allowed", async (path, method, allow) => {
    const response = await start().app.request(path, { method })
    expect([response.status, response.headers.get("allow")]).toEqual([405, allow])
  })
})
