import { foldVietnamese, type MoneyUnit, moneyUnitOf, quoted } from "@ntm/domain/values"
import { Result } from "effect"
import { type CellReader, moneyCell } from "./cells.ts"
import { csvLines, type CsvLine } from "./csv.ts"
import { type RowProblems, wholeFile } from "./row-problems.ts"

/** A column that a sheet may have. */
export interface SheetColumn {
  readonly field: string
  /** How people head it, folded; what stands in brackets behind is its unit. The first is how it is spoken of. */
  readonly headings: readonly [string, ...ReadonlyArray<string>]
  readonly needed?: boolean
  readonly read: CellReader
  /** Places of a row, as the API names them, that came from this column; its own name where there are none. */
  readonly at?: ReadonlyArray<string>
}

/** The column that states the unit of money of its row. */
export const MONEY_UNIT = "moneyUnit"

export const moneyUnitColumn: SheetColumn = {
  field: MONEY_UNIT,
  headings: ["đvt", "đơn vị tiền", "đơn vị tính", "money unit", "unit of money"],
  read: (text) => {
    const unit = moneyUnitOf(text)
    return unit === undefined
      ? Result.fail({
          vi: `${quoted(text)} không phải là đơn vị tiền (đồng, nghìn đồng, triệu đồng, tỷ đồng)`,
          en: `${quoted(text)} is not a unit of money (đồng, nghìn đồng, triệu đồng, tỷ đồng)`
        })
      : Result.succeed(unit)
  }
}

export type Fields = Readonly<Record<string, unknown>>

/** A row with the line on which it begins. */
export interface SheetRow {
  readonly line: number
  readonly fields: Fields
  /** Whether all of its cells could be read; what is missing in others was told. */
  readonly whole: boolean
}

export interface Sheet {
  readonly rows: ReadonlyArray<SheetRow>
  /** How the file heads a field; null where it has no such column. */
  readonly headingOf: (field: string) => string | null
}

interface Head {
  readonly column: SheetColumn
  readonly heading: string
  readonly unit: MoneyUnit | undefined
}

const bracketed = /^(?<name>[^(]*)\((?<unit>[^()]*)\)$/

/** Which column a heading means: the whole of it, or what stands before a bracket that names a unit. */
const headOf = (heading: string, columns: ReadonlyArray<SheetColumn>): Head | undefined => {
  const named = (text: string) => {
    const folded = foldVietnamese(text)
    return columns.find(
      ({ field, headings }) =>
        field.toLowerCase() === folded || headings.some((name) => foldVietnamese(name) === folded)
    )
  }
  const whole = named(heading)
  if (whole !== undefined) return { column: whole, heading, unit: undefined }
  const { name = "", unit = "" } = bracketed.exec(heading)?.groups ?? {}
  const column = named(name)
  return column === undefined ? undefined : { column, heading, unit: moneyUnitOf(unit) }
}

const readHead = (
  line: CsvLine | undefined,
  columns: ReadonlyArray<SheetColumn>,
  problems: RowProblems
): ReadonlyArray<Head> | null => {
  if (line === undefined) {
    problems.tell(wholeFile, { vi: "tệp rỗng", en: "the file is empty" })
    return null
  }
  const before = problems.count
  const heads = line.cells.flatMap((heading): ReadonlyArray<Head> => {
    const head = headOf(heading, columns)
    if (head === undefined)
      problems.tellAt(line.line, null, {
        vi: `không hiểu cột ${quoted(heading)}`,
        en: `unknown column ${quoted(heading)}`
      })
    return head === undefined ? [] : [head]
  })
  for (const [at, { column, heading }] of heads.entries())
    if (heads.findIndex((other) => other.column === column) !== at)
      problems.tellAt(line.line, heading, {
        vi: "cột này đã có ở phía trước",
        en: "this column was there before"
      })
  for (const column of columns)
    if (column.needed === true && heads.every((head) => head.column !== column))
      problems.tellAt(line.line, null, {
        vi: `thiếu cột “${column.headings[0]}” (${column.field})`,
        en: `no column “${column.headings[0]}” (${column.field})`
      })
  return problems.count === before ? heads : null
}

/** Whether each amount says its unit by itself; an empty cell says nothing. */
const sayTheirUnit = (lines: ReadonlyArray<CsvLine>, at: number): boolean =>
  lines.every(({ cells }) => {
    const cell = cells[at] ?? ""
    return cell === "" || Result.isSuccess(moneyCell(cell, undefined)) || Result.isFailure(moneyCell(cell, "đồng"))
  })

/** Columns of money for which neither the heading nor a column of the file states a unit: told once, at the heading. */
const withoutUnit = (
  heads: ReadonlyArray<Head>,
  first: number,
  lines: ReadonlyArray<CsvLine>,
  problems: RowProblems
): ReadonlySet<SheetColumn> => {
  if (heads.some(({ column }) => column.field === MONEY_UNIT)) return new Set()
  const lacking = heads.filter(
    ({ column, unit }, at) => column.read === moneyCell && unit === undefined && !sayTheirUnit(lines, at)
  )
  for (const { heading } of lacking)
    problems.tellAt(first, heading, {
      vi: `chưa ghi đơn vị tiền: viết vào tiêu đề, như “${heading} (triệu đồng)”, hoặc thêm cột “ĐVT”`,
      en: `the unit of money is missing: write it into the heading, as “${heading} (triệu đồng)”, or add a column “ĐVT”`
    })
  return new Set(lacking.map(({ column }) => column))
}

/** Takes a CSV file apart by its columns. Null where it cannot be; what is wrong is in `problems`. */
export const readSheet = (text: string, columns: ReadonlyArray<SheetColumn>, problems: RowProblems): Sheet | null => {
  const lines = csvLines(text)
  if (lines === null) {
    problems.tell(wholeFile, {
      vi: "có dấu ngoặc kép không đóng, tệp có thể bị cắt cụt",
      en: "a quotation mark is never closed; the file may be truncated"
    })
    return null
  }
  const [first, ...rest] = lines
  const heads = readHead(first, columns, problems)
  if (heads === null || first === undefined) return null
  if (rest.length === 0) problems.tell(wholeFile, { vi: "tệp không có dòng số liệu nào", en: "the file has no rows" })
  const unitless = withoutUnit(heads, first.line, rest, problems)
  const unitAt = heads.findIndex(({ column }) => column.field === MONEY_UNIT)
  const rows = rest.map(({ cells, line }): SheetRow => {
    const before = problems.count
    if (cells.length !== heads.length)
      problems.tellAt(line, null, {
        vi: `có ${cells.length} ô, tiêu đề có ${heads.length}`,
        en: `has ${cells.length} cells, the heading has ${heads.length}`
      })
    const rowUnit = unitAt < 0 ? undefined : moneyUnitOf(cells[unitAt] ?? "")
    const fields: Record<string, unknown> = {}
    for (const [at, { column, heading, unit }] of heads.entries()) {
      const cell = cells[at]
      if (cell === undefined || unitless.has(column)) continue
      if (cell === "") {
        if (column.needed === true) problems.tellAt(line, heading, { vi: "ô để trống", en: "the cell is blank" })
        continue
      }
      const read = column.read(cell, unit ?? rowUnit)
      if (Result.isSuccess(read)) fields[column.field] = read.success
      else problems.tellAt(line, heading, read.failure)
    }
    return { line, fields, whole: problems.count === before && unitless.size === 0 }
  })
  const headingOf = (field: string) => heads.find(({ column }) => column.field === field)?.heading ?? null
  return { rows, headingOf }
}
