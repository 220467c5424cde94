import { formatNumber } from "../parts/format.ts"

/** A computed value carries more digits than it has. */
const SIGNIFICANT = 12

/** "85,5 % hộ": a value as it was judged, without the digits that computing adds. */
export const valueText = (value: number, unit: string | null): string => {
  const text = formatNumber(Number(value.toPrecision(SIGNIFICANT)))
  return unit === null ? text : `${text} ${unit}`
}

/** A share with at most one decimal: "12,5 %". */
export const shareOf = (share: number): string => `${formatNumber(Math.round(Math.abs(share) * 1000) / 10)} %`

/** "77,6 – 96 triệu đồng": a value that is known between two bounds. */
export const rangeText = (low: number, high: number, unit: string | null): string =>
  low === high ? valueText(low, unit) : `${valueText(low, null)} – ${valueText(high, unit)}`
