import type { Facts } from "../../documents/index.ts"
import { computedAverage, type SetResults } from "./results.ts"

/** Places of an average that are compared: far beyond what a document prints. */
const AVERAGE_DECIMALS = 6

/**
 * Facts that published figures are computed from: `criteria/<set>/average`, the criteria met per unit, and
 * `criteria/<set>/highest`, the most units that any one criterion counts as having met it.
 *
 * **Details** From the lines of Phụ lục 01 of the same document. Null for a name that is not of this form.
 */
export const criteriaFacts =
  (results: ReadonlyArray<SetResults>): Facts =>
  (document, name) => {
    const [kind, code, question] = name.split("/")
    const set = results.find((candidate) => candidate.document === document && candidate.code === code)
    if (kind !== "criteria" || set === undefined) return null
    const place = { file: "appendix-01-criteria.json", path: `/sets/${set.code}` }
    const units = `${set.evaluatedCount} ${set.unitWord ?? "đơn vị"}`
    if (question === "average") {
      const label = `Phụ lục 01 · ${set.name} · bình quân ${set.criteria.length} tiêu chí trên ${units}`
      return {
        value: Number(computedAverage(set).toFixed(AVERAGE_DECIMALS)),
        decimals: AVERAGE_DECIMALS,
        ...place,
        label
      }
    }
    if (question === "highest") {
      const label = `Phụ lục 01 · ${set.name} · số đạt cao nhất ở một tiêu chí`
      return { value: Math.max(0, ...set.criteria.map(({ metCount }) => metCount ?? 0)), decimals: 0, ...place, label }
    }
    return null
  }
