import { describe, expect, it } from "vitest"
import { accessOf, anonymous, Email, type Grant, GrantId, PersonId, type Role } from "../../people/index.ts"
import { country, idOf } from "../../units/testing/country.ts"
import { Day } from "../../values/index.ts"
import { actorsOf } from "./actor-of.ts"

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
    expect(acting(grant("leader", "all"), grant("supervisor", "all"), grant("partner", "all"))).toEqual([])
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
