import { endpointActions } from "@ntm/contract"
import { permissions, Role } from "@ntm/domain/people"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { OTHER, OWN, pilotWithRoles } from "../testing/roles.ts"

const askers: ReadonlyArray<Role | "anonymous"> = ["anonymous", ...Role.literals]

const places: Readonly<Record<string, string>> = {
  ":code": OWN,
  ":province": "31",
  ":sha256": "0".repeat(64),
  ":key": "povertyRate",
  ":input": "povertyRate"
}

/** What fills places of paths: units are those of the officer, all else is nothing that is there. */
const filled = (path: string): string => path.replaceAll(/:[a-z0-9]+/g, (name) => places[name] ?? "1")

let pilot: Awaited<ReturnType<typeof pilotWithRoles>>
beforeAll(async () => {
  pilot = await pilotWithRoles()
}, 240_000)
afterAll(() => pilot.end())

describe("every role at every question of the API, on the pilot's data", { timeout: 240_000 }, () => {
  it.each(askers)(
    "%s: is let through or refused as the table says, with rule, day, who may and the next step",
    async (who) => {
      for (const { action, method, path } of endpointActions) {
        const { status, told } = await pilot.ask(who, { method, path: filled(path) })
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
        // What is said against what was sent names a rule too, and is no refusal of who asks.
        if (mayHere) expect(told?.type === "urn:ntm:problem:access-refused" && told.rule === action, named).toBe(false)
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
    "/inventory/counts?unit=:code&year=2025",
    "/funding/entries?unit=:code",
    "/inventory?unit=:code",
    "/tasks?unit=:code",
    "/dossiers?unit=:code"
  ]
  it.each(aboutUnits)("facts of another commune are refused to its officer, and to the partner: %s", async (path) => {
    for (const who of ["localOfficer", "partner"] as const) {
      expect((await pilot.get(who, path.replace(":code", OTHER))).told, who).toMatchObject({
        type: "urn:ntm:problem:access-refused",
        rule: "facts.read",
        errors: [{ kind: "units" }]
      })
      expect((await pilot.get(who, path.replace(":code", OWN))).status, `${who} ${path}`).toBe(200)
    }
    for (const who of ["administrator", "coordinationOffice", "leader", "supervisor"] as const)
      expect((await pilot.get(who, path.replace(":code", OTHER))).status, `${who} ${path}`).toBe(200)
  })

  it.each([
    "/assessments?set=xa-ntm-2021-2025&as_of=2025-07-01",
    "/rollups?set=xa-ntm-2021-2025&as_of=2025-07-01",
    "/rollups/movement?set=xa-ntm-2021-2025&from=2025-07-01&to=2025-12-31",
    "/rollups/replacement?set=xa-ntm-2021-2025&with=xa-ntm-kieu-mau-2021-2025&as_of=2025-07-01",
    "/inventory/counts?year=2025",
    "/tasks?limit=1000",
    "/tasks/due?days=365&as_of=2025-03-20",
    "/tasks/load",
    "/works/debt",
    "/works/alerts",
    "/works/land",
    "/funding/pivot?year=2024&stage=mobilised"
  ])("without a unit tells an officer of theirs, and of no other: %s", async (path) => {
    const { status, told } = await pilot.get("localOfficer", path)
    expect([status, JSON.stringify(told).includes(`"code":"${OTHER}"`)]).toEqual([200, false])
    // Whoever sees the whole province finds others by the same question.
    expect((await pilot.get("leader", path)).status).toBe(200)
  })

  it("judges an officer's own commune where no unit is named, and none beside it", async () => {
    const asked = "/rollups?set=xa-ntm-2021-2025&as_of=2025-07-01"
    const [mine, whole] = [await pilot.get("localOfficer", asked), await pilot.get("leader", asked)]
    expect(mine.told.rollUp.units).toBe(1)
    expect(whole.told.rollUp.units).toBeGreaterThan(60)
    const matrix = JSON.stringify((await pilot.get("localOfficer", asked.replace("rollups", "assessments"))).told)
    expect(matrix.match(/"code":"\d{5}"/g)).toEqual([`"code":"${OWN}"`])
  })

  it("tells no part of a province's target as if it were all, and finds nobody else's tasks", async () => {
    const path = "/targets?document=kh-61-2025-haiphong&as_of=2025-06-20"
    const actuals = (told: { items: ReadonlyArray<{ standing: { actual: unknown } }> }) =>
      told.items.filter(({ standing }) => standing.actual !== null).length
    expect(actuals((await pilot.get("localOfficer", path)).told)).toBe(0)
    expect(actuals((await pilot.get("coordinationOffice", path)).told)).toBeGreaterThan(0)
    const all: ReadonlyArray<{ key: string }> = (await pilot.get("leader", "/tasks?limit=1000")).told.items
    const own: ReadonlyArray<{ key: string }> = (await pilot.get("localOfficer", "/tasks?limit=1000")).told.items
    const others = all.filter(({ key }) => own.every((each) => each.key !== key))
    expect([own.length > 0, others.length > 0]).toEqual([true, true])
    const one = (who: "localOfficer" | "leader", key = "") =>
      pilot.get(who, `/tasks/one?task=${encodeURIComponent(key)}`).then(({ status }) => status)
    expect([await one("localOfficer", others[0]?.key), await one("leader", others[0]?.key)]).toEqual([404, 200])
    expect(await one("localOfficer", own[0]?.key)).toBe(200)
  })

  it("filters what names no unit: lists hold what is in scope, to the row", async () => {
    for (const path of ["/works?limit=1000", "/inventory?limit=1000", "/dossiers"]) {
      const [whole, mine] = [await pilot.get("administrator", path), await pilot.get("localOfficer", path)]
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
    const again = await pilot.get("administrator", "/works?limit=1000")
    expect(again.told).toEqual((await pilot.get("administrator", "/works?limit=1000")).told)
    expect((await pilot.get("partner", "/works?limit=1000")).told.items).toEqual(
      (await pilot.get("localOfficer", "/works?limit=1000")).told.items
    )
  })
})
