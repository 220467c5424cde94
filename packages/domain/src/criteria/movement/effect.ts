import type { Verdict } from "../rules/verdict.ts"
import type { MovedNumber, UnitMove } from "./movement.ts"
import { MovementCause } from "./standpoint.ts"

const countsAsMet = (verdict: Verdict | null): number => Number(verdict === "met" || verdict === "exempt")

/**
 * What one unit's move did to a number: over the units of a step the effects add up to the step's part, exactly.
 *
 * **Gotchas** Null for the average where the unit moved it: an average of others moves too, so no unit has a share of its own.
 */
export const effectOn = ({ criterion, of }: Pick<MovedNumber, "criterion" | "of">, move: UnitMove): number | null => {
  const { after, before, gained, holds, lost } = move
  switch (of) {
    case "units":
      return Number(after !== null) - Number(before !== null)
    case "holding":
      return holds === null ? 0 : holds ? 1 : -1
    case "set":
      return countsAsMet(after) - countsAsMet(before)
    case "criterion": {
      const no = criterion?.no ?? -1
      return Number(gained.includes(no)) - Number(lost.includes(no))
    }
    case "total":
      return gained.length - lost.length
    case "average":
      return gained.length === lost.length && (before === null) === (after === null) ? 0 : null
  }
}

/** A step of a number from what it was to what it became, by one cause. */
export interface NumberStep {
  readonly cause: MovementCause
  readonly from: number
  readonly to: number
}

/** The steps by which a number moved, one after the other, without those that did nothing: the first begins at `before`, the last ends at `after`. */
export const stepsOf = ({ before, parts }: Pick<MovedNumber, "before" | "parts">): ReadonlyArray<NumberStep> => {
  let from = before
  return MovementCause.literals.flatMap((cause) => {
    if (parts[cause] === 0) return []
    const step = { cause, from, to: from + parts[cause] }
    from = step.to
    return [step]
  })
}
