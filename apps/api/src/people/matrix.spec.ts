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
