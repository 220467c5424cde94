import { rankOf, type Unit, UnitLevel } from "../units/index.ts"
import { type Bilingual, type Day, type Dong, percentOf, roundHalfUp } from "../values/index.ts"
import { calendarPercent, lastDayOf } from "./budget-year.ts"
import { amountOf, CellSums } from "./cells.ts"
import type { StageComparison, StageLine } from "./comparison.ts"
import { flagUnit, inMillions, whose } from "./flag-words.ts"
import type { FundingFlag } from "./pivot.ts"
import type { FundingSum, StatedTier } from "./pivot-question.ts"
import { FundingStage, stageNames } from "./stage.ts"
import type { FundingSourceKey } from "./source.ts"
import { sourceOf, sourcesAbove } from "./source-tree.ts"

/** More at the second than at the first is a flag. To raise more than was planned is none: that is what raising is for. */
const rising: ReadonlyArray<readonly [FundingStage, FundingStage, FundingFlag["severity"]]> = [
  ["planned", "allocated", "warning"],
  ["allocated", "disbursed", "error"]
]

/** Where nothing is allocated, what was raised is what can be paid. */
const raised: (typeof rising)[number] = ["mobilised", "disbursed", "error"]

const lower = ({ vi, en }: Bilingual): Bilingual => ({ vi: vi.toLowerCase(), en: en.toLowerCase() })

const exceeding = (line: StageLine, lines: ReadonlyArray<StageLine>, unit: Unit | null): ReadonlyArray<FundingFlag> =>
  (line.allocated === null ? [...rising, raised] : rising).flatMap(([first, second, severity]) => {
    // Of money of both kinds each source below tells by itself whether it exceeds.
    const before = first === "allocated" && isMixed(line, lines) ? null : line[first]
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

type Amounts = Pick<StageLine, "source" | "allocated" | "mobilised" | "disbursed">

/** What can be paid of a source by itself: what is allocated; of what was only raised, where payments of it are stated at all. */
const payableAlone = ({ allocated, disbursed, mobilised }: Amounts): Dong | null =>
  allocated ?? (disbursed === null ? null : mobilised)

/** Whether a source holds some money that is allocated, and some that is raised and paid without: that is each held against its own. */
const isMixed = ({ allocated, source }: Amounts, lines: ReadonlyArray<Amounts>): boolean =>
  allocated !== null &&
  lines.some(
    (line) => sourceOf(line.source).parent === source && line.allocated === null && payableAlone(line) !== null
  )

/** What can be paid of a source and everything below it. */
const payable = (line: Amounts, lines: ReadonlyArray<Amounts>): Dong | null => {
  const alone = payableAlone(line)
  if (alone === null || !isMixed(line, lines)) return alone
  const raisedOnly = lines.reduce(
    (sum, below) =>
      sourceOf(below.source).parent === line.source && below.allocated === null
        ? sum + (payableAlone(below) ?? 0)
        : sum,
    0
  )
  return amountOf(alone + raisedOnly)
}

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
  const cellOf = (source: FundingSourceKey, stage: FundingStage) => stages.get(stage)?.cell(source) ?? null
  const sources = sourcesAbove([...stages.values()].flatMap((cells) => [...cells.sources()]))
  const stated = sources.map((source) => ({
    source,
    planned: cellOf(source, "planned")?.amount ?? null,
    allocated: cellOf(source, "allocated")?.amount ?? null,
    mobilised: cellOf(source, "mobilised")?.amount ?? null,
    disbursed: cellOf(source, "disbursed")?.amount ?? null
  }))
  const lines = stated.map((amounts): StageLine => {
    const disbursedPercent = paid(amounts.disbursed, payable(amounts, stated))
    return {
      ...amounts,
      disbursedPercent,
      calendarPercent: calendar,
      behindPoints: disbursedPercent === null ? null : roundHalfUp(calendar - disbursedPercent, 1),
      illustrative: FundingStage.literals.some((stage) => cellOf(amounts.source, stage)?.illustrative === true)
    }
  })
  const flags = lines.flatMap((line) => exceeding(line, lines, unit))
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
