import { type Chronicle, insteadOf, type UnitId } from "../units/index.ts"
import { type Day, formatDay } from "../values/index.ts"
import { flagUnit, inMillions, whose } from "./flag-words.ts"
import type { LateFunding } from "./funding.ts"
import type { FundingFlag } from "./pivot.ts"
import type { PlacementPlan } from "./placement.ts"

/** The units of a table that ended before a day, each with its last. */
export const endedUnits = (
  { register }: Chronicle,
  { placement }: PlacementPlan,
  asOf: Day
): { readonly units: ReadonlyArray<UnitId>; readonly lastDays: ReadonlyArray<Day> } => {
  const units: Array<UnitId> = []
  const lastDays: Array<Day> = []
  for (const unit of placement.units) {
    const last = register.byId.get(unit)?.at(-1)?.validTo ?? null
    if (last === null || last >= asOf) continue
    units.push(unit)
    lastDays.push(last)
  }
  return { units, lastDays }
}

/** Money of a day on which its unit stood no more, with who had taken the unit over by then. */
export const lateFlags = (chronicle: Chronicle, late: ReadonlyArray<LateFunding>): ReadonlyArray<FundingFlag> =>
  late.map(({ amount, day, source, unit }) => {
    const row = chronicle.register.byId.get(unit)?.at(-1) ?? null
    const { vi, en } = whose(row, null, source)
    const why = insteadOf(chronicle, unit, day)
    return {
      kind: "endedUnit",
      severity: "error",
      unit: flagUnit(row),
      source,
      amount,
      against: null,
      sentence: {
        vi: `${vi}: ${inMillions(amount)} ghi cho ngày ${formatDay(day)}, khi đơn vị không còn: ${why.vi}`,
        en: `${en}: ${inMillions(amount)} recorded for ${day}, when the unit stood no more: ${why.en}`
      }
    }
  })
