import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { toldGift, toldLandEvent, toldPayment, toldReport, toldWork, worksJournal } from "../testing/facts.ts"
import { unitByCode, UnitCode, unitOn } from "../units/index.ts"
import { communes, country, idOf } from "../units/testing/country.ts"
import { chain } from "../units/testing/events.ts"
import { addDays, Day, Dong, Moment } from "../values/index.ts"
import { batchStanding } from "./batches.ts"
import { bookOn, type WorksBook } from "./book.ts"
import { curveOf } from "./curve.ts"
import { partsBelow, scopeOf } from "./scope.ts"
import { tallyOf } from "./tally.ts"
import { anyWorks, type ToldWorks } from "./testing/any-work.ts"
import { BatchId } from "./work.ts"

const day = (text: string) => Day.make(text)
const units = communes.slice(0, 6).map(idOf)
const asked = (asOf: string, knownAt: string | null = null) => ({
  asOf: day(asOf),
  knownAt: knownAt === null ? null : Moment.make(knownAt),
  overdueAfter: 90
})
const bookOf = ({ entries, journal }: ToldWorks, asOf: string, knownAt: string | null = null, chronicle = country) =>
  bookOn(worksJournal(journal), entries, chronicle, asked(asOf, knownAt))
const told = (book: WorksBook) => ({
  standings: book.works.map((own) => own.standing()),
  curve: curveOf(book.works, book.asOf),
  tally: tallyOf(scopeOf(book, null), book.asOf)
})
const anyDay = fc.integer({ min: 0, max: 900 }).map((after) => addDays(day("2024-01-01"), after))

describe("a book of a day", () => {
  it("is not changed by what is about later days, or was recorded after the moment", () => {
    fc.assert(
      fc.property(anyWorks(units), anyDay, anyDay, ({ entries, journal }, asOf, known) => {
        const knownAt = `${known}T12:00:00.000Z`
        const holds = (one: { readonly day: Day; readonly recordedAt: Moment }) =>
          one.day <= asOf && one.recordedAt <= knownAt
        const only = {
          entries: entries.filter(holds),
          journal: { ...journal, reports: journal.reports.filter(holds) }
        }
        expect(told(bookOf({ entries, journal }, asOf, knownAt))).toEqual(told(bookOf(only, asOf, knownAt)))
      })
    )
  })

  it("has no work before it was approved, nor one that was recorded after the moment", () => {
    const batch = BatchId.make("dot-1")
    const journal = worksJournal({
      batches: [
        {
          id: batch,
          name: "Đợt 1",
          unit: idOf("10"),
          year: 2024,
          document: null,
          approvedOn: day("2024-05-28"),
          due: null
        }
      ],
      works: [toldWork({ id: 1, unit: idOf("10101"), batch, recordedAt: Moment.make("2024-06-01T00:00:00.000Z") })]
    })
    const count = (asOf: string, knownAt: string | null) =>
      bookOn(journal, [], country, asked(asOf, knownAt)).works.length
    expect([count("2024-05-27", null), count("2024-05-28", null)]).toEqual([0, 1])
    expect(count("2024-12-31", "2024-05-31T23:59:59.999Z")).toBe(0)
    expect(bookOn(journal, [], country, asked("2024-05-27")).batches).toEqual([])
  })

  it("does not count what was taken back, from the day on which it was", () => {
    const volume = (done: number) => ({ _tag: "volume" as const, done: Dong.make(done) })
    const first = toldReport(1, 1, "2024-03-01", volume(700))
    const journal = worksJournal({
      works: [toldWork({ id: 1, unit: idOf("10101"), cost: 1000 })],
      reports: [
        first,
        toldReport(2, 1, "2024-04-01", { _tag: "withdrawn", report: first.id, reason: "nhầm công trình" }),
        toldReport(3, 1, "2024-05-01", volume(300))
      ]
    })
    const done = (asOf: string) => bookOn(journal, [], country, asked(asOf)).works[0]?.standing().done
    expect(["2024-03-31", "2024-04-01", "2024-05-01"].map(done)).toEqual([700, 0, 300])
  })

  it("keeps snags until they are solved, who took a work over and who operates it", () => {
    const snag = toldReport(1, 1, "2024-02-01", { _tag: "problem", category: "land", text: "vướng 2 hộ" })
    const done = (id: number, on: string, step: "handover" | "operator", by: string) =>
      toldReport(id, 1, on, { _tag: "step", step, event: "done", by })
    const journal = worksJournal({
      works: [toldWork({ id: 1, unit: idOf("10101") })],
      reports: [
        snag,
        toldReport(2, 1, "2024-03-01", { _tag: "solved", problem: snag.id, text: null }),
        done(3, "2024-10-01", "handover", "UBND xã"),
        done(4, "2024-11-01", "operator", "Hợp tác xã điện")
      ]
    })
    const on = (asOf: string) => bookOn(journal, [], country, asked(asOf)).works[0]?.standing()
    expect(on("2024-02-28")?.problems).toEqual([snag])
    expect(on("2024-03-01")).toMatchObject({ problems: [], state: "planned" })
    expect(on("2024-10-31")).toMatchObject({
      state: "handedOver",
      handedOverOn: "2024-10-01",
      handedOverTo: "UBND xã",
      operator: null
    })
    expect(on("2024-11-01")).toMatchObject({ state: "operating", operator: "Hợp tác xã điện" })
  })
})

describe("tallies", () => {
  const amounts = ["works", "cost", "value", "done", "planned", "allocated", "paid", "late", "notHandedOver"] as const
  const days = ["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"]

  it("of the units below come to that of the unit, at every level, for every day, over any reorganisation", () => {
    fc.assert(
      fc.property(anyWorks(units), chain, fc.constantFrom(...days), (works, chronicle, asOf) => {
        const book = bookOf(works, asOf, null, chronicle)
        for (const code of [null, "10", "101"]) {
          const unit = code === null ? null : (unitByCode(chronicle.register, UnitCode.make(code), day(asOf)) ?? null)
          if (code !== null && unit === null) continue
          const scope = scopeOf(book, unit)
          const [whole, parts] = [
            tallyOf(scope, book.asOf),
            partsBelow(book, unit, scope).map((part) => tallyOf(part, book.asOf))
          ]
          for (const key of amounts) expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key])
          expect(parts.reduce((sum, { debt }) => sum + debt.amount, 0)).toBe(whole.debt.amount)
          expect(whole.debt.parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(whole.debt.amount)
        }
      })
    )
  })

  it("of the country are the same on any boundaries: no work appears or disappears by a reorganisation", () => {
    fc.assert(
      fc.property(anyWorks(units), chain, fc.constantFrom(...days), (works, chronicle, asOf) => {
        const tally = tallyOf(scopeOf(bookOf(works, asOf, null, chronicle), null), day(asOf))
        const before = tallyOf(scopeOf(bookOf(works, asOf), null), day(asOf))
        expect(tally).toEqual(before)
      })
    )
  })

  it("weigh works by their contracts, and communes alike in the mean that reports state", () => {
    const volume = (id: number, work: number, done: number) =>
      toldReport(id, work, "2024-08-01", { _tag: "volume", done: Dong.make(done) })
    const journal = worksJournal({
      works: [
        toldWork({ id: 1, unit: idOf("10101"), cost: 900 }),
        toldWork({ id: 2, unit: idOf("10101"), cost: 100, sector: "culture" }),
        toldWork({ id: 3, unit: idOf("10102"), cost: 1000 })
      ],
      reports: [volume(1, 1, 900), volume(2, 2, 0), volume(3, 3, 200)]
    })
    expect(tallyOf(scopeOf(bookOn(journal, [], country, asked("2024-09-01")), null), day("2024-09-01"))).toMatchObject({
      works: 3,
      communes: 2,
      bySector: { transport: 2, culture: 1 },
      value: 2000,
      done: 1100,
      donePercent: 55,
      communeMeanPercent: 55
    })
  })

  it("tell the newest day that a report or a payment is about, and none where nothing was told", () => {
    const reports = [toldReport(1, 1, "2024-08-01", { _tag: "volume", done: Dong.make(9) })]
    const journal = worksJournal({ works: [toldWork({ id: 1, unit: idOf("10101"), cost: 900 })], reports })
    const last = (asOf: string) => {
      const book = bookOn(journal, [toldPayment(1, 1, idOf("10101"), "2024-08-20", 5)], country, asked(asOf))
      return tallyOf(scopeOf(book, null), book.asOf).lastReport
    }
    expect(["2024-07-31", "2024-08-10", "2026-01-01"].map(last)).toEqual([null, "2024-08-01", "2024-08-20"])
  })

  it("put the districts of a batch side by side as they were when it was approved, the worst first", () => {
    const batch = {
      id: BatchId.make("dot-1"),
      name: "Đợt 1",
      unit: idOf("10"),
      year: 2024,
      document: null,
      approvedOn: day("2024-01-01"),
      due: null
    }
    const journal = worksJournal({
      batches: [batch],
      works: ["10101", "10201", "10202"].map((code, at) => toldWork({ id: at + 1, unit: idOf(code), batch: batch.id })),
      reports: [toldReport(1, 1, "2024-09-01", { _tag: "volume", done: Dong.make(900_000_000) })],
      gifts: [toldGift(1, idOf("10101"), "2024-02-01", { work: toldWork({ id: 1, unit: 1 }).id })]
    })
    const book = bookOn(journal, [], country, asked("2024-09-30"))
    const { districts, path, tally } = batchStanding(book, batch, scopeOf(book, null, batch.id))
    expect(districts.map(({ tally: own, unit }) => [unit.code, own.works, own.land.households])).toEqual([
      ["102", 2, 0],
      ["101", 1, 1]
    ])
    expect([tally.works, tally.land.residential, path?.path.length]).toEqual([3, 10, 11])
  })
})

describe("the place of a work", () => {
  it("is the unit that holds all of its ground on the day", () => {
    fc.assert(
      fc.property(chain, fc.constantFrom("2024-12-31", "2025-01-01", "2025-07-01"), (chronicle, asOf) => {
        const journal = worksJournal({ works: communes.map((code, at) => toldWork({ id: at + 1, unit: idOf(code) })) })
        for (const { unit, work } of bookOn(journal, [], chronicle, asked(asOf)).works) {
          if (unitOn(chronicle.register, work.unit, day(asOf)) !== undefined) expect(unit?.id).toBe(work.unit)
          expect(unit === null || unitOn(chronicle.register, unit.id, day(asOf)) !== undefined).toBe(true)
        }
      })
    )
  })
})

describe("land", () => {
  const journal = worksJournal({
    gifts: [
      toldGift(1, idOf("10101"), "2024-02-01", {
        residential: 20.25,
        agricultural: 0.1,
        structures: 3,
        eligible: 2,
        parcels: 4
      }),
      toldGift(2, idOf("10101"), "2024-02-01", { household: "Hộ 1", residential: 0.2, agricultural: 0 }),
      toldGift(3, idOf("10201"), "2024-03-01", { agricultural: 100 })
    ],
    landEvents: [
      toldLandEvent(1, "2024-04-01", { _tag: "cleared" }),
      toldLandEvent(1, "2024-05-01", { _tag: "updated", parcels: 3 }),
      toldLandEvent(1, "2024-06-01", { _tag: "paid", amount: Dong.make(5_000_000) }),
      toldLandEvent(3, "2024-07-01", { _tag: "withdrawn", reason: "đổi ý" })
    ]
  })
  const land = (asOf: string, code: string | null = null) => {
    const book = bookOn(journal, [], country, asked(asOf))
    const unit = code === null ? null : (unitByCode(country.register, UnitCode.make(code), day(asOf)) ?? null)
    return tallyOf(scopeOf(book, unit), book.asOf).land
  }

  it("is what was agreed and not taken back by the day, and what of it is done", () => {
    expect(land("2024-01-31")).toMatchObject({ households: 0, parcels: 0 })
    expect(land("2024-03-01")).toMatchObject({ households: 2, agricultural: 100.1, toClear: 3, parcelsUpdated: 0 })
    expect(land("2024-07-01")).toEqual({
      households: 1,
      residential: 20.45,
      agricultural: 0.1,
      structures: 4,
      eligible: 3,
      notEligible: 1,
      toClear: 1,
      parcels: 6,
      parcelsUpdated: 3,
      supportPaid: 5_000_000
    })
    expect(land("2024-03-01", "102").agricultural).toBe(100)
  })
})

describe("the debt of a work", () => {
  it("is settled from the oldest acceptance on, and grows old", () => {
    const accepted = (id: number, on: string, amount: number) =>
      toldReport(id, 1, on, { _tag: "accepted", amount: Dong.make(amount) })
    const journal = worksJournal({
      works: [toldWork({ id: 1, unit: idOf("10101"), cost: 1000 })],
      reports: [accepted(1, "2024-02-01", 300), accepted(2, "2024-04-01", 300)]
    })
    const paid = [toldPayment(1, 1, 1, "2024-03-01", 100), toldPayment(2, 1, 1, "2024-05-10", 300)]
    const debt = (asOf: string) => bookOn(journal, paid, country, asked(asOf)).works[0]?.standing().debt
    expect(debt("2024-05-01")).toEqual({
      amount: 500,
      overdue: 0,
      parts: [
        { acceptedOn: "2024-02-01", ageDays: 90, amount: 200 },
        { acceptedOn: "2024-04-01", ageDays: 30, amount: 300 }
      ]
    })
    expect(debt("2024-05-02")).toMatchObject({ amount: 500, overdue: 200 })
    expect(debt("2024-05-10")?.parts).toEqual([{ acceptedOn: "2024-04-01", ageDays: 39, amount: 200 }])
  })

  it("is never negative, is the sum of its parts, and is what was accepted less what was paid as long as that is more", () => {
    fc.assert(
      fc.property(anyWorks(units), anyDay, (works, asOf) => {
        for (const own of bookOf(works, asOf).works) {
          const { accepted, debt, paid } = own.standing()
          expect(debt.amount).toBe(Math.max(0, accepted - paid))
          expect(debt.parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(debt.amount)
          expect(debt.parts.every(({ amount }) => amount > 0)).toBe(true)
          expect(debt.overdue).toBeLessThanOrEqual(debt.amount)
        }
      })
    )
  })
})
