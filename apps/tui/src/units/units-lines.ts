import { formatDay } from "@ntm/domain/values"
import { both, say } from "../language/lang.ts"
import { CARET, type Line, span } from "../parts/line.ts"
import { fit, width as cells } from "../parts/text.ts"
import { chosenRow, cursorOf, type Row, rowsOf } from "./branches.ts"
import { documentsOn } from "./going.ts"
import { mapLines, timeLine } from "./map-lines.ts"
import { hitFoot, hitLine, hitsHeader } from "./search-lines.ts"
import { kinLines, storyLines } from "./story-lines.ts"
import { problemText, treeFoot, treeHeader, treeLine } from "./tree-lines.ts"
import { countWords } from "./unit-words.ts"
import {
  answered,
  type Frame,
  hasPanel,
  pageOf,
  rowsHeight,
  searchKey,
  storyKey,
  type UnitsState,
  type ViewOf
} from "./units-state.ts"

const own = {
  reading: both("Đang đọc cây đơn vị…", "Reading the tree of units…"),
  readingStory: both("Đang đọc…", "Reading…"),
  again: both("Bấm r để thử lại.", "Press r to try again."),
  units: both("Đơn vị ngày", "Units on"),
  search: both("Tìm đơn vị", "Find a unit"),
  searchHint: both(
    "Gõ tên, không cần dấu: vinh bao, h. vinh bao, vbao; cả tên cũ, hoặc mã.",
    "Type a name without marks: vinh bao, h. vinh bao, vbao; old names too, or a code."
  ),
  searching: both("đang tìm…", "searching…"),
  noHit: both("Không tìm thấy đơn vị nào", "No unit was found"),
  day: both("Xem vào ngày", "As of"),
  dayHint: both("ngày/tháng/năm, Enter để xem", "day/month/year, Enter to see it")
} as const

/** Left and right on one line; the left part gives way. */
const apart = (left: string, right: string, width: number): Line => [
  span(fit(left, width - cells(right)), "strong"),
  span(right, "dim")
]

/** The line below the tree: the day as it is typed, else what there is to say, else where the chosen unit lies. */
const footOf = (units: UnitsState, rows: ReadonlyArray<Row>, { lang, width }: Frame): Line => {
  const { said, view } = units
  if (view._tag === "Day") {
    const asked = `${say(own.day, lang)}: `
    const room = Math.max(0, width - cells(asked) - cells(view.text) - 3)
    return [
      span(asked, "accent"),
      span(view.text, "strong"),
      CARET,
      span(`  ${fit(say(own.dayHint, lang), room)}`, "dim")
    ]
  }
  if (said !== null) return [span(fit(say(said.text, lang), width), said.tone)]
  const row = chosenRow(units, rows)
  return row === undefined ? [] : [span(fit(treeFoot(row, lang), width), "dim")]
}

const captionOf = (units: UnitsState, rows: ReadonlyArray<Row>, { lang }: Frame, width: number): Line => {
  if (units.day === null) return []
  // What is wrong with a typed day needs the whole line in a narrow window.
  const { view } = units
  if (view._tag === "Day" && view.problem !== null) return [span(fit(say(view.problem, lang), width), "bad")]
  const documents = documentsOn(units, units.day)
  const day = `${say(own.units, lang)} ${formatDay(units.day)}`
  const counts = units.counts === null ? "" : ` · ${countWords(units.counts, lang)}`
  const place = rows.length === 0 ? "" : ` ${cursorOf(units, rows) + 1}/${rows.length}`
  const whole = `${day}${documents === "" ? "" : ` (${documents})`}${counts}`
  return apart(cells(whole) + cells(place) <= width ? whole : `${day}${counts}`, place, width)
}

/** Part of the width that the map has beside the tree. */
const MAP_PART = 0.4

const treeView = (units: UnitsState, frame: Frame): ReadonlyArray<Line> => {
  const { height, lang, width } = frame
  const rows = rowsOf(units)
  const foot = footOf(units, rows, frame)
  if (units.wide) {
    const map = mapLines(units, rows, { ...frame, height: Math.max(1, height - 2) })
    return height < 4 ? [...map.slice(0, height - 1), foot] : [...map, timeLine(units, frame), foot]
  }
  const panel = hasPanel(frame) ? Math.floor(width * MAP_PART) : 0
  const room = panel === 0 ? width : width - panel - 2
  const cursor = cursorOf(units, rows)
  const list: ReadonlyArray<Line> = [
    captionOf(units, rows, frame, room),
    treeHeader(room, lang),
    ...Array.from({ length: rowsHeight(frame) }, (_, offset): Line => {
      const row = rows[units.top + offset]
      return row === undefined ? [span(" ".repeat(room))] : treeLine(row, units.top + offset === cursor, room, lang)
    })
  ]
  if (panel === 0) return [...list, foot]
  const map = mapLines(units, rows, { ...frame, width: panel, height: list.length })
  return [...list.map((line, at): Line => [...line, span("  "), ...(map[at] ?? [])]), foot]
}

const searchView = (units: UnitsState, view: ViewOf<"Search">, frame: Frame): ReadonlyArray<Line> => {
  const { lang, width } = frame
  const query = view.query.trim()
  const day = units.day
  const now = day === null ? undefined : answered(units, "Search", searchKey(query, day))
  const shown = day === null || view.shown === null ? undefined : answered(units, "Search", searchKey(view.shown, day))
  const hits = shown?._tag === "Search" ? shown.hits : []
  const { cursor, top } = view.window
  const state =
    query === ""
      ? ""
      : now === undefined
        ? say(own.searching, lang)
        : now._tag === "Failed"
          ? problemText(now.problem, lang)
          : hits.length === 0
            ? say(own.noHit, lang)
            : `${cursor + 1}/${hits.length}`
  const asked = `${say(own.search, lang)}: `
  const hit = hits[cursor]
  return [
    [
      span(asked, "accent"),
      span(view.query, "strong"),
      CARET,
      span(`  ${state}`, now?._tag === "Failed" || (now !== undefined && hits.length === 0) ? "warn" : "dim")
    ],
    query === "" ? [span(fit(say(own.searchHint, lang), width), "dim")] : hitsHeader(width, lang),
    ...Array.from({ length: rowsHeight(frame) }, (_, offset): Line => {
      const hit = hits[top + offset]
      return hit === undefined ? [] : hitLine(hit, top + offset === cursor, width, lang)
    }),
    hit === undefined ? [] : [span(fit(hitFoot(hit, lang), width), "dim")]
  ]
}

const storyView = (units: UnitsState, view: ViewOf<"Story">, frame: Frame): ReadonlyArray<Line> => {
  const page = pageOf(units)
  const story = page === undefined ? undefined : answered(units, "Story", storyKey(page))
  if (page === undefined || story === undefined) return [[], [span(say(own.readingStory, frame.lang), "dim")]]
  if (story._tag === "Failed")
    return [[], [span(problemText(story.problem, frame.lang), "bad")], [], [span(say(own.again, frame.lang), "dim")]]
  return view.kin === null
    ? storyLines(story, frame).slice(page.top, page.top + frame.height)
    : kinLines(story, view.kin, frame)
}

/** The body of the tab of units: at most `height` lines of at most `width` cells. */
export const unitsLines = (units: UnitsState, frame: Frame): ReadonlyArray<Line> => {
  const { said, view } = units
  if (units.day === null)
    return said === null
      ? [[], [span(say(own.reading, frame.lang), "dim")]]
      : [
          [],
          [span(fit(say(said.text, frame.lang), frame.width), said.tone)],
          [],
          [span(say(own.again, frame.lang), "dim")]
        ]
  switch (view._tag) {
    case "Search":
      return searchView(units, view, frame)
    case "Story":
      return storyView(units, view, frame)
    default:
      return treeView(units, frame)
  }
}
