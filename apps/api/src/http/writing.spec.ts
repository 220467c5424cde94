import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { scopedTo, Scopes } from "@ntm/domain/people"
import { Day } from "@ntm/domain/values"
import { Database } from "@ntm/store"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Asker, OWN, pilotWithRoles } from "../testing/roles.ts"

let pilot: Awaited<ReturnType<typeof pilotWithRoles>>
beforeAll(async () => {
  pilot = await pilotWithRoles()
}, 240_000)
afterAll(() => pilot.end())

const above = (statement: string): Promise<ReadonlyArray<Record<string, unknown>>> =>
  pilot.runtime.runPromise(
    Effect.flatMap(Database, ({ handle }) => Effect.promise(async () => [...(await handle.execute(statement))]))
  )

const send = async (who: Asker, path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await pilot.request(who, path, body, headers)
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, told: text === "" ? null : JSON.parse(text) }
}
const under = (key: string): Record<string, string> => ({ "idempotency-key": `"${key}"` })
const seen = (tag: string | null): Record<string, string> => ({ "if-match": tag ?? "" })
const all = <A>(n: number, one: (at: number) => Promise<A>) => Promise.all([...Array(n).keys()].map(one))

const entry = (amount: number) => ({
  rows: [{ unit: OWN, source: "credit", year: 2025, stage: "disbursed", amount, day: "2025-08-05" }]
})
const entries = async (amount: number) =>
  (await above(`select count(*)::int as n from funding_entry where amount = ${amount}`))[0]?.["n"]

describe("the same key", { timeout: 240_000 }, () => {
  it("a hundred times at once is one change; every answer is the same, or says to ask again, and then is the same", async () => {
    const asked = () => send("localOfficer", "/funding/entries", entry(7_000_101), under("hundred"))
    const told = await all(100, asked)
    const until = async (each: Awaited<ReturnType<typeof asked>>): Promise<typeof each> => {
      if (each.status === 200) return each
      expect([each.status, each.told.type, each.headers.get("retry-after")]).toEqual([
        409,
        "urn:ntm:problem:idempotency-key-in-progress",
        "1"
      ])
      return until(await asked())
    }
    const later = await Promise.all(told.map(until))
    expect(new Set(later.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(later.map(({ text }) => text)).size).toBe(1)
    expect(later.filter(({ headers }) => headers.get("idempotent-replayed") !== "true")).toHaveLength(1)
    expect(await entries(7_000_101)).toBe(1)
  })

  it("with another content is refused; of somebody else it is another key", async () => {
    expect((await send("localOfficer", "/funding/entries", entry(7_000_102), under("k"))).status).toBe(200)
    expect(await send("localOfficer", "/funding/entries", entry(7_000_103), under("k"))).toMatchObject({
      status: 422,
      told: { type: "urn:ntm:problem:idempotency-key-reused" }
    })
    expect((await send("coordinationOffice", "/funding/entries", entry(7_000_104), under("k"))).status).toBe(200)
    expect([await entries(7_000_103), await entries(7_000_104)]).toEqual([0, 1])
  })

  it("is free after a refusal, and what cannot be a key is told", async () => {
    const wrong = { rows: [{ ...entry(1).rows[0], source: "no-such" }] }
    expect((await send("localOfficer", "/funding/entries", wrong, under("free"))).status).toBe(422)
    expect((await send("localOfficer", "/funding/entries", entry(7_000_105), under("free"))).status).toBe(200)
    for (const key of ['""', '"a"b"', "k".repeat(201)])
      expect(
        await send("localOfficer", "/funding/entries", entry(7_000_106), { "idempotency-key": key })
      ).toMatchObject({
        status: 422,
        told: { errors: [{ path: "idempotency-key" }] }
      })
    expect(await entries(7_000_106)).toBe(0)
  })

  it("tells a secret once and keeps none", async () => {
    const webhook = { url: "https://9.9.9.9/ntm", description: "Kho dữ liệu" }
    const first = await send("partner", "/webhooks", webhook, under("webhook"))
    expect(first.told.secret).toMatch(/^whsec_/)
    expect(await send("partner", "/webhooks", webhook, under("webhook"))).toMatchObject({
      status: 409,
      told: { type: "urn:ntm:problem:told-once" }
    })
    const kept = await above("select answer from request_kept where secret")
    expect(kept).toEqual([{ answer: null }])
  })

  it("makes one key of a partner's, whatever the library of accounts does by itself", async () => {
    const [system] = (await send("administrator", "/people", undefined)).told.items.filter(
      ({ kind }: { kind: string }) => kind === "system"
    )
    const asked = { person: system.id, name: "Kho", days: 30 }
    const told = await all(10, () => send("administrator", "/keys", asked, under("key")))
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(told.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
    const { items } = (await send("administrator", "/keys", undefined)).told
    expect(items.filter(({ name }: { name: string }) => name === "Kho")).toHaveLength(1)
  })

  it("is kept from whoever else signs in, below the API as well", async () => {
    const callers = "select distinct caller from request_kept"
    expect((await above(callers)).length).toBeGreaterThan(2)
    const scoped = scopedTo(await pilot.accessOf("localOfficer", Day.make("2026-01-05")), "facts.read")
    const told = Effect.flatMap(Scopes, (scopes) =>
      scopes.within(scoped)(
        Effect.flatMap(Database, ({ held }) =>
          Effect.promise(async () => (await held?.tag())?.unsafe<Array<{ caller: string }>>(callers) ?? [])
        )
      )
    )
    expect([...(await pilot.runtime.runPromise(told))]).toEqual([{ caller: scoped.person }])
  })
})

/** Two who have seen the same change it at once: one is done, the other is told. */
const race = async (path: string, tag: string | null, one: unknown, other: unknown) => {
  const told = await Promise.all([one, other].map((body) => send("administrator", path, body, seen(tag))))
  const lost = told.find(({ status }) => status !== 200)
  expect(told.map(({ status }) => status).toSorted(), JSON.stringify(told.map(({ told }) => told))).toEqual([200, 412])
  expect(lost?.told).toMatchObject({ type: "urn:ntm:problem:changed-meanwhile", next: { en: expect.any(String) } })
  return lost?.headers.get("etag") ?? null
}

describe("two who write on one thing", { timeout: 240_000 }, () => {
  it("a value, or money, that is said twice: the second is told whose the first is, and what can be done", async () => {
    const [known] =
      await above(`select i.key as input, o.value from observation o join observation_input i on i.position = o.input
      join unit u on u.id = o.unit and u.level = 'commune' where o.kind = 0 order by o.day desc, o.id limit 1`)
    const value = { rows: [{ unit: OWN, ...known, day: "2025-11-28" }] }
    const paid = {
      rows: [{ ...entry(7_000_201).rows[0], document: "12/QĐ-UBND", place: "mục 1" }]
    }
    for (const [path, body] of [
      ["/observations", value],
      ["/funding/entries", paid]
    ] as const) {
      const told = await Promise.all(
        (["localOfficer", "coordinationOffice"] as const).map((who) => send(who, path, body))
      )
      const lost = told.find(({ status }) => status !== 200)
      expect(told.map(({ status }) => status).toSorted(), JSON.stringify(told.map((one) => one.told))).toEqual([
        200, 422
      ])
      expect(lost?.told).toMatchObject({ written: 0, errors: [{ path: "rows[0]", kind: "duplicate" }] })
      expect(lost?.told.errors[0].message).toMatch(/do (localOfficer|coordinationOffice) ghi lúc .*; nếu/)
    }
  })

  it("a work", async () => {
    const [work] = (await send("administrator", "/works?limit=1&unit=31", undefined)).told.items
    const reading = `/works/${work.id}`
    const first = await send("administrator", reading, undefined)
    const tag = first.headers.get("etag")
    expect(tag).toMatch(/^"[\w-]+\.[\w-]+"$/)
    const report = (title: number) => ({
      rows: [{ work: work.id, day: "2025-12-30", body: { _tag: "paper", title: `Giấy ${title}` } }]
    })
    const now = await race("/works/reports", tag, report(11), report(12))
    // The tag of the refusal is that of the thing: with it, or with what is read again, it can be changed.
    expect((await send("administrator", "/works/reports", report(13), seen(tag))).status).toBe(412)
    const again = await send("administrator", reading, undefined)
    expect(again.headers.get("etag")?.slice(0, 23)).toBe(now?.slice(0, 23))
    expect((await send("administrator", "/works/reports", report(13), seen(now))).status).toBe(200)
    expect((await send("administrator", "/works/reports", report(14), seen('"*"'))).status).toBe(412)
    expect((await send("administrator", "/works/reports", report(14), { "if-match": "*" })).status).toBe(200)
    expect((await send("administrator", "/works/reports", report(15), seen(`W/${now ?? ""}`))).status).toBe(412)
  })

  it("a task, a recommendation and a dossier", async () => {
    const task = { key: "kh-61-2025-haiphong/1.2.a@313" }
    const ofTask = await send("administrator", `/tasks/one?task=${encodeURIComponent(task.key)}`, undefined)
    const note = (text: string) => ({ rows: [{ task: task.key, day: "2025-12-30", body: { _tag: "note", text } }] })
    await race("/tasks/events", ofTask.headers.get("etag"), note("một"), note("hai"))

    const [asked] = (await send("administrator", "/recommendations", undefined)).told.items
    const recommendation: string = asked.key
    const reading = `/recommendations/one?recommendation=${encodeURIComponent(recommendation)}`
    const ofAsked = await send("administrator", reading, undefined)
    const answered = (text: string) => ({
      rows: [{ recommendation, day: "2026-03-30", body: { _tag: "answered", text, option: null } }]
    })
    await race("/recommendations/events", ofAsked.headers.get("etag"), answered("một"), answered("hai"))

    const dossiers = (await send("administrator", "/dossiers", undefined)).told.items
    const open = dossiers.find(({ state }: { state: string }) => state === "open")
    const ofDossier = await send("administrator", `/dossiers/${open.id}`, undefined)
    const closed = (reason: string) => ({
      rows: [{ dossier: open.id, day: "2025-12-30", body: { _tag: "closed", reason } }]
    })
    await race("/dossiers/events", ofDossier.headers.get("etag"), closed("một"), closed("hai"))
  })

  it("a set of criteria: who has not seen what is there replaces nothing", async () => {
    const data = join(import.meta.dirname, "../../../../packages/reference/data/criteria/xa-ntm-2026-2030.json")
    const written: object = JSON.parse(await readFile(data, "utf8"))
    const set = (name: string) => ({ ...written, id: "bo-rieng", name })
    const preview = async () => (await send("administrator", "/criteria-sets/preview", set("A"))).told.tag
    expect(await preview()).toBe(null)
    expect((await send("administrator", "/criteria-sets", set("A"))).status).toBe(200)
    expect(await send("administrator", "/criteria-sets", set("B"))).toMatchObject({
      status: 428,
      told: { type: "urn:ntm:problem:if-match-needed" }
    })
    const tag = await preview()
    await race("/criteria-sets", tag, set("B"), set("C"))
    const read = await send("administrator", "/criteria-sets/bo-rieng", undefined)
    expect(["B", "C"]).toContain(read.told.name)
    expect(read.headers.get("etag")?.startsWith(String(await preview()).slice(0, -1))).toBe(true)
    // What was done is answered again, whatever has changed since.
    const keyed = { ...under("set"), ...seen(await preview()) }
    const done = await send("administrator", "/criteria-sets", set("D"), keyed)
    expect(await send("administrator", "/criteria-sets", set("D"), keyed)).toMatchObject({
      status: 200,
      text: done.text
    })
  })

  it("the procedures, and a webhook", async () => {
    const [known] = (await send("administrator", "/dossiers/procedures", undefined)).told.items
    const { known: _, ...own } = known
    const procedures = (name: string) => ({ procedures: [{ ...own, name: { vi: name, en: name } }] })
    expect((await send("administrator", "/dossiers/procedures", procedures("A"))).status).toBe(428)
    const preview = await send("administrator", "/dossiers/procedures/preview", procedures("A"))
    expect(preview.status, preview.text).toBe(200)
    const { tag } = preview.told
    await race("/dossiers/procedures", tag, procedures("A"), procedures("B"))

    const [webhook] = (await send("administrator", "/webhooks", undefined)).told.items
    await race(`/webhooks/${webhook.id}/switch`, webhook.tag, { active: false }, { active: false })
  })
})
