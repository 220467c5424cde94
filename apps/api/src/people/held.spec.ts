import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Action, type Role, type Scoped } from "@ntm/domain/people"
import { Reorganisations } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { givenBodies } from "../openapi/testing/bodies.ts"
import { type Ask, belowTheApi, type Rows } from "../testing/below.ts"
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

type Below = ReturnType<typeof belowTheApi>

let pilot: Awaited<ReturnType<typeof pilotWithRoles>>
let heldTo: Below["heldTo"]
let below: Below["below"]
let above: Below["above"]
beforeAll(async () => {
  pilot = await pilotWithRoles()
  ;({ above, below, heldTo } = belowTheApi(pilot, today))
}, 240_000)
afterAll(() => pilot.end())

/** An input of communes with a value that somebody reported. */
const someValue = async () => {
  const [row] =
    await above(`select i.key as input, o.value from observation o join observation_input i on i.position = o.input
    join unit u on u.id = o.unit and u.level = 'commune' where o.kind = 0 order by o.day desc, o.id limit 1`)
  if (row === undefined) throw new Error("nothing is known of any commune")
  return { input: row["input"], value: row["value"] }
}

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

  it("what happens to tasks of units is told to who sees them, to those of agencies within their province; likewise written", async () => {
    const document = "kh-61-2025-haiphong"
    const [agency, own, other] = [`${document}/6`, `${document}/1.2.a@${OWN}`, `${document}/1.2.a@${OTHER}`]
    // Keys that do not say of which unit they are: one unit alone is asked.
    const [ownAlone, otherAlone] = [`${document}/97@2025-H1`, `${document}/98`]
    await above(`insert into asked_alone (asks, document_id, no, code, import_id)
      select asks, '${document}', no, code, (select max(id) from source_import)
      from (values ('97', '${OWN}'), ('98', '${OTHER}')) a (no, code), (values ('task'), ('recommendation')) b (asks)`)
    const insert = (
      table: string
    ) => `insert into ${table} (document_id, id, subject, day, body, illustrative, recorded_at, recorder)
      select '${document}', 1000000 + row_number() over (), s, '2025-06-01', '{}', true, now(), (select min(id) from observation_recorder)
      from unnest(string_to_array($1, ' ')) s returning subject`
    const somewhere = pilot.idOf("00004")
    const stranger = (action: Action): Scoped => ({
      action,
      person: null,
      sees: new Set([somewhere]),
      writes: new Set([somewhere])
    })
    for (const [table, action] of [
      ["task_event", "tasks.report"],
      ["recommendation_event", "recommendations.answer"]
    ] as const) {
      await above(insert(table).replace("$1", `'${[agency, own, other, ownAlone, otherAlone].join(" ")}'`))
      const reading = async (ask: Ask) =>
        new Set((await ask(`select subject from ${table} where id > 1000000`)).map(({ subject }) => subject))
      const theirs = new Set([agency, own, ownAlone])
      expect(await below("localOfficer", "facts.read", reading), table).toEqual(theirs)
      expect(await below("partner", "facts.read", reading), table).toEqual(theirs)
      const all = new Set([agency, own, other, ownAlone, otherAlone])
      expect(await below("leader", "facts.read", reading), table).toEqual(all)
      expect(await heldTo(stranger("facts.read"), reading), table).toEqual(new Set())
      await above(`delete from ${table} where id > 1000000`)
      // Entries of the journal of changes are told likewise.
      for (const one of all)
        await above(
          insert(table)
            .replace("$1", `'${one}'`)
            .replace("1000000 +", `1000000 + ${[...all].indexOf(one)} +`)
        )
      await above(`delete from ${table} where id > 1000000`)
      const told = async (ask: Ask) =>
        new Set(
          (
            await ask(
              `select after -> 0 ->> 'subject' as subject from change_told where noun = '${table}' and op = 'insert' and rows = 1`
            )
          ).map(({ subject }) => subject)
        )
      expect(await below("localOfficer", "changes.read", told), table).toEqual(theirs)
      expect(await heldTo(stranger("changes.read"), told), table).toEqual(new Set())
      // Those that name no unit, as before such tasks had one, are told by what their rows are about.
      const unnamed = async (ask: Ask) => {
        const seen = await ask(
          `select s from unnest(string_to_array($1, ' ')) s where change_of_subjects_seen('${table}', jsonb_build_array(jsonb_build_object('subject', s)))`,
          [...all].join(" ")
        )
        return new Set(seen.map(({ s }) => s))
      }
      expect(await below("localOfficer", "changes.read", unnamed), table).toEqual(theirs)
      const writing = (subject: string) => async (ask: Ask) => {
        await ask("begin")
        try {
          return [...(await ask(insert(table), subject))].length
        } catch (cause) {
          return String(cause)
        } finally {
          await ask("rollback")
        }
      }
      expect(await below("localOfficer", action, writing(own)), table).toBe(1)
      expect(await below("localOfficer", action, writing(ownAlone)), table).toBe(1)
      for (const one of [other, otherAlone])
        expect(await below("localOfficer", action, writing(one)), table).toContain("row-level security")
      expect(await heldTo(stranger(action), writing(agency)), table).toContain("row-level security")
      expect(await below("leader", action, writing(agency)), table).toContain("row-level security")
    }
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
  let known: Awaited<ReturnType<typeof someValue>>
  beforeAll(async () => {
    known = await someValue()
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

describe("what somebody is given", { timeout: 240_000 }, () => {
  const grant = (more: object) =>
    pilot.post("administrator", "/people", {
      name: "Sở",
      email: "so@example.vn",
      grants: [{ role: "department", units: ["31"], agency: "Sở Y tế", ...more }]
    })
  it("is of an agency and of criteria that there are, and refused otherwise, all of it at once", async () => {
    const told = await grant({
      agency: "Sở Không Có",
      criteria: ["xa-ntm-2021-2025/15.2", "xa-ntm-2021-2025/15", "x/"]
    })
    expect([
      told.status,
      told.told.errors.map(({ kind, path }: { kind: string; path: string }) => `${path} ${kind}`)
    ]).toEqual([
      422,
      ["rows[0].agency unknownAgency", "rows[0].criteria[1] unknownCriteria", "rows[0].criteria[2] unknownCriteria"]
    ])
    const given = await grant({ criteria: ["xa-ntm-2021-2025/15.2", "xa-ntm-2021-2025/"] })
    expect(given.status, JSON.stringify(given.told)).toBe(200)
  })

  it("names an agency by its code as well, and is told by its name", async () => {
    const given = await pilot.post("administrator", "/people", {
      name: "Sở Y tế",
      email: "y-te@example.vn",
      grants: [{ role: "department", units: ["31"], agency: "hp-so-yt" }]
    })
    expect(given.status, JSON.stringify(given.told)).toBe(200)
    const { items } = (await pilot.get("administrator", "/people")).told
    const [told] = items.filter(({ email }: { email: string }) => email === "y-te@example.vn")
    expect(told.grants).toMatchObject([{ agency: "Sở Y tế" }])
  })
})

describe("whatever somebody may", { timeout: 240_000 }, () => {
  const asked: ReadonlyArray<readonly [name: string, path: string]> = [
    ["works.approve", "/works"],
    ["works.report", "/works/reports"],
    ["works.giveLand", "/works/land"],
    ["works.followLand", "/works/land/events"],
    ["assignments.record", "/tasks/events"],
    ["recommendations.record", "/recommendations/events"],
    ["inventory.record", "/inventory"],
    ["inventory.follow", "/inventory/events"],
    ["funding.record", "/funding/entries"],
    ["dossiers.open", "/dossiers"],
    ["dossiers.record", "/dossiers/events"],
    ["webhooks.create", "/webhooks"],
    ["webhooks.switch", "/webhooks/1/switch"],
    ["webhooks.replay", "/webhooks/1/replay"],
    ["criteria.load", "/criteria-sets"],
    ["boundaries.record", "/boundaries"],
    ["observations.move", "/observations/moves"],
    ["reorganisations.preview", "/reorganisations/preview"]
  ]
  it("is kept from nobody below: every change that the API takes gets through to the rules, and what they let through is written", async () => {
    const told = new Map<string, number>()
    const taken = [
      "works.approve",
      "works.report",
      "works.giveLand",
      "assignments.record",
      "inventory.record",
      "reorganisations.preview"
    ]
    for (const [name, path] of asked) {
      const { status, told: answer } = await pilot.post("administrator", path, givenBodies[name])
      expect(status, `${name}: ${JSON.stringify(answer)} ${pilot.logged.at(-1) ?? ""}`).toBeLessThan(500)
      told.set(name, status)
    }
    for (const name of taken) expect(told.get(name), name).toBe(200)
  })

  it("sets are loaded, values move on, and webhooks are opened by who may", async () => {
    const data = join(import.meta.dirname, "../../../../packages/reference/data/criteria/xa-ntm-2026-2030.json")
    const set = { ...JSON.parse(await readFile(data, "utf8")), id: "bo-rieng", name: "Bộ tiêu chí riêng" }
    const loaded = await pilot.post("coordinationOffice", "/criteria-sets?file=rieng.json", set)
    expect(loaded.status, JSON.stringify(loaded.told)).toBe(200)
    const opened = await pilot.post("partner", "/webhooks", { url: "https://9.9.9.9/ntm", description: "Kho dữ liệu" })
    expect(opened.status, JSON.stringify(opened.told)).toBe(200)
    const [own, all] = [await pilot.get("partner", "/webhooks"), await pilot.get("administrator", "/webhooks")]
    expect([own.told.items.length, all.told.items.length]).toEqual([1, 1])
    const { input, value } = await someValue()
    const handedIn = await pilot.post("localOfficer", "/observations", {
      rows: [{ unit: OWN, input, value, day: "2025-10-31" }]
    })
    const observation: unknown = handedIn.told.items?.[0]?.id
    for (const to of ["verified", "approved"]) {
      const moved = await pilot.post("coordinationOffice", "/observations/moves", {
        rows: [{ observation, to, reason: "làm thay sở" }]
      })
      expect(moved.status, JSON.stringify(moved.told)).toBe(200)
    }
    const history = await pilot.get("partner", `/observations?unit=${OWN}`)
    expect(JSON.stringify(history.told.items)).toContain(`"id":${String(observation)},`)
  })

  it("files that prove something are handed in, and handed out to who sees what they prove", async () => {
    const content = new TextEncoder().encode("%PDF-1.7\n%%EOF\n")
    const kept = await pilot.send("localOfficer", "/evidence?name=bien-ban.pdf", content, "application/pdf")
    expect(kept.status, JSON.stringify(kept.told)).toBe(200)
    const path = `/evidence/${kept.told.sha256}`
    expect((await pilot.get("administrator", path)).status).toBe(200)
    expect((await pilot.get("localOfficer", path)).status).toBe(404)
    const item = {
      unit: OWN,
      name: "Gạo",
      body: { _tag: "ocop", producer: "HTX", stars: 3, until: null },
      day: "2025-09-02",
      document: "14/QĐ-UBND",
      evidence: [{ file: kept.told.name, sha256: kept.told.sha256, bytes: kept.told.bytes }]
    }
    const named = await pilot.post("localOfficer", "/inventory", { rows: [item] })
    expect(named.status, JSON.stringify(named.told)).toBe(200)
    expect((await pilot.get("localOfficer", path)).status).toBe(200)
    expect((await pilot.get("partner", path)).status).toBe(200)
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
