import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  catalogueOf,
  flat,
  InputKey,
  judgeUnits,
  knownOf,
  overdueDebtInput,
  placesOf,
  type Rule,
  verdictOf
} from "../criteria/index.ts"
import {
  blankIndicator,
  blankSet,
  journalOver,
  recordsOf,
  toldPayment,
  toldReport,
  toldWork,
  type ToldValue,
  worksJournal
} from "../testing/facts.ts"
import { apply, type Chronicle, plan, unitByCode, UnitCode, type UnitId, unitOn } from "../units/index.ts"
import { code, country, event, idOf, newCommune } from "../units/testing/country.ts"
import { Day, dayNumber, Dong, Moment } from "../values/index.ts"
import { bookOn } from "./book.ts"
import { type Books, tellDebt, unitDebtOf, withConstructionDebt } from "./debt-values.ts"

const merged: Chronicle = apply(
  country,
  Result.getOrThrow(
    plan(
      country,
      event("E", "2025-01-01", {
        change: "merge",
        from: [{ unit: code("10101") }, { unit: code("10102") }],
        into: newCommune("10161", "101")
      })
    )
  )
)
const formed = unitByCode(merged.register, UnitCode.make("10161"), Day.make("2025-01-01"))?.id ?? idOf("10101")

const accepted = (id: number, work: number, day: string, amount: number) =>
  toldReport(id, work, day, { _tag: "accepted", amount: Dong.make(amount) })

/** 300 of 10101 and 50 of 10102 accepted in March 2024; 100 of the first paid in May. 10103 has a work and nothing accepted. */
const journal = worksJournal({
  works: ["10101", "10102", "10103"].map((unit, at) => toldWork({ id: at + 1, unit: idOf(unit), cost: 1000 })),
  reports: [accepted(1, 1, "2024-03-01", 300), accepted(2, 2, "2024-03-01", 50)]
})
const entries = [toldPayment(1, 1, idOf("10101"), "2024-05-01", 100)]

const books: Books = {
  moment: Effect.succeed(Moment.make("2024-05-01T01:00:00.000Z")),
  bookOf: (asked) => Effect.sync(() => bookOn(journal, entries, merged, { ...asked, overdueAfter: 90 }))
}

const told: ReadonlyArray<ToldValue> = [idOf("10101"), idOf("10103")].map((unit) => ({
  unit,
  input: overdueDebtInput,
  value: 7,
  day: "2024-01-31",
  recordedAt: "2024-02-01T00:00:00.000Z"
}))

const ask = (units: ReadonlyArray<UnitId>, asOf: string, more: { knownAt?: string; boundariesOn?: string } = {}) => {
  const { boundariesOn, knownAt } = more
  const answer = Effect.runSync(
    withConstructionDebt(journalOver(recordsOf(told)), books).columns({
      units,
      inputs: [InputKey.make("khac"), overdueDebtInput],
      asOf: Day.make(asOf),
      knownAt: knownAt === undefined ? null : Moment.make(knownAt),
      accept: "approved",
      ...(boundariesOn === undefined ? {} : { boundariesOn: Day.make(boundariesOn) })
    })
  )
  return { ...answer, debts: [...(answer.values[1] ?? [])] }
}

describe("construction debt as criteria ask for it", () => {
  const units = ["10101", "10102", "10103", "10104"].map(idOf)

  it("is that of the works wherever they have acceptances, else what was reported, else not known", () => {
    expect(ask(units, "2024-12-31").debts).toEqual([200, 50, 7, Number.NaN])
    expect(ask(units, "2024-12-31").days?.[1]?.[0]).toBe(dayNumber(Day.make("2024-12-31")))
    expect([...(ask(units, "2024-12-31").values[0] ?? [])]).toEqual(units.map(() => Number.NaN))
  })

  it("counts what is overdue on the day: nothing while it is young", () => {
    expect(ask(units, "2024-05-30").debts).toEqual([0, 0, 7, Number.NaN])
    expect(ask(units, "2024-05-31").debts.slice(0, 2)).toEqual([200, 50])
    expect(ask(units, "2024-02-29").debts).toEqual([7, Number.NaN, 7, Number.NaN])
  })

  it("is as known at the moment asked for, and the moment of the answer covers works", () => {
    expect(ask(units, "2024-12-31", { knownAt: "2024-04-30T00:00:00.000Z" }).debts).toEqual([300, 50, 7, Number.NaN])
    expect(ask(units, "2024-12-31").knownAt).toBe("2024-05-01T01:00:00.000Z")
    const at = "2024-04-30T00:00:00.000Z"
    expect(ask(units, "2024-12-31", { knownAt: at }).knownAt).toBe(at)
  })

  it("goes with the works to the unit that took theirs over, and to those above", () => {
    const above = [formed, idOf("101"), idOf("10"), idOf("102")]
    expect(ask(above, "2025-01-01").debts).toEqual([250, 250, 250, Number.NaN])
    expect(ask([formed], "2024-12-31", { boundariesOn: "2025-01-01" }).debts).toEqual([250])
    expect(ask([idOf("10101")], "2025-01-01").debts).toEqual([200])
  })

  it("says where a report differs from the works", () => {
    const book = Effect.runSync(books.bookOf({ asOf: Day.make("2024-12-31"), knownAt: null }))
    const debt = unitDebtOf(book, idOf("10101"))
    expect(debt?.works.map(({ work }) => work.id)).toEqual([1])
    expect(debt === undefined ? null : tellDebt(debt, null)).toEqual({
      overdue: 200,
      accepted: 1,
      owing: [{ code: "CT-1", name: "Đường số 1", overdue: 200 }],
      illustrative: false,
      says: {
        vi: "Theo sổ công trình: 1 công trình đã nghiệm thu, 1 công trình nợ đọng quá hạn 200 đồng",
        en: "By the journal of works: 1 with acceptances, 1 of them owe 200 đồng overdue"
      },
      differs: null
    })
    expect(debt === undefined ? null : tellDebt(debt, 7).differs?.vi).toBe(
      "Số đã báo cáo là 7 đồng, sổ công trình cho thấy nợ đọng quá hạn 200 đồng ở 1/1 công trình đã nghiệm thu"
    )
    expect(debt === undefined ? undefined : tellDebt(debt, 200).differs).toBeNull()
  })

  it("is reported where there are no works, and summed over reorganisations like any amount", () => {
    const noDebt: Rule = { op: "=", measure: { of: "overdueDebt" }, threshold: flat(0) }
    const gate = {
      id: "no-construction-debt",
      name: "Không còn nợ đọng",
      rule: noDebt,
      confidence: "verified"
    } as const
    const set = {
      ...blankSet("xa"),
      criteria: [{ no: 1, name: "Nợ đọng", indicators: [{ ...blankIndicator("1"), rule: noDebt }] }]
    }
    expect(
      catalogueOf([{ ...blankSet("danh-hieu"), recognition: { legalBasis: null, grant: [gate], withdraw: null } }]).get(
        overdueDebtInput
      )
    ).toMatchObject({
      unit: "đồng",
      kind: "amount"
    })
    expect([...catalogueOf([blankSet("khac")]).keys()]).toEqual([])
    const known = knownOf({ chronicle: merged, sets: [set], recognitions: [] })
    const verdict = (first: number, second: number) => {
      const values = [
        [idOf("10101"), first],
        [idOf("10102"), second]
      ] as const
      const port = journalOver(
        recordsOf(values.map(([unit, value]) => ({ unit, input: overdueDebtInput, value, day: "2024-12-31" })))
      )
      const unit = unitOn(merged.register, formed, Day.make("2025-01-01"))
      const question = { asOf: Day.make("2025-01-01"), knownAt: null, accept: "approved" } as const
      const judged = Effect.runSync(judgeUnits(known, port, question, [set.id], unit === undefined ? [] : [unit]))
      return placesOf(judged, set.id, unit === undefined ? [] : [unit]).map(({ at, bound }) =>
        verdictOf(bound.codes[at])
      )
    }
    expect([verdict(0, 0), verdict(0, 5)]).toEqual([["met"], ["notMet"]])
  })

  it("changes nothing where there are no works", () => {
    const none: Books = { moment: Effect.succeed(null), bookOf: () => Effect.die(new Error("nobody asks")) }
    const question = {
      units,
      inputs: [overdueDebtInput],
      asOf: Day.make("2024-12-31"),
      knownAt: null,
      accept: "approved"
    } as const
    const port = journalOver(recordsOf(told))
    expect(Effect.runSync(withConstructionDebt(port, none).columns(question))).toEqual(
      Effect.runSync(port.columns(question))
    )
  })
})
