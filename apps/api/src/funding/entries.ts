import type { ListedEntry } from "@ntm/contract"
import {
  boundariesOf,
  type EntriesQuestion,
  type FundingEntry,
  type FundingStage,
  type WorkId
} from "@ntm/domain/funding"
import { type Chronicle, type Unit, type UnitId, unitOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import type { AskedFunding, FundingQuery } from "./asking.ts"

/** Entries that a list holds; a stream holds all. */
export const MOST_LISTED = 1000

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
export const entriesQuestion = ({ plan, question }: AskedFunding, query: EntriesQuery): EntriesQuestion => ({
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
