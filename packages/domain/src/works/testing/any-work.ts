import fc from "fast-check"
import { toldPayment, toldReport, toldWork } from "../../testing/works.ts"
import type { FundingEntry } from "../../funding/index.ts"
import { addDays, Day, Dong } from "../../values/index.ts"
import { procedure } from "../procedure.ts"
import type { ReportBody, WorkReport } from "../report.ts"
import type { Milestone } from "../work.ts"
import type { WorksJournal } from "../works.ts"

/** Works with everything that may happen to them, in an order in which it can have happened or not. */

const first = Day.make("2024-01-01")
const keys = procedure.map(({ key }) => key)

/** Any plan: some steps, each after any of those before it, as early as those let it or later, construction over land or not. */
export const anyPlan: fc.Arbitrary<ReadonlyArray<Milestone>> = fc
  .tuple(
    fc.subarray(keys, { minLength: 1 }),
    fc.array(
      fc.record({
        days: fc.integer({ min: 1, max: 120 }),
        wait: fc.integer({ min: -20, max: 40 }),
        after: fc.array(fc.nat(20), { maxLength: 3 })
      }),
      { minLength: keys.length, maxLength: keys.length }
    )
  )
  .map(([steps, drawn]) => {
    const plan: Array<Milestone> = []
    for (const [at, step] of steps.entries()) {
      const { after = [], days = 1, wait = 0 } = drawn[at] ?? {}
      const before =
        at === 0 ? [] : [...new Set(after.map((place) => place % at))].flatMap((place) => plan[place] ?? [])
      const free = before.reduce((day, { due }) => (addDays(due, 1) > day ? addDays(due, 1) : day), first)
      const start = addDays(free, before.length === 0 ? Math.max(0, wait) : wait)
      plan.push({ step, after: before.map((one) => one.step), start, due: addDays(start, days - 1) })
    }
    return plan
  })

const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(first, days))

const anyBody = (steps: ReadonlyArray<Milestone>, cost: number): fc.Arbitrary<ReportBody> =>
  fc.oneof(
    fc.record({
      _tag: fc.constant("step" as const),
      step: fc.constantFrom(...steps.map(({ step }) => step)),
      event: fc.constantFrom("begun" as const, "done" as const),
      by: fc.constantFrom(null, "UBND xã")
    }),
    fc.integer({ min: 0, max: cost }).map((done): ReportBody => ({ _tag: "volume", done: Dong.make(done) })),
    fc.integer({ min: 0, max: cost }).map((amount): ReportBody => ({ _tag: "accepted", amount: Dong.make(amount) })),
    fc.constantFrom(...steps).chain(({ due, step }) =>
      fc.integer({ min: 0, max: 200 }).map((more): ReportBody => ({
        _tag: "change",
        change: { _tag: "time", step, before: due, after: addDays(due, more) },
        reason: "mưa bão"
      }))
    ),
    fc.integer({ min: 1, max: cost }).map((after): ReportBody => ({
      _tag: "change",
      change: { _tag: "value", before: Dong.make(cost), after: Dong.make(after) },
      reason: "điều chỉnh"
    }))
  )

export interface ToldWorks {
  readonly journal: Pick<WorksJournal, "works" | "reports">
  readonly entries: ReadonlyArray<FundingEntry>
}

/** A few works of units with reports and payments, each recorded on its day or up to a year later. */
export const anyWorks = (units: ReadonlyArray<number>): fc.Arbitrary<ToldWorks> =>
  fc
    .array(
      fc
        .record({
          unit: fc.constantFrom(...units),
          plan: anyPlan,
          cost: fc.integer({ min: 1, max: 1_000_000 }),
          sector: fc.constantFrom("transport" as const, "culture" as const, "health" as const)
        })
        .chain(({ cost, plan, ...work }) =>
          fc.record({
            work: fc.constant({ ...work, cost, plan }),
            reports: fc.array(fc.record({ day: anyDay, late: fc.nat(365), body: anyBody(plan, cost) }), {
              maxLength: 12
            }),
            payments: fc.array(fc.record({ day: anyDay, amount: fc.integer({ min: 1, max: cost }) }), { maxLength: 5 })
          })
        ),
      { minLength: 1, maxLength: 5 }
    )
    .map((all) => {
      const works: Array<WorksJournal["works"][number]> = []
      const reports: Array<WorkReport> = []
      const entries: Array<FundingEntry> = []
      for (const [at, told] of all.entries()) {
        const id = at + 1
        const { cost, plan, sector, unit } = told.work
        works.push(toldWork({ id, unit, cost, sector, milestones: plan }))
        for (const { body, day, late } of told.reports) {
          const recordedAt = toldReport(1, id, addDays(day, late), body).recordedAt
          reports.push(toldReport(reports.length + 1, id, day, body, { recordedAt }))
        }
        for (const { amount, day } of told.payments)
          entries.push(toldPayment(entries.length + 1, id, unit, day, amount))
      }
      return { journal: { works, reports }, entries }
    })
