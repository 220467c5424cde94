import { exactDecimal, numberAt, powerOfTen } from "../../values/index.ts"
import type { Leaf } from "../rules/measure.ts"

type Window = Extract<Leaf, { readonly of: "window" }>

/** Calendar years whose values a window takes, on a day of `year`; earliest first. */
export const yearsOfWindow = (
  { before, years }: Pick<Window, "before" | "years">,
  year: number
): ReadonlyArray<number> => {
  const last = before ? year - 1 : year
  return Array.from({ length: years }, (_, at) => last - years + 1 + at)
}

/** Digits that a quotient is computed to: more than a double holds. */
const PLACES = 40

/**
 * The values of a window's years together. Null in, null out: a year without a value leaves no data.
 *
 * **Details** Summed as decimals (0,1 + 0,2 is 0,3); the average is the double nearest to the exact one.
 */
export const overYears = (how: Window["how"], values: ReadonlyArray<number | null>): number | null => {
  const known = values.filter((value) => value !== null)
  if (known.length < values.length || known.length === 0) return null
  if (how === "least") return Math.min(...known)
  if (how === "most") return Math.max(...known)
  const exact = known.map(exactDecimal)
  const scale = Math.max(...exact.map((one) => one.scale))
  const sum = exact.reduce((total, one) => total + one.coefficient * powerOfTen(scale - one.scale), 0n)
  if (how === "sum") return numberAt(sum, scale)
  return numberAt((sum * powerOfTen(PLACES)) / BigInt(known.length), scale + PLACES)
}
