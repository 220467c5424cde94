import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { communes, country, districts, idOf, provinces } from "../units/testing/country.ts"
import { anyEvent, applied, first } from "../units/testing/events.ts"
import { unitOn } from "../units/index.ts"
import { Day } from "../values/index.ts"
import { accessOf, anonymous, hasUnits } from "./access.ts"
import { type Grant, GrantId } from "./grant.ts"
import { homeOf } from "./home.ts"
import { Email, PersonId } from "./person.ts"

const today = Day.make("2025-06-01")
const person = {
  id: PersonId.make("p1"),
  name: "Lan",
  email: Email.make("lan@example.vn"),
  kind: "human",
  active: true,
  demonstration: false
} as const
const grant = (units: Grant["units"], more: Partial<Grant> = {}): Grant => ({
  id: GrantId.make(1),
  role: "localOfficer",
  units,
  agency: null,
  criteria: "all",
  from: Day.make("2025-01-01"),
  to: null,
  ...more
})
const homeWith = (...grants: ReadonlyArray<Grant>) =>
  homeOf(country.register, accessOf(country, { person, grants }, today))

describe("where somebody's pages begin", () => {
  it("is the unit that they were given, whatever lies below it", () => {
    for (const unit of [...provinces, ...districts, ...communes].map(idOf))
      expect(homeWith(grant([unit]))?.id).toBe(unit)
  })

  it("is the highest of what one grant names, and of two grants that of the first", () => {
    const [province, commune] = [idOf(provinces[0] ?? ""), idOf(communes.at(-1) ?? "")]
    expect(homeWith(grant([commune, province]))?.id).toBe(province)
    expect(homeWith(grant([commune]), grant([province], { id: GrantId.make(2) }))?.id).toBe(commune)
  })

  it("is nowhere for who sees all, nothing, or has not signed in", () => {
    expect(homeWith(grant("all", { role: "administrator" }))).toBeNull()
    expect(homeWith()).toBeNull()
    expect(homeOf(country.register, anonymous(today))).toBeNull()
  })

  it("stands, and is theirs to see, whatever reorganisation there was", () => {
    const later = Day.make("2025-12-31")
    fc.assert(
      fc.property(fc.constantFrom(...districts, ...communes).map(idOf), anyEvent("E1", first, "6"), (unit, event) => {
        const chronicle = applied(country, event)
        const access = accessOf(chronicle, { person, grants: [grant([unit])] }, later)
        const home = homeOf(chronicle.register, access)
        expect(home !== null && unitOn(chronicle.register, home.id, later)?.id).toBe(home?.id)
        expect(home !== null && hasUnits(access.sees, [home.id])).toBe(true)
      })
    )
  })
})
