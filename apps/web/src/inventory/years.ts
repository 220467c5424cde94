import { usePlan } from "../documents/plan.ts"
import type { InventoryScope } from "./use-inventory-scope.ts"

/** The year that is counted: as the address says, else that of the day on screen, else the plan's. */
export const usePlanYear = (scope: Pick<InventoryScope, "asOf" | "year">): (() => number | undefined) => {
  const plan = usePlan()
  return () => {
    const text = scope.year() ?? scope.asOf()?.slice(0, 4) ?? plan()?.date?.slice(0, 4)
    return text === undefined || !/^\d{4}$/.test(text) ? undefined : Number(text)
  }
}

/** Years that can be chosen: some before and after the one that is shown. */
export const yearsAround = (year: number | undefined): ReadonlyArray<string> =>
  year === undefined ? [] : [2, 1, 0, -1, -2, -3, -4].map((more) => String(year + more))
