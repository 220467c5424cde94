import { type Band, communeBands } from "@ntm/domain/criteria"
import { SHADES } from "../maps/shading.ts"

/** The ranges of reports for 19 criteria; else the whole set in the darkest, and the rest in even parts. */
export const bandsOf = (criteria: number): ReadonlyArray<Band> => {
  const [last] = communeBands.slice(-1)
  if (last?.to === criteria) return communeBands
  const below = Math.min(SHADES - 1, criteria)
  const starts = Array.from({ length: below }, (_, part) => Math.ceil((part * criteria) / below))
  return [...starts, criteria].map((from, part, all) => ({ from, to: (all[part + 1] ?? criteria + 1) - 1 }))
}
