import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { country, idOf } from "../units/testing/country.ts"
import { Day } from "../values/index.ts"
import { accessOf, anonymous } from "./access.ts"
import { Action } from "./action.ts"
import { type Grant, GrantId } from "./grant.ts"
import { actionsOf, may } from "./may.ts"
import { permissions, rolesFor } from "./permissions.ts"
import { Email, PersonId } from "./person.ts"
import { Role } from "./role.ts"

const today = Day.make("2025-06-01")
const person = {
  id: PersonId.make("p1"),
  name: "Lan",
  email: Email.make("lan@example.vn"),
  kind: "human",
  active: true,
  demonstration: false
} as const
const grant = (role: Role, more: Partial<Grant> = {}): Grant => ({
  id: GrantId.make(1),
  role,
  units: [idOf("101")],
  agency: role === "department" ? "Sở Y tế" : null,
  criteria: "all",
  from: Day.make("2025-01-01"),
  to: null,
  ...more
})
const having = (...grants: ReadonlyArray<Grant>) => accessOf(country, { person, grants }, today)
const anyRole = fc.constantFrom(...Role.literals)
const anyAction = fc.constantFrom(...Action.literals)

describe("who may do what", () => {
  it("is what the table says, for every role and action", () => {
    for (const role of Role.literals)
      for (const action of Action.literals) {
        const allowed = permissions[action][role] !== undefined || action === "session.own"
        expect([role, action, may(having(grant(role)), action) === null]).toEqual([role, action, allowed])
      }
  })

  it("is nothing but the public for who has not signed in, whose account is closed, and who has nothing", () => {
    expect(actionsOf(anonymous(today))).toEqual(["public.read"])
    expect(may(anonymous(today), "facts.read")?.kind).toBe("signIn")
    const closed = accessOf(country, { person: { ...person, active: false }, grants: [grant("administrator")] }, today)
    expect(actionsOf(closed)).toEqual(["public.read"])
    expect(may(closed, "facts.read")?.kind).toBe("closed")
    expect(actionsOf(having())).toEqual(["public.read", "session.own"])
  })

  it("never reaches beyond the units", () => {
    fc.assert(
      fc.property(anyRole, anyAction, (role, action) => {
        const reach = permissions[action][role]
        fc.pre(reach === "units" || reach === "agency")
        const beyond = may(having(grant(role)), action, { units: [idOf("10101"), idOf("10201")] })
        expect(beyond?.kind).toBe("units")
      })
    )
  })

  it("never begins before its first day or goes on after its last", () => {
    fc.assert(
      fc.property(anyRole, (role) => {
        for (const period of [{ from: Day.make("2025-06-02") }, { to: Day.make("2025-05-31") }])
          expect(actionsOf(having(grant(role, period)))).toEqual(["public.read", "session.own"])
      })
    )
  })

  it("grows with every further grant and never shrinks", () => {
    fc.assert(
      fc.property(anyRole, anyRole, anyAction, (one, other, action) => {
        const alone = may(having(grant(one)), action, { units: [idOf("10101")] })
        const both = may(having(grant(one), grant(other)), action, { units: [idOf("10101")] })
        if (alone === null) expect(both).toBeNull()
      })
    )
  })

  it("wants one grant for all of it: what two allow in part is no leave", () => {
    const access = having(grant("localOfficer"), grant("localOfficer", { units: [idOf("102")] }))
    expect(may(access, "values.record", { units: [idOf("10101"), idOf("10201")] })?.kind).toBe("units")
  })

  it("lets a department act on what it is in charge of, and tells who is", () => {
    const access = having(grant("department"))
    const about = { units: [idOf("10101")] }
    expect(may(access, "values.record", { ...about, agencies: ["Sở Y tế"] })).toBeNull()
    expect(may(access, "values.record", { ...about, agencies: ["Sở Tài chính"] })?.kind).toBe("agency")
    expect(may(having(grant("department", { agency: null })), "values.record", { agencies: ["Sở Y tế"] })?.kind).toBe(
      "agency"
    )
  })

  it("is bounded by criteria, by key or by all that begin so", () => {
    const access = having(grant("localOfficer", { criteria: ["income", "xa/"] }))
    const asked = (...inputs: ReadonlyArray<string>) => may(access, "values.record", { inputs })?.kind ?? null
    expect([asked("income"), asked("xa/3.2"), asked("income2"), asked("income", "roads")]).toEqual([
      null,
      null,
      "criteria",
      "criteria"
    ])
  })

  it("lets who follows things see, and a supervising body follow recommendations where it sees", () => {
    const access = having(grant("supervisor"))
    expect(may(access, "facts.read", { units: [idOf("10101")] })).toBeNull()
    expect(may(access, "recommendations.answer", { units: [idOf("10101")] })).toBeNull()
    expect(may(access, "recommendations.answer", { units: [idOf("10201")] })?.kind).toBe("units")
    expect(may(access, "values.record")?.kind).toBe("role")
  })

  it("is refused with the rule, the day, who may act and the next step, in both languages", () => {
    const refused = may(having(grant("leader")), "values.record")
    expect(refused).toMatchObject({
      kind: "role",
      action: "values.record",
      day: today,
      mayAct: rolesFor("values.record"),
      sentence: {
        vi: "Lan không được ghi số liệu tiêu chí ngày 01/06/2025: không có vai trò được phép",
        en: "Lan may not record values on 2025-06-01: no role of theirs has leave"
      },
      next: { en: expect.stringContaining("Hand it to the administrator, the co-ordination office") }
    })
  })
})
