import { Action, type Role, scopedTo, Scopes } from "@ntm/domain/people"
import { Reorganisations } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Database } from "@ntm/store"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { OTHER, OWN, pilotWithRoles } from "../testing/roles.ts"

const today = Day.make("2026-01-05")

/** Tables of facts that name their unit in a column. */
const tables = [
  "observation",
  "observation_approved",
  "observation_submitted",
  "recognition",
  "funding_entry",
  "work_batch",
  "work",
  "land_gift",
  "dossier",
  "inventory_item"
]

let pilot: Awaited<ReturnType<typeof pilotWithRoles>>
beforeAll(async () => {
  pilot = await pilotWithRoles()
}, 240_000)
afterAll(() => pilot.end())

type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>
type Ask = (statement: string, ...values: ReadonlyArray<string>) => Promise<Rows>

/** Runs statements as whoever does the action would have them run, with nothing of the program between. */
const below = async <A>(role: Role, action: Action, run: (ask: Ask) => Promise<A>): Promise<A> => {
  const scoped = scopedTo(await pilot.accessOf(role, today), action)
  return pilot.runtime.runPromise(
    Effect.flatMap(Scopes, (scopes) =>
      scopes.within(scoped)(
        Effect.flatMap(Database, ({ held }) =>
          Effect.promise(() =>
            run((statement, ...values) => Promise.resolve(held?.tag.unsafe(statement, [...values]) ?? []))
          )
        )
      )
    )
  )
}

/** As the owner of the tables. */
const above = (statement: string): Promise<Rows> =>
  pilot.runtime.runPromise(
    Effect.flatMap(Database, ({ handle }) => Effect.promise(async () => [...(await handle.execute(statement))]))
  )

const unitsOf = (rows: Rows): ReadonlyArray<number> => rows.map(({ unit }) => Number(unit))

describe("below the API, without any check of the program", { timeout: 240_000 }, () => {
  it.each(["localOfficer", "partner", "coordinationOffice", "leader"] as const)(
    "%s reads rows of units in scope, and of no other",
    async (role) => {
      const { sees } = await pilot.accessOf(role, today)
      if (sees === "all") throw new Error("sees all")
      for (const table of tables) {
        const all = unitsOf(await above(`select distinct unit from ${table}`))
        const read = unitsOf(await below(role, "facts.read", (ask) => ask(`select distinct unit from ${table}`)))
        expect(new Set(read), table).toEqual(new Set(all.filter((unit) => [...sees].some((id) => id === unit))))
      }
    }
  )

  it("every row of every table is the administrator's to read", async () => {
    for (const table of [
      ...tables,
      "observation_note",
      "funding_note",
      "work_report",
      "land_event",
      "dossier_event",
      "task_event"
    ]) {
      const counted = `select count(*)::int as n from ${table}`
      expect(await below("administrator", "facts.read", (ask) => ask(counted)), table).toEqual(await above(counted))
    }
  })

  it.each(["leader", "supervisor", "partner"] as const)("%s changes no fact, whatever is done", async (role) => {
    for (const action of Action.literals)
      await below(role, action, async (ask) => {
        await ask("begin")
        for (const table of tables) {
          expect([...(await ask(`update ${table} set unit = unit returning unit`))], `${action} ${table}`).toEqual([])
          expect([...(await ask(`delete from ${table} returning unit`))], `${action} ${table}`).toEqual([])
        }
        await ask("rollback")
      })
  })

  it("an officer changes facts of their own unit at the most, each by its own action", async () => {
    const { grants } = await pilot.accessOf("localOfficer", today)
    const writes = grants[0]?.writes
    if (writes === undefined || writes === "all") throw new Error("writes all")
    const written = new Map<string, Set<string>>()
    for (const action of Action.literals)
      await below("localOfficer", action, async (ask) => {
        await ask("begin")
        for (const table of tables) {
          const changed = unitsOf(await ask(`update ${table} set unit = unit returning unit`))
          for (const unit of changed) expect([...writes].map(Number), `${action} ${table}`).toContain(unit)
          if (changed.length > 0) written.set(table, (written.get(table) ?? new Set()).add(action))
        }
        await ask("rollback")
      })
    expect(written.get("work")).toEqual(new Set(["works.record"]))
    expect(written.get("funding_entry") ?? new Set(["funding.record"])).toEqual(new Set(["funding.record"]))
  })

  it("a row about another unit is taken from nobody but who answers for it", async () => {
    const other = pilot.idOf(OTHER)
    for (const [table, action] of [
      ["observation", "values.record"],
      ["funding_entry", "funding.record"],
      ["work", "works.record"],
      ["inventory_item", "registers.record"]
    ] as const) {
      const [row] = await above(`select to_jsonb(t)::text as row from ${table} t limit 1`)
      if (row === undefined) throw new Error(`${table} is empty`)
      const copy = JSON.stringify({
        ...JSON.parse(String(row["row"])),
        id: 2_000_000_000,
        unit: other,
        code: "bản sao"
      })
      const insert = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::text::jsonb) returning unit`
      const tried = (role: Role, by: Action) =>
        below(role, by, async (ask) => {
          await ask("begin")
          try {
            return [...(await ask(insert, copy))].length
          } catch (cause) {
            return String(cause)
          } finally {
            await ask("rollback")
          }
        })
      expect(await tried("localOfficer", action), table).toContain("row-level security")
      expect(await tried("coordinationOffice", "facts.read"), table).toContain("row-level security")
      expect(await tried("coordinationOffice", action), table).toBe(1)
    }
  })
})

describe("what is written through the API", { timeout: 240_000 }, () => {
  const entry = (unit: string) => ({
    rows: [{ unit, source: "credit", year: 2025, stage: "disbursed", amount: 7_000_000, day: "2025-08-05" }]
  })
  const product = (unit: string) => ({
    rows: [
      {
        unit,
        name: `Nước mắm ${unit}`,
        body: { _tag: "ocop", producer: "HTX Biển", stars: 3, until: null },
        day: "2025-09-01",
        document: "12/QĐ-UBND"
      }
    ]
  })
  let known: { readonly input: unknown; readonly value: unknown }
  beforeAll(async () => {
    const [row] =
      await above(`select i.key as input, o.value from observation o join observation_input i on i.position = o.input
      join unit u on u.id = o.unit and u.level = 'commune' where o.kind = 0 order by o.day desc, o.id limit 1`)
    if (row === undefined) throw new Error("nothing is known of any commune")
    known = { input: row["input"], value: row["value"] }
  })
  const value = (unit: string) => ({ rows: [{ unit, ...known, day: "2025-11-30" }] })

  it.each([
    ["/funding/entries", "funding.record", entry],
    ["/inventory", "registers.record", product],
    ["/observations", "values.record", value]
  ] as const)("%s: is the officer's of the unit, under their own name, and of no other", async (path, rule, bodyOf) => {
    const told = await pilot.post("localOfficer", path, bodyOf(OWN))
    expect(told.status, JSON.stringify(told.told)).toBe(200)
    expect(await pilot.post("localOfficer", path, bodyOf(OTHER))).toMatchObject({
      status: 403,
      told: { type: "urn:ntm:problem:access-refused", rule, errors: [{ kind: "units" }] }
    })
    for (const who of ["leader", "partner", "supervisor"] as const)
      expect(await pilot.post(who, path, bodyOf(OWN))).toMatchObject({ status: 403, told: { rule } })
    const office = await pilot.post("coordinationOffice", path, bodyOf(OTHER))
    expect(office.status, JSON.stringify(office.told)).toBe(200)
  })

  it("is noted in the journal of changes under who did it", async () => {
    const people = await above(
      "select distinct origin ->> 'name' as name from change where noun = 'funding_entry' and person is not null order by 1"
    )
    expect(people.map(({ name }) => name)).toEqual(["coordinationOffice", "localOfficer"])
  })
})

describe("a reorganisation", { timeout: 240_000 }, () => {
  it("of the past moved scopes with the ground: who was given a commune that went into another sees and writes that one", async () => {
    const { chronicle } = await pilot.runtime.runPromise(Effect.flatMap(Reorganisations, (port) => port.register()))
    const [gone] = (chronicle.lineage.to.get(pilot.idOf(OWN)) ?? []).filter(
      ({ fromId, share, toId }) => share.all === 1 && fromId !== toId
    )
    if (gone === undefined) throw new Error(`nothing went into ${OWN}`)
    const old = chronicle.register.byId.get(gone.fromId)?.[0]
    expect(old).toMatchObject({ level: "commune", validTo: "2025-06-30" })
    await pilot.invite("predecessor", "localOfficer", [gone.fromId], Day.make("2025-01-01"))
    expect((await pilot.get("predecessor", `/units/${OWN}/observations`)).status).toBe(200)
    expect((await pilot.get("predecessor", `/units/${OTHER}/observations`)).status).toBe(403)
    const told = await pilot.post("predecessor", "/funding/entries", {
      rows: [{ unit: OWN, source: "credit", year: 2025, stage: "disbursed", amount: 8_000_000, day: "2025-08-06" }]
    })
    expect(told.status, JSON.stringify(told.told)).toBe(200)
  })

  const merger = {
    id: "hai-xa-mot-xa",
    document: { number: "1/NQ-HĐND", issuer: "HĐND thành phố", issuedOn: "2026-01-05" },
    day: "2026-01-06",
    changes: [
      {
        change: "merge",
        from: [{ unit: { code: OWN } }, { unit: { code: "11836" } }],
        into: {
          new: { key: "n", code: "11826", name: "Vĩnh Bảo Mới", type: "xã", level: "commune", parent: { code: "31" } }
        }
      }
    ]
  }

  it("moves them at once, and undoing it moves them back", async () => {
    for (const who of ["localOfficer", "department", "leader", "partner"] as const)
      expect((await pilot.post(who, "/reorganisations", merger)).told, who).toMatchObject({ rule: "units.reorganise" })
    const made = (who: "localOfficer" | "leader") => pilot.get(who, "/units/11826/observations")
    expect((await made("localOfficer")).status).toBe(404)
    const applied = await pilot.post("coordinationOffice", "/reorganisations", merger)
    expect(applied.status, JSON.stringify(applied.told)).toBe(200)
    expect((await made("localOfficer")).status).toBe(200)
    expect((await made("leader")).status).toBe(200)
    const item = {
      unit: "11826",
      name: "Chả cá",
      body: { _tag: "ocop", producer: "HTX", stars: 3, until: null },
      day: "2026-02-01",
      document: "13/QĐ-UBND"
    }
    expect((await pilot.post("partner", "/inventory", { rows: [item] })).status).toBe(403)
    const undone = await pilot.post("coordinationOffice", "/reorganisations/hai-xa-mot-xa/undo", {})
    expect(undone.status, JSON.stringify(undone.told)).toBe(200)
    expect((await made("localOfficer")).status).toBe(404)
    expect((await pilot.get("localOfficer", `/units/${OWN}/observations`)).status).toBe(200)
  })
})
