import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, Day, dayOf, daysInMonth } from "../values/index.ts"
import { byDay, stateOn } from "./standing.ts"
import { monthsAfter } from "./term.ts"
import { toldItem, toldItemEvent } from "./testing/told.ts"

const day = (text: string) => Day.make(text)
const product = toldItem({ id: 1 })
const renewed = (id: number, on: string, stars: number, until: string | null = null) =>
  toldItemEvent({ id, item: 1, day: on, body: { _tag: "renewed", stars, until } })

describe("an OCOP product", () => {
  it("counts from its day to the last of its certificate, 36 months later where only the rule says so", () => {
    const on = (text: string) => stateOn(product, [], day(text))
    expect(on("2024-03-14")).toMatchObject({ counts: false, because: "notYet" })
    expect(on("2024-03-15")).toMatchObject({ counts: true, stars: 3, until: "2027-03-15", untilBy: "rule" })
    expect(on("2027-03-15")).toMatchObject({ counts: true, days: 0 })
    expect(on("2027-03-16")).toMatchObject({ counts: false, because: "expired", days: -1 })
  })

  it("holds to the day that its certificate states", () => {
    const stated = toldItem({ id: 1, body: { _tag: "ocop", producer: "HTX", stars: 4, until: "2025-01-31" } })
    expect(stateOn(stated, [], day("2025-02-01"))).toMatchObject({ because: "expired", untilBy: "stated" })
  })

  it("counts again from the day on which it is graded again, with the new stars; not between", () => {
    const events = [renewed(2, "2027-06-01", 4)]
    expect(stateOn(product, events, day("2027-05-31"))).toMatchObject({ because: "expired", stars: 3 })
    expect(stateOn(product, events, day("2027-06-01"))).toMatchObject({
      counts: true,
      stars: 4,
      until: "2030-06-01",
      renewed: ["2027-06-01"]
    })
  })

  it("that ended or was withdrawn counts no more from that day on", () => {
    const ended = toldItemEvent({ id: 2, item: 1, day: "2025-01-01", body: { _tag: "ended", reason: "thôi sản xuất" } })
    expect(stateOn(product, [ended], day("2024-12-31")).counts).toBe(true)
    expect(stateOn(product, [ended], day("2025-01-01"))).toMatchObject({ counts: false, because: "ended" })
    expect(stateOn(product, [ended], day("2030-01-01")).because).toBe("ended")
  })
})

describe("months after a day", () => {
  it("end on the corresponding day, or the last of a month that is too short", () => {
    expect(monthsAfter(day("2024-02-29"), 36)).toBe("2027-02-28")
    expect(monthsAfter(day("2025-01-31"), 1)).toBe("2025-02-28")
    expect(monthsAfter(day("2024-12-15"), 1)).toBe("2025-01-15")
  })

  it("are that many months on the calendar, whatever the day", () => {
    const any = fc
      .record({ year: fc.integer({ min: 2000, max: 2090 }), month: fc.integer({ min: 1, max: 12 }), at: fc.nat(27) })
      .map(({ at, month, year }) => dayOf(year, month, at + 1) ?? day("2000-01-01"))
    fc.assert(
      fc.property(any, fc.nat(60), (from, months) => {
        const to = monthsAfter(from, months)
        const passed =
          (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
        expect(passed).toBe(months)
        expect(to.slice(8)).toBe(from.slice(8))
        expect(daysInMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)))).toBeGreaterThanOrEqual(Number(to.slice(8)))
      })
    )
  })
})

describe("how an entry stands on a day", () => {
  const event = fc
    .record({ after: fc.nat(2500), what: fc.constantFrom("renewed", "ended", "withdrawn") })
    .map(({ after, what }) => ({ day: addDays(day("2024-03-15"), after), what }))
  it("is not changed by what happens later", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), fc.nat(3000), (told, at) => {
        const events = byDay(
          told.map(({ day: on, what }, n) =>
            what === "renewed"
              ? renewed(n + 2, on, 5)
              : toldItemEvent({ id: n + 2, item: 1, day: on, body: { _tag: what, reason: "vì" } })
          )
        )
        const asked = addDays(day("2024-03-15"), at)
        const before = events.filter((one) => one.day <= asked)
        expect(stateOn(product, events, asked)).toEqual(stateOn(product, before, asked))
      })
    )
  })
})
