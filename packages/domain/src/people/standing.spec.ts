import { describe, expect, it } from "vitest"
import { country, idOf } from "../units/testing/country.ts"
import { UnitId } from "../units/index.ts"
import { Day, Moment } from "../values/index.ts"
import { checkPersonEvents } from "./check-events.ts"
import { type PersonEvent, PersonEventId, type PersonHappening, type PersonRecording } from "./event.ts"
import { type GrantBody, GrantId } from "./grant.ts"
import { Email, PersonId } from "./person.ts"
import { endedBefore, standingsOf } from "./standing.ts"

const today = Day.make("2025-06-01")
const an = PersonId.make("an")
const binh = PersonId.make("binh")
const invited = (name: string, more: Partial<Extract<PersonHappening, { _tag: "invited" }>> = {}): PersonHappening => ({
  _tag: "invited",
  name,
  email: Email.make(`${name}@example.vn`),
  kind: "human",
  demonstration: false,
  ...more
})
const given = (grant: Partial<GrantBody> = {}): PersonHappening => ({
  _tag: "given",
  grant: { role: "administrator", units: "all", agency: null, criteria: "all", from: today, to: null, ...grant }
})
const recorded = (...rows: ReadonlyArray<readonly [PersonId, PersonHappening]>): ReadonlyArray<PersonEvent> =>
  rows.map(([person, what], at) => ({
    id: PersonEventId.make(at + 1),
    person,
    what,
    recordedAt: Moment.make(`2025-05-0${at + 1}T00:00:00.000Z`),
    recordedBy: { person: null, name: "ntm" }
  }))
const refusedOf = (events: ReadonlyArray<PersonEvent>, batch: ReadonlyArray<PersonRecording>, demonstration = false) =>
  checkPersonEvents(batch, { events, chronicle: country, today, demonstration })?.problems.map(
    ({ field, kind, row }) => `${row} ${field} ${kind}`
  ) ?? []
const known = recorded([an, invited("an")], [an, given()], [binh, invited("binh")])

describe("the standing of people", () => {
  it("is what was recorded, as known at a moment", () => {
    const events = [
      ...known,
      ...recorded(
        [an, invited("x")],
        [an, invited("x")],
        [an, invited("x")],
        [binh, given({ role: "leader" })],
        [an, { _tag: "ended", grant: GrantId.make(2), last: endedBefore(today), reason: null }]
      ).slice(3)
    ]
    const now = standingsOf(events)
    expect(now.get(binh)?.grants).toMatchObject([{ id: 4, role: "leader", to: null }])
    expect(now.get(an)?.grants).toMatchObject([{ id: 2, to: "2025-05-31" }])
    const then = standingsOf(events, Moment.make("2025-05-03T12:00:00.000Z"))
    expect(then.get(binh)?.grants).toEqual([])
    expect(then.get(an)?.grants).toMatchObject([{ id: 2, to: null }])
  })

  it("an end never makes a grant last longer", () => {
    const events = recorded(
      [an, invited("an")],
      [an, given({ to: Day.make("2025-07-01") })],
      [an, { _tag: "ended", grant: GrantId.make(2), last: Day.make("2026-01-01"), reason: null }]
    )
    expect(standingsOf(events).get(an)?.grants).toMatchObject([{ to: "2025-07-01" }])
  })
})

describe("what is recorded of people", () => {
  it("is taken where it makes sense, later rows on earlier ones", () => {
    const chi = PersonId.make("chi")
    expect(
      refusedOf(known, [
        { person: chi, what: invited("chi") },
        { person: chi, what: given({ role: "localOfficer", units: [idOf("101")] }) },
        { person: chi, what: { _tag: "ended", grant: GrantId.make(5), last: today, reason: "đổi việc" } },
        { person: chi, what: { _tag: "closed", reason: null } },
        { person: chi, what: { _tag: "opened", reason: null } }
      ])
    ).toEqual([])
  })

  it("is refused with every reason at once", () => {
    expect(
      refusedOf(known, [
        { person: PersonId.make("chi"), what: given() },
        { person: PersonId.make("dung"), what: invited("an") },
        { person: PersonId.make("giang"), what: invited("giang", { demonstration: true }) },
        { person: binh, what: given({ role: "department" }) },
        { person: binh, what: given({ role: "localOfficer" }) },
        { person: binh, what: given({ from: today, to: Day.make("2025-05-01") }) },
        { person: binh, what: given({ role: "leader", units: [UnitId.make(99_999)] }) },
        { person: binh, what: { _tag: "ended", grant: GrantId.make(2), last: today, reason: null } },
        { person: binh, what: { _tag: "opened", reason: null } },
        { person: binh, what: { _tag: "closed", reason: null } },
        { person: binh, what: given({ role: "leader" }) }
      ])
    ).toEqual([
      "0 person unknownPerson",
      "1 email alreadyKnown",
      "2 demonstration demonstration",
      "3 grant.agency agencyMissing",
      "4 grant.units unitsMissing",
      "5 grant.to period",
      "6 grant.units[0] unknownUnit",
      "7 grant unknownGrant",
      "8 person openPerson",
      "10 person closedPerson"
    ])
  })

  it("makes nobody up outside the demonstration, and no system anything but a partner", () => {
    const system = { person: PersonId.make("s"), what: invited("s", { kind: "system", demonstration: true }) }
    expect(refusedOf(known, [system], true)).toEqual([])
    expect(refusedOf(known, [system, { person: system.person, what: given() }], true)).toEqual([
      "1 grant.role partnerRole"
    ])
  })

  it("keeps an administrator", () => {
    const end: PersonRecording = {
      person: an,
      what: { _tag: "ended", grant: GrantId.make(2), last: endedBefore(today), reason: null }
    }
    expect(refusedOf(known, [end])).toEqual(["0 null lastAdministrator"])
    expect(refusedOf(known, [{ person: an, what: { _tag: "closed", reason: null } }])).toEqual([
      "0 null lastAdministrator"
    ])
    expect(refusedOf(known, [{ person: binh, what: given() }, end])).toEqual([])
  })
})
