import type { Target } from "@ntm/domain/criteria"
import { formatNumber } from "../parts/format.ts"

const comparisons = { ">=": "≥ ", "<=": "≤ ", "=": "" } as const

/**
 * What a target wants, as printed: "90 + 12 = 102/181 · 56 %", "≥ 70 %".
 *
 * **Details** Empty for a direction without a number.
 */
export const plannedText = ({ added, baseline, operator, outOf, total, unit, value }: Target): string => {
  const sum = [
    ...(baseline === null ? [] : [formatNumber(baseline)]),
    ...(added === null ? [] : [`+ ${formatNumber(added)}`]),
    ...(total === null ? [] : [`${baseline === null && added === null ? "" : "= "}${formatNumber(total)}`])
  ].join(" ")
  const counted = sum === "" ? [] : [outOf === null ? sum : `${sum}/${formatNumber(outOf)}`]
  const stated =
    value === null
      ? []
      : [`${operator === null ? "" : comparisons[operator]}${formatNumber(value)}${unit === null ? "" : ` ${unit}`}`]
  return [...counted, ...stated].join(" · ")
}
