import type { ListedEntry } from "@ntm/contract"
import {
  boundariesOf,
  type EntriesQuestion,
  Funding,
  type FundingEntry,
  FundingEntryId,
  type FundingStage,
  type WorkId
} from "@ntm/domain/funding"
import { type Chronicle, type Unit, type UnitId, unitOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import type { Parts } from "../http/page.ts"
import type { AskedFunding, FundingQuery } from "./asking.ts"

/** Which entries are asked for, beside whose and as of when. */
export interface EntriesQuery extends FundingQuery {
  readonly work?: WorkId
  readonly year?: number
  readonly stage?: FundingStage
}

/** The day on which the unit of the entries carries its code. */
export const entryBoundaries = ({ boundaries, year }: EntriesQuery, asOf: Day): Day =>
  boundaries ?? (year === undefined ? asOf : boundariesOf(year, asOf))

/** Entries of a unit and all below it, or of the country. */
const entriesQuestion = ({ plan, question }: AskedFunding, query: EntriesQuery): EntriesQuestion => ({
  ...question,
  units: query.unit === undefined ? null : plan.placement.units,
  years: query.year === undefined ? null : [query.year],
  stages: query.stage === undefined ? null : [query.stage],
  works: query.work === undefined ? null : [query.work]
})

/** An entry with its unit and its giver as they stood on the day of the entry. */
export const listed = ({ register }: Chronicle) => {
  const standing = (id: UnitId, day: Day) => unitOn(register, id, day) ?? register.byId.get(id)?.at(-1)
  const named = (unit: Unit | undefined): string => (unit === undefined ? "" : `${unit.type} ${unit.name}`)
  const giver = ({ day, from }: FundingEntry): string | null => {
    if (from === null) return null
    return "agency" in from ? from.agency : named(standing(from.unit, day))
  }
  return (entry: FundingEntry): ListedEntry => {
    const unit = standing(entry.unit, entry.day)
    return { ...entry, unitCode: unit?.code ?? "", unitName: named(unit), giverName: giver(entry) }
  }
}

/** Entries that are read at once: some 2 MB. */
const AT_ONCE = 5000

/** The entries asked for, in the order of recording, as many as there are: each part begins after the last number of the one before. */
export const entriesPart = (asked: AskedFunding, query: EntriesQuery): Parts<ListedEntry, never, Funding> => {
  const question = entriesQuestion(asked, query)
  const lineOf = listed(asked.chronicle)
  return {
    after: ({ id }) => String(id),
    part: Effect.fnUntraced(function* (at, atMost) {
      const limit = Math.min(atMost, AT_ONCE)
      const after = at === null ? null : FundingEntryId.make(Number(at))
      const entries = yield* (yield* Funding).entries({ ...question, after, limit })
      const last = entries.length < limit ? undefined : entries.at(-1)
      return { items: entries.map(lineOf), next: last === undefined ? null : String(last.id) }
    })
  }
}
