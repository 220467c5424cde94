import { type FundingEntry, type FundingSourceKey } from "@ntm/domain/funding"
import type { Unit, UnitId } from "@ntm/domain/units"
import { type AsOf, changedAt } from "../publisher.ts"
import { activityOf, toldStages } from "./activity.ts"
import { xmlText } from "./xml.ts"

/** Whose the entries are and who gave them, as people name both on the day asked. */
export interface Naming {
  readonly unitOf: (id: UnitId) => Unit | undefined
  readonly giverOf: (entry: FundingEntry) => string | null
}

/**
 * The activities of the entries of some units, each as its text.
 *
 * **Details** `entries` have to be all of these units, of one tier a year and stage: else money would stand twice.
 */
export const activityTexts = (
  entries: ReadonlyArray<FundingEntry>,
  { giverOf, unitOf }: Naming,
  { asOf }: AsOf
): ReadonlyArray<string> =>
  [...Map.groupBy(entries, ({ unit }) => unit)].flatMap(([id, own]) => {
    const unit = unitOf(id)
    if (unit === undefined) return []
    const bySource: ReadonlyMap<FundingSourceKey, ReadonlyArray<FundingEntry>> = Map.groupBy(
      own,
      ({ source }) => source
    )
    return [...bySource].flatMap(([source, ofSource]) => {
      const activity = activityOf({ unit, source, entries: ofSource, giverOf }, asOf)
      return activity === null ? [] : [`${xmlText("iati-activity", activity)}\n`]
    })
  })

/** How many of the entries IATI has no word for. */
export const leftOut = (entries: ReadonlyArray<FundingEntry>): number =>
  entries.filter(({ stage }) => !toldStages.has(stage)).length

/** What stands before the activities. `ntm` is the namespace of what the standard has no place for. */
export const activitiesHead = (head: AsOf): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03" generated-datetime="${changedAt(head)}" xmlns:ntm="urn:ntm:iati">\n`

/** What stands after them, with how many entries the file does not tell. */
export const activitiesTail = (untold: number): string =>
  `${untold === 0 ? "" : xmlText("ntm:left-out", { "@stage": "mobilised", "@entries": String(untold) })}</iati-activities>\n`
