import { computedAverage, type CriterionResult, type SetResults } from "@ntm/domain/criteria"
import { formatDay, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { words } from "../language/words.ts"
import type { Detail } from "../parts/detail.ts"
import { bar, type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { choose, type Line, span, type Tone } from "../parts/line.ts"
import type { OpenList } from "../parts/list.ts"
import { searched } from "../parts/search.ts"

/** A row is a set's heading or one of its lines. */
type Row = { readonly set: SetResults; readonly line: CriterionResult | null }

const own = {
  caption: both("Kết quả thực hiện các bộ tiêu chí đến ngày", "Results by criteria set as of"),
  none: both(
    "Văn bản này không công bố kết quả theo bộ tiêu chí.",
    "This document publishes no results by criteria set."
  ),
  no: both("TT", "No"),
  name: both("Nội dung", "Criterion"),
  met: both("Đạt", "Met"),
  missing: both("Còn thiếu", "Missing"),
  evaluated: both("Số đơn vị đánh giá", "Units evaluated"),
  average: both("Bình quân văn bản ghi", "Average as stated"),
  computed: both("Bình quân tính lại", "Average from the lines"),
  perUnit: both("tiêu chí", "criteria"),
  printed: both("Bản in ghi", "As printed"),
  set: both("Bộ tiêu chí", "Criteria set"),
  units: both("Các đơn vị", "Units"),
  beyond: both("nhiều hơn số đơn vị đánh giá", "more than the units evaluated")
}

const levelWord = {
  commune: both("xã", "communes"),
  district: both("huyện", "districts"),
  province: both("tỉnh, thành phố", "provinces")
} as const

const rowsOf = (results: ReadonlyArray<SetResults>, query: string): ReadonlyArray<Row> =>
  results.flatMap((set): ReadonlyArray<Row> => {
    const head: Row = { set, line: null }
    // A search that names the set shows all of it; one that names a criterion shows it below its set.
    if (searched([set], query, ({ name }) => name).length > 0)
      return [head, ...set.criteria.map((line) => ({ set, line }))]
    const found = searched(set.criteria, query, ({ name }) => `${name} ${set.name}`)
    return found.length === 0 ? [] : [head, ...found.map((line) => ({ set, line }))]
  })

const unitWord = (set: SetResults, lang: Lang): string =>
  lang === "vi" ? (set.unitWord ?? say(levelWord[set.level], lang)) : say(levelWord[set.level], lang)

const average = (set: SetResults): { readonly stated: string; readonly computed: string } => ({
  stated: `${formatNumber(set.statedAverage, set.statedAverageDecimals)}/${set.outOf}`,
  computed: `${formatNumber(computedAverage(set), set.statedAverageDecimals)}/${set.outOf}`
})

const standing = (row: Row): Tone => {
  const { line, set } = row
  if (line === null || line.metCount === null) return "plain"
  return line.metCount > set.evaluatedCount ? "bad" : line.metCount === set.evaluatedCount ? "good" : "warn"
}

const missing = (row: Row, lang: Lang): string => {
  const { line, set } = row
  if (line === null || line.metCount === null || line.metCount === set.evaluatedCount) return ""
  const count = set.evaluatedCount - line.metCount
  return count > 0 ? `${count} ${unitWord(set, lang)}` : `▲ +${-count}`
}

const doubted = (set: SetResults): boolean => average(set).stated !== average(set).computed

/** A mark where the lines below give another average than the one stated. */
const sum = (set: SetResults, lang: Lang): string => {
  const mark = doubted(set) ? " ▲" : ""
  return `${set.evaluatedCount} ${unitWord(set, lang)} · ${average(set).stated} ${say(own.perUnit, lang)}${mark}`
}

const detailOf = ({ line, set }: Row, lang: Lang, document: string): Detail => {
  const { computed, stated } = average(set)
  const source = `${document} · ${say(words.appendix01, lang)} · ${formatDay(set.asOf)}`
  const notes = set.notes === null ? [] : [{ label: say(words.note, lang), text: set.notes }]
  if (line === null)
    return {
      title: set.name,
      fields: [
        { label: say(own.evaluated, lang), text: `${set.evaluatedCount} ${unitWord(set, lang)}` },
        { label: say(own.average, lang), text: stated },
        { label: say(own.computed, lang), text: computed, tone: doubted(set) ? "bad" : "good" },
        ...(set.evaluatedUnits.length === 0
          ? []
          : [{ label: say(own.units, lang), text: set.evaluatedUnits.join(", ") }]),
        ...notes,
        { label: say(words.source, lang), text: source }
      ]
    }
  const beyond = line.metCount !== null && line.metCount > set.evaluatedCount ? ` (${say(own.beyond, lang)})` : ""
  return {
    title: `${line.no}. ${line.name}`,
    fields: [
      { label: say(own.set, lang), text: set.name },
      {
        label: say(own.met, lang),
        text: `${line.metCount ?? "–"}/${set.evaluatedCount} ${unitWord(set, lang)}${beyond}`,
        tone: standing({ line, set })
      },
      { label: say(own.printed, lang), text: line.printed },
      ...notes,
      { label: say(words.source, lang), text: source }
    ]
  }
}

const BAR = 12

/** Tiêu chí: Phụ lục 01 as printed, each set under its heading. */
export const openCriteria = (
  results: ReadonlyArray<SetResults>,
  document: string,
  query: string,
  lang: Lang,
  width: number
): OpenList => {
  const rows = rowsOf(results, query)
  const columns: ReadonlyArray<Column> = spread(
    [
      { title: say(own.no, lang), width: 3, align: "right" },
      { title: say(own.name, lang), width: 20, grow: 1 },
      { title: "", width: width < 70 ? 0 : BAR },
      { title: say(own.met, lang), width: 9, align: "right" },
      { title: say(own.missing, lang), width: 12, align: "right" }
    ],
    width
  )
  const heading = (set: SetResults): Line => {
    const right = sum(set, lang)
    return gridLine(
      [
        { title: "", width: Math.max(10, width - right.length - 2) },
        { title: "", width: Math.min(right.length, Math.max(0, width - 12)) }
      ],
      [
        { text: set.name, tone: "accent" },
        { text: right, tone: doubted(set) ? "bad" : "dim" }
      ]
    )
  }
  const day = results[0]?.asOf
  return {
    count: rows.length,
    total: results.reduce((count, set) => count + 1 + set.criteria.length, 0),
    caption: day === undefined ? say(own.none, lang) : `${say(own.caption, lang)} ${formatDay(day)}`,
    header: gridHeader(columns, 1),
    line: (index, chosen) => {
      const row = rows[index]
      if (row === undefined) return []
      if (row.line === null) return chosen ? choose(heading(row.set)) : heading(row.set)
      const { metCount, name, no, printed } = row.line
      const tone = standing(row)
      const share = metCount === null || row.set.evaluatedCount === 0 ? 0 : metCount / row.set.evaluatedCount
      const line = gridLine(columns, [
        { text: String(no), tone: "dim" },
        { text: name },
        { text: metCount === null || width < 70 ? "" : bar(share, BAR), tone },
        { text: metCount === null ? printed : `${metCount}/${row.set.evaluatedCount}`, tone },
        { text: missing(row, lang), tone }
      ])
      return chosen ? choose(line) : line
    },
    foot: (index) => {
      const row = rows[index]
      return row === undefined
        ? []
        : [span(row.line === null ? `${row.set.name} · ${sum(row.set, lang)}` : row.set.name, "dim")]
    },
    detail: (index) => {
      const row = rows[index]
      return row === undefined ? { title: say(own.none, lang), fields: [] } : detailOf(row, lang, document)
    },
    columns: 1,
    tables: 1
  }
}
