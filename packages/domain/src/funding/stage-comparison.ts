import { rankOf, type Unit, UnitLevel } from "../units/index.ts"
import { type Bilingual, type Day, type Dong, percentOf, roundHalfUp } from "../values/index.ts"
import { calendarPercent, lastDayOf } from "./budget-year.ts"
import { amountOf, CellSums } from "./cells.ts"
import type { StageComparison, StageLine } from "./comparison.ts"
import { flagUnit, inMillions, whose } from "./flag-words.ts"
import type { FundingFlag } from "./pivot.ts"
import type { FundingSum, StatedTier } from "./pivot-question.ts"
import { FundingStage, stageNames } from "./stage.ts"
import { sourceOf, sourcesAbove } from "./source-tree.ts"

/** More at the second than at the first is a flag. To raise more than was planned is none: that is what raising is for. */
const rising: ReadonlyArray<readonly [FundingStage, FundingStage, FundingFlag["severity"]]> = [
  ["planned", "allocated", "warning"],
  ["allocated", "disbursed", "error"]
]

/** Where nothing is allocated, what was raised is what can be paid. */
const raised: (typeof rising)[number] = ["mobilised", "disbursed", "error"]

const lower = ({ vi, en }: Bilingual): Bilingual => ({ vi: vi.toLowerCase(), en: en.toLowerCase() })

const exceeding = (line: StageLine, unit: Unit | null): ReadonlyArray<FundingFlag> =>
  (line.allocated === null ? [...rising, raised] : rising).flatMap(([first, second, severity]) => {
    const before = line[first]
    const after = line[second]
    if (before === null || after === null || after <= before) return []
    const { vi, en } = whose(unit, null, line.source)
    const [from, to] = [lower(stageNames[first]), lower(stageNames[second])]
    const over = inMillions(amountOf(after - before))
    return [
      {
        kind: "stageExceeds",
        severity,
        unit: flagUnit(unit),
        source: line.source,
        amount: after,
        against: before,
        sentence: {
          vi: `${vi}: ${to.vi} ${inMillions(after)}, nhiều hơn ${from.vi} ${inMillions(before)} là ${over}`,
          en: `${en}: ${to.en} ${inMillions(after)} is ${over} more than ${from.en} ${inMillions(before)}`
        }
      }
    ]
  })

/** Whether a source below exceeds by the very same: above it that only comes along. */
const comesAlong = (flag: FundingFlag, flags: ReadonlyArray<FundingFlag>): boolean =>
  flags.some(
    ({ against, amount, severity, source }) =>
      sourceOf(source).parent === flag.source &&
      severity === flag.severity &&
      amount - (against ?? 0) === flag.amount - (flag.against ?? 0)
  )

const paid = (disbursed: Dong | null, of: Dong | null): number | null =>
  of === null ? null : percentOf(disbursed ?? 0, of, 1)

/** Which plan and payments are compared. */
export interface StagesHead {
  readonly unit: Unit | null
  readonly year: number
  readonly asOf: Day
}

/** From the plan to the payment by source, out of the sums of all stages of a year at one tier. Sources as `FundingPivot` lists them. */
export const stageComparison = ({ asOf, unit, year }: StagesHead, sums: ReadonlyArray<FundingSum>): StageComparison => {
  const stages = new Map(FundingStage.literals.map((stage) => [stage, new CellSums()]))
  for (const sum of sums) if (sum.year === year) stages.get(sum.stage)?.add(sum)
  const calendar = calendarPercent(year, asOf)
  const lines = sourcesAbove([...stages.values()].flatMap((cells) => [...cells.sources()])).map((source): StageLine => {
    const of = (stage: FundingStage) => stages.get(stage)?.cell(source) ?? null
    const amounts = {
      planned: of("planned")?.amount ?? null,
      allocated: of("allocated")?.amount ?? null,
      mobilised: of("mobilised")?.amount ?? null,
      disbursed: of("disbursed")?.amount ?? null
    }
    const disbursedPercent = paid(amounts.disbursed, amounts.allocated ?? amounts.mobilised)
    return {
      source,
      ...amounts,
      disbursedPercent,
      calendarPercent: calendar,
      behindPoints: disbursedPercent === null ? null : roundHalfUp(calendar - disbursedPercent, 1),
      illustrative: FundingStage.literals.some((stage) => of(stage)?.illustrative === true)
    }
  })
  const flags = lines.flatMap((line) => exceeding(line, unit))
  return { year, lastDay: lastDayOf(year), lines, flags: flags.filter((flag) => !comesAlong(flag, flags)) }
}

/**
 * The tier at which a plan can be held against its payments: at which most stages of the year are stated, the highest of equals.
 *
 * **Details** Stages of different tiers are not compared: of the pilot's year 2024, what was raised is published by district, what was
 * paid is known by work. Null where nothing of the year is stated.
 */
export const comparableTier = (tiers: ReadonlyArray<StatedTier>, year: number): UnitLevel | null => {
  const ofYear = tiers.filter((tier) => tier.year === year)
  const stages = (level: UnitLevel) =>
    new Set(ofYear.flatMap(({ stage, tier }) => (tier === level ? [stage] : []))).size
  const [best] = UnitLevel.literals
    .filter((level) => stages(level) > 0)
    .toSorted((a, b) => stages(b) - stages(a) || rankOf[a] - rankOf[b])
  return best ?? null
}
