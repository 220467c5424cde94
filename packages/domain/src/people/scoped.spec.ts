import { describe, expect, it } from "vitest"
import { country, idOf } from "../units/testing/country.ts"
import { Day } from "../values/index.ts"
import { accessOf, anonymous } from "./access.ts"
import { Action } from "./action.ts"
import { type Grant, GrantId } from "./grant.ts"
import { Email, PersonId } from "./person.ts"
import { readings } from "./permissions.ts"
import type { Role } from "./role.ts"
import { scopedTo } from "./scoped.ts"

const today = Day.make("2025-06-01")
const person = {
  id: PersonId.make("p"),
  name: "Lan",
  email: Email.make("l@x.vn"),
  kind: "human",
  active: true,
  demonstration: false
} as const
const grant = (role: Role, units: Grant["units"]): Grant => ({
  id: GrantId.make(1),
  role,
  units,
  agency: null,
  criteria: "all",
  from: today,
  to: null
})
const access = (...grants: ReadonlyArray<Grant>) => accessOf(country, { person, grants }, today)

describe("what an action reaches at the most", () => {
  it("is written where a grant has leave for it, and read wherever any lets them", () => {
    const both = access(grant("localOfficer", [idOf("10101")]), grant("leader", [idOf("102")]))
    const scoped = scopedTo(both, "works.record")
    expect(scoped.writes).toEqual(new Set([idOf("10101")]))
    expect(scoped.sees).toEqual(both.sees)
    expect(scopedTo(both, "units.reorganise").writes).toEqual(new Set())
    // A supervising body answers within what it sees, and writes nothing else.
    const council = access(grant("supervisor", [idOf("102")]))
    expect(scopedTo(council, "recommendations.answer").writes).toEqual(council.sees)
    expect(scopedTo(council, "values.record").writes).toEqual(new Set())
    expect(scopedTo(access(grant("coordinationOffice", "all")), "funding.record")).toMatchObject({
      sees: "all",
      writes: "all"
    })
  })

  it("is no writing for a reading, and nothing at all for who has not signed in", () => {
    for (const action of readings)
      expect(scopedTo(access(grant("administrator", "all")), action).writes).toEqual(new Set())
    for (const action of Action.literals)
      expect(scopedTo(anonymous(today), action)).toEqual({ action, person: null, sees: new Set(), writes: new Set() })
  })
})
