import { Funding } from "@ntm/domain/funding"
import { fundingOver, toldPayment, toldReport, toldWork, worksJournal } from "@ntm/domain/testing"
import { Reorganisations } from "@ntm/domain/units"
import { Day, Dong, Moment } from "@ntm/domain/values"
import type { WorksAsOf, WorksJournal } from "@ntm/domain/works"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"
import { registerInMemory, reorganisationsInMemory } from "../testing/register.ts"
import { worksOf } from "../testing/works.ts"
import { makeBook } from "./book.ts"

const million = (amount: number) => Dong.make(amount * 1_000_000)
const accepted = (id: number, day: string) => toldReport(id, 1, day, { _tag: "accepted", amount: million(300) })
const first = worksJournal({ works: [toldWork({ id: 1, unit: 7 })], reports: [accepted(1, "2024-03-01")] })
const entries = [toldPayment(1, 1, 7, "2024-04-01", million(100))]
const asOf = Day.make("2024-12-31")

/** Books of the journal that stands, and how often money was read for them. */
const start = () => {
  const bookOf = makeBook()
  let readings = 0
  const told = fundingOver(entries)
  const funding = Layer.mock(Funding)({
    ...told,
    entries: (question) => {
      readings += 1
      return told.entries(question)
    }
  })
  const register = Layer.succeed(Reorganisations, Reorganisations.of(reorganisationsInMemory(registerInMemory())))
  const ask = (journal: WorksJournal, asked: WorksAsOf) =>
    Effect.runPromise(Effect.provide(bookOf(asked), Layer.mergeAll(worksOf(journal), funding, register)))
  return { ask, readings: () => readings }
}

describe("the book of works", () => {
  it("is one for every moment after the last batch, whatever else was recorded meanwhile", async () => {
    const { ask } = start()
    const known = (moment: string) => ask(first, { asOf, knownAt: Moment.make(moment) })
    const { book, moment } = await known("2024-08-01T00:00:00.000Z")
    expect([moment, book.knownAt]).toEqual(["2024-04-01T01:00:00.000Z", "2024-04-01T01:00:00.000Z"])
    expect((await known("2024-09-01T00:00:00.000Z")).book).toBe(book)
    const before = (await known("2024-03-15T00:00:00.000Z")).book
    const paid = ({ works }: typeof book) => works.map((own) => own.standing().paid)
    expect([paid(before), paid(book)]).toEqual([[0], [100_000_000]])
  })

  it("reads money anew for other works, not for reports", async () => {
    const { ask, readings } = start()
    const now = { asOf, knownAt: null }
    await ask(first, now)
    const reported = { ...first, reports: [...first.reports, accepted(2, "2024-05-02")] }
    const { book } = await ask(reported, now)
    expect([book.works[0]?.standing().accepted, readings()]).toEqual([600_000_000, 1])
    const other = { ...toldWork({ id: 2, unit: 7 }), recordedAt: Moment.make("2024-06-01T01:00:00.000Z") }
    await ask({ ...reported, works: [...first.works, other] }, now)
    expect(readings()).toBe(2)
  })
})
