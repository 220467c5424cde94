import { Result } from "effect"
import { type Dong, dong } from "../values/index.ts"
import type { PivotCell } from "./pivot.ts"
import type { FundingSum } from "./pivot-question.ts"
import type { FundingSourceKey } from "./source.ts"
import { pathOf } from "./source-tree.ts"

/** A sum of amounts as an amount. Throws beyond nine million tỷ: no budget of the State comes near. */
export const amountOf = (sum: number): Dong => Result.getOrThrow(dong(sum))

interface Counting {
  amount: number
  unexplained: number
  illustrative: boolean
}

/** What is counted for one row: every source with everything below it. Only sources of which anything was stated are in it. */
export class CellSums {
  readonly #cells = new Map<FundingSourceKey, Counting>()

  add({ amount, illustrative, kind, source }: Pick<FundingSum, "amount" | "illustrative" | "kind" | "source">): void {
    const unexplained = kind === "unexplained" ? amount : 0
    for (const key of pathOf(source)) {
      const cell = this.#cells.get(key)
      if (cell === undefined) this.#cells.set(key, { amount, unexplained, illustrative })
      else {
        cell.amount += amount
        cell.unexplained += unexplained
        cell.illustrative ||= illustrative
      }
    }
  }

  /** Sources of which anything was stated, and all above them. */
  sources(): Iterable<FundingSourceKey> {
    return this.#cells.keys()
  }

  cell(source: FundingSourceKey): PivotCell | null {
    const cell = this.#cells.get(source)
    if (cell === undefined) return null
    const { amount, illustrative, unexplained } = cell
    return { amount: amountOf(amount), unexplained: amountOf(unexplained), illustrative }
  }

  amount(source: FundingSourceKey): Dong | null {
    const cell = this.#cells.get(source)
    return cell === undefined ? null : amountOf(cell.amount)
  }
}

/** The sums of a table as one row: its totals. */
export const totalsOf = (sums: Iterable<FundingSum>): CellSums => {
  const totals = new CellSums()
  for (const sum of sums) totals.add(sum)
  return totals
}
