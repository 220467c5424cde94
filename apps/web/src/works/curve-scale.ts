import type { CurvePoint } from "@ntm/domain/works"
import { type Day, daysBetween } from "@ntm/domain/values"

/** The first and the last day of a chart. */
export interface Span {
  readonly from: Day
  readonly to: Day
}

/** Where a day lies in a span, from 0 (its first day) to 1 (its last); outside it at the nearer end. A span of one day is all at 0. */
export const placeOf = (day: Day, { from, to }: Span): number => {
  const length = daysBetween(from, to)
  return length <= 0 ? 0 : Math.min(1, Math.max(0, daysBetween(from, day) / length))
}

/** Of a line, as the path of an SVG 100 wide and 100 high; points without a value are left out, where none is left it is empty. */
export const linePath = (
  points: ReadonlyArray<CurvePoint>,
  pick: (point: CurvePoint) => number | null,
  span: Span
): string =>
  points
    .flatMap((point) => {
      const value = pick(point)
      return value === null ? [] : [[placeOf(point.day, span) * 100, 100 - Math.min(100, Math.max(0, value))] as const]
    })
    .map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(2)} ${y.toFixed(2)}`)
    .join(" ")

/** First days of months inside a span, evenly few enough to be written side by side, with their place. */
export const monthTicks = (
  { from, to }: Span,
  most: number
): ReadonlyArray<{ readonly month: string; readonly place: number }> => {
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1
  const step = [1, 2, 3, 6, 12, 24, 60].find((each) => (last - first) / each < most) ?? 120
  const length = daysBetween(from, to)
  if (length <= 0) return []
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((month) => month % step === 0)
    .flatMap((month) => {
      const text = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`
      const days = Math.round((Date.parse(`${text}-01`) - Date.parse(from)) / 86_400_000)
      return days < 0 || days > length ? [] : [{ month: `${text.slice(5)}/${text.slice(0, 4)}`, place: days / length }]
    })
}
