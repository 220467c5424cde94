import { Funding, type FundingEntry } from "@ntm/domain/funding"
import { Reorganisations } from "@ntm/domain/units"
import { Day, type Moment } from "@ntm/domain/values"
import { bookOn, type KnownBook, Works, type WorksAsOf, type WorksBook, type WorksJournal } from "@ntm/domain/works"
import { Effect } from "effect"
import { Kept } from "../assessments/kept.ts"
import { perScope } from "../people/kept-per-scope.ts"

/** A book of a nation takes some 20 MB once everything of it was asked. */
const MOST_BOOKS = 8

/** A book with the journal that it was made of; `moment` is that of works and of their money. */
export interface KeptBook extends KnownBook {
  readonly book: WorksBook
  readonly journal: WorksJournal
}

const LAST_DAY = Day.make("9999-12-31")

/** The later of two moments; null is before all. */
export const laterMoment = (a: Moment | null, b: Moment | null): Moment | null =>
  a === null || (b !== null && b > a) ? b : a

/**
 * Makes the books that answers about works come from, and keeps the last ones as long as nothing that they rest on changes.
 *
 * **Details** The journal and the money of works are read once a moment, whatever day is asked. Without a moment the book is as known at
 * the last batch of either, so that all parts of an answer are of one, and it can be asked for again. With a later one it is that very book.
 */
export const makeBook = () => {
  const booksOf = perScope(() => new Kept<KeptBook>(MOST_BOOKS))
  const journalsOf = perScope(() => new Kept<WorksJournal>(1))
  const moneyOf = perScope(() => new Kept<ReadonlyArray<FundingEntry>>(1))

  const journalAt = Effect.fnUntraced(function* (moment: Moment | null) {
    const journals = yield* journalsOf
    const before = journals.get(String(moment))
    if (before !== undefined) return before
    const read = yield* (yield* Works).journal(null)
    journals.put(String(moment), read)
    return read
  })

  /** Reports and gifts of land change nothing of it: it is read anew for other money and other works alone. */
  const moneyAt = Effect.fnUntraced(function* (paid: Moment | null, { works }: WorksJournal) {
    const money = yield* moneyOf
    const ids = works.map(({ id }) => id)
    const key = JSON.stringify([paid, ids])
    const before = money.get(key)
    if (before !== undefined) return before
    // All of it, whatever its day: the book leaves out what does not hold.
    const question = { units: null, years: null, works: ids, asOf: LAST_DAY, knownAt: null }
    const read = ids.length === 0 ? [] : yield* (yield* Funding).entries(question)
    money.put(key, read)
    return read
  })

  return Effect.fn("works.book")(function* ({ asOf, knownAt }: WorksAsOf) {
    const works = yield* Works
    const told = yield* works.moment()
    const paid = yield* (yield* Funding).moment()
    const moment = laterMoment(told, paid)
    const register = yield* Reorganisations
    const { chronicle, version } = knownAt === null ? yield* register.register() : yield* register.registerAt(knownAt)
    const { overdueAfterDays } = yield* works.rules(knownAt)
    // What was recorded of other things since changes nothing of works: as known then is as known at their last moment.
    const then = knownAt === null || (moment !== null && moment < knownAt) ? moment : knownAt
    const key = JSON.stringify([told, paid, version, overdueAfterDays, asOf, then])
    const books = yield* booksOf
    const before = books.get(key)
    if (before !== undefined) return before
    const journal = yield* journalAt(told)
    const entries = yield* moneyAt(paid, journal)
    const question = { asOf, knownAt: then, overdueAfter: overdueAfterDays }
    const made: KeptBook = { book: bookOn(journal, entries, chronicle, question), journal, moment }
    books.put(key, made)
    return made
  })
}

/** The way to books, shared by all who ask. */
export type BookOf = ReturnType<typeof makeBook>
