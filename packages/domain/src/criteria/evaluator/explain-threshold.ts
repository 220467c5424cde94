import type { Bilingual } from "../../values/index.ts"
import { UNKNOWN, YES } from "./columns.ts"
import { conditionsWithin } from "../rules/rule-parts.ts"
import type { AppliedThreshold } from "./explanation.ts"
import { conditionWords, numberWords, rowWords } from "./explain-words.ts"
import type { BoundThreshold, Scope } from "./kernels-bound.ts"
import { thresholdAt } from "./kernels-compare.ts"
import { rowAt } from "./kernels-threshold.ts"
import type { Threshold } from "../rules/threshold.ts"

const missing = (threshold: Threshold): Bilingual => {
  switch ("rows" in threshold ? threshold.awaiting : null) {
    case "province":
      return { vi: "Mức do cấp tỉnh quy định, chưa có", en: "Left to the province, which has not set it" }
    case "ministry":
      return { vi: "Mức do bộ công bố, chưa có", en: "To be published by the ministry" }
    case "source":
      return { vi: "Chưa biết mức trong văn bản", en: "The number in the law is not known here" }
    case null:
      return { vi: "Văn bản không có mức cho đơn vị này", en: "The law has no number for this unit" }
  }
}

/** The region by which the set sees the unit, and by which rule where that is not its own. */
const regionOf = (
  { columns, overrides, regions }: Scope,
  at: number
): { name: string | null; why: Bilingual | null } => {
  const name = regions.names[regions.region[at] ?? -1] ?? null
  const own = columns.profile.regions[columns.profile.region[at] ?? -1] ?? null
  const deciding = overrides.find(({ truth }) => truth.codes[at] === YES)
  if (name === own || name === null || deciding === undefined) return { name, why: null }
  const { vi, en } = conditionWords(deciding.truth.condition)
  return { name, why: { vi: `áp dụng như vùng ${name} (${vi})`, en: `as region ${name} (${en})` } }
}

const joined = (first: Bilingual, second: Bilingual | null): Bilingual =>
  second === null ? first : { vi: `${first.vi}; ${second.vi}`, en: `${first.en}; ${second.en}` }

const finite = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null)

/** The threshold that was applied to a unit, and why that one. */
export const explainThreshold = (scope: Scope, threshold: BoundThreshold, at: number): AppliedThreshold => {
  const value = finite(thresholdAt(threshold, at))
  const { follows } = threshold
  const source = threshold.threshold
  if ("times" in source) {
    const { code, set, times } = source
    if (follows === null) {
      const vi = `Theo chỉ tiêu ${code} của bộ ${set}, không có mức để theo`
      return {
        value,
        why: { vi, en: `Follows ${code} of ${set}, which has no number to follow` },
        row: null,
        region: null,
        follows: { times, set, code, value: null, why: missing({ rows: [], awaiting: "source" }) }
      }
    }
    const other = explainThreshold(follows.scope, follows.threshold, at)
    const number = other.value === null ? "?" : numberWords(other.value, null)
    const why = {
      vi: `${numberWords(times, null)} lần mức của chỉ tiêu ${code}, bộ ${set} (${number})`,
      en: `${numberWords(times, null)} times the threshold of ${code}, set ${set} (${number})`
    }
    return {
      value,
      why,
      row: null,
      region: other.region,
      follows: { times, set, code, value: other.value, why: other.why }
    }
  }
  const found = rowAt(threshold.rows, at)
  const asks = threshold.rows.some(
    ({ row }) => row.when !== null && conditionsWithin(row.when).some((one) => one.if === "region")
  )
  const region = asks ? regionOf(scope, at) : { name: null, why: null }
  const rest = { value, region: region.name, follows: null }
  if (found === null) return { ...rest, why: joined(missing(source), region.why), row: null }
  if (found === "undecided") {
    const open = threshold.rows.find(({ truth }) => truth !== null && truth.codes[at] === UNKNOWN)
    const words = open === undefined ? { vi: "", en: "" } : rowWords(open.row)
    const why = { vi: `Chưa biết có thuộc diện: ${words.vi}`, en: `Not known whether it is: ${words.en}` }
    return { ...rest, why, row: null }
  }
  const words = rowWords(found.row)
  const why = joined({ vi: `Mức cho ${words.vi}`, en: `The number for ${words.en}` }, region.why)
  return { ...rest, why, row: threshold.rows.indexOf(found) }
}
