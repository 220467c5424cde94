import type { AuditEntry, FedRecord } from "@ntm/contract"
import { audienceOf, type ChangedField, type ChangedRow } from "@ntm/domain/changes"
import { Day } from "@ntm/domain/values"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { belowTheApi } from "../testing/below.ts"
import { type Asker, OTHER, OWN, pilotWithRoles } from "../testing/roles.ts"

const today = Day.make("2026-01-05")

describe("changes, by who asks", { timeout: 60_000 }, () => {
  let pilot: Awaited<ReturnType<typeof pilotWithRoles>>
  let before = 0
  beforeAll(async () => {
    pilot = await pilotWithRoles()
    before = (await pilot.get("administrator", "/audit/checkpoint")).told.seq
    const village = (unit: string) => ({
      rows: [{ unit, name: `Thôn ${unit}`, body: { _tag: "smartVillage", village: null }, day: "2025-09-01" }]
    })
    for (const unit of [OWN, OTHER])
      expect((await pilot.post("coordinationOffice", "/inventory", village(unit))).status).toBe(200)
  }, 240_000)
  afterAll(() => pilot.end())

  const fed = async (who: Asker, noun = "inventoryItem"): Promise<ReadonlyArray<FedRecord>> =>
    (await pilot.get(who, `/changes?since=${before}&noun=${noun}`)).told.records

  it("are told to a partner of its own units alone, and of what everybody may read", async () => {
    const codes = async (who: Asker) => (await fed(who)).flatMap(({ unitCodes }) => unitCodes)
    expect(await codes("partner")).toEqual([OWN])
    expect(await codes("administrator")).toEqual([OWN, OTHER])
    const everything: Array<FedRecord> = []
    let since = "0"
    for (;;) {
      const { more, next, records } = (await pilot.get("partner", `/changes?since=${since}&limit=1000`)).told
      everything.push(...records)
      since = next
      if (more !== true) break
    }
    const scoped = everything.filter(({ noun }) => audienceOf(noun) === "scoped")
    const own = new Set(scoped.flatMap(({ units }) => units))
    expect(scoped.length).toBeGreaterThan(100)
    expect(own.has(pilot.idOf(OWN))).toBe(true)
    expect(own.has(pilot.idOf(OTHER))).toBe(false)
    // What belongs to something of a unit is of that unit, and told to nobody who may not read it.
    const ofNobody = new Set(scoped.filter(({ units }) => units.length === 0).map(({ noun }) => noun))
    expect([...ofNobody]).toEqual([])
    for (const noun of ["workReport", "landEvent"] as const)
      expect(scoped.filter((record) => record.noun === noun).length, noun).toBeGreaterThan(0)
    expect(everything.some(({ noun }) => noun === "criteriaSet")).toBe(true)
    expect(everything.some(({ noun }) => audienceOf(noun) === "none")).toBe(false)
    expect((await pilot.get("anonymous", "/changes")).status).toBe(401)
  })

  it("stand in the trail under who made them, for who may read it; the chain is for who sees everything", async () => {
    const { told } = await pilot.get("administrator", "/audit?noun=inventoryItem&limit=2")
    expect(told.items).toMatchObject([
      {
        person: { name: "coordinationOffice" },
        units: [{ code: OTHER }],
        origin: { question: "POST /api/v1/inventory" },
        headline: { did: { vi: "Ghi mới mục sổ theo dõi" }, about: { vi: `Thôn ${OTHER}` } }
      },
      { person: { name: "coordinationOffice" }, units: [{ code: OWN }] }
    ])
    const mine = await pilot.get(
      "administrator",
      "/audit?person=coordinationOffice@example.vn&limit=1000".toLowerCase()
    )
    expect(mine.told.items.length).toBeGreaterThan(1)
    expect((await pilot.get("supervisor", `/audit?unit=${OWN}&noun=inventoryItem&limit=1`)).told.items).toHaveLength(1)
    for (const who of ["localOfficer", "department", "partner"] as const)
      expect([who, (await pilot.get(who, "/audit")).status]).toEqual([who, 403])
    expect((await pilot.get("supervisor", "/audit/sealed")).told.type).toBe("urn:ntm:problem:whole-scope-needed")
    expect((await pilot.get("administrator", "/audit/sealed?limit=3")).told.items).toHaveLength(3)
    expect((await pilot.get("supervisor", "/audit/differences")).told.type).toBe("urn:ntm:problem:whole-scope-needed")
    expect((await pilot.get("administrator", "/audit/differences")).told).toMatchObject({ items: [], next: null })
  })

  it("are told in the trail by the names of what they are about, never as they are kept", async () => {
    const [{ changed = [] } = {}]: ReadonlyArray<Partial<AuditEntry>> = (
      await pilot.get("supervisor", `/audit?unit=${OWN}&noun=inventoryItem&limit=1`)
    ).told.items
    const lines = changed.flatMap((row) => row.changed.flatMap((field) => field.lines))
    const of = (words: string) => lines.find((line) => line.words.vi === words)?.after
    expect(of("đơn vị")).toMatchObject({ vi: expect.stringContaining(`(${OWN})`), to: { page: "unit", key: OWN } })
    expect(of("sổ")?.vi).toBe("thôn thông minh")
    expect(of("ngày")?.vi).toBe("01/09/2025")
    expect(of("người ghi")?.vi).toContain("văn phòng điều phối")

    const all: ReadonlyArray<AuditEntry> = (await pilot.get("administrator", "/audit?limit=1000&include=technical"))
      .told.items
    const told = all.flatMap(({ changed: rows, headline, noun }) => [
      { noun, words: headline.about },
      ...rows
        .flatMap((row) => row.changed)
        .flatMap((field) =>
          field.lines.flatMap(({ after, before }) => [before, after].map((words) => ({ noun, words })))
        )
    ])
    expect(told.length).toBeGreaterThan(1000)
    expect(
      told.filter(({ words }) => words !== null && /[{}[\]]|\d{4}-\d\d-\d\d(T|$)|_tag/.test(words.vi)).slice(0, 5)
    ).toEqual([])
  })

  it("tell who sees one unit of an entry about several what is of that unit, and nothing of the others", async () => {
    const village = (unit: string) => ({
      unit,
      name: `Thôn chung ${unit}`,
      body: { _tag: "smartVillage", village: null },
      day: "2025-10-01"
    })
    const rows = [OTHER, OWN].map(village)
    expect((await pilot.post("coordinationOffice", "/inventory", { rows })).status).toBe(200)
    await pilot.invite("predecessor", "leader", [pilot.idOf(OWN)], Day.make("2025-07-01"))

    const path = "/audit?noun=inventoryItem&limit=1"
    const [whole] = (await pilot.get("administrator", path)).told.items
    expect(whole).toMatchObject({ rows: 2, unitCount: 2 })
    const [own] = (await pilot.get("predecessor", path)).told.items
    expect(own).toMatchObject({
      seq: whole.seq,
      rows: 1,
      unitCount: 1,
      units: [{ code: OWN }],
      headline: { did: { vi: "Ghi mới mục sổ theo dõi" }, about: { vi: `Thôn chung ${OWN}` } }
    })
    // Who sees both asks for one.
    expect((await pilot.get("administrator", `${path}&unit=${OWN}`)).told.items).toEqual([own])
    const entry = await pilot.get("predecessor", `/audit/${whole.seq}`)
    expect(entry.told.items).toHaveLength(1)

    // Of what belongs to something of a unit likewise.
    const listed = async (who: Asker): Promise<ReadonlyArray<AuditEntry>> =>
      (await pilot.get(who, "/audit?noun=fundingNote&limit=1000")).told.items
    const rowsIn = (items: ReadonlyArray<AuditEntry>) => items.reduce((sum, { rows: some }) => sum + some, 0)
    const [notes, all] = [await listed("predecessor"), await listed("administrator")]
    expect(rowsIn(notes)).toBeLessThan(rowsIn(all))
    expect(notes.flatMap(({ units }) => units.map(({ id }) => id))).not.toContain(pilot.idOf(OTHER))
  })

  it("about several units give who sees one of them the rows of that one, each in its place, below the API as well", async () => {
    const { above, below } = belowTheApi(pilot, today)
    // What was loaded of a whole province: land, and reports on works, whose rows do not say whose they are.
    const owners: Readonly<Record<string, string>> = {
      land_gift: "(r ->> 'unit')::int",
      work_report:
        "(select w.unit from work w where w.id = (r ->> 'work')::bigint and w.province = (r ->> 'province')::int)"
    }
    for (const [noun, owner] of Object.entries(owners)) {
      const rowsOf = (entries: string) =>
        `select seq::text, place::int, r ->> 'id' as id, ${owner} as unit
        from ${entries} c, jsonb_array_elements(c.after) with ordinality e (r, place)
        where c.noun = '${noun}' and jsonb_typeof(r) = 'object' order by c.seq, place`
      const all = await above(rowsOf("change"))
      const { sees } = await pilot.accessOf("localOfficer", today)
      if (sees === "all") throw new Error("sees all")
      const theirs = all.filter(({ unit }) => [...sees].some((id) => id === unit))
      expect(theirs.length, noun).toBeGreaterThan(0)
      expect(theirs.length, noun).toBeLessThan(all.length)
      expect(await below("localOfficer", "changes.read", (ask) => ask(rowsOf("change_told"))), noun).toEqual(theirs)
      expect(await below("localOfficer", "changes.read", (ask) => ask("select from change")), noun).toEqual([])
      const units = `select distinct unnest(units) as unit from change_told where noun = '${noun}'`
      const named = (await below("localOfficer", "changes.read", (ask) => ask(units))).map(({ unit }) => Number(unit))
      expect(
        named.filter((unit) => ![...sees].some((id) => id === unit)),
        noun
      ).toEqual([])
    }
  })

  it("are told whole by their number, page by page, to who may read what they are about", async () => {
    const { told } = await pilot.get("administrator", "/audit?limit=1000&include=technical")
    const items: ReadonlyArray<AuditEntry> = told.items
    const long = items.find(({ noun }) => noun === "assignment") ?? expect.fail("no assignments were loaded")
    const { changed, more, ...head } = long
    expect([changed.map(({ no }) => no), more]).toEqual([[1, 2, 3], true])
    const texts = changed.flatMap((row) => row.changed.flatMap(({ after, before }) => [before ?? "", after ?? ""]))
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(301)
    const rows: Array<ChangedRow> = []
    let cursor: string | null = ""
    while (cursor !== null) {
      const asked: string = cursor === "" ? "" : `&cursor=${cursor}`
      const page = (await pilot.get("administrator", `/audit/${long.seq}?limit=40${asked}`)).told
      expect(page.entry).toEqual(head)
      rows.push(...page.items)
      cursor = page.next
    }
    expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: long.rows }, (_, at) => at + 1))
    const isCut = ({ cut }: ChangedField) => cut === true
    expect(rows.some((row) => row.changed.some(isCut))).toBe(false)
    for (const [at, row] of changed.entries())
      expect(row.changed.filter((field) => !isCut(field))).toEqual(
        rows[at]?.changed.filter((_, place) => !isCut(row.changed[place] ?? expect.fail()))
      )

    const [other] = (await pilot.get("administrator", "/audit?noun=inventoryItem&limit=1")).told.items
    expect((await pilot.get("supervisor", `/audit/${other.seq}`)).told.items).toHaveLength(other.rows)
    const people = items.find(({ noun }) => noun === "personEvent") ?? expect.fail("nobody was invited")
    for (const seq of [people.seq, 0, 999_999_999])
      expect((await pilot.get("supervisor", `/audit/${seq}`)).told.type).toBe("urn:ntm:problem:entry-not-found")
    expect((await pilot.get("localOfficer", `/audit/${other.seq}`)).status).toBe(403)
    expect((await pilot.get("administrator", "/audit/mot")).status).toBe(422)
  })

  it("are sent where a partner says, who looks after its own webhooks and nobody else's", async () => {
    const made = await pilot.post("partner", "/webhooks", { url: "https://8.8.8.8/ntm", description: "đối tác" })
    expect([made.status, made.told.secret]).toEqual([200, expect.stringMatching(/^whsec_/)])
    const { id } = made.told
    expect((await pilot.get("partner", "/webhooks")).told.items).toMatchObject([{ id, active: true }])
    expect((await pilot.get("administrator", "/webhooks")).told.items).toMatchObject([{ id }])
    expect((await pilot.get("localOfficer", "/webhooks")).status).toBe(403)
    const other = await pilot.post("administrator", "/webhooks", { url: "https://8.8.4.4/ntm", description: "của Sở" })
    expect((await pilot.get("partner", "/webhooks")).told.items).toHaveLength(1)
    expect((await pilot.post("partner", `/webhooks/${other.told.id}/remove`, {})).status).toBe(404)
    expect((await pilot.post("partner", `/webhooks/${id}/rotate`, {})).told.secret).not.toBe(made.told.secret)
    expect((await pilot.get("partner", `/webhooks/${id}/deliveries`)).told.items).toEqual([])
    expect((await pilot.post("partner", `/webhooks/${id}/remove`, {})).told).toEqual({ done: true })
    expect((await pilot.get("partner", "/webhooks")).told.items).toEqual([])
  })
})
