import { type Dong, percentOf } from "../values/index.ts"
import type { Unit } from "../units/index.ts"
import { amountOf, totalsOf } from "./cells.ts"
import type { OwnBudget, YearLine } from "./comparison.ts"
import type { FundingSum } from "./pivot-question.ts"
import { type FundingSourceKey, fundingSources } from "./source.ts"
import { isWithin, sourcesAbove } from "./source-tree.ts"
import type { FundingStage } from "./stage.ts"

/** A year against another by source, out of the sums of both. What was stated in one of them only has no change. */
export const yearComparison = (
  before: ReadonlyArray<FundingSum>,
  after: ReadonlyArray<FundingSum>
): ReadonlyArray<YearLine> => {
  const [first, second] = [totalsOf(before), totalsOf(after)]
  return sourcesAbove([...first.sources(), ...second.sources()]).map((source): YearLine => {
    const [was, is] = [first.cell(source), second.cell(source)]
    const change = was === null || is === null ? null : amountOf(is.amount - was.amount)
    return {
      source,
      before: was?.amount ?? null,
      after: is?.amount ?? null,
      change,
      changePercent: change === null || was === null ? null : percentOf(change, was.amount, 1),
      illustrative: was?.illustrative === true || is?.illustrative === true
    }
  })
}

/** The sources that are the own budget of a unit of a level; of a district also what is said of district and communes together. */
const ownSources = (unit: Pick<Unit, "level"> | null): ReadonlyArray<FundingSourceKey> => {
  const of = unit === null ? "central" : unit.level
  return fundingSources.flatMap(({ budgetOf, key }) => {
    const local = of === "district" && (key === "investment.local" || key === "career.local")
    return local || (of !== "district" && budgetOf === of) ? [key] : []
  })
}

/** Stages at which a share of budget says most, the best first: what is given, what results publish, what is planned. */
const telling: ReadonlyArray<FundingStage> = ["allocated", "mobilised", "planned", "disbursed"]

/**
 * Of direct budget, how much is the unit's own (the State's for the whole country).
 *
 * **Details** Of one stage: the first of allocated, mobilised, planned, disbursed at which any budget is stated among the sums.
 */
export const ownBudget = (unit: Pick<Unit, "level"> | null, sums: ReadonlyArray<FundingSum>): OwnBudget => {
  const stage = telling.find((one) => sums.some((sum) => sum.stage === one && isWithin(sum.source, "budget"))) ?? null
  const totals = totalsOf(sums.filter((sum) => sum.stage === stage))
  const budget: Dong = totals.amount("budget") ?? amountOf(0)
  const own = amountOf(ownSources(unit).reduce((sum, key) => sum + (totals.amount(key) ?? 0), 0))
  return { stage, own, budget, percent: percentOf(own, budget, 1) }
}
