import { type Allowed, API_ROOT, endpointActions, type LeadFrom, leads, type Problem } from "@ntm/contract"
import { describedEndpoints } from "@ntm/contract/openapi"
import { permissions, Role } from "@ntm/domain/people"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { OTHER, OWN, pilotWithRoles } from "../testing/roles.ts"
import { concernsOf } from "./concerns.ts"

let pilot: Awaited<ReturnType<typeof pilotWithRoles>>
beforeAll(async () => {
  pilot = await pilotWithRoles()
}, 240_000)
afterAll(() => pilot.end())

const inventoryRow = {
  name: "Nước mắm",
  body: { _tag: "ocop", producer: "HTX Biển", stars: 3, until: null },
  day: "2025-09-01",
  document: "12/QĐ-UBND"
}

const pathAndAction = (key: string) => {
  const found = endpointActions.find(({ method, path }) => method === "POST" && path === pathOf(key))
  if (found === undefined) throw new Error(`no change ${key}`)
  return found
}

const pathOf = (key: string): string => describedEndpoints.find((one) => one.key === key)?.endpoint.path ?? ""

/** Readings as somebody asks them, each of the officer's own commune where it is of one. */
const asked = async (): Promise<Readonly<Record<string, string>>> => {
  const first = async (path: string) => (await pilot.get("administrator", path)).told.items[0]
  const [dossier, work, task, recommendation, event, input, set] = [
    await first("/dossiers"),
    await first("/works"),
    await first("/tasks"),
    await first("/recommendations"),
    await first("/reorganisations"),
    await first("/inputs"),
    await first("/criteria-sets")
  ]
  return {
    "dossiers.list": `/dossiers?unit=${OWN}`,
    "dossiers.one": `/dossiers/${dossier?.id}`,
    "dossiers.check": `/dossiers/check?unit=${OWN}&tier=advanced`,
    "dossiers.procedures": "/dossiers/procedures",
    "assignments.tasks": `/tasks?unit=${OWN}`,
    "assignments.task": `/tasks/one?task=${encodeURIComponent(task?.key)}`,
    "recommendations.list": "/recommendations",
    "recommendations.one": `/recommendations/one?recommendation=${encodeURIComponent(recommendation?.key)}`,
    "works.list": `/works?unit=${OWN}`,
    "works.one": `/works/${work?.id}`,
    "works.land": `/works/land?unit=${OWN}`,
    "inventory.list": `/inventory?unit=${OWN}`,
    "observations.ofUnit": `/units/${OWN}/observations`,
    "observations.history": `/observations?unit=${OWN}`,
    "observations.ofInput": `/inputs/${input?.key}/observations?unit=${OWN}`,
    "funding.pivot": `/funding/pivot?unit=${OWN}&year=2024&stage=allocated`,
    "funding.entries": `/funding/entries?unit=${OWN}`,
    "reorganisations.list": "/reorganisations",
    "reorganisations.get": `/reorganisations/${event?.id}`,
    "boundaries.list": "/boundaries",
    "criteria.list": "/criteria-sets",
    "criteria.get": `/criteria-sets/${set?.id}`,
    "people.list": "/people",
    "keys.list": "/keys",
    "webhooks.list": "/webhooks"
  }
}

describe("what the caller may do next", { timeout: 240_000 }, () => {
  it("names readings and changes that there are, and each change with what it is about", () => {
    for (const [from, to] of Object.entries(leads)) {
      expect(pathOf(from), from).not.toBe("")
      for (const each of to) expect(pathOf(each), each).not.toBe("")
      expect([...(concernsOf.get(from)?.keys() ?? [])]).toEqual(to)
    }
  })

  it.each(Role.literals)(
    "%s is let through with all that is offered, and with nothing that is not for their role",
    async (who) => {
      const readings = await asked()
      expect(Object.keys(readings)).toEqual(Object.keys(leads))
      for (const [from, path] of Object.entries(readings)) {
        const { status, told } = await pilot.get(who, path)
        // What is not theirs to read offers nothing.
        if (status === 403 || status === 404) continue
        expect(status, `${path} ${JSON.stringify(told).slice(0, 300)}`).toBe(200)
        const allowed: ReadonlyArray<Allowed> = told.allowed
        expect(Array.isArray(allowed), from).toBe(true)
        for (const { action, href, method, title, titleEn } of allowed) {
          expect([method, title === "", titleEn === ""], from).toEqual(["POST", false, false])
          const sent = await pilot.post(who, href.slice(API_ROOT.length), { rows: "none" })
          expect([401, 403, 404, 405], `${who} ${from} ${action} ${href}`).not.toContain(sent.status)
        }
        for (const to of leads[from as LeadFrom]) {
          const { action, path: change } = pathAndAction(to)
          if (permissions[action][who] !== undefined) continue
          expect(
            allowed.map((one) => one.action),
            `${who} ${from}`
          ).not.toContain(action)
          expect((await pilot.post(who, change.replace(":id", "1"), { rows: "none" })).status, `${who} ${to}`).toBe(403)
        }
      }
    }
  )

  it("is nothing for who only follows, and the same for nobody else", async () => {
    const offered = async (who: Role, path: string) =>
      (await pilot.get(who, path)).told.allowed.map(({ action }: Allowed) => action)
    const readings = await asked()
    expect(await offered("leader", readings["works.list"] ?? "")).toEqual([])
    expect(await offered("partner", readings["works.list"] ?? "")).toEqual([])
    expect(await offered("supervisor", readings["works.list"] ?? "")).toEqual([])
    expect(await offered("supervisor", readings["recommendations.list"] ?? "")).toEqual(["recommendations.answer"])
    expect(await offered("localOfficer", readings["works.list"] ?? "")).toEqual([
      "works.record",
      "works.record",
      "works.record"
    ])
    expect(await offered("localOfficer", readings["criteria.list"] ?? "")).toEqual([])
    expect(await offered("leader", readings["reorganisations.list"] ?? "")).toEqual(["units.preview"])
  })

  it("leaves sparse answers as they were asked for, and stands beside the items of a list", async () => {
    const whole = await pilot.get("administrator", "/works?limit=1")
    expect(whole.told.allowed.length).toBeGreaterThan(0)
    const sparse = await pilot.get("administrator", `/works/${whole.told.items[0].id}?fields=asOf`)
    expect(Object.keys(sparse.told)).toEqual(["asOf"])
  })

  it("is refused by one rule about what is known only by its id: as what is not there, whether it is there for others or not", async () => {
    type Line = { readonly id: number | string; readonly unit: { readonly code: string } | null }
    const elsewhere = async (path: string): Promise<Line> => {
      const found = (await pilot.get("administrator", path)).told.items.find(
        ({ unit }: Line) => unit !== null && unit.code !== OWN && unit.code !== "31"
      )
      expect(found, path).toBeDefined()
      return found
    }
    const [work, item, dossier] = [
      await elsewhere("/works?limit=1000"),
      await elsewhere("/inventory?limit=1000"),
      await elsewhere("/dossiers")
    ]
    const { items: form } = (await pilot.get("coordinationOffice", `/units/${OTHER}/observations`)).told
    let value: { readonly id: number } | undefined
    for (const { input } of form) {
      if (value !== undefined) break
      // Some inputs are attested, or of a period: the first that takes a number as it is will do.
      const row = { unit: OTHER, input: input.key, value: 1, day: "2025-10-31" }
      value = (await pilot.post("coordinationOffice", "/observations", { rows: [row] })).told.items?.[0]
    }
    if (value === undefined) throw new Error("no input of the form takes a number")
    const day = "2025-09-01"
    const changes: ReadonlyArray<readonly [path: string, there: object, nowhere: object]> = [
      [
        "/works/reports",
        { work: work.id, day, body: { _tag: "volume", done: 1 } },
        { work: "31/khong-co", day, body: { _tag: "volume", done: 1 } }
      ],
      [
        "/inventory/events",
        { item: item.id, day, body: { _tag: "withdrawn", reason: "ghi nhầm" } },
        { item: 999_999_999, day, body: { _tag: "withdrawn", reason: "ghi nhầm" } }
      ],
      [
        "/dossiers/events",
        { dossier: dossier.id, day, body: { _tag: "closed", reason: "thôi" } },
        { dossier: 999_999_999, day, body: { _tag: "closed", reason: "thôi" } }
      ],
      [
        "/observations/moves",
        { observation: value.id, to: "verified", reason: null },
        { observation: 999_999_999, to: "verified", reason: null }
      ]
    ]
    for (const [path, there, nowhere] of changes) {
      const [hidden, absent] = [
        await pilot.post("localOfficer", path, { rows: [there] }),
        await pilot.post("localOfficer", path, { rows: [nowhere] })
      ]
      const seen = `${path} ${JSON.stringify(hidden.told)}`
      expect([hidden.status, absent.status], seen).toEqual([404, 404])
      // Nothing but what was sent tells the two apart.
      const shape = ({ errors, next, rule, status, type, whoMay }: Problem) => [
        type,
        status,
        rule,
        next,
        whoMay,
        errors?.map(({ kind, path: at }) => [kind, at])
      ]
      expect(shape(hidden.told), path).toEqual(shape(absent.told))
    }
    for (const path of [`/works/${encodeURIComponent(String(work.id))}`, `/dossiers/${dossier.id}`])
      expect((await pilot.get("localOfficer", path)).status, path).toBe(404)
    // What is named by a unit, which everybody knows, is refused for the unit.
    const named = await pilot.post("localOfficer", "/inventory", {
      rows: [{ ...inventoryRow, unit: OTHER }]
    })
    expect([named.status, named.told.rule]).toEqual([403, "registers.record"])
  })
})
