import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, Day } from "../../values/index.ts"
import { isWorkingDay } from "../calendar/working-days.ts"
import { testCalendar } from "../testing/tasks.ts"
import type { DutyRule } from "./duty.ts"
import { dutyDueOn, dutyPeriods } from "./periods.ts"

const day = Day.make
const rule = (every: DutyRule["every"], due: DutyRule["due"], only: DutyRule["only"] = null): DutyRule => ({
  every,
  only,
  due,
  confidence: "recalled",
  source: "quy ước"
})
const byThe15th = { _tag: "day", months: 1, day: 15 } as const

describe("a duty that comes again", () => {
  it("comes for each quarter, by the 15th of the month after; a day off passes to the next working day", () => {
    const found = dutyPeriods(rule("quarter", byThe15th), day("2025-01-01"), day("2025-12-31"), testCalendar)
    expect(found.map(({ due, key }) => [key, due])).toEqual([
      ["2025-Q1", "2025-04-15"],
      ["2025-Q2", "2025-07-15"],
      ["2025-Q3", "2025-10-15"],
      ["2025-Q4", "2026-01-15"]
    ])
    // February has no 31st, and the day after its last is another period's.
    expect(dutyDueOn({ _tag: "day", months: 1, day: 31 }, day("2025-01-31"), testCalendar)).toBe("2025-02-28")
    // 15 June 2025 is a Sunday.
    expect(dutyDueOn(byThe15th, day("2025-05-31"), testCalendar)).toBe("2025-06-16")
  })

  it("comes every six months, or only for the first half, by a day of the last month", () => {
    const due = { _tag: "day", months: 0, day: 31 } as const
    const keys = (only: DutyRule["only"]) =>
      dutyPeriods(rule("half", due, only), day("2025-03-05"), day("2026-03-05"), testCalendar)
    expect(keys(null).map(({ key }) => key)).toEqual(["2025-H1", "2025-H2", "2026-H1"])
    // June has no 31st.
    expect(keys([1]).map(({ due, key }) => [key, due])).toEqual([
      ["2025-H1", "2025-06-30"],
      ["2026-H1", "2026-06-30"]
    ])
  })

  it("is due so many working days after the period: a holiday between makes it later", () => {
    const due = { _tag: "after", days: 10, count: "working" } as const
    const [april] = dutyPeriods(rule("month", due), day("2025-04-10"), day("2025-04-20"), testCalendar)
    expect(april).toMatchObject({ key: "2025-04", first: "2025-04-01", last: "2025-04-30", due: "2025-05-15" })
  })

  it("has one instance of a period, however often and for however long it is asked", () => {
    const days = fc.integer({ min: 0, max: 1500 }).map((at) => addDays(day("2024-01-01"), at))
    const rules = fc
      .constantFrom<DutyRule["every"]>("month", "quarter", "half", "year")
      .map((every) => rule(every, byThe15th))
    fc.assert(
      fc.property(rules, days, days, days, (asked, from, one, other) => {
        const [short, long] = one < other ? [one, other] : [other, one]
        const keys = (to: Day) => dutyPeriods(asked, from, to, testCalendar).map(({ due, key }) => `${key} ${due}`)
        expect(new Set(keys(long)).size).toBe(keys(long).length)
        expect(keys(long).slice(0, keys(short).length)).toEqual(keys(short))
        expect(dutyPeriods(asked, from, long, testCalendar).every(({ due }) => isWorkingDay(testCalendar, due))).toBe(
          true
        )
      })
    )
  })
})
