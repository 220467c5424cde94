import type { InputKey } from "./condition.ts"
import type { Leaf } from "./measure.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Tier } from "../sets/tier.ts"

/** Whether a unit holds a tier: 1 for yes, 0 for no; under one set or any. */
export interface Held {
  readonly of: "held"
  readonly tier: Tier
  readonly set: CriteriaSetId | null
}

/** What a column of values is made of. */
export type ColumnSource = Exclude<Leaf, { readonly of: "criteriaLost" }> | Held

/** The column of what is reported under an input, attestations (1, 0) among them. */
export const inputColumn = (input: InputKey): string => `input:${input}`

/**
 * The canonical name of a column: leaves that read the same values have the same.
 *
 * **Details** How old a value may be is asked of the column's days, so it is not part of the name. Types are a list of
 * alternatives, so their order is not either.
 */
export const columnKey = (source: ColumnSource): string => {
  switch (source.of) {
    case "input":
      return inputColumn(source.input)
    case "window":
      return `window:${source.how}:${source.years}:${source.before ? "before" : "with"}:${source.input}`
    case "tierShare": {
      const types = source.types === null ? "*" : JSON.stringify([...new Set(source.types)].sort())
      return `tierShare:${source.level}:${types}:${source.tier}:${source.revalidate ? "again" : "once"}:${source.set ?? "*"}`
    }
    case "leastBelow":
      return `leastBelow:${source.level}:${source.input}`
    case "withdrawnBelow":
      return `withdrawnBelow:${source.level}`
    case "overdueDebt":
      return "overdueDebt"
    case "held":
      return `held:${source.tier}:${source.set ?? "*"}`
  }
}
