import { API_ROOT, type FedRecord } from "@ntm/contract"
import { Effect } from "effect"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Ports } from "../http/respond.ts"
import { ORIGIN } from "../openapi/testing/pilot.ts"
import { givenBodies } from "../openapi/testing/bodies.ts"
import { type Held, mirrorOf, nothingHeld, taken } from "../testing/mirror.ts"
import { OTHER, OWN, pilotWithRoles } from "../testing/roles.ts"

/** A day on which all of it stands. */
const DAY = "2026-03-01"

type Pilot = Awaited<ReturnType<typeof pilotWithRoles>>
type Ask = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>

/** A partner's system that was invited over the API, with its key. */
const partnerOf = async (pilot: Pilot, name: string, units: "all" | ReadonlyArray<string>): Promise<Ask> => {
  const grant = { role: "partner", units, from: "2025-07-01" }
  const invited = await pilot.post("administrator", "/people", {
    name,
    email: `${name}@doi-tac.example.vn`,
    kind: "system",
    grants: [grant]
  })
  expect(invited.status, JSON.stringify(invited.told)).toBe(200)
  const key = { person: invited.told.id, name, days: 30, perMinute: 60_000 }
  const made = await pilot.post("administrator", "/keys", key)
  expect(made.status, JSON.stringify(made.told)).toBe(200)
  return async (path, headers = {}) =>
    pilot.app.request(`${ORIGIN}${API_ROOT}${path}`, { headers: { ...headers, "x-api-key": made.told.key } })
}

interface Page {
  readonly records: ReadonlyArray<FedRecord>
  readonly next: string
  readonly more: boolean
}

const pageOf = async (ask: Ask, since: string, limit: number): Promise<Page> => {
  const answer = await ask(`/changes?since=${since}&limit=${limit}`)
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  return JSON.parse(text)
}

/** An answer, which is one. */
const toldBy = async (ask: Ask, path: string) => {
  const answer = await ask(path)
  const text = await answer.text()
  expect(answer.status, `${path} ${text.slice(0, 500)}`).toBe(200)
  return JSON.parse(text)
}

/** Everything up to the present, in one stream. */
const streamedRecords = async (ask: Ask): Promise<Array<FedRecord>> => {
  const answer = await ask("/changes", { accept: "application/x-ndjson" })
  const lines = (await answer.text()).trimEnd().split("\n")
  return lines.slice(0, -1).map((line) => JSON.parse(line))
}

const lastOf = (records: ReadonlyArray<FedRecord>): string => records.at(-1)?.cursor ?? "0"

const heldOf = (records: ReadonlyArray<FedRecord>): Held => taken(nothingHeld, { records, next: lastOf(records) })

const drained = async (ask: Ask, held: Held): Promise<Held> => {
  const { more, ...page } = await pageOf(ask, held.since, 1000)
  const now = taken(held, page)
  return more ? drained(ask, now) : now
}

const plain = ({ nouns }: Held) => ({
  nouns: Object.fromEntries([...nouns].map(([noun, own]) => [noun, Object.fromEntries(own)]))
})

/** A text that is the same for the same thing, whatever the order of its fields; seals name the moment, which is the store's own. */
const text = (value: unknown): string =>
  JSON.stringify(value, (key, each: unknown) => {
    if (key === "seal") return undefined
    return typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : each
  })

/**
 * An answer but for the moment that it can be asked for again at (the next page too), which is the store's own, for what the caller may change,
 * and for the order of what has none.
 */
const said = ({ allowed: _, knownAt: __, items, next, ...rest }: Readonly<Record<string, unknown>>) => [
  text({ ...rest, isLast: next === null }),
  Array.isArray(items) ? items.map(text).toSorted() : null
]

const rows = (...each: ReadonlyArray<object>) => ({ rows: each })

/** What offices write while partners read; each is taken. */
const writesOf = (pilot: Pilot, whole: Ask) => {
  const sent = async (path: string, body: unknown) => {
    const { status, told } = await pilot.post("administrator", path, body)
    expect(status, `${path} ${JSON.stringify(told)}`).toBe(200)
    return told
  }
  let count = 0
  const village = (unit: string, name: string) => ({
    unit,
    name,
    body: { _tag: "smartVillage", village: null },
    day: "2025-09-01"
  })
  const money = (unit: string, amount: number) => ({
    unit,
    source: "credit",
    year: 2025,
    stage: "disbursed",
    amount,
    day: "2025-12-01"
  })
  const merged = (id: string, from: string, code: string, name: string, day: string) => ({
    id,
    document: { number: `${id}/NQ-HĐND`, issuer: "HĐND thành phố", issuedOn: "2026-01-05" },
    day,
    changes: [
      {
        change: "merge",
        from: [{ unit: { code: OWN } }, { unit: { code: from } }],
        into: { new: { key: "n", code, name, type: "xã", level: "commune", parent: { code: "31" } } }
      }
    ]
  })
  return {
    /** Any number of times. */
    small: async () => {
      count += 1
      await sent("/inventory", rows(village(OWN, `Thôn ${count}`), village(OTHER, `Làng ${count}`)))
      await sent("/funding/entries", rows(money(OWN, count), money(OTHER, count)))
    },
    /** Of everything one, once. */
    all: async () => {
      const inputs = (await toldBy(whole, `/units/${OWN}/observations?as_of=2025-12-31`)).items
      const input = inputs.find((one: { input: { kind: string } }) => one.input.kind === "percent")?.input.key
      const value = (unit: string, day: string, amount: number) => ({ unit, day, input, value: amount })
      const handed = await sent(
        "/observations",
        rows(value(OWN, "2025-10-31", 91.5), value(OTHER, "2025-10-31", 92), value(OWN, "2025-11-30", 93.25))
      )
      const first = handed.items[0].id
      for (const to of ["verified", "approved"])
        await sent("/observations/moves", rows({ observation: first, to, reason: "làm thay sở" }))
      // More than the journal repeats.
      const many = Array.from({ length: 230 }, (_, at) => money(at % 2 === 0 ? OWN : OTHER, 1000 + at))
      await sent("/funding/entries", { rows: many })
      for (const [name, path] of [
        ["works.approve", "/works"],
        ["works.report", "/works/reports"],
        ["assignments.record", "/tasks/events"]
      ] as const)
        await sent(path, givenBodies[name])
      const land = await sent("/works/land", givenBodies["works.giveLand"])
      await sent("/works/land/events", rows({ gift: land.items[0].id, day: "2025-09-02", event: { _tag: "cleared" } }))
      const answered = { _tag: "answered", text: "tiếp thu", option: null }
      const about = "tb-20-2025-haiphong/kn-tp-01"
      await sent("/recommendations/events", rows({ recommendation: about, day: "2025-12-10", body: answered }))
      const listed = await sent("/inventory", rows(village(OWN, "Thôn thôi"), village(OWN, "Thôn còn")))
      const ended = { item: listed.items[0].id, day: "2025-12-01", body: { _tag: "ended", reason: "thôi" } }
      await sent("/inventory/events", rows(ended))
      const opening = givenBodies["dossiers.open"] as { readonly rows: ReadonlyArray<object> }
      await sent("/dossiers", rows({ ...opening.rows[0], override: "hồ sơ giấy đã có" }))
      await sent("/reorganisations", merged("sap-xep-thu", "11836", "11826", "Vĩnh Bảo Thử", "2026-01-06"))
      await sent("/reorganisations/sap-xep-thu/undo", {})
      await sent("/reorganisations", merged("sap-xep-that", "11836", "11826", "Vĩnh Bảo Mới", "2026-02-01"))
    }
  }
}

describe("a partner that rebuilds a province over the API alone", { timeout: 400_000 }, () => {
  let pilot: Pilot
  let reference: Parameters<typeof mirrorOf>[1]
  let writes: ReturnType<typeof writesOf>
  let whole: Ask
  let commune: Ask
  /** What each was told: all of it once, and since then what came behind it. */
  let known: Readonly<Record<"whole" | "commune", Array<FedRecord>>>
  beforeAll(async () => {
    pilot = await pilotWithRoles()
    reference = await pilot.runtime.runPromise(Effect.context<Ports>())
    whole = await partnerOf(pilot, "kho-tinh", "all")
    commune = await partnerOf(pilot, "kho-xa", [OWN])
    writes = writesOf(pilot, whole)
    known = { whole: await streamedRecords(whole), commune: await streamedRecords(commune) }
  }, 240_000)
  afterAll(() => pilot.end())

  const answersAre = async (ask: Ask, held: Held, paths: ReadonlyArray<string>) => {
    const mirror = mirrorOf(held, reference)
    try {
      for (const path of paths) {
        const [told, own] = [await toldBy(ask, path), await mirror.get(path)]
        expect.soft([own.status, said(own.told)], path).toEqual([200, said(told)])
      }
      return mirror.chronicle
    } finally {
      await mirror.end()
    }
  }
  const questions = (unit: string) => [
    `/works?unit=${unit}&as_of=${DAY}&limit=1000`,
    `/works/batches?unit=${unit}&as_of=${DAY}`,
    `/works/debt?unit=${unit}&as_of=${DAY}`,
    `/works/land?unit=${unit}&as_of=${DAY}`,
    `/funding/stated?unit=${unit}&as_of=${DAY}`,
    `/funding/pivot?unit=${unit}&as_of=${DAY}&year=2025&stage=disbursed&boundaries=${DAY}`,
    `/funding/entries?unit=${unit}&as_of=${DAY}&year=2025&boundaries=${DAY}`,
    `/inventory?unit=${unit}&as_of=${DAY}&limit=1000`,
    `/inventory/counts?unit=${unit}&as_of=${DAY}&year=2025`,
    `/dossiers?unit=${unit}&as_of=${DAY}`,
    `/units/${unit}/history?as_of=${DAY}`,
    `/units/${unit}/lineage?as_of=${DAY}`,
    `/tasks?as_of=${DAY}&unit=${unit}`,
    `/recommendations?as_of=${DAY}`,
    `/observations?unit=${unit}&as_of=${DAY}`,
    `/units/${unit}/observations?as_of=${DAY}`
  ]

  /** Some of what a list names, each by itself. */
  const each = async (ask: Ask, path: string, unit: string): Promise<ReadonlyArray<string>> => {
    const { items } = await toldBy(ask, `${path}?unit=${unit}&as_of=${DAY}`)
    const ids = items.map(
      (item: { id?: number; standing?: { dossier: { id: number } } }) => item.id ?? item.standing?.dossier.id
    )
    return ids.slice(0, 5).map((id: number) => `${path}/${id}?as_of=${DAY}`)
  }

  it("goes on from any cursor, by pages of any size, and is told what comes behind it, each once, whatever is written meanwhile", async () => {
    const who = fc.constantFrom("whole" as const, "commune" as const)
    const turns = fc.array(
      fc.record({ limit: fc.integer({ min: 1, max: 400 }), event: fc.constantFrom("kept", "lost", "written") }),
      { minLength: 2, maxLength: 4 }
    )
    // Where it broke off: anywhere, or near the end.
    const from = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.99, max: 1, noNaN: true }))
    await fc.assert(
      fc.asyncProperty(who, from, turns, async (partner, share, schedule) => {
        const ask = partner === "whole" ? whole : commune
        const records = known[partner]
        let at = Math.floor(share * records.length)
        let since = records[at - 1]?.cursor ?? "0"
        for (const { event, limit } of schedule) {
          let page = await pageOf(ask, since, limit)
          if (event === "written") await writes.small()
          // It died before it kept the page: asked again the feed says it again.
          if (event === "lost") {
            const first = page.records
            page = await pageOf(ask, since, limit)
            expect(page.records.slice(0, first.length)).toEqual(first)
          }
          expect(page.records.length).toBeLessThanOrEqual(limit)
          const told = records.slice(at, at + page.records.length)
          expect(page.records.slice(0, told.length)).toEqual(told)
          // What was written since stands behind everything that was known.
          records.push(...page.records.slice(told.length))
          at += page.records.length
          if (!page.more) expect(at).toBe(records.length)
          since = page.next
        }
      }),
      { numRuns: 12 }
    )
    const held = await drained(commune, heldOf(known.commune))
    expect(plain(held).nouns).toEqual(plain(heldOf(await streamedRecords(commune))).nouns)
    expect(new Set(known.whole.map(({ cursor }) => cursor)).size).toBe(known.whole.length)
  })

  it("has what the API answers, after all of it was written and units were joined, with all units", async () => {
    await writes.all()
    const held = await drained(whole, heldOf(known.whole))
    const chronicle = await answersAre(whole, held, [
      ...questions("31"),
      ...questions("11826"),
      `/works?as_of=${DAY}&unit=${OTHER}`,
      `/tasks/one?as_of=${DAY}&task=${encodeURIComponent("kh-61-2025-haiphong/1.2.a@313")}`,
      `/observations?unit=${OWN}&as_of=2025-12-31`,
      ...(await each(whole, "/works", "31")),
      ...(await each(whole, "/dossiers", "31"))
    ])
    const { items } = await toldBy(whole, `/units/tree?as_of=${DAY}`)
    const standing = chronicle.register.rows.filter(
      ({ validFrom, validTo }) => (validFrom ?? "") <= DAY && (validTo ?? "9999") >= DAY
    )
    const byId = (a: { id: number }, b: { id: number }) => a.id - b.id
    expect(standing.toSorted(byId)).toEqual(items.toSorted(byId))
  })

  it("has what the API answers, with one commune that has become a part of another", async () => {
    const held = await drained(commune, heldOf(known.commune))
    await answersAre(commune, held, [
      ...questions("11826"),
      `/observations?unit=${OWN}&as_of=2025-12-31`,
      ...(await each(commune, "/works", "11826")),
      ...(await each(commune, "/dossiers", "11826"))
    ])
    // And nothing beside: of units that it may not read it holds no more than their names.
    const other = pilot.idOf(OTHER)
    for (const noun of ["work", "observation", "fundingEntry", "inventoryItem"] as const)
      expect([...(held.nouns.get(noun)?.values() ?? [])].filter(({ unit }) => unit === other)).toEqual([])
  })
})
