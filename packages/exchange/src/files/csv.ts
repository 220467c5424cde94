import { formatNumber } from "@ntm/domain/values"

/** A line of a file as cells, with the number that editors give it. */
export interface CsvLine {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** The sign between cells: what stands most often in the first line. Vietnamese spreadsheets write semicolons. */
const separatorOf = (text: string): string => {
  const first = text.slice(0, (text.indexOf("\n") + 1 || text.length + 1) - 1)
  const count = (sign: string) => first.split(sign).length
  return [";", "\t", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** What a spreadsheet would run as a formula; a number is none: -5, -5,25. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !/^-\d+(?:,\d+)?$/.test(text)

/** A cell as it was before it was written: without blanks around it, and without the mark of a text. */
const readCell = (cell: string): string => {
  const text = cell.trim()
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text
}

/**
 * Takes a CSV text apart: cells between commas, semicolons or tabs, in quotation marks where they hold such a sign or a
 * line break. Null where a quotation mark is never closed. Empty lines are left out.
 */
export const csvLines = (text: string): ReadonlyArray<CsvLine> | null => {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text
  const separator = separatorOf(body)
  const lines: Array<CsvLine> = []
  let cells: Array<string> = []
  let cell = ""
  let quoted = false
  let line = 1
  let begun = 1
  const endLine = () => {
    cells.push(readCell(cell))
    if (cells.some((each) => each !== "")) lines.push({ line: begun, cells })
    cells = []
    cell = ""
    begun = line
  }
  for (let at = 0; at < body.length; at++) {
    const sign = body[at] ?? ""
    if (sign === "\n") line += 1
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (body[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell.trim() === "") {
      quoted = true
      cell = ""
    } else if (sign === separator) {
      cells.push(readCell(cell))
      cell = ""
    } else if (sign === "\n") endLine()
    else if (sign !== "\r") cell += sign
  }
  if (quoted) return null
  endLine()
  return lines
}

/** What a cell of a file may be; null is an empty cell. Numbers are written as programs read them: 2775000000, 68.5. */
export type CsvCell = string | number | boolean | null

/**
 * A number with a decimal comma and nothing between thousands: "1,234", "12500", for tables that can be handed in again.
 *
 * **Details** Files are read with Vietnamese numbers, in which "1.234" is one thousand two hundred and thirty-four.
 */
export const decimalCommaCell = (value: number): string => formatNumber(value).replaceAll(".", "")

const written = (cell: CsvCell): string => {
  if (cell === null) return ""
  if (typeof cell !== "string") return String(cell)
  // A spreadsheet would run such a text as a formula; after an apostrophe it is a text.
  const safe = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One record of RFC 4180 with its line break. */
export const csvRecord = (cells: ReadonlyArray<CsvCell>): string => `${cells.map(written).join(",")}\r\n`

/**
 * A table as RFC 4180 has it: commas, CRLF, quotation marks where they are needed.
 *
 * **Details** Begins with a byte order mark, by which spreadsheets know that the letters are UTF-8.
 */
export const csvText = (heading: ReadonlyArray<string>, rows: Iterable<ReadonlyArray<CsvCell>>): string => {
  let text = `\uFEFF${csvRecord(heading)}`
  for (const row of rows) text += csvRecord(row)
  return text
}
