import type { DebtStanding } from "@ntm/domain/works"
import { Dong } from "@ntm/domain/values"

/** The greatest age in days of each bin but the last, which has none. */
const ends = [30, 60, 90, 180] as const

/** Debt gathered by age, the youngest first; every part is in exactly one bin. */
export const ageBins = (parts: DebtStanding["parts"]): ReadonlyArray<{ readonly amount: Dong }> => {
  const sums = [0, 0, 0, 0, 0]
  for (const { ageDays, amount } of parts) {
    const bin = ends.findIndex((end) => ageDays <= end)
    const at = bin < 0 ? ends.length : bin
    sums[at] = (sums[at] ?? 0) + amount
  }
  return sums.map((amount) => ({ amount: Dong.make(amount) }))
}
