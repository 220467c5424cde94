import type { Bilingual } from "@ntm/domain/values"
import { quoted } from "@ntm/domain/values"
import { Result } from "effect"
import { moneyCell } from "./cells.ts"
import { parseJson, readTextFile } from "./json-file.ts"
import { Reading } from "./problem.ts"
import { placeAt, type RowProblem, RowProblems, wholeFile } from "./row-problems.ts"
import { type Fields, readSheet, type SheetColumn } from "./sheet.ts"

/** Says what is wrong with a field of the row that is being put together. */
export type Tell = (field: string | null, vi: string, en: string) => void

/** How a kind of file is read. */
export interface RowForm {
  /** Of a CSV file. */
  readonly columns: ReadonlyArray<SheetColumn>
  /** A row as the API takes it, out of the cells that could be read. */
  readonly row: (fields: Fields, tell: Tell) => object
  /** Where amounts of money stand in a row of a JSON file: ["body", "amount"]. */
  readonly moneyAt: ReadonlyArray<ReadonlyArray<string>>
}

/** A file of rows, read whole. */
export interface RowsFile {
  readonly rows: ReadonlyArray<object>
  /** What a JSON file says beside its rows. */
  readonly beside: Fields
  /** The place of the file that the API means by "rows[3].amount". */
  readonly placeOf: (path: string) => Bilingual
}

export type RowsRead = Result.Result<RowsFile, ReadonlyArray<RowProblem>>

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

interface PlacedRow {
  readonly row: object
  readonly place: Bilingual
  readonly line: number
}

/** A row that says the very same as an earlier one was copied by mistake, as far as a file can tell. */
const tellDuplicates = (rows: ReadonlyArray<PlacedRow>, problems: RowProblems): void => {
  const seen = new Map<string, Bilingual>()
  for (const { line, place, row } of rows) {
    const text = JSON.stringify(row)
    const before = seen.get(text)
    if (before === undefined) seen.set(text, place)
    else {
      const message = {
        vi: `trùng hoàn toàn với ${before.vi}; nếu là hai khoản khác nhau, ghi rõ nơi ghi hoặc văn bản`,
        en: `is the very same as ${before.en}; if they are two, tell them apart by place or document`
      }
      problems.tell(place, message, line)
    }
  }
}

/** Whether a field is what is meant, or lies within it: "body.results[0].asked" within "body.results". */
const isWithin = (field: string, meant: string): boolean =>
  field === meant || field.startsWith(`${meant}.`) || field.startsWith(`${meant}[`)

/** "rows[3].body.amount" taken apart. */
const pathParts = (path: string): { readonly row: number; readonly field: string } | null => {
  const [, row, field = ""] = /^rows\[(\d+)\]\.?(.*)$/.exec(path) ?? []
  return row === undefined ? null : { row: Number(row), field }
}

const csvFile = (text: string, form: RowForm, problems: RowProblems): RowsFile | null => {
  const sheet = readSheet(text, form.columns, problems)
  if (sheet === null) return null
  /** As the file heads it; where it has no such column, as that is spoken of. */
  const spoken = (field: string): string =>
    sheet.headingOf(field) ?? form.columns.find((column) => column.field === field)?.headings[0] ?? field
  const rows = sheet.rows.map(({ fields, line, whole }) =>
    form.row(fields, (field, vi, en) => {
      if (whole) problems.tellAt(line, field === null ? null : spoken(field), { vi, en })
    })
  )
  tellDuplicates(
    sheet.rows.flatMap(({ line, whole }, at) => {
      const row = rows[at]
      return whole && row !== undefined ? [{ row, line, place: placeAt(line, null) }] : []
    }),
    problems
  )
  return {
    rows,
    beside: {},
    placeOf: (path) => {
      const parts = pathParts(path)
      const row = parts === null ? undefined : sheet.rows[parts.row]
      if (parts === null || row === undefined) return { vi: path, en: path }
      const columns = form.columns.filter(({ at, field }) =>
        (at ?? [field]).some((place) => isWithin(parts.field, place))
      )
      // Kinds of rows that share a place fill their own column of it.
      const column = columns.find(({ field }) => row.fields[field] !== undefined) ?? columns[0]
      const whole = parts.field === "" || parts.field === "body"
      return placeAt(row.line, column === undefined ? (whole ? null : parts.field) : spoken(column.field))
    }
  }
}

/** The row with an amount that is written as text, with its unit, as a number of đồng. */
const withMoney = (
  row: Fields,
  [name = "", ...rest]: ReadonlyArray<string>,
  tell: (message: Bilingual) => void
): Fields => {
  const value = row[name]
  if (value === undefined || value === null) return row
  if (rest.length > 0) return isFields(value) ? { ...row, [name]: withMoney(value, rest, tell) } : row
  if (typeof value !== "string") return row
  const money = moneyCell(value, undefined)
  if (Result.isSuccess(money)) return { ...row, [name]: money.success }
  tell(money.failure)
  return row
}

const jsonFile = (text: string, form: RowForm, problems: RowProblems): RowsFile | null => {
  const reading = new Reading(problems.file)
  const json = parseJson(reading, text)
  for (const { message } of reading.problems) problems.tell(wholeFile, message)
  if (reading.problems.length > 0) return null
  const { rows: inside, ...beside } = isFields(json) ? json : { rows: json }
  if (!Array.isArray(inside)) {
    problems.tell(wholeFile, {
      vi: 'phải là một danh sách, hoặc { "rows": [...] }',
      en: 'must be a list, or { "rows": [...] }'
    })
    return null
  }
  const given: ReadonlyArray<unknown> = inside
  const placeOf = (row: number): Bilingual => ({ vi: `rows[${row}]`, en: `rows[${row}]` })
  if (given.length === 0) problems.tell(wholeFile, { vi: "tệp không có dòng số liệu nào", en: "the file has no rows" })
  const rows = given.map((row, at): Fields => {
    if (!isFields(row)) {
      const text = quoted(String(JSON.stringify(row)))
      problems.tell(placeOf(at), { vi: `${text} không phải là một đối tượng`, en: `${text} is not an object` })
      return {}
    }
    return form.moneyAt.reduce((read, path) => {
      const place = `rows[${at}].${path.join(".")}`
      return withMoney(read, path, (message) => problems.tell({ vi: place, en: place }, message))
    }, row)
  })
  tellDuplicates(
    rows.map((row, at) => ({ row, place: placeOf(at), line: 0 })),
    problems
  )
  return { rows, beside, placeOf: (path) => ({ vi: path, en: path }) }
}

/**
 * Reads a file of rows: CSV by its headings, or JSON as the API takes it. The whole of it, or every reason why not.
 *
 * **Details** UTF-8 only. Amounts of a CSV file need a unit of money, in the heading, in a column of its own or in the cell; in JSON a
 * number is đồng, as the API has it, and a text names its unit.
 */
export const readRowsFile = async (file: string, form: RowForm): Promise<RowsRead> => {
  const problems = new RowProblems(file)
  const reading = new Reading(file)
  const text = await readTextFile(reading)
  for (const { message } of reading.problems) problems.tell(wholeFile, message)
  if (text === null) return Result.fail(problems.told())
  const read = /^\uFEFF?\s*[[{]/.test(text) ? jsonFile(text, form, problems) : csvFile(text, form, problems)
  return read === null || problems.count > 0 ? Result.fail(problems.told()) : Result.succeed(read)
}
