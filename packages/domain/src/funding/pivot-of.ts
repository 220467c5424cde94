import { compareVietnamese } from "../values/index.ts"
import { CellSums, totalsOf } from "./cells.ts"
import { pivotFlags } from "./pivot-flags.ts"
import { siblingShares } from "./pivot-shares.ts"
import type { FundingPivot, PivotRow } from "./pivot.ts"
import type { FundingSum, StatedTier } from "./pivot-question.ts"
import type { PlacementPlan } from "./placement.ts"
import { sourcesAbove } from "./source-tree.ts"

interface Gathered {
  readonly row: number
  readonly kind: PivotRow["kind"]
  readonly agency: string | null
  readonly cells: CellSums
}

const order = { unit: 0, whole: 1, agency: 2, own: 3, ended: 4, rest: 5 } as const satisfies Record<
  PivotRow["kind"],
  number
>

/**
 * What a sum stands under: what the unit itself holds is told apart by agency, and from what its printed totals leave over.
 *
 * **Details** At the unit's own level there is but its one row as printed: a difference is one of this row, and of no total row over it.
 */
const kindOf = (plan: PlacementPlan, tier: PivotHead["tier"], { agency, kind, row }: FundingSum): PivotRow["kind"] => {
  const placed = plan.rows[row]?.kind ?? "own"
  if (placed !== "own") return placed
  if (agency !== null) return "agency"
  if (tier === plan.parent?.level) return "whole"
  return kind === "rounding" || kind === "unexplained" ? "rest" : "own"
}

const gather = (
  plan: PlacementPlan,
  tier: PivotHead["tier"],
  sums: ReadonlyArray<FundingSum>
): ReadonlyArray<Gathered> => {
  const found = new Map<string, Gathered>()
  for (const sum of sums) {
    const kind = kindOf(plan, tier, sum)
    const agency = kind === "agency" ? sum.agency : null
    const key = `${sum.row} ${kind} ${agency ?? ""}`
    const known = found.get(key) ?? { row: sum.row, kind, agency, cells: new CellSums() }
    found.set(key, known)
    known.cells.add(sum)
  }
  return [...found.values()].sort(
    (a, b) => order[a.kind] - order[b.kind] || a.row - b.row || compareVietnamese(a.agency ?? "", b.agency ?? "")
  )
}

/** Which money a pivot is of. */
export interface PivotHead extends Pick<FundingPivot, "year" | "stage" | "tier"> {
  readonly tiers: ReadonlyArray<StatedTier>
}

/**
 * The table of any source by any unit out of the sums of one year, stage and tier.
 *
 * **Details** Rows of which nothing was stated are left out; so are sources. Every total is the sum of its rows, and every source counts
 * what stands at it and at all below it.
 */
export const pivotOf = (
  plan: PlacementPlan,
  { stage, tier, tiers, year }: PivotHead,
  sums: ReadonlyArray<FundingSum>
): FundingPivot => {
  const totals = totalsOf(sums)
  const sources = sourcesAbove(totals.sources())
  const rows = gather(plan, tier, sums).map(({ agency, cells, kind, row }): PivotRow => ({
    kind,
    unit: plan.rows[row]?.unit ?? null,
    agency,
    cells: sources.map((source) => cells.cell(source))
  }))
  const total = sources.map((source) => totals.cell(source))
  const ofThese = tiers.filter((one) => one.year === year && one.stage === stage)
  return {
    unit: plan.parent,
    year,
    stage,
    tier,
    tiers: ofThese.map(({ amount, illustrative, tier: at }) => ({ tier: at, amount, illustrative })),
    sources,
    total,
    shares: siblingShares(
      sources,
      total.map((cell) => cell?.amount ?? null)
    ),
    rows,
    flags: pivotFlags({ unit: plan.parent, sources, total, rows, tiers: ofThese })
  }
}
