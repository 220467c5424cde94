import type { CurvePoint, SCurve } from "@ntm/domain/works"
import { type Day, daysBetween, formatDay } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { blank, type Dots, hasDot, letterOf, setDot, setLine } from "../parts/braille.ts"
import { type Line, type Span, span, type Tone } from "../parts/line.ts"
import { fit, width as cells } from "../parts/text.ts"

const own = {
  planned: both("kế hoạch", "planned"),
  done: both("đã làm", "built"),
  paid: both("đã trả", "paid"),
  empty: both("Chưa đủ số liệu để vẽ đường tiến độ.", "Not enough is known for a curve.")
} as const

/** Cells of the axis: "100 ┤". */
const AXIS = 5

interface Series {
  readonly dots: Dots
  readonly tone: Tone
}

type Value = (point: CurvePoint) => number | null

interface Spread {
  readonly columns: number
  readonly rows: number
  readonly from: Day
  readonly length: number
}

const at = ({ columns, from, length, rows }: Spread, { day }: CurvePoint, percent: number) => ({
  x: Math.round((daysBetween(from, day) / Math.max(1, length)) * (columns * 2 - 1)),
  y: Math.round((1 - Math.max(0, Math.min(100, percent)) / 100) * (rows * 4 - 1))
})

/** A series as dots: a line without gaps, or every so many columns, so that it is told from the others without a colour. */
const drawn = (points: ReadonlyArray<CurvePoint>, value: Value, spread: Spread, apart: number): Dots => {
  const whole = blank(spread.columns, spread.rows)
  let before: { readonly x: number; readonly y: number } | null = null
  for (const point of points) {
    const percent = value(point)
    if (percent === null) continue
    const to = at(spread, point, percent)
    if (before === null) setDot(whole, to.x, to.y)
    else setLine(whole, before.x, before.y, to.x, to.y)
    before = to
  }
  if (apart === 1) return whole
  const thin = blank(spread.columns, spread.rows)
  for (let y = 0; y < spread.rows * 4; y++)
    for (let x = 0; x < spread.columns * 2; x++) if (x % apart === 0 && hasDot(whole, x, y)) setDot(thin, x, y)
  return thin
}

const rowLine = (series: ReadonlyArray<Series>, columns: number, row: number): Line =>
  Array.from({ length: columns }, (_, column): Span => {
    const place = row * columns + column
    const set = series.filter(({ dots }) => (dots.cells[place] ?? 0) !== 0)
    const byte = set.reduce((sum, { dots }) => sum | (dots.cells[place] ?? 0), 0)
    return span(letterOf(byte), set[0]?.tone ?? "plain")
  })

const axis = (row: number, rows: number): string => {
  const label = row === 0 ? "100" : row === rows - 1 ? "0" : row === Math.floor((rows - 1) / 2) ? "50" : ""
  return `${fit(label, AXIS - 2, "right")} ${label === "" ? "│" : "┤"}`
}

/** The days below the picture: its first, the last of what happened, its last. */
const dayLine = (points: ReadonlyArray<CurvePoint>, spread: Spread, columns: number): string => {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ""
  const now = points.findLast(({ done }) => done !== null)
  const [left, right] = [formatDay(first.day), formatDay(last.day)]
  const middle = now === undefined || now === first || now === last ? "" : `▲${formatDay(now.day)}`
  const x = now === undefined ? 0 : Math.floor(at(spread, now, 0).x / 2)
  const place = Math.max(cells(left) + 1, Math.min(x, columns - cells(right) - cells(middle) - 1))
  const fits = middle !== "" && place > cells(left) && place + cells(middle) < columns - cells(right)
  return fits
    ? `${fit(left, place)}${middle}${fit(right, columns - place - cells(middle), "right")}`
    : `${left}${fit(right, columns - cells(left), "right")}`
}

/** Which line is which, as each is drawn. */
const legend = (lang: Lang): Line => [
  span("⠄⠄⠄ ", "dim"),
  span(say(own.planned, lang), "dim"),
  span("  ⠤⠤⠤ ", "good"),
  span(say(own.done, lang), "good"),
  span("  ⠠⠄⠠ ", "warn"),
  span(say(own.paid, lang), "warn")
]

/** An S-curve as `height` lines of at most `width` cells: planned, built and paid in per cent over the days. */
export const curveLines = (
  { points }: Pick<SCurve, "points">,
  width: number,
  height: number,
  lang: Lang
): ReadonlyArray<Line> => {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined || first === last) return [[span(say(own.empty, lang), "dim")]]
  const columns = Math.max(10, width - AXIS)
  const rows = Math.max(3, height - 2)
  const spread: Spread = { columns, rows, from: first.day, length: daysBetween(first.day, last.day) }
  // What is drawn first gives a shared cell its tone.
  const series: ReadonlyArray<Series> = [
    { dots: drawn(points, ({ done }) => done, spread, 1), tone: "good" },
    { dots: drawn(points, ({ paid }) => paid, spread, 2), tone: "warn" },
    { dots: drawn(points, ({ planned }) => planned, spread, 3), tone: "dim" }
  ]
  return [
    ...Array.from({ length: rows }, (_, row): Line => [span(axis(row, rows), "dim"), ...rowLine(series, columns, row)]),
    [span(`${" ".repeat(AXIS)}${dayLine(points, spread, columns)}`, "dim")],
    [span(" ".repeat(AXIS)), ...legend(lang)]
  ]
}
