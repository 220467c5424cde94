import { ApiProblem, makeClient } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"

const { app } = appInMemory()
const client = makeClient((url, init) => app.request(url, init), "")
const label = (unit: { readonly type: string; readonly name: string; readonly code: string }) =>
  `${unit.type} ${unit.name} ${unit.code}`

describe("searching units", () => {
  it("finds a unit by its name without diacritics, and says what it was formed from", async () => {
    const { hits, items } = await client.units.list({ q: "vinh bao", as_of: "2025-07-01", level: "commune" })
    expect(items.map(label)).toEqual(["xã Vĩnh Bảo 11824"])
    expect(hits?.[0]).toMatchObject({ match: "exact", state: "standing", now: [] })
    expect(hits?.[0]?.formerly.map(label)).toEqual(["xã Tân Hưng 11836", "xã Vĩnh An 11830", "thị trấn Vĩnh Bảo 11824"])
    expect(hits?.[0]?.formerly.map(({ within }) => within)).toContainEqual(["huyện Vĩnh Bảo", "thành phố Hải Phòng"])
  })

  it("leads from an old name to the unit of the day", async () => {
    const { hits, items } = await client.units.list({ q: "vinh an", as_of: "2025-07-01" })
    expect(items.map(label)).toEqual(["xã Vĩnh Bảo 11824"])
    expect(hits).toMatchObject([
      { unit: { name: "Vĩnh An", validTo: "2025-06-30" }, state: "former", now: [{ name: "Vĩnh Bảo" }] }
    ])
  })

  it("asks of the day before the event as if it had not been", async () => {
    const { items } = await client.units.list({ q: "vinh bao", as_of: "2025-06-30" })
    expect(items.map(label).slice(0, 2)).toEqual(["huyện Vĩnh Bảo 316", "thị trấn Vĩnh Bảo 11824"])
    expect(items.map(label)).not.toContain("xã Vĩnh Bảo 11824")
  })

  it("reads initials and types", async () => {
    const { items } = await client.units.list({ q: "h. vb", as_of: "2025-06-30" })
    expect(items.map(label)[0]).toBe("huyện Vĩnh Bảo 316")
  })

  it("keeps to what lies below a unit, and finds nothing below one that does not stand", async () => {
    const below = (parent: string, as_of: string) => client.units.list({ q: "xa", parent, as_of })
    expect((await below("30", "2025-06-30")).items.map(label)).toEqual(["xã Thanh Xuân 10813"])
    expect(await below("30", "2025-07-01")).toMatchObject({ items: [], hits: [] })
  })

  it("holds items and hits to the limit", async () => {
    const { hits, items } = await client.units.list({ q: "xa", as_of: "2025-07-01", limit: 1 })
    expect([hits?.length, items.length]).toEqual([1, 1])
  })

  it("carries no hits where nothing was typed", async () => {
    expect(await client.units.list({ q: "  " })).not.toHaveProperty("hits")
  })
})

describe("a unit", () => {
  it("comes with the units above it on the day, the nearest first", async () => {
    const { above } = await client.units.get({ code: "11830", as_of: "2025-06-30" })
    expect(above?.map(label)).toEqual(["huyện Vĩnh Bảo 316", "thành phố Hải Phòng 31"])
  })
})

describe("the tree", () => {
  it("is answered whole, below a unit, or not at all where that does not stand", async () => {
    expect((await client.units.tree({ as_of: "2025-07-01" })).asOf).toBe("2025-07-01")
    expect((await client.units.tree({ unit: "11824" })).items.map(label)).toHaveLength(1)
    const problem = await client.units.tree({ unit: "316", as_of: "2025-07-01" }).catch((cause: unknown) => cause)
    expect(problem).toMatchObject({ problem: { status: 404, type: "urn:ntm:problem:unit-not-found" } })
  })
})

describe("lineage", () => {
  const shown = (kin: { readonly items: ReadonlyArray<{ readonly unit: { readonly code: string } }> } | null) =>
    kin?.items.map(({ unit }) => unit.code)

  it("answers predecessors on an earlier day, with shares and what was inferred", async () => {
    const answer = await client.units.lineage({ code: "11824", as_of: "2025-08-01", on: "2025-01-01" })
    expect(answer.successors).toBeNull()
    expect(answer.predecessors).toMatchObject({
      on: "2025-01-01",
      items: [
        { unit: { code: "11836" }, share: { low: 0.4, high: 0.4 }, inferred: true },
        { unit: { code: "11830" }, share: { low: 1, high: 1 }, inferred: false },
        { unit: { code: "11824", type: "thị trấn" }, share: { low: 1, high: 1 }, inferred: false }
      ]
    })
  })

  it("answers successors on a later day, and the unit itself on its own", async () => {
    const later = await client.units.lineage({ code: "11836", as_of: "2025-01-01", on: "2026-01-01" })
    expect(shown(later.successors)).toEqual(["11836", "11824"])
    expect(later.predecessors).toBeNull()
    const same = await client.units.lineage({ code: "11836", as_of: "2025-01-01", on: "2025-01-01" })
    expect(same.successors?.items).toMatchObject([{ unit: { code: "11836" }, share: { low: 1, high: 1 } }])
  })

  it("answers both sides as far as events are known where no day is asked for", async () => {
    expect(await client.units.lineage({ code: "11836", as_of: "2025-01-01" })).toMatchObject({
      predecessors: null,
      successors: { on: "2025-07-01" }
    })
    expect(await client.units.lineage({ code: "11824", as_of: "2025-07-01" })).toMatchObject({
      predecessors: { on: "2025-06-30" },
      successors: null
    })
  })

  it("tells the shares of one weight where it is asked for, and refuses what names none", async () => {
    const asked = { code: "11824", as_of: "2025-08-01", on: "2025-01-01" }
    const answer = await client.units.lineage({ ...asked, weight: "population" })
    expect(answer.weight).toBe("population")
    expect(answer.predecessors?.items.map(({ unit, share }) => [unit.code, share.low])).toEqual([
      ["11836", 0.35],
      ["11830", 1],
      ["11824", 1]
    ])
    expect((await client.units.lineage({ ...asked, weight: "households" })).predecessors?.items[0]?.share.low).toBe(0.4)
    expect(await client.units.lineage(asked)).not.toHaveProperty("weight")
    const refused = await app.request("/api/v1/units/11824/lineage?weight=D%C3%A2n%20s%E1%BB%91")
    expect(await refused.json()).toMatchObject({ status: 422, errors: [{ path: "weight" }] })
  })

  it("asks as of today in Việt Nam unless told a day", async () => {
    expect(await client.units.lineage({ code: "316" })).toMatchObject({
      asOf: "2025-04-16",
      unit: { name: "Vĩnh Bảo" }
    })
  })

  it.each(["lineage", "history"] as const)("knows no %s of a code that names nothing on the day", async (noun) => {
    const problem = await client.units[noun]({ code: "316", as_of: "2025-07-01" }).catch((cause: unknown) =>
      cause instanceof ApiProblem ? cause.problem : cause
    )
    expect(problem).toMatchObject({ status: 404, type: "urn:ntm:problem:unit-not-found" })
  })

  it("says what a wrong day must look like", async () => {
    const response = await app.request("/api/v1/units/11824/lineage?on=2025-02-30")
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      errors: [{ path: "on", messageEn: "must be a day that exists, as YYYY-MM-DD" }]
    })
  })
})

describe("history", () => {
  it("tells the unit's life in both languages, with the document", async () => {
    const { items, unit } = await client.units.history({ code: "11824", as_of: "2025-07-01" })
    expect(unit.type).toBe("xã")
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      kinds: ["formed"],
      own: true,
      inferred: true,
      document: { number: "1669/NQ-UBTVQH15" }
    })
    expect(items[0]?.sentence.vi).toContain("được lập từ toàn bộ thị trấn Vĩnh Bảo (11824)")
    expect(items[0]?.sentence.en).toContain("was formed of")
  })
})
