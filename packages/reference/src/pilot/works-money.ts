import { type EntryRecording, standInOn, WorkId } from "@ntm/domain/funding"
import type { Chronicle, UnitId } from "@ntm/domain/units"
import { type Day, dayAt, Day as DayOf } from "@ntm/domain/values"
import { type Account, paidIn, valueOn } from "./works-account.ts"
import type { BuiltWork } from "./works-course.ts"

/** A work with its money and its number. */
export interface PaidWork {
  readonly work: BuiltWork
  readonly account: Account
  readonly id: number
}

const MILLION = 1_000_000

const blank = {
  tier: "commune",
  agency: null,
  from: null,
  kind: "stated",
  content: null,
  quantity: null,
  document: null,
  place: null,
  reason: null,
  adjusts: null,
  illustrative: true
} as const

/** The unit whose money it is on a day: the commune, or what holds its ground then. Asked for the days of events: between them nothing changes. */
const holdersOf = (chronicle: Chronicle) => {
  const days = chronicle.events.map(({ reorganisation }) => reorganisation.day)
  return (unit: UnitId, day: Day): UnitId => {
    const since = days.findLast((event) => event <= day)
    return since === undefined ? unit : (standInOn(chronicle, unit, since)?.id ?? unit)
  }
}

/**
 * What works were given in a year, so that those of a district come to what the district was given: in proportion to what was paid, in
 * whole triệu, the rest of it to the one that was paid most.
 */
export const allocated = (paid: ReadonlyMap<number, number>, given: number): ReadonlyMap<number, number> => {
  const all = [...paid.values()].reduce((sum, amount) => sum + amount, 0)
  const shares = new Map(
    [...paid].map(([id, amount]) => [id, Math.floor((amount * (given / all)) / MILLION) * MILLION])
  )
  const rest = given - [...shares.values()].reduce((sum, amount) => sum + amount, 0)
  const [most] = [...paid].toSorted(([, a], [, b]) => b - a)
  if (most !== undefined) shares.set(most[0], (shares.get(most[0]) ?? 0) + rest)
  return shares
}

const GIVEN_NEXT = DayOf.make("2025-01-20")

/**
 * The money of works as entries: planned for the two budget years at the approval, given each year, paid for each certificate.
 *
 * **Details** Within a year never more is given than planned, or paid than given. `given`: what each work was given in the first year.
 */
export const entriesOf = (
  chronicle: Chronicle,
  works: ReadonlyArray<PaidWork>,
  given: ReadonlyMap<number, number>,
  year: number,
  until: number
): ReadonlyArray<EntryRecording> => {
  const holderOn = holdersOf(chronicle)
  return works.flatMap(({ account, id, work }): ReadonlyArray<EntryRecording> => {
    const { batch, commune, isLocal } = work
    const first = given.get(id) ?? 0
    const entry = (day: Day, rest: Pick<EntryRecording, "stage" | "year" | "amount">): ReadonlyArray<EntryRecording> =>
      rest.amount <= 0
        ? []
        : [
            {
              ...blank,
              ...rest,
              unit: holderOn(commune.unit.id, day),
              source: isLocal ? "investment.district" : "investment.province",
              day,
              work: WorkId.make(id)
            }
          ]
    const opening = DayOf.make(`${year}-01-05`)
    const since = batch.approvedOn > opening ? batch.approvedOn : opening
    const left = valueOn(work, account.cost, until) - paidIn(account, year)
    return [
      ...entry(batch.approvedOn, { stage: "planned", year, amount: first }),
      ...entry(batch.approvedOn, { stage: "planned", year: year + 1, amount: account.cost - first }),
      ...entry(since, { stage: "allocated", year, amount: first }),
      ...entry(GIVEN_NEXT, { stage: "allocated", year: year + 1, amount: left }),
      ...account.payments.flatMap(({ amount, day }) =>
        entry(dayAt(day), { stage: "disbursed", year: Number(dayAt(day).slice(0, 4)), amount })
      )
    ]
  })
}
