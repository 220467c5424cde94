import type { ColumnNeed } from "../evaluator/compile-uses.ts"
import type { InputKey } from "../rules/condition.ts"
import { overdueDebtInput } from "../observations/observation-input.ts"

/** The input that a column is made of directly, place by place; null for what is made of more. */
export const inputOf = ({ source }: Pick<ColumnNeed, "source">): InputKey | null =>
  source.of === "input" ? source.input : source.of === "overdueDebt" ? overdueDebtInput : null

/** Inputs that columns are made of directly, each once. */
export const inputsOf = (needs: Iterable<ColumnNeed>): ReadonlyArray<InputKey> => [
  ...new Set([...needs].flatMap((need) => inputOf(need) ?? []))
]
