import { describe, expect, it } from "vitest"
import { accessOf, anonymous, Email, type Grant, GrantId, PersonId, type Role } from "../../people/index.ts"
import { country, idOf } from "../../units/testing/country.ts"
import { Day } from "../../values/index.ts"
import { actorFor, actorsOf } from "./actor-of.ts"

const today = Day.make("2025-06-01")
const person = {
  id: PersonId.make("p"),
  name: "Lan",
  email: Email.make("l@x.vn"),
  kind: "human",
  active: true,
  demonstration: false
} as const
const grant = (role: Role, units: Grant["units"], agency: string | null = null): Grant => ({
  id: GrantId.make(1),
  role,
  units,
  agency,
  criteria: "all",
  from: today,
  to: null
})
const acting = (...grants: ReadonlyArray<Grant>) =>
  actorsOf(country.register, accessOf(country, { person, grants }, today)).map(({ agency, role, scope }) => ({
    agency,
    role,
    scope: scope === "all" ? "all" : scope.length
  }))

describe("the offices that somebody acts for", () => {
  it("are those of their grants, the one that may most first", () => {
    expect(
      acting(
        grant("localOfficer", [idOf("10101")]),
        grant("department", "all", "Sở Y tế"),
        grant("localOfficer", [idOf("101")])
      )
    ).toEqual([
      { role: "department", agency: "Sở Y tế", scope: "all" },
      { role: "districtOffice", agency: null, scope: 5 },
      { role: "communeOfficer", agency: null, scope: 1 }
    ])
    expect(acting(grant("administrator", "all"), grant("coordinationOffice", [idOf("10")]))).toEqual([
      { role: "provincialOffice", agency: null, scope: "all" },
      { role: "provincialOffice", agency: null, scope: 11 }
    ])
  })

  it("are none for who only follows things, and for who has not signed in", () => {
    expect(acting(grant("leader", "all"), grant("partner", "all"))).toEqual([])
    expect(acting(grant("supervisor", [idOf("101")]))).toEqual([{ role: "supervisor", agency: null, scope: 5 }])
    expect(actorsOf(country.register, anonymous(today))).toEqual([])
  })

  it("are those that answer for all of the units asked about", () => {
    const access = accessOf(
      country,
      { person, grants: [grant("localOfficer", [idOf("10101")]), grant("localOfficer", [idOf("102")])] },
      today
    )
    expect(actorsOf(country.register, access, [idOf("10201")]).map(({ role }) => role)).toEqual(["districtOffice"])
  })
})

describe("the office that an action is done for", () => {
  const lan = accessOf(
    country,
    {
      person,
      grants: [
        grant("localOfficer", [idOf("10101")]),
        grant("localOfficer", [idOf("102")]),
        grant("department", "all", "Sở Y tế"),
        grant("supervisor", "all")
      ]
    },
    today
  )

  it("is the most powerful of those whose grant has leave for it", () => {
    expect(actorFor(country.register, lan, "values.record")).toMatchObject({ role: "department", agency: "Sở Y tế" })
    expect(
      actorFor(country.register, lan, "values.record", { agencies: ["Sở Xây dựng"], units: [idOf("10101")] })
    ).toEqual({
      name: "Lan",
      role: "communeOfficer",
      scope: [idOf("10101")],
      agency: null,
      criteria: "all"
    })
    // Departments open no dossiers.
    expect(actorFor(country.register, lan, "dossiers.open")).toMatchObject({ role: "districtOffice" })
    expect(actorFor(country.register, lan, "units.reorganise")).toBeNull()
  })

  it("has the other offices beside it, each with its own scope and of those alone that have leave", () => {
    const offices = (actor: ReturnType<typeof actorFor>) =>
      (actor?.others ?? []).map(({ agency, role, scope }) => [role, agency, scope.length])
    expect(offices(actorFor(country.register, lan, "values.record"))).toEqual([
      ["districtOffice", null, 5],
      ["communeOfficer", null, 1]
    ])
    expect(offices(actorFor(country.register, lan, "values.record", { units: [idOf("10101")] }))).toEqual([
      ["communeOfficer", null, 1]
    ])
  })

  it("answers for everything that grants of one office give, and nothing where none allows all of it", () => {
    const two = accessOf(
      country,
      { person, grants: [grant("localOfficer", [idOf("10101")]), grant("localOfficer", [idOf("10102")])] },
      today
    )
    expect(actorFor(country.register, two, "works.record")?.scope).toEqual([idOf("10101"), idOf("10102")])
    expect(actorFor(country.register, two, "works.record", { units: [idOf("10101"), idOf("10102")] })).toBeNull()
  })

  it("acts on the inputs that its grants give, of each grant in its own units: grants for others stand beside", () => {
    const health = { ...grant("department", [idOf("101")], "Sở Y tế"), criteria: ["xa/15.1"] as const }
    const water = { ...health, units: [idOf("102")] as const, criteria: ["xa/17."] as const }
    const having = (...grants: ReadonlyArray<Grant>) => accessOf(country, { person, grants }, today)
    const actor = actorFor(country.register, having(health, water), "values.move")
    expect(actor).toMatchObject({ agency: "Sở Y tế", criteria: ["xa/15.1"] })
    expect(actor?.scope).not.toContain(idOf("10201"))
    expect(actor?.also).toMatchObject([{ criteria: ["xa/17."], scope: expect.arrayContaining([idOf("10201")]) }])
    const same = { ...water, criteria: health.criteria }
    expect(actorFor(country.register, having(health, same), "values.move")?.scope).toContain(idOf("10201"))
  })
})
