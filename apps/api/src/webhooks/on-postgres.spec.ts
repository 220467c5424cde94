import { makeClient } from "@ntm/contract"
import { BOTH_SECRETS_MS, type DeliveryOutcome, Sequence, Webhooks } from "@ntm/domain/changes"
import { Inventory } from "@ntm/domain/inventory"
import { PersonId } from "@ntm/domain/people"
import { databaseLayer, loadAll, storeLayer } from "@ntm/store"
import { type FreshDatabase, freshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { Webhook } from "standardwebhooks"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { makeApp } from "../app.ts"
import type { Ports, Runtime } from "../http/respond.ts"
import { smallFacts } from "../testing/app-on-database.ts"
import { makeSender } from "./sender.ts"
import { openReceiver } from "./testing/receiver.ts"
import { audienceNow } from "./worker.ts"

const START = Date.parse("2025-12-01T03:00:00Z")
const DAY = 86_400_000

describe("webhooks", () => {
  let database: FreshDatabase
  let runtime: Runtime
  let close: () => Promise<void>
  let app: ReturnType<typeof makeApp>
  let partner: Awaited<ReturnType<typeof openReceiver>>
  let clock = START

  beforeAll(async () => {
    database = await freshDatabase()
    const opened = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    runtime = opened
    close = () => opened.dispose()
    await opened.runPromise(loadAll(smallFacts(), { importName: "spec", sha256: "0", programVersion: "0" }))
    app = makeApp(runtime, {
      health: () => Effect.die("not asked"),
      web: null,
      host: "127.0.0.1",
      now: () => new Date(clock),
      webhooks: { privately: true }
    })
    partner = await openReceiver()
  })
  afterAll(async () => {
    await partner.close()
    await close()
    await database.drop()
  })
  beforeEach(() => {
    partner.got.length = 0
    partner.set("takes")
  })

  const client = () => makeClient((url, init) => app.request(url, init), "http://127.0.0.1")
  const ask = <A>(effect: Effect.Effect<A, unknown, Ports>) => runtime.runPromise(effect)
  let names = 0
  const change = async () => {
    names += 1
    const body = {
      rows: [{ unit: "11830", name: `Thôn ${names}`, body: { _tag: "smartVillage", village: null }, day: "2025-02-01" }]
    }
    await client().inventory.record({ body })
    return `Thôn ${names}`
  }
  /** Everything that is due, as the worker does it; `timeoutMs`: how long a receiver may take. */
  const deliver = async (timeoutMs = 5000, send = makeSender({ privately: true }, { timeoutMs })) => {
    const outcomes: Array<DeliveryOutcome> = []
    for (;;) {
      const outcome = await ask(
        Effect.gen(function* () {
          const context = yield* Effect.context<Ports>()
          return yield* (yield* Webhooks).deliver({
            send,
            now: () => clock,
            random: () => 0,
            audience: (person) => Effect.provideContext(audienceNow(clock)(person), context)
          })
        })
      )
      if (outcome === null) return outcomes.map(({ result }) => result).filter((result) => result !== "nothing")
      outcomes.push(outcome)
    }
  }
  const namesIn = ({ body }: { readonly body: string }): ReadonlyArray<string> =>
    JSON.parse(body).data.records.map(({ record }: { record: { name: string } }) => record.name)
  const create = (rest: object = {}) =>
    client().webhooks.create({ body: { url: partner.url, description: "đối tác", nouns: ["inventoryItem"], ...rest } })
  const lineOf = async (id: number) => (await client().webhooks.list({})).items.find((one) => one.id === id)
  const remove = (id: number) => client().webhooks.remove({ id: String(id), body: {} })

  it("are signed as Standard Webhooks say, by both secrets while one takes over from the other", async () => {
    const { id, secret } = await create()
    const name = await change()
    expect(await deliver()).toEqual(["delivered"])
    const [first] = partner.got
    if (first === undefined) throw new Error("nothing came")
    const headers = {
      "webhook-id": String(first.headers["webhook-id"]),
      "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
      "webhook-signature": ""
    }
    const signed = (one: typeof first, by: string) =>
      String(one.headers["webhook-signature"])
        .split(" ")
        .includes(
          new Webhook(by).sign(
            String(one.headers["webhook-id"]),
            new Date(Number(one.headers["webhook-timestamp"]) * 1000),
            one.body
          )
        )
    expect(headers["webhook-id"]).toMatch(/^chg_\d+_\d+_\d+$/)
    expect(signed(first, secret)).toBe(true)
    expect(namesIn(first)).toEqual([name])
    // Told once: neither the list nor the journal of changes has it.
    expect(JSON.stringify(await client().webhooks.list({}))).not.toContain("whsec_")
    expect(JSON.stringify(await client().audit.list({ limit: 1000 }))).not.toContain("whsec_")

    const next = await client().webhooks.rotate({ id: String(id), body: {} })
    await change()
    await deliver()
    const [, second] = partner.got
    if (second === undefined) throw new Error("nothing came")
    expect([signed(second, secret), signed(second, next.secret)]).toEqual([true, true])
    clock += BOTH_SECRETS_MS + 1
    await change()
    await deliver()
    const [, , third] = partner.got
    if (third === undefined) throw new Error("nothing came")
    expect([signed(third, secret), signed(third, next.secret)]).toEqual([false, true])
    await remove(id)
  })

  it("are sent again, the same under the same id, when the receiver fails, hangs or sends elsewhere, ever later, until it is back", async () => {
    const { id } = await create()
    const name = await change()
    partner.set("fails")
    expect(await deliver()).toEqual(["failed"])
    expect(await deliver()).toEqual([])
    await change()
    clock += 30_000
    partner.set("hangs")
    expect(await deliver(50)).toEqual(["failed"])
    clock += 59_999
    expect(await deliver()).toEqual([])
    clock += 1
    partner.set("redirects")
    expect(await deliver()).toEqual(["failed"])
    clock += 2 * 60_000
    partner.set("takes")
    expect(await deliver()).toEqual(["delivered", "delivered"])
    const [first, ...rest] = partner.got
    expect(rest.slice(0, 3).map(({ body, headers }) => [headers["webhook-id"], namesIn({ body })])).toEqual(
      Array.from({ length: 3 }, () => [first?.headers["webhook-id"], [name]])
    )
    const last = partner.got.at(-1)
    expect(last && namesIn(last)).toEqual([`Thôn ${names}`])
    expect(partner.got).toHaveLength(5)
    const { items } = await client().webhooks.deliveries({ id: String(id) })
    expect(items.map(({ answer, attempt, ok, status }) => [ok, status, attempt, answer])).toEqual([
      [true, 204, 1, ""],
      [true, 204, 4, ""],
      [false, 302, 3, ""],
      [false, null, 2, "hết thời gian chờ · no answer in time"],
      [false, 503, 1, "bận"]
    ])
    await remove(id)
  })

  it("are switched off after five days of failing, which is told, and go on where they stopped once switched on", async () => {
    const { id } = await create()
    const name = await change()
    partner.set("fails")
    expect(await deliver()).toEqual(["failed"])
    clock += 5 * DAY
    expect(await deliver()).toEqual(["switchedOff"])
    clock += DAY
    partner.set("takes")
    expect(await deliver()).toEqual([])
    expect(await lineOf(id)).toMatchObject({ active: false, notice: expect.stringContaining("Đã tự tắt") })
    await client().webhooks.switch({ id: String(id), body: { active: true } })
    partner.got.length = 0
    expect(await deliver()).toEqual(["delivered"])
    expect(partner.got.map(namesIn)).toEqual([[name]])
    expect(await lineOf(id)).toMatchObject({ active: true, notice: null, failingSince: null })
    await remove(id)
  })

  it("are switched off at once where the receiver says that it is gone", async () => {
    const { id } = await create()
    await change()
    partner.set("gone")
    expect(await deliver()).toEqual(["switchedOff"])
    clock += DAY
    expect(await deliver()).toEqual([])
    expect(partner.got).toHaveLength(1)
    expect(await lineOf(id)).toMatchObject({ active: false, notice: expect.stringContaining("410") })
    await remove(id)
  })

  it("are sent once more since an entry, and to where there is too much the feed is named", async () => {
    const { id } = await create()
    const before = await lineOf(id)
    const name = await change()
    await deliver()
    await client().webhooks.replay({ id: String(id), body: { since: before?.delivered } })
    expect(await deliver()).toEqual(["delivered"])
    expect(partner.got.map(namesIn)).toEqual([[name], [name]])
    const rows = Array.from({ length: 101 }, (_, at) => ({
      unit: "11830",
      name: `Nhiều ${at}`,
      body: { _tag: "smartVillage", village: null },
      day: "2025-02-01"
    }))
    await client().inventory.record({ body: { rows } })
    expect(await deliver()).toEqual(["delivered"])
    const { data } = JSON.parse(partner.got.at(-1)?.body ?? "")
    expect(data).toMatchObject({ records: null, changes: `/api/v1/changes?since=${data.since}` })
    const { records } = await client().changes.list({ since: String(data.since), noun: "inventoryItem", limit: 200 })
    expect(records).toHaveLength(101)
    await remove(id)
  })

  it("are not sent since an entry that is yet to come, and say which is the last", async () => {
    const { id } = await create()
    const before = await lineOf(id)
    const last = (await client().audit.list({ limit: 1 })).items[0]?.seq ?? 0
    const since = last + 1
    const problem = { status: 422, errors: [{ path: "since", message: expect.stringContaining(`mục ${last}`) }] }
    await expect(client().webhooks.replay({ id: String(id), body: { since } })).rejects.toMatchObject({ problem })
    await expect(create({ since })).rejects.toMatchObject({ problem })
    // What it was at is as it was, and the last one is there.
    expect(await lineOf(id)).toEqual(before)
    expect(await client().webhooks.replay({ id: String(id), body: { since: last } })).toEqual({ done: true })
    await remove(id)
  })

  it("are not sent twice at once by programs that serve the same endpoints, and one that hangs does not hold up the others", async () => {
    const hooks = await Promise.all([create(), create(), create()])
    await change()
    const seen: Array<string> = []
    const { promise: both, resolve: bothAreHere } = Promise.withResolvers<void>()
    // The first receiver answers only once the second was asked: who is served alone would wait for ever.
    const send = async ({ id }: { readonly id: string }) => {
      seen.push(id)
      if (seen.length === 2) bothAreHere()
      await both
      return { status: 200, answer: "", tookMs: 1 }
    }
    await Promise.all(Array.from({ length: 4 }, () => deliver(0, send)))
    expect(seen).toHaveLength(3)
    expect(new Set(seen).size).toBe(3)
    for (const { id } of hooks) await remove(id)
  })

  it("are sent again by the next program when one dies while it hands over", async () => {
    const { id } = await create()
    const name = await change()
    await expect(deliver(0, () => Promise.reject(new Error("killed")))).rejects.toThrow()
    expect(await lineOf(id)).toMatchObject({ attempts: 0 })
    expect(await deliver()).toEqual(["delivered"])
    expect(partner.got.map(namesIn)).toEqual([[name]])
    await remove(id)
  })

  it("are sent to nobody who may not follow changes any more", async () => {
    const id = await ask(
      Effect.flatMap(Webhooks, (port) =>
        port.create(
          {
            person: PersonId.make("nobody"),
            url: partner.url,
            description: "x",
            nouns: null,
            secret: "whsec_AAAA",
            since: null
          },
          clock
        )
      )
    )
    await change()
    expect(await deliver()).toEqual(["switchedOff"])
    expect(partner.got).toEqual([])
    expect(await lineOf(id)).toMatchObject({ active: false, notice: expect.stringContaining("không còn quyền") })
    await remove(id)
  })

  it("are refused for addresses of the server's own network and without https, and when a name turns out to be such", async () => {
    const strict = makeApp(runtime, {
      health: () => Effect.die("not asked"),
      web: null,
      host: "127.0.0.1",
      now: () => new Date(clock)
    })
    const asked = async (url: string) => {
      const response = await strict.request("http://127.0.0.1/api/v1/webhooks", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ url, description: "x" })
      })
      return [response.status, JSON.parse(await response.text()).errors?.[0]?.path]
    }
    expect(await asked("http://example.vn/x")).toEqual([422, "url"])
    expect(await asked("https://127.0.0.1/x")).toEqual([422, "url"])
    expect(await asked("https://[::1]/x")).toEqual([422, "url"])
    expect(await asked("https://169.254.169.254/latest/meta-data")).toEqual([422, "url"])
    expect((await asked("https://user:secret@example.vn/x"))[0]).toBe(422)
    expect((await asked("ftp://example.vn"))[0]).toBe(422)
    // A name that was public when it was looked at, and is not when it is connected to.
    let asks = 0
    const find: Parameters<typeof makeSender>[1] = {
      find: (_host, _options, found) => {
        asks += 1
        found(null, [{ address: asks === 1 ? "8.8.8.8" : "127.0.0.1", family: 4 }])
      }
    }
    const received = await makeSender(
      { privately: false },
      find
    )({
      id: "m",
      url: partner.url.replace("http:", "https:").replace("127.0.0.1", "rebound.example.vn"),
      secrets: ["whsec_AAAA"],
      at: (await ask(Effect.flatMap(Inventory, (port) => port.moment()))) ?? expect.fail(),
      since: Sequence.make(0),
      until: Sequence.make(1),
      records: []
    })
    expect(received).toMatchObject({ status: null, answer: expect.stringContaining("địa chỉ nội bộ") })
    expect(asks).toBe(2)
    expect(partner.got).toEqual([])
  })
})
