import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { planFrom, toldPayment, toldReport, toldWork, worksJournal } from "../testing/facts.ts"
import { country, idOf } from "../units/testing/country.ts"
import { addDays, Day, daysBetween, Dong } from "../values/index.ts"
import { pathOfWorks } from "./batches.ts"
import { bookOn } from "./book.ts"
import type { ReportBody } from "./report.ts"
import { anyWorks } from "./testing/any-work.ts"

const commune = idOf("10101")
const dong = (amount: number) => Dong.make(amount)

/** One road planned by the procedure from 2024-01-01, with what was reported of it. */
const road = (
  asOf: string,
  reports: ReadonlyArray<readonly [day: string, body: ReportBody]>,
  plan = planFrom(Day.make("2024-01-01"))
) => {
  const journal = worksJournal({
    works: [toldWork({ id: 1, unit: commune, cost: 1000, milestones: plan })],
    reports: reports.map(([day, body], at) => toldReport(at + 1, 1, day, body))
  })
  const [own] = bookOn(journal, [], country, { asOf: Day.make(asOf), knownAt: null, overdueAfter: 90 }).works
  if (own === undefined) throw new Error("no work")
  return own.standing()
}

const step = (key: Extract<ReportBody, { _tag: "step" }>["step"], event: "begun" | "done"): ReportBody => ({
  _tag: "step",
  step: key,
  event,
  by: null
})
const built = (done: number): ReportBody => ({ _tag: "volume", done: dong(done) })

/** Everything before the construction, done on its last day. */
const prepared = planFrom(Day.make("2024-01-01")).flatMap(({ due, step: key }) =>
  due < "2024-07-01" && key !== "construction" ? [[due, step(key, "done")] as const] : []
)
const construction = planFrom(Day.make("2024-01-01")).find(({ step: key }) => key === "construction")

describe("the critical path of a work", () => {
  it("leads through the steps that the next ones wait for, to its handover or its operator", () => {
    const { criticalDays, criticalPath, daysBehind, expectedFinish, plannedFinish, steps } = road("2024-01-01", [])
    expect(criticalPath).toEqual([
      "survey",
      "listing",
      "appraisal",
      "council",
      "consultant",
      "design",
      "designApproval",
      "contractor",
      "construction",
      "acceptance",
      "operator"
    ])
    expect([plannedFinish, expectedFinish, daysBehind]).toEqual(["2024-12-25", "2024-12-25", 0])
    expect(criticalDays).toBe(360)
    const land = steps.find((one) => one.step === "land")
    expect([land?.critical, land?.slack]).toEqual([false, 70])
    // The accounts are settled after the end of the work, and held to their own day.
    expect(steps.find((one) => one.step === "settlement")).toMatchObject({ critical: false, slack: 0 })
  })

  it("moves with the day as long as nothing is begun, and not before the plan begins", () => {
    expect(road("2024-01-31", []).daysBehind).toBe(30)
    expect(road("2024-01-02", [["2024-01-01", step("survey", "begun")]]).daysBehind).toBe(0)
  })

  it("takes what happened as it happened, and what was done early helps", () => {
    const early = road("2024-01-11", [["2024-01-10", step("survey", "done")]])
    expect([early.expectedFinish, early.daysBehind]).toEqual(["2024-12-15", 0])
    expect(early.steps[0]).toMatchObject({ doneOn: "2024-01-10", expectedEnd: "2024-01-10", slack: 0, critical: true })
  })

  it("counts of a construction what is not built: a fifth in half the time makes it late long before its last day", () => {
    const begun = construction?.start ?? ""
    const half = addDays(Day.make(begun), 75)
    const late = road(half, [...prepared, [begun, step("construction", "begun")], [half, built(200)]])
    expect(late.state).toBe("building")
    expect(late.daysBehind).toBe(daysBetween(Day.make(begun), half) + 120 - 149)
    const quick = road(half, [...prepared, [begun, step("construction", "begun")], [half, built(900)]])
    expect(quick.daysBehind).toBe(0)
    expect(quick.expectedFinish < quick.plannedFinish).toBe(true)
  })

  it("is pushed by more time in the contract, which then is the plan", () => {
    const due = construction?.due ?? Day.make("2024-01-01")
    const change: ReportBody = {
      _tag: "change",
      change: { _tag: "time", step: "construction", before: due, after: addDays(due, 45) },
      reason: "bão số 3"
    }
    const { changes, daysBehind, plannedFinish } = road("2024-01-21", [
      ["2024-01-20", step("survey", "done")],
      ["2024-01-21", change]
    ])
    expect([plannedFinish, daysBehind]).toEqual([addDays(Day.make("2024-12-25"), 45), 0])
    expect(changes[0]).toMatchObject({ what: { vi: "Thời hạn: Thi công" }, reason: "bão số 3" })
  })

  it("goes through land that is not cleared while the construction has begun on what is free", () => {
    const begun = construction?.start ?? ""
    const withoutLand = prepared.filter(([, body]) => body._tag !== "step" || body.step !== "land")
    const day = addDays(Day.make(begun), 140)
    const { criticalPath, steps } = road(day, [
      ...withoutLand,
      [begun, step("construction", "begun")],
      [day, built(1000)]
    ])
    expect(criticalPath).toContain("land")
    expect(steps.find((one) => one.step === "land")).toMatchObject({ slack: 0, critical: true })
  })
})

describe("laws of the critical path", () => {
  const units = [commune, idOf("10102")]
  const days = fc.integer({ min: 0, max: 900 }).map((after) => addDays(Day.make("2024-01-01"), after))
  const told = fc
    .tuple(anyWorks(units), days)
    .map(([{ entries, journal }, asOf]) =>
      bookOn(worksJournal(journal), entries, country, { asOf, knownAt: null, overdueAfter: 90 })
    )

  it("no step has less than no slack, and those without form a way from where the work began to its end", () => {
    fc.assert(
      fc.property(told, ({ works }) => {
        for (const own of works) {
          const { expectedFinish, steps, work } = own.standing()
          const { begin, critical, end, finish, slack, start } = own.days().schedule
          expect(steps.every((one) => one.slack >= 0)).toBe(true)
          expect(critical.map((at) => slack[at])).toEqual(critical.map(() => 0))
          expect(steps[critical.at(-1) ?? -1]?.expectedEnd).toBe(expectedFinish)
          expect(begin).toBe(start[critical[0] ?? -1])
          for (const [place, at] of critical.entries())
            if (place > 0)
              expect(work.milestones[at]?.after).toContain(work.milestones[critical[place - 1] ?? -1]?.step)
          expect(Math.max(...end.filter((_, at) => own.days().network.last.includes(at)))).toBe(finish)
        }
      })
    )
  })

  it("nothing that is left is done before the day, and no step begins before those before it let it", () => {
    fc.assert(
      fc.property(told, ({ asOf, works }) => {
        for (const own of works)
          for (const { begunOn, doneOn, expectedEnd, expectedStart, step: key } of own.standing().steps) {
            if (doneOn !== null) expect(expectedEnd).toBe(doneOn)
            else expect(expectedEnd >= asOf).toBe(true)
            if (begunOn !== null) expect(expectedStart).toBe(begunOn)
            else if (doneOn === null) expect(expectedStart >= asOf).toBe(true)
            expect(own.work.milestones.some((one) => one.step === key)).toBe(true)
          }
      })
    )
  })

  it("that of a batch is not shorter than that of any of its works, and ends with the last of them", () => {
    fc.assert(
      fc.property(told, ({ works }) => {
        const path = pathOfWorks(works)
        const standings = works.map((own) => own.standing())
        expect(path === null).toBe(works.length === 0)
        if (path === null) return
        expect(path.days).toBeGreaterThanOrEqual(Math.max(...standings.map(({ criticalDays }) => criticalDays)))
        expect(path.expectedFinish).toBe(
          standings
            .map((one) => one.expectedFinish)
            .sort()
            .at(-1)
        )
        expect(path.days).toBe(daysBetween(path.start, path.expectedFinish) + 1)
        expect(path.path.at(-1)?.to).toBe(path.expectedFinish)
      })
    )
  })

  it("one more day of what is critical is one more day of the work", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (late) => {
        const done = addDays(Day.make("2024-01-20"), late)
        expect(road(done, [[done, step("survey", "done")]]).daysBehind).toBe(late)
      })
    )
  })
})

describe("payments", () => {
  it("have no part in how far a work has come", () => {
    const journal = worksJournal({ works: [toldWork({ id: 1, unit: commune, cost: 1000 })] })
    const question = { asOf: Day.make("2024-03-01"), knownAt: null, overdueAfter: 90 }
    const [own] = bookOn(journal, [toldPayment(1, 1, commune, "2024-02-01", 400)], country, question).works
    expect(own?.standing()).toMatchObject({ done: 0, paid: 400, paidPercent: 40, paidAhead: 400, builtAhead: 0 })
  })
})
