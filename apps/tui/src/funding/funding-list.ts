import { type Finding, findingNames } from "@ntm/domain/documents"
import type { FundingRow, FundingTable } from "@ntm/domain/funding"
import { severityMark, severityTone, signed } from "../documents/finding-words.ts"
import { both, type Lang, say } from "../language/lang.ts"
import type { Detail } from "../parts/detail.ts"
import { type Cell, type Column, GAP, gridHeader, gridLine } from "../parts/grid.ts"
import { type Line, span } from "../parts/line.ts"
import type { Across, OpenList } from "../parts/list.ts"
import { searched } from "../parts/search.ts"
import { cellDetail, cellText, findingsAt, type FundingCell, printedUnit } from "./funding-cell.ts"

const own = {
  none: both("Văn bản này không có bảng nguồn lực.", "This document has no table of resources."),
  unit: both("Đơn vị", "Unit"),
  inUnit: both("ĐVT", "in"),
  tables: both("t: bảng khác", "t: other table"),
  more: both("cột", "column"),
  off: both("lệch", "off by")
}

/** Lines that the titles of the columns take; the longest source name of Phụ lục 02 needs three of this width. */
export const FUNDING_HEADER = 3
const CELL = 13

const emptyList = (lang: Lang): OpenList => ({
  count: 0,
  total: 0,
  caption: say(own.none, lang),
  header: [[], [], []],
  line: () => [],
  foot: () => [],
  detail: (): Detail => ({ title: say(own.none, lang), fields: [] }),
  columns: 1,
  tables: 1
})

/** The columns on show: as many whole ones as fit beside the unit, moved as little as needed to hold the chosen one. */
export const columnsInView = (
  chosen: number,
  count: number,
  room: number,
  cell: number = CELL
): { readonly first: number; readonly shown: number } => {
  const shown = Math.max(1, Math.min(count, Math.floor((room + GAP) / (cell + GAP))))
  return { first: Math.max(0, Math.min(chosen - Math.floor(shown / 2), count - shown)), shown }
}

/**
 * Nguồn lực: Phụ lục 02 as printed, with a mark in every cell that a finding doubts. The cursor stands in a cell;
 * columns that do not fit come into view with it.
 */
export const openFunding = (
  tables: ReadonlyArray<FundingTable>,
  findings: ReadonlyArray<Finding>,
  document: string,
  across: Across,
  query: string,
  lang: Lang,
  width: number
): OpenList => {
  const table = tables[Math.min(across.table, tables.length - 1)]
  if (table === undefined) return emptyList(lang)
  const at = findingsAt(findings)
  const rows = searched(table.rows, query, (row) => row.unit)
  const chosen = Math.min(across.column, table.sources.length - 1)

  const unitWidth = Math.max(12, Math.min(24, Math.floor(width / 4)))
  const { first, shown } = columnsInView(chosen, table.sources.length, width - unitWidth - GAP)
  const inView = table.sources.slice(first, first + shown)
  const columns: ReadonlyArray<Column> = [
    { title: say(own.unit, lang), width: unitWidth },
    ...inView.map((source): Column => ({ title: source.label, width: CELL, align: "right" }))
  ]
  const before = first > 0 ? "‹ " : ""
  const after = first + shown < table.sources.length ? " ›" : ""

  const cell = (row: FundingRow, column: number): FundingCell => ({ table, row, column })
  const drawn = (row: FundingRow, column: number): Cell => {
    const found = at(cell(row, column))
    const worst = found.find((finding) => finding.severity === "error") ?? found[0]
    const text = cellText(cell(row, column))
    if (worst !== undefined)
      return { text: `${severityMark[worst.severity]} ${text}`, tone: severityTone[worst.severity] }
    return { text, tone: column === chosen ? "accent" : row.kind === "total" ? "strong" : "plain" }
  }
  const foot = (row: FundingRow): Line => {
    const found = at(cell(row, chosen))
    const source = table.sources[chosen]?.label ?? ""
    const amount = `${row.unit} · ${source}: ${cellText(cell(row, chosen))} ${printedUnit(table)}`
    if (found.length === 0) return [span(amount, "dim")]
    return [
      span(amount),
      ...found.map((finding) => {
        const off = `${say(own.off, lang)} ${signed(finding.difference, finding.unit)}`
        const text = ` ${severityMark[finding.severity]} ${say(findingNames[finding.kind], lang)}, ${off}`
        return span(text, severityTone[finding.severity])
      })
    ]
  }

  return {
    count: rows.length,
    total: table.rows.length,
    caption: [
      table.name,
      `${say(own.inUnit, lang)}: ${table.printedUnit}`,
      `${before}${say(own.more, lang)} ${chosen + 1}/${table.sources.length}${after}`,
      tables.length > 1 ? say(own.tables, lang) : null,
      table.title
    ]
      .filter((part) => part !== null)
      .join(" · "),
    header: gridHeader(columns, FUNDING_HEADER, (index) => (index - 1 + first === chosen ? "accent" : "dim")),
    line: (index, chosenRow) => {
      const row = rows[index]
      if (row === undefined) return []
      const name: Cell = { text: row.unit, tone: row.kind === "total" ? "strong" : "plain" }
      const line = gridLine(columns, [name, ...inView.map((_, offset) => drawn(row, first + offset))])
      // Spans alternate with gaps: the unit is the first, the chosen cell the (chosen − first + 1)th after it.
      const under = 2 * (chosen - first + 1)
      return chosenRow
        ? line.map((part, place) => (place === 0 || place === under ? { ...part, chosen: true } : part))
        : line
    },
    foot: (index) => {
      const row = rows[index]
      return row === undefined ? [] : foot(row)
    },
    detail: (index) => {
      const row = rows[index]
      if (row === undefined) return { title: say(own.none, lang), fields: [] }
      return cellDetail(cell(row, chosen), at(cell(row, chosen)), document, lang)
    },
    columns: table.sources.length,
    tables: tables.length
  }
}
