import type { CarryRule } from "../../units/index.ts"

/** What of an input decides how its values pass to other boundaries. */
interface Carried {
  readonly name: string
  readonly unit: string | null
  /** "attestation", "percent", "count", "ratio", "money". */
  readonly measure: string
}

/** What shares are shares of, by the word that the unit or the name says so with; everything else is weighed by people. */
const weights: ReadonlyArray<readonly [word: RegExp, weight: string]> = [
  [/(^|\s)hộ(\s|$)|nhà ở/iu, "households"],
  [/diện tích|đất/iu, "areaKm2"]
]

/** Levels ("phổ cập mức độ 2") and marks are no amounts: neither a sum nor an average of them means anything. */
const isLevel = (unit: string | null): boolean => unit === "mức độ"
const isMark = (unit: string | null): boolean => unit === "điểm số"

/**
 * How the values of an input pass to other boundaries, where its set does not say: counts are summed, shares averaged by the
 * households, land or people that they are shares of, amounts per head averaged by people; an attestation holds if it held
 * everywhere, and so does a level; marks are given anew.
 */
export const carryOf = ({ measure, name, unit }: Carried): CarryRule => {
  if (measure === "attestation") return { carry: "attested" }
  if (isLevel(unit)) return { carry: "lowest" }
  if (isMark(unit)) return { carry: "none" }
  const word = unit === "%" || unit === null ? name : unit
  const weight = weights.find(([pattern]) => pattern.test(word))?.[1] ?? "population"
  if (measure === "percent") return { carry: "average", weight, min: 0, max: 100 }
  if (measure === "count") return { carry: "sum", weight: "population" }
  return { carry: "average", weight: "population", min: 0, max: null }
}
