import { formatNumber } from "../values/index.ts"
import { type Claim, claimOf, numberOf } from "./claim.ts"
import { type Document, documentLabel } from "./document.ts"
import type { DocumentContent } from "./documents.ts"
import type { Figure } from "./figure.ts"
import type { Place } from "./finding.ts"
import { type Measure, measureOf } from "./measure.ts"
import type { PrintedTable } from "./table.ts"

/** A number that stands somewhere in a document, with what it claims. The common ground of figures and table cells. */
export interface Statement {
  readonly claim: Claim
  readonly measure: Measure
  readonly value: number
  readonly decimals: number
  readonly unit: string
  /** Day or period that it speaks of, as printed. */
  readonly when: string | null
  readonly place: () => Place
}

/** A figure's statement, and the figure for its relations. */
export interface FigureStatement extends Statement {
  readonly document: Document
  readonly figure: Figure
}

/** The number as a Vietnamese reader sees it: "4.652 tỷ đồng", "80 %". */
export const printNumber = (value: number, decimals: number, unit: string): string => {
  const number = formatNumber(value, decimals)
  return unit === "" ? number : `${number} ${unit}`
}

/** A number in the statement's unit with no more places than it needs (six at most). */
export const printAmount = (value: number, unit: string): string => {
  let decimals = 0
  while (decimals < 6 && Math.abs(value - Number(value.toFixed(decimals))) > 1e-9) decimals++
  return printNumber(value, decimals, unit)
}

/** As printed, with the unit where the printed form leaves it out. */
const printedForm = ({ printed, decimals }: Figure, value: number, unit: string): string => {
  if (printed === null) return printNumber(value, decimals, unit)
  return /[\p{L}%]/u.test(printed) || unit === "" ? printed : `${printed} ${unit}`
}

const figurePlace = (document: Document, figure: Figure, index: number, value: number, unit: string): Place => ({
  document: document.id,
  documentLabel: documentLabel(document),
  file: "figures.json",
  path: `/${index}`,
  label: figure.label,
  section: figure.section,
  figure: figure.id,
  table: null,
  row: null,
  column: null,
  printed: [figure.qualifier, printedForm(figure, value, unit)].filter((part) => part !== null).join(" ")
})

/** The numeric figures of a document by id; texts and unread values take part in no arithmetic. */
export const figureStatements = (content: DocumentContent): ReadonlyMap<string, FigureStatement> => {
  const statements = new Map<string, FigureStatement>()
  content.figures.forEach((figure, index) => {
    const { value } = figure
    if (typeof value !== "number") return
    const unit = figure.unit ?? ""
    const measure = measureOf(unit)
    statements.set(figure.id, {
      claim: claimOf(value, figure.decimals, measure, figure.qualifier, figure.valueMax),
      measure,
      value,
      decimals: figure.decimals,
      unit,
      when: figure.asOf ?? figure.period,
      document: content.document,
      figure,
      place: () => figurePlace(content.document, figure, index, value, unit)
    })
  })
  return statements
}

/** The unit of a table's column: its own, or the table's. */
export const columnUnit = (table: PrintedTable, column: number): string =>
  table.columns[column]?.unit ?? table.unit ?? ""

/** The statement of a cell, or null where it is blank. */
export const cellStatement = (
  document: Document,
  table: PrintedTable,
  row: number,
  column: number
): Statement | null => {
  const printed = table.rows[row]
  const value = printed?.cells[column]
  const head = table.columns[column]
  if (printed === undefined || head === undefined || value === null || value === undefined) return null
  const unit = columnUnit(table, column)
  const measure = measureOf(unit)
  const decimals = printed.decimals[column] ?? 0
  return {
    claim: claimOf(value, decimals, measure, null, null),
    measure,
    value,
    decimals,
    unit,
    when: table.year === null ? null : String(table.year),
    place: () => ({
      document: document.id,
      documentLabel: documentLabel(document),
      file: `${table.key}.json`,
      path: `/rows/${row}/${head.key}`,
      label: `${table.name} · ${printed.label} · ${head.label}`,
      section: table.name,
      figure: null,
      table: table.key,
      row,
      column: head.key,
      printed: printNumber(value, decimals, unit)
    })
  }
}

/** Ticks as a number in the statement's unit. */
export const inUnitOf = (statement: Pick<Statement, "measure">, ticks: bigint): number =>
  numberOf(ticks, statement.measure)
