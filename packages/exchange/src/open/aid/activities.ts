import type { FundingEntry, FundingSourceKey, StatedTier } from "@ntm/domain/funding"
import type { Unit, UnitId } from "@ntm/domain/units"
import { type AsOf, changedAt } from "../publisher.ts"
import { activityOf } from "./activity.ts"
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

/** What stands before the activities. `ntm` is the namespace of what the standard has no place for. */
export const activitiesHead = (head: AsOf): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03" generated-datetime="${changedAt(head)}" xmlns:ntm="urn:ntm:iati">\n`

/** What stands after them: the totals that IATI has no word for, so that nobody takes the file for all of the money. */
export const activitiesTail = (untold: ReadonlyArray<StatedTier>): string => {
  const totals = untold.map(({ amount, illustrative, stage, tier, year }) =>
    xmlText("ntm:left-out", {
      "@stage": stage,
      "@year": String(year),
      "@tier": tier,
      ...(illustrative ? { "@illustrative": "true" } : {}),
      "ntm:value": { "@currency": "VND", "#text": String(amount) }
    })
  )
  return `${totals.join("")}</iati-activities>\n`
}
