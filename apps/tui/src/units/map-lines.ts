import { formatDay } from "@ntm/domain/values"
import { both, say } from "../language/lang.ts"
import { type Line, plain, span, type Span } from "../parts/line.ts"
import { cut, fit, width as cells } from "../parts/text.ts"
import { dayText } from "./asking.ts"
import { chosenRow, provinceOf, type Row } from "./branches.ts"
import { stopsIn } from "./going.ts"
import { drawMap } from "./map-drawing.ts"
import { problemText } from "./tree-lines.ts"
import type { UnitMap } from "./unit-reads.ts"
import { belowWords } from "./unit-words.ts"
import { answered, type Frame, mapKey, type UnitsState } from "./units-state.ts"

const own = {
  map: both("Bản đồ", "Map of"),
  reading: both("đang đọc bản đồ…", "reading the map…"),
  cells: both("ranh giới phỏng theo tâm đơn vị", "borders drawn around centres"),
  shortened: both("biển trống rút ngắn", "empty sea shortened"),
  undrawn: both("chưa có hình", "without a shape"),
  nothing: both("Chưa biết ranh giới hay tâm của các đơn vị.", "Neither borders nor centres of the units are known.")
} as const

/** Codes to be filled: of the chosen commune, or of all that lie below the chosen district; of none for a province. */
const chosenCodes = (units: UnitsState, { map }: UnitMap, rows: ReadonlyArray<Row>): ReadonlySet<string> => {
  const row = chosenRow(units, rows)
  // A village has no shape of its own.
  const of = row?.unit.level === "village" ? row.above[0] : row?.unit
  return new Set(
    of === undefined || of.level === "province"
      ? []
      : map.units.filter(({ id, parentId }) => id === of.id || parentId === of.id).map(({ code }) => code)
  )
}

const message = (text: string, { height, width }: Frame, tone: "dim" | "bad"): ReadonlyArray<Line> =>
  Array.from({ length: height }, (_, at): Line => [
    at === Math.floor(height / 2) ? span(fit(` ${text}`, width), tone) : span(" ".repeat(width))
  ])

/** The map of the province that the cursor is in, with a line above it: exactly `height` lines of `width` cells. */
export const mapLines = (units: UnitsState, rows: ReadonlyArray<Row>, frame: Frame): ReadonlyArray<Line> => {
  const { height, lang, width } = frame
  const province = provinceOf(units, rows)
  if (province === undefined || units.day === null) return message("", frame, "dim")
  const answer = answered(units, "Map", mapKey(province.code, units.day))
  if (answer?._tag === "Failed") return message(problemText(answer.problem, lang), frame, "bad")
  // While the map of another day is on its way, the last one of the province stays.
  const shown = answer ?? (units.map?.map.province.code === province.code ? units.map : undefined)
  if (shown === null || shown === undefined) return message(say(own.reading, lang), frame, "dim")
  const { asOf, province: of, topology, undrawn, units: drawn } = shown.map
  const guessed = topology.objects.units.geometries.some(({ properties }) => properties.source === "cell")
  const caption = [
    `${say(own.map, lang)} ${of.type} ${of.name}`,
    belowWords(drawn, lang),
    ...(answer === undefined ? [dayText(asOf)] : [])
  ].join(" · ")
  const head: Line = [span(fit(caption, width), answer === undefined ? "dim" : "accent")]
  if (topology.objects.units.geometries.length === 0)
    return [head, ...message(say(own.nothing, lang), { ...frame, height: height - 1 }, "dim")]
  const { lines, shortened } = drawMap(topology, chosenCodes(units, shown, rows), width, Math.max(1, height - 2))
  const notes = [
    ...(undrawn.length > 0 ? [`${undrawn.length} ${say(own.undrawn, lang)}`] : []),
    ...(guessed ? [say(own.cells, lang)] : []),
    ...(shortened ? [say(own.shortened, lang)] : [])
  ].join(" · ")
  return [head, ...lines, [span(fit(notes, width), "dim")]].slice(0, height)
}

/** The days at which stepping through time stops, the day of the tree among them and marked. */
export const timeLine = (units: UnitsState, { width }: Frame): Line => {
  if (units.day === null) return []
  const on = units.going?.day ?? units.day
  const days = [...new Set([...stopsIn(units), on])].sort()
  const at = days.indexOf(on)
  const mark = (day: (typeof days)[number]): Span =>
    day === on ? span(`● ${formatDay(day)}`, "strong") : span(`○ ${formatDay(day)}`, "dim")
  const joined = (from: number, to: number): Line =>
    days.slice(from, to).flatMap((day, index) => (index === 0 ? [mark(day)] : [span(" ── ", "dim"), mark(day)]))
  const whole = joined(0, days.length)
  const line: Line = [span("[ ", "accent"), ...whole, span(" ]", "accent")]
  if (cells(plain(line)) <= width) return line
  const near = joined(Math.max(0, at - 1), at + 2)
  return cells(plain(near)) <= width ? near : [span(cut(formatDay(on), width), "strong")]
}
