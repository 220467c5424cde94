import { type Client, type FedRecord, makeClient } from "@ntm/contract"
import { Recommendations, Tasks } from "@ntm/domain/assignments"
import { beginning, Changes, follow, followedTo, followFrom } from "@ntm/domain/changes"
import { Observations, Recognitions } from "@ntm/domain/criteria"
import { Dossiers } from "@ntm/domain/dossiers"
import { Funding } from "@ntm/domain/funding"
import { Inventory } from "@ntm/domain/inventory"
import { Reorganisations, UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Works } from "@ntm/domain/works"
import { databaseLayer, QueryFailed, storeLayer } from "@ntm/store"
import type { FreshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "./app.ts"
import { pilotDatabase } from "./testing/pilot-database.ts"
import type { Ports, Runtime } from "./http/respond.ts"

/** What a partner makes of the feed: the last word on every key, and how it came. */
const partner = (client: Client) => {
  const held = new Map<string, Map<string, FedRecord["record"]>>()
  const cursors = new Set<string>()
  let since = "0"
  let [told, seq] = [0, 0]
  const take = ({ cursor, key, noun, op, record, seq: at }: FedRecord) => {
    expect(at).toBeGreaterThanOrEqual(seq)
    seq = at
    // Each once.
    expect(cursors.has(cursor)).toBe(false)
    cursors.add(cursor)
    told += 1
    const own = held.get(noun) ?? new Map<string, FedRecord["record"]>()
    held.set(noun, own)
    if (op === "put") own.set(key, record)
    else own.delete(key)
  }
  return {
    told: () => told,
    of: (noun: string) => [...(held.get(noun)?.values() ?? [])],
    /** Takes a page; false once everything that was there is taken. */
    step: async (limit: number) => {
      const { more, next, records } = await client.changes.list({ since, limit })
      for (const record of records) take(record)
      since = next
      return more
    }
  }
}

/** The same things, whatever the order; of what differs the first is shown. */
const same = (own: ReadonlyArray<unknown>, other: ReadonlyArray<unknown>) => {
  const [a, b] = [new Set(own.map(text)), new Set(other.map(text))]
  expect
    .soft([[...a].find((one) => !b.has(one)), own.length])
    .toEqual([[...b].find((one) => !a.has(one)), other.length])
}

const text = (row: unknown): string =>
  JSON.stringify(row, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : value
  )

describe("a partner that follows the feed", () => {
  let database: FreshDatabase
  let client: Client
  let app: ReturnType<typeof makeApp>
  let runtime: Runtime
  let close: () => Promise<void>
  let input = ""

  beforeAll(async () => {
    database = await pilotDatabase()
    const opened = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    runtime = opened
    close = () => opened.dispose()
    app = makeApp(runtime, {
      health: () => Effect.die("not asked"),
      web: null,
      host: "127.0.0.1",
      now: () => new Date("2026-02-02T03:00:00Z"),
      log: console.error,
      isOutage: (defect) => defect instanceof QueryFailed
    })
    client = makeClient((url, init) => app.request(url, init), "")
    const { items } = await client.observations.inputs({})
    input =
      items.find(({ key, kind }) => kind === "percent" && key.startsWith("xa"))?.key ??
      items.find(({ kind }) => kind === "percent")?.key ??
      ""
  }, 240_000)

  afterAll(async () => {
    await close?.()
    await database?.drop()
  })

  const ask = <A>(effect: Effect.Effect<A, unknown, Ports>) => runtime.runPromise(effect)
  const village = (name: string) => ({
    unit: "11824",
    name,
    body: { _tag: "smartVillage", village: null },
    day: "2025-09-01"
  })
  const value = (day: string, amount: number) => ({
    unit: "11824",
    day,
    input,
    value: amount,
    state: "draft"
  })

  /** What goes on while the partner reads. */
  const writes: ReadonlyArray<() => Promise<unknown>> = [
    () => client.observations.record({ body: { rows: [value("2025-09-30", 91), value("2025-10-31", 92)] } }),
    () => client.inventory.record({ body: { rows: [village("Thôn A"), village("Thôn B")] } }),
    () =>
      client.funding.record({
        body: {
          rows: [{ unit: "11824", source: "credit", year: 2025, stage: "disbursed", amount: 5, day: "2025-12-01" }]
        }
      }),
    () =>
      client.assignments.record({
        body: {
          rows: [
            {
              task: "kh-61-2025-haiphong/1.2.b",
              day: "2025-04-18",
              body: { _tag: "moved", to: "submitted", reason: "nộp thay UBND huyện" }
            }
          ]
        }
      }),
    () => client.inventory.record({ body: { rows: [village("Thôn C")] } }),
    () => client.observations.record({ body: { rows: [value("2025-11-30", 93)] } })
  ]

  it("rebuilds the province from nothing while it changes: everything, once, in order", async () => {
    const own = partner(client)
    let done = 0
    let pages = 0
    for (;;) {
      const more = await own.step(700)
      pages += 1
      const write = writes[done]
      if (pages % 3 === 0 && write !== undefined) {
        await write().catch((cause: unknown) => expect.fail(`${String(cause)} ${JSON.stringify(cause)}`))
        done += 1
      } else if (!more && done === writes.length) break
    }
    expect(own.told()).toBeGreaterThan(10_000)

    const works = await ask(Effect.flatMap(Works, (port) => port.journal(null)))
    same(
      own.of("workBatch").map((one) => without(one, "recordedAt", "recordedBy")),
      works.batches
    )
    // Who approved the list is told with it.
    same(
      own.of("work").map((one) => without(one, "recordedBy")),
      works.works
    )
    same(own.of("workReport"), works.reports)
    same(own.of("landGift"), works.gifts)
    expect(own.of("landEvent")).toHaveLength(works.landEvents.length)

    const registers = await ask(Effect.flatMap(Inventory, (port) => port.journal(null, null, null)))
    same(
      own.of("inventoryItem").map((one) => without(one, "kind")),
      registers.items
    )
    same(own.of("inventoryEvent"), registers.events)

    const dossiers = await ask(Effect.flatMap(Dossiers, (port) => port.journal(null)))
    same(own.of("dossier"), dossiers.dossiers)
    same(own.of("dossierEvent"), dossiers.events)

    const events = await ask(Effect.flatMap(Tasks, (port) => port.journal(null)))
    same(
      own.of("taskEvent").map((one) => without(one, "documentId")),
      events
    )
    const recommended = await ask(
      Effect.flatMap(Recommendations, (port) => Effect.all([port.journal(null), port.list(null)]))
    )
    same(
      own.of("recommendationEvent").map((one) => without(one, "documentId")),
      recommended[0]
    )
    same(
      own.of("recommendation").map((one) => one?.["body"]),
      recommended[1]
    )

    const { chronicle } = await ask(Effect.flatMap(Reorganisations, (port) => port.register()))
    same(
      own.of("unit").map((one) => without(one, "begunBy", "endedBy")),
      chronicle.register.rows
    )
    const recognitions = await ask(Effect.flatMap(Recognitions, (port) => port.list()))
    same(
      own.of("recognition").map((one) => without(without(one, "id"), "knownFrom", "recordedAt")),
      recognitions
    )

    const entries = await ask(
      Effect.flatMap(Funding, (port) =>
        port.entries({ asOf: Day.make("2099-12-31"), knownAt: null, units: null, years: null, works: null })
      )
    )
    same(own.of("fundingEntry"), entries)
    const observed = own.of("observation")
    const units = [...new Set(observed.map((one) => Number(one?.["unit"])))]
    const histories = await ask(
      Effect.flatMap(Observations, (port) => Effect.forEach(units, (unit) => port.history(UnitId.make(unit), null)))
    )
    const records = histories.flat()
    same(
      observed,
      records.map(({ observation }) => observation)
    )
    expect(observed.length).toBeGreaterThan(1000)
    same(
      own.of("observationMove").map((one) => without(one, "input")),
      records.flatMap(({ moves }) => moves)
    )
  }, 300_000)

  it("has it as a stream too, of a noun or of a unit alone, and is told what comes while it waits", async () => {
    const stream = await app.request("http://127.0.0.1/api/v1/changes?noun=recognition", {
      headers: { accept: "application/x-ndjson" }
    })
    const lines = (await stream.text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
    const { next } = lines.pop()
    expect(lines.length).toBeGreaterThan(10)
    expect(new Set(lines.map(({ noun }) => noun))).toEqual(new Set(["recognition"]))
    expect(await client.changes.list({ since: next })).toEqual({ records: [], next, more: false })
    // A place behind the last row of an entry is before the next entry.
    expect((await client.changes.list({ since: "2-9", limit: 1 })).records).toMatchObject([{ seq: 4 }])

    const waiting = client.changes.list({ since: next, wait: 0 })
    expect((await waiting).records).toEqual([])
    await client.inventory.record({ body: { rows: [village("Thôn D")] } })
    const { records } = await client.changes.list({ since: next, noun: "inventoryItem", unit: "11824", wait: 5 })
    expect(records).toMatchObject([
      { noun: "inventoryItem", op: "put", unitCodes: ["11824"], record: { name: "Thôn D" } }
    ])
    expect((await client.changes.list({ since: next, noun: "inventoryItem", unit: "10813" })).records).toEqual([])
    const refused = await app.request("http://127.0.0.1/api/v1/changes?since=-1&wait=31")
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("con trỏ")])
  })

  it("finds in the trail who did it, from where, before and after, in words; and the chain is sound", async () => {
    const { items } = await client.audit.list({ unit: "11824", noun: "inventoryItem", limit: 2 })
    expect(items[0]).toMatchObject({
      person: null,
      origin: { question: "POST /api/v1/inventory" },
      op: "insert",
      rows: 1,
      units: [{ code: "11824", name: "xã Vĩnh Bảo" }]
    })
    const named = items[0]?.changed[0]?.changed.find(({ field }) => field === "name")
    const [words, said] = [
      { vi: "tên", en: "name" },
      { vi: "Thôn D", en: "Thôn D", to: null }
    ]
    const lines = [{ words, before: null, after: said }]
    expect(named).toEqual({ field: "name", words, before: null, after: "Thôn D", lines })
    const unknown = await client.audit.list({ limit: 1000, include: "technical" })
    const wordless = unknown.items
      .flatMap(({ changed }) => changed.flatMap((row) => row.changed))
      .filter((one) => one.words.vi === one.field)
    expect(wordless.map(({ field }) => field)).toEqual([])

    const head = await ask(Effect.flatMap(Changes, (port) => port.head()))
    let state = followFrom(beginning)
    while (state.broken === null && state.at.seq < head.seq) {
      const { items: sealed } = await client.audit.sealed({ after: state.at.seq, limit: 500 })
      state = follow(state, sealed)
    }
    expect(followedTo(state, head).broken).toBe(null)
    expect(await client.audit.checkpoint({})).toEqual(head)
  }, 60_000)

  it("finds all facts as the trail says, whatever was loaded, recorded, moved and joined", async () => {
    const head = await ask(Effect.flatMap(Changes, (port) => port.head()))
    expect(await client.audit.differences({ limit: 1000 })).toEqual({ head, items: [], next: null })
  }, 60_000)
})

const without = (row: Readonly<Record<string, unknown>> | null, ...names: ReadonlyArray<string>) =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !names.includes(name)))
