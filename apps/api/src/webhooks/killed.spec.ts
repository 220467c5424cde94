import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { makeClient } from "@ntm/contract"
import { databaseLayer, Database, loadAll, storeLayer } from "@ntm/store"
import { type FreshDatabase, freshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { Webhook } from "standardwebhooks"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "../app.ts"
import { smallFacts } from "../testing/app-on-database.ts"
import { type Got, openReceiver } from "./testing/receiver.ts"

const program = join(import.meta.dirname, "testing/program.ts")

const headersOf = ({ headers }: Got) => ({
  "webhook-id": String(headers["webhook-id"]),
  "webhook-timestamp": String(headers["webhook-timestamp"]),
  "webhook-signature": String(headers["webhook-signature"])
})

const namesIn = ({ body }: Got): ReadonlyArray<string> =>
  JSON.parse(body).data.records.map(({ record }: { record: { name: string } }) => record.name)

describe("a program that is killed while it delivers, and the one after it", { timeout: 120_000 }, () => {
  let database: FreshDatabase
  let partner: Awaited<ReturnType<typeof openReceiver>>
  let app: ReturnType<typeof makeApp>
  let close: () => Promise<void>
  let run: (statement: string) => Promise<unknown>
  let running: ChildProcess | null = null
  beforeAll(async () => {
    database = await freshDatabase()
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    close = () => runtime.dispose()
    await runtime.runPromise(loadAll(smallFacts(), { importName: "spec", sha256: "0", programVersion: "0" }))
    run = (statement) =>
      runtime.runPromise(
        Effect.flatMap(Database, ({ handle }) => Effect.promise(async () => handle.execute(statement)))
      )
    app = makeApp(runtime, {
      health: () => Effect.die("not asked"),
      web: null,
      host: "127.0.0.1",
      webhooks: { privately: true }
    })
    partner = await openReceiver()
  }, 120_000)
  afterAll(async () => {
    running?.kill("SIGKILL")
    await partner.close()
    await close()
    await database.drop()
  })

  const start = () => {
    running = spawn(process.execPath, [program, database.url], { stdio: ["ignore", "ignore", "inherit"] })
    return running
  }
  const kill = async (child: ChildProcess) => {
    const ended = once(child, "exit")
    child.kill("SIGKILL")
    expect(await ended).toEqual([null, "SIGKILL"])
  }
  const client = () => makeClient((url, init) => app.request(url, init), "http://127.0.0.1")
  const change = (name: string) =>
    client().inventory.record({
      body: { rows: [{ unit: "11830", name, body: { _tag: "smartVillage", village: null }, day: "2025-02-01" }] }
    })
  const arrived = (count: number) =>
    expect.poll(() => partner.got.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count)

  it("between them hand over every change at least once, in order, each message the same under the same id", async () => {
    const made = await client().webhooks.create({
      body: { url: partner.url, description: "đối tác", nouns: ["inventoryItem"] }
    })
    const id = String(made.id)
    const secrets = [made.secret]
    const attempts = async () => (await client().webhooks.deliveries({ id })).items.length
    const again = () => run("update webhook_endpoint set next_try = now() - interval '1 second'")
    const noted = (count: number) => expect.poll(attempts, { timeout: 30_000 }).toBe(count)

    let child = start()
    await change("Thôn 1")
    await arrived(1)
    await noted(1)
    // It fails, then breaks off, and then says nothing: in that moment the program is killed.
    partner.set("fails")
    await change("Thôn 2")
    await arrived(2)
    await noted(2)
    partner.set("resets")
    await again()
    await arrived(3)
    await noted(3)
    partner.set("hangs")
    await again()
    await arrived(4)
    await kill(child)
    expect(await attempts()).toBe(3)

    // Meanwhile more is entered, and the secret is changed.
    await change("Thôn 3")
    secrets.push((await client().webhooks.rotate({ id, body: {} })).secret)
    child = start()
    await arrived(5)
    // Killed once more, with the same message on its way.
    await kill(child)
    partner.set("takes")
    await change("Thôn 4")
    await again()
    child = start()
    await expect.poll(() => partner.got.flatMap(namesIn).includes("Thôn 4"), { timeout: 30_000 }).toBe(true)
    await noted(5)
    await kill(child)

    const { got } = partner
    const ids = got.map(({ headers }) => headers["webhook-id"])
    // The second message five times, as it was, whatever was entered since.
    expect(new Set(ids.slice(1, 6)).size).toBe(1)
    expect(got.slice(1, 6).map(namesIn)).toEqual(Array.from({ length: 5 }, () => ["Thôn 2"]))
    const delivered = [got[0], ...got.slice(5)].flatMap((one) => (one === undefined ? [] : namesIn(one)))
    expect(delivered).toEqual(["Thôn 1", "Thôn 2", "Thôn 3", "Thôn 4"])
    // By the library of the standard: by the first secret always, since it holds for a day beside the next, and by the next since it is there.
    const [first = "", next = ""] = secrets
    for (const one of got)
      expect(new Webhook(first).verify(one.body, headersOf(one))).toMatchObject({ type: "changes.entered" })
    for (const one of got.slice(0, 4)) expect(() => new Webhook(next).verify(one.body, headersOf(one))).toThrow()
    for (const one of got.slice(4)) expect(new Webhook(next).verify(one.body, headersOf(one))).toBeDefined()
    const [forged] = got.slice(4)
    if (forged === undefined) throw new Error("nothing came")
    expect(() => new Webhook(next).verify(forged.body.replace("Thôn 2", "Thôn 9"), headersOf(forged))).toThrow()

    // Replayed since the first, the same come in the same order.
    const { items } = await client().webhooks.deliveries({ id })
    const since = Math.min(...items.map((one) => one.since))
    await client().webhooks.replay({ id, body: { since } })
    partner.got.length = 0
    child = start()
    await expect
      .poll(() => partner.got.flatMap(namesIn), { timeout: 30_000 })
      .toEqual(["Thôn 1", "Thôn 2", "Thôn 3", "Thôn 4"])
    await kill(child)
    running = null
  })
})
