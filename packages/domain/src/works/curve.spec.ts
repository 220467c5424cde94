import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { planFrom, toldPayment, toldReport, toldWork, worksJournal } from "../testing/facts.ts"
import { country, idOf } from "../units/testing/country.ts"
import { addDays, Day, Dong } from "../values/index.ts"
import { bookOn } from "./book.ts"
import { curveOf } from "./curve.ts"
import type { WorkReport } from "./report.ts"

const commune = idOf("10101")
const plan = planFrom(Day.make("2024-01-01"), ["construction", "acceptance"])
const asked = (asOf: string) => ({ asOf: Day.make(asOf), knownAt: null, overdueAfter: 90 })
const volume = (id: number, work: number, day: string, done: number): WorkReport =>
  toldReport(id, work, day, { _tag: "volume", done: Dong.make(done) })
const two = (reports: ReadonlyArray<WorkReport>) =>
  worksJournal({
    works: [
      toldWork({ id: 1, unit: commune, cost: 900, milestones: plan }),
      toldWork({ id: 2, unit: commune, cost: 100, milestones: plan })
    ],
    reports
  })

describe("an S-curve", () => {
  it("weighs works by their contracts: evenly planned, built to date, paid as it was", () => {
    const journal = two([
      volume(1, 1, "2024-02-10", 450),
      volume(2, 2, "2024-02-20", 100),
      volume(3, 1, "2024-03-05", 600)
    ])
    const paid = [toldPayment(1, 1, commune, "2024-03-01", 200), toldPayment(2, 2, commune, "2024-03-09", 50)]
    const { behindPoints, forecastFinish, points, value } = curveOf(
      bookOn(journal, paid, country, asked("2024-03-10")).works,
      Day.make("2024-03-10")
    )
    expect(points.slice(0, 8)).toEqual([
      { day: "2023-12-31", planned: 0, done: 0, paid: 0 },
      { day: "2024-01-31", planned: 20.7, done: 0, paid: 0 },
      { day: "2024-02-29", planned: 40, done: 55, paid: 0 },
      { day: "2024-03-10", planned: 46.7, done: 70, paid: 25 },
      { day: "2024-03-31", planned: 60.7, done: null, paid: null },
      { day: "2024-04-30", planned: 80.7, done: null, paid: null },
      { day: "2024-05-31", planned: 100, done: null, paid: null },
      { day: "2024-06-30", planned: 100, done: null, paid: null }
    ])
    expect([value, behindPoints]).toEqual([1000, -23.3])
    // 700 in the last 90 days: 300 more take 39 days.
    expect(forecastFinish).toBe("2024-04-18")
  })

  it("has no forecast without a pace, and tells the day on which everything was built", () => {
    const finish = (asOf: string, reports: ReadonlyArray<WorkReport>) =>
      curveOf(bookOn(two(reports), [], country, asked(asOf)).works, Day.make(asOf)).forecastFinish
    expect(finish("2024-03-10", [])).toBeNull()
    expect(finish("2024-12-31", [volume(1, 1, "2024-02-10", 450)])).toBeNull()
    expect(finish("2024-12-31", [volume(1, 1, "2024-05-10", 900), volume(2, 2, "2024-06-02", 100)])).toBe("2024-06-02")
  })

  it("of one work is told by weeks", () => {
    const [own] = bookOn(two([]), [], country, asked("2024-03-10")).works
    const { points } = curveOf(own === undefined ? [] : [own], Day.make("2024-03-10"), true)
    expect(points.slice(0, 3).map(({ day }) => day)).toEqual(["2023-12-31", "2024-01-07", "2024-01-14"])
    expect(points.at(-1)).toMatchObject({ planned: 100 })
  })

  it("is empty of no works", () => {
    expect(curveOf([], Day.make("2024-03-10"))).toMatchObject({ works: 0, points: [], forecastFinish: null })
  })

  it("never falls where volumes to date do not, and ends where the works stand", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 30 })), {
      maxLength: 10
    })
    fc.assert(
      fc.property(steps, steps, fc.integer({ min: 0, max: 400 }), (one, other, after) => {
        const asOf = addDays(Day.make("2024-01-01"), after)
        const reports = [one, other].flatMap((drawn, work) => {
          let [day, done] = [Day.make("2024-01-01"), 0]
          return drawn.map(([days, more], at) => {
            day = addDays(day, days % 40)
            done += more * (work === 0 ? 3 : 0.3)
            return volume(work * 100 + at + 1, work + 1, day, Math.floor(done))
          })
        })
        const { works } = bookOn(two(reports), [], country, asked(asOf))
        const { points } = curveOf(works, asOf)
        const told = points.flatMap(({ done }) => done ?? [])
        expect(told).toEqual(told.toSorted((a, b) => a - b))
        const planned = points.map((point) => point.planned)
        expect(planned).toEqual(planned.toSorted((a, b) => a - b))
        const sum = works.reduce((all, own) => all + own.standing().done, 0)
        expect(points.find(({ day }) => day === asOf)?.done).toBeCloseTo(sum / 10, 5)
      })
    )
  })
})

describe("the forecast of a work", () => {
  it("is out of the pace since its construction began, and goes on with what follows as planned", () => {
    const begun = toldReport(1, 1, "2024-01-01", { _tag: "step", step: "construction", event: "begun", by: null })
    const own = (asOf: string, reports: ReadonlyArray<WorkReport>) =>
      bookOn(two(reports), [], country, asked(asOf)).works[0]?.standing().forecast
    expect(own("2024-04-09", [begun])).toBeNull()
    // 300 of 900 in 100 days: 200 more, and 15 of acceptance.
    expect(own("2024-04-09", [begun, volume(2, 1, "2024-04-09", 300)])).toEqual({ finish: "2024-11-10", perDay: 3 })
  })
})
