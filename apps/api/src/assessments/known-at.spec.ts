import { ApiProblem, type Client, makeClient } from "@ntm/contract"
import { type CriteriaSet, flat, InputKey, Recognition } from "@ntm/domain/criteria"
import { blankIndicator, blankSet } from "@ntm/domain/testing"
import { UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { databaseLayer, type Facts, loadAll, storeLayer } from "@ntm/store"
import { type FreshDatabase, freshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "../app.ts"
import { registerInMemory } from "../testing/register.ts"

const water = InputKey.make("water")

/** One criterion: clean water of so many per cent. */
const asking = (than: number): CriteriaSet => ({
  ...blankSet("xa-ntm"),
  period: { from: Day.make("2021-01-01"), to: Day.make("2026-12-31") },
  criteria: [
    {
      no: 17,
      name: "Môi trường",
      indicators: [
        {
          ...blankIndicator("17.1"),
          rule: { op: ">=", measure: { of: "input", input: water }, threshold: flat(than) }
        }
      ]
    }
  ],
  inputs: [
    {
      input: water,
      name: "Nước sạch",
      unit: "%",
      measure: "percent",
      bySex: false,
      carry: { carry: "average", weight: "population", min: 0, max: 100 }
    }
  ]
})

const { events, register } = registerInMemory()
const tanHung = register.rows.find(({ code }) => code === "11836")?.id ?? UnitId.make(1)
const recognised = (revokedOn: string | null) =>
  Recognition.make({
    unit: tanHung,
    tier: "standard",
    criteriaSet: null,
    document: "12/QĐ-UBND",
    decidedOn: Day.make("2024-05-05"),
    revokedOn: revokedOn === null ? null : Day.make(revokedOn),
    note: null,
    illustrative: false
  })

const merging = {
  id: "vinh-hung-2026",
  document: { number: "1/NQ-UBTVQH16", issuer: "Uỷ ban Thường vụ Quốc hội", issuedOn: "2025-12-01" },
  day: "2026-01-01",
  changes: [
    {
      change: "merge",
      from: [{ unit: { code: "11824" } }, { unit: { code: "11836" } }],
      into: {
        new: { key: "moi", code: "11999", name: "Vĩnh Hưng", type: "xã", level: "commune", parent: { code: "31" } }
      }
    }
  ]
}

const asOf = "2026-02-01"
const group = { set: "xa-ntm", unit: "31", as_of: asOf }

describe("what was known at a moment", () => {
  let database: FreshDatabase
  let client: Client
  let load: (sha256: string, facts: Pick<Facts, "criteriaSets" | "recognitions">) => Promise<unknown>
  let dispose: () => Promise<void>

  beforeAll(async () => {
    database = await freshDatabase()
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    dispose = () => runtime.dispose()
    const nothing = { documents: [], setResults: [], targets: [], fundingTables: [], assignments: [], findings: [] }
    load = (sha256, facts) =>
      runtime.runPromise(
        loadAll(
          { ...nothing, units: register.rows, reorganisations: events, ...facts },
          { importName: "spec", sha256, programVersion: "0" }
        )
      )
    const app = makeApp(runtime, {
      health: () => Effect.die("not asked"),
      web: null,
      host: "127.0.0.1",
      recorder: "Nguyễn Thị Lan",
      now: () => new Date("2026-05-01T00:00:00Z"),
      log: () => undefined
    })
    client = makeClient((url, init) => app.request(url, init), "")
  })
  afterAll(async () => {
    await dispose?.()
    await database?.drop()
  })

  /** Everything that faces say of the group, at a moment or now. */
  const told = async (known_at?: string) => {
    const asked = known_at === undefined ? group : { ...group, known_at }
    const matrix = await client.assessments.matrix(asked)
    return { matrix, rollUp: await client.assessments.group({ ...asked, from: "2025-12-31" }) }
  }
  const rows = ({ matrix }: Awaited<ReturnType<typeof told>>) =>
    matrix.items.map(({ tier, unit, verdicts }) => [unit.code, verdicts, tier])
  const seen: Array<{ readonly at: string; readonly said: Awaited<ReturnType<typeof told>> }> = []
  const note = async () => {
    const said = await told()
    const at = said.matrix.knownAt ?? ""
    seen.push({ at, said })
    for (const before of seen) expect(await told(before.at)).toEqual(before.said)
    return said
  }

  it("is the same for ever, whatever is recorded, loaded, applied and undone later", async () => {
    await load("a", { criteriaSets: [asking(80)], recognitions: [recognised(null)] })
    await note()
    await client.observations.record({
      body: {
        rows: ["11824", "11836", "10813"].map((unit, at) => ({
          unit,
          input: water,
          value: [95, 85, 70][at] ?? 0,
          day: "2025-12-31",
          kind: "stock",
          state: "approved",
          source: { from: "form" }
        }))
      }
    })
    expect(rows(await note())).toEqual([
      ["11836", "m", "standard"],
      ["10813", "n", null],
      ["11824", "m", null]
    ])
    await load("b", { criteriaSets: [asking(90)], recognitions: [recognised("2025-06-01")] })
    expect(rows(await note())).toEqual([
      ["11836", "n", null],
      ["10813", "n", null],
      ["11824", "m", null]
    ])
    await client.reorganisations.apply({ body: merging })
    expect(rows(await note()).map(([code]) => code)).toEqual(["10813", "11999"])
    await client.reorganisations.undo({ id: merging.id, body: {} })
    await load("c", { criteriaSets: [asking(60)], recognitions: [] })
    expect(rows(await note()).map(([, verdicts]) => verdicts)).toEqual(["m", "m", "m"])
    expect(new Set(seen.map(({ at }) => at)).size).toBe(seen.length)
  })

  it("was nothing before the first load, and the answer says so", async () => {
    const long = "2026-01-01T00:00:00.000Z"
    const calls = [
      () => client.assessments.matrix({ ...group, known_at: long }),
      () => client.assessments.unit({ code: "11836", as_of: asOf, known_at: long }),
      () => client.proofs.unit({ code: "11836", set: "xa-ntm", as_of: asOf, known_at: long }),
      () => client.series.asked({ input: water, unit: "31", as_of: asOf, known_at: long })
    ]
    for (const call of calls) {
      const problem = await call().then(
        () => undefined,
        (cause: unknown) => (cause instanceof ApiProblem ? cause.problem : cause)
      )
      expect(problem).toMatchObject({ status: 422, errors: [{ path: "known_at" }] })
      expect(JSON.stringify(problem)).toContain(seen[0]?.at ?? "?")
    }
  })

  it("accounts for what moved between two moments as late or corrected data, whatever it was", async () => {
    for (const [place, before] of seen.entries())
      for (const after of seen.slice(place)) {
        const moved = await client.movements.group({
          set: group.set,
          unit: group.unit,
          from: asOf,
          to: asOf,
          from_known_at: before.at,
          to_known_at: after.at
        })
        for (const number of moved.numbers) {
          const { boundaries, change, criteria, group: ofGroup, knowledge } = number.parts
          expect([boundaries, change, criteria, ofGroup]).toEqual([0, 0, 0, 0])
          expect(number.after - number.before).toBe(knowledge)
        }
        const units = moved.numbers.find(({ of }) => of === "units")
        expect([units?.before, units?.after]).toEqual([before.said.matrix.items.length, after.said.matrix.items.length])
        const holding = moved.numbers.find(({ of }) => of === "holding")
        const held = ({ said }: typeof before) => said.matrix.items.filter(({ tier }) => tier !== null).length
        expect([holding?.before, holding?.after]).toEqual([held(before), held(after)])
      }
    const merged = seen[3]
    const names = await client.movements.group({
      set: group.set,
      unit: group.unit,
      from: asOf,
      to: asOf,
      from_known_at: merged?.at ?? "",
      to_known_at: seen.at(-1)?.at ?? ""
    })
    // The commune of the event that was undone is known to the earlier moment alone.
    expect(names.mentioned.map(({ code }) => code)).toContain("11999")
    expect(names.events).toEqual([
      { cause: "knowledge", id: merging.id, day: merging.day, document: merging.document.number }
    ])
    // So are the load of the set and the decision on a title that was taken back in between: records of their own.
    expect(names.loads).toMatchObject([{ set: "xa-ntm", recordedBy: null, programVersion: "0", knownUntil: null }])
    expect(names.recognitions).toMatchObject([
      { unit: { code: "11836" }, before: { document: "12/QĐ-UBND" }, after: null }
    ])
  })
})
