import { CriteriaSets } from "@ntm/domain/criteria"
import { DocumentId, Documents } from "@ntm/domain/documents"
import { Plan, Unit, UnitCode, Units } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect, Schema } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleReorganisations, sampleUnits } from "../testing/sample-units.ts"
import { type Facts, FactsRefused } from "./facts.ts"
import { isLoaded, loadAll, loadedAt, postgresVersion } from "./load.ts"

const changed: Facts = {
  ...sampleFacts,
  units: sampleUnits
    .filter((unit) => unit.id !== 11)
    .map((unit) => (unit.id === 10 ? { ...unit, name: "Đồ Sơn mới" } : unit)),
  documents: sampleFacts.documents.slice(1),
  findings: []
}

const counted = query(
  (sql) => sql`select (select count(*) from unit)::int as units, (select count(*) from figure)::int as figures,
  (select count(*) from finding)::int as findings, (select count(*) from source_import)::int as imports`
).pipe(Effect.map(([row]) => ({ ...row })))

onEveryDatabase("loadAll", ({ run }) => {
  const load = (facts: Facts, source: Partial<typeof sampleSource> = {}) =>
    loadAll(facts, { ...sampleSource, ...source })

  it("knows of nothing before the first load", async () => {
    expect(await run(loadedAt())).toBeNull()
    expect(await run(isLoaded(sampleSource))).toBe(false)
    expect(await run(postgresVersion())).toMatch(/^\d+(\.\d+)?$/)
  })

  it("writes nothing at all when the facts contradict each other", async () => {
    const [first] = sampleUnits
    const twice = { ...sampleFacts, units: [...sampleUnits, ...(first === undefined ? [] : [first])] }
    const [event] = sampleReorganisations
    const dangling = Schema.decodeUnknownSync(Plan)({
      ...event,
      transfers: event?.transfers.slice(0, 1).map((each) => ({ ...each, toId: 99 }))
    })
    for (const facts of [twice, { ...sampleFacts, reorganisations: [dangling] }]) {
      expect(await run(Effect.flip(load(facts)))).toBeInstanceOf(FactsRefused)
    }
    expect(await run(counted)).toEqual({ units: 0, figures: 0, findings: 0, imports: 0 })
  })

  it("refuses spans of one code that overlap, and names both units", async () => {
    const late = Schema.decodeUnknownSync(Unit)({
      ...sampleUnits[3],
      id: 50,
      name: "Trùng mã",
      validFrom: "2025-06-30",
      validTo: null
    })
    const refused = await run(Effect.flip(load({ ...sampleFacts, units: [...sampleUnits, late] })))
    expect(refused.message).toContain("11824")
    expect(refused.message).toContain("Vĩnh An")
    expect(refused.message).toContain("Trùng mã")
  })

  it("loads once: the same content again does nothing, and says when it was loaded", async () => {
    const first = await run(load(sampleFacts))
    expect(first.state).toBe("loaded")
    expect(await run(load(sampleFacts))).toEqual({ ...first, state: "unchanged" })
    expect(await run(loadedAt())).toBe(first.loadedAt)
    expect(new Date(first.loadedAt).toISOString()).toBe(first.loadedAt)
    expect(await run(isLoaded(sampleSource))).toBe(true)
    expect(await run(counted)).toEqual({ units: 11, figures: 6, findings: 2, imports: 1 })
  })

  it("tells what it is doing", async () => {
    const said: Array<string> = []
    await run(loadAll(sampleFacts, { ...sampleSource, sha256: "b" }, (message) => said.push(message)))
    expect(said[0]).toBe("Đang nạp 11 đơn vị hành chính…")
  })

  it("puts other content under the same name in the place of the earlier, in place where it is still there", async () => {
    expect((await run(load(changed, { sha256: "c" }))).state).toBe("replaced")
    expect(await run(counted)).toEqual({ units: 10, figures: 5, findings: 0, imports: 3 })
    expect(await run(isLoaded(sampleSource))).toBe(false)
    const found = await run(
      Effect.flatMap(Units, (units) =>
        units.find({ asOf: Day.make("2025-08-01"), level: null, parent: null, query: "do son", limit: 9 })
      )
    )
    expect(found.map(({ id, name }) => [id, name])).toEqual([[10, "Đồ Sơn mới"]])
    expect(
      await run(Effect.flatMap(Documents, (documents) => documents.list().pipe(Effect.map((list) => list.length))))
    ).toBe(1)
    expect(await run(Effect.flatMap(CriteriaSets, (sets) => sets.list()))).toEqual(sampleFacts.criteriaSets)
  })

  it("lets a code pass from one unit to another within one load", async () => {
    const swap = new Map([
      ["11631", "11630"],
      ["11630", "11631"]
    ])
    const swapped = changed.units.map((unit) => ({ ...unit, code: UnitCode.make(swap.get(unit.code) ?? unit.code) }))
    expect((await run(load({ ...changed, units: swapped }, { sha256: "d" }))).state).toBe("replaced")
  })

  it("leaves another import's documents alone and says so", async () => {
    const refused = await run(
      Effect.flip(load({ ...changed, units: [], reorganisations: [], criteriaSets: [] }, { importName: "other" }))
    )
    expect(refused).toBeInstanceOf(FactsRefused)
    expect(refused.message).toContain("document")
    expect(
      (await run(Effect.flatMap(Documents, (documents) => documents.get(DocumentId.make("kh-61-2025"))))).figures
    ).toHaveLength(5)
  })

  it("loads once when two programs load at the same time", async () => {
    const source = { ...sampleSource, sha256: "e" }
    const states = await Promise.all([run(loadAll(changed, source)), run(loadAll(changed, source))])
    expect(states.map(({ state }) => state).toSorted()).toEqual(["replaced", "unchanged"])
  })
})
