import { API_ROOT, type EndpointAction, endpointActions } from "@ntm/contract"
import { Email, type GrantBody, People, permissions, PersonId, Role } from "@ntm/domain/people"
import { Reorganisations, unitByCode, UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ORIGIN, pilotApp } from "../openapi/testing/pilot.ts"

/** Vĩnh Bảo, whose officer asks, and An Lão beside it: two communes of Hải Phòng. */
const OWN = "11824"
const OTHER = "11629"
const PROVINCE = "31"

const agency = "Sở Nông nghiệp và Môi trường"

/** What each role is given here: offices of the province, and a commune's officer. */
const given: Readonly<Record<Role, { readonly units: "all" | string; readonly agency: string | null }>> = {
  administrator: { units: "all", agency: null },
  coordinationOffice: { units: PROVINCE, agency: null },
  department: { units: PROVINCE, agency },
  localOfficer: { units: OWN, agency: null },
  leader: { units: PROVINCE, agency: null },
  supervisor: { units: PROVINCE, agency: null },
  partner: { units: OWN, agency: null }
}

type Asker = Role | "anonymous"
const askers: ReadonlyArray<Asker> = ["anonymous", ...Role.literals]

/** What fills places of paths: units are those of the officer, all else is nothing that is there. */
const filled = (path: string, code = OWN): string =>
  path.replaceAll(/:[a-z0-9]+/g, (name) =>
    name === ":code"
      ? code
      : name === ":province"
        ? PROVINCE
        : name === ":sha256"
          ? "0".repeat(64)
          : name === ":key"
            ? "x"
            : "1"
  )

let pilot: Awaited<ReturnType<typeof pilotApp>>
const keys = new Map<Asker, string>()

const ask = async (who: Asker, { method, path }: Pick<EndpointAction, "method" | "path">, body: unknown = {}) => {
  const key = keys.get(who)
  const answer = await pilot.app.request(`${ORIGIN}${API_ROOT}${path}`, {
    method,
    headers: {
      ...(key === undefined ? {} : { "x-api-key": key }),
      ...(method === "POST" ? { "content-type": "application/json" } : {})
    },
    ...(method === "POST" ? { body: JSON.stringify(body) } : {})
  })
  const text = await answer.text()
  const isJson = (answer.headers.get("content-type") ?? "").includes("json")
  return { status: answer.status, told: isJson && text !== "" ? JSON.parse(text) : text }
}
const get = (who: Asker, path: string) => ask(who, { method: "GET", path })

beforeAll(async () => {
  pilot = await pilotApp()
  const { accounts, runtime } = pilot
  const { chronicle } = await runtime.runPromise(Effect.flatMap(Reorganisations, (port) => port.register()))
  const day = Day.make("2025-07-01")
  const idOf = (code: string) => {
    const unit = unitByCode(chronicle.register, UnitCode.make(code), day)
    if (unit === undefined) throw new Error(`no unit ${code}`)
    return unit.id
  }
  for (const role of Role.literals) {
    const { units, ...rest } = given[role]
    const email = Email.make(`${role.toLowerCase()}@example.vn`)
    const person = await accounts.account({ name: role, email })
    const grant: GrantBody = {
      role,
      units: units === "all" ? "all" : [idOf(units)],
      agency: rest.agency,
      criteria: "all",
      from: day,
      to: null
    }
    const kind = role === "partner" ? "system" : "human"
    await runtime.runPromise(
      Effect.flatMap(People, (people) =>
        people.record(
          [
            { person, what: { _tag: "invited", name: role, email, kind, demonstration: false } },
            { person, what: { _tag: "given", grant } }
          ],
          { by: { person: null, name: "spec" }, chronicle, demonstration: false }
        )
      )
    )
    keys.set(
      role,
      (await accounts.newKey({ person: PersonId.make(person), name: role, days: null, perMinute: 100_000 })).key
    )
  }
}, 240_000)
afterAll(() => pilot.end())

describe("every role at every question of the API, on the pilot's data", { timeout: 240_000 }, () => {
  it.each(askers)(
    "%s: is let through or refused as the table says, with rule, day, who may and the next step",
    async (who) => {
      for (const { action, method, path } of endpointActions) {
        const { status, told } = await ask(who, { method, path: filled(path) })
        const named = `${who} ${method} ${path}: ${status} ${JSON.stringify(told).slice(0, 300)}`
        expect(status, named).toBeLessThan(500)
        const isOpen = action === "public.read"
        if (who === "anonymous") {
          if (isOpen) expect(told?.type, named).not.toBe("urn:ntm:problem:sign-in-needed")
          else
            expect({ status, type: told.type }, named).toEqual({ status: 401, type: "urn:ntm:problem:sign-in-needed" })
          continue
        }
        const mayHere = isOpen || action === "session.own" || permissions[action][who] !== undefined
        if (mayHere) expect(told?.rule, named).not.toBe(action)
        else
          expect({ status, ...told }, named).toMatchObject({
            status: 403,
            type: "urn:ntm:problem:access-refused",
            rule: action,
            asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
            whoMay: expect.arrayContaining([
              expect.objectContaining({ vi: expect.any(String), en: expect.any(String) })
            ]),
            next: { vi: expect.any(String), en: expect.any(String) }
          })
      }
    }
  )

  const aboutUnits: ReadonlyArray<string> = [
    "/units/:code/observations",
    "/assessments/units/:code?set=xa-ntm-2021-2025",
    "/observations?unit=:code",
    "/works?unit=:code",
    "/works/debt?unit=:code",
    "/inventory/counts?unit=:code",
    "/funding/entries?unit=:code",
    "/inventory?unit=:code",
    "/tasks?unit=:code",
    "/dossiers?unit=:code"
  ]
  it.each(aboutUnits)("facts of another commune are refused to its officer, and to the partner: %s", async (path) => {
    for (const who of ["localOfficer", "partner"] as const) {
      expect((await get(who, path.replace(":code", OTHER))).told, who).toMatchObject({
        type: "urn:ntm:problem:access-refused",
        rule: "facts.read",
        errors: [{ kind: "units" }]
      })
      expect((await get(who, path.replace(":code", OWN))).status, `${who} ${path}`).toBe(200)
    }
    for (const who of ["administrator", "coordinationOffice", "leader", "supervisor"] as const)
      expect((await get(who, path.replace(":code", OTHER))).status, `${who} ${path}`).toBe(200)
  })

  it("filters what names no unit: lists hold what is in scope, to the row", async () => {
    for (const path of ["/works?limit=1000", "/inventory?limit=1000", "/dossiers"]) {
      const [whole, mine] = [await get("administrator", path), await get("localOfficer", path)]
      expect([whole.status, mine.status], path).toEqual([200, 200])
      const codes = (told: {
        items: ReadonlyArray<{ unit?: { code: string }; standing?: { unit?: { code: string } } }>
      }) => told.items.flatMap((item) => item.unit?.code ?? item.standing?.unit?.code ?? [])
      expect(
        codes(mine.told).filter((code) => code === OTHER),
        path
      ).toEqual([])
      expect(mine.told.items.length, path).toBeLessThanOrEqual(whole.told.items.length)
    }
    // Answers that are kept in memory are nobody else's: asked again the other way round.
    const again = await get("administrator", "/works?limit=1000")
    expect(again.told).toEqual((await get("administrator", "/works?limit=1000")).told)
    expect((await get("partner", "/works?limit=1000")).told.items).toEqual(
      (await get("localOfficer", "/works?limit=1000")).told.items
    )
  })
})
