import type { PrintedTable, TableColumn } from "@ntm/domain/documents"
import { isObject, type JsonObject, listAt, looksNumeric, own, pointer, textAt, warnUnknownKeys } from "./fields.ts"
import type { Reading } from "../files/problem.ts"
import { decodeRowSums } from "./row-sums.ts"
import { decodeColumns, decodeRows, type ReadRow } from "./table-rows.ts"
import { decodeColumnSums, summedColumns } from "./table-sums.ts"

const known = new Set([
  "table",
  "title",
  "year",
  "unit",
  "columns",
  "rows",
  "sums",
  "placement",
  "asOf",
  "period",
  "no",
  "section",
  "note",
  "notes"
])

/** Whether a JSON file is a table with a declared structure of sums; other files of the folder are not ours to read. */
export const isTableWithSums = (json: unknown): json is JsonObject => isObject(json) && json["sums"] !== undefined

const yearOf = (reading: Reading, json: JsonObject): number | null => {
  const year = json["year"] ?? null
  if (year === null || (typeof year === "number" && Number.isInteger(year))) return year
  reading.problem("/year", "năm phải là số nguyên", "the year must be a whole number")
  return null
}

const rowsOf = (reading: Reading, json: JsonObject): ReadonlyArray<JsonObject> => {
  if (!Array.isArray(json["rows"])) {
    reading.problem("/rows", "bảng phải có danh sách dòng", "a table must have a list of rows")
    return []
  }
  return json["rows"].flatMap((row: unknown, index) => {
    if (isObject(row)) return [row]
    reading.problem(`/rows/${index}`, "dòng phải là một đối tượng", "a row must be an object")
    return []
  })
}

const checkUnit = (reading: Reading, unit: string | null, columns: ReadonlyArray<TableColumn>): void => {
  if (unit !== null && unit.trim() !== "") return
  if (columns.every((column) => !column.numeric || column.unit !== null)) return
  reading.problem("/unit", "bảng không ghi đơn vị tính", "the table does not state its unit")
}

/** A column of numbers between quotes would else pass for a column of words. */
const checkWords = (reading: Reading, columns: ReadonlyArray<TableColumn>, rows: ReadonlyArray<JsonObject>): void => {
  for (const { key, label, numeric } of columns) {
    if (numeric) continue
    const words = rows.flatMap((row) => own(row, key) ?? [])
    if (words.length === 0 || !words.every((word) => typeof word === "string" && looksNumeric(word))) continue
    reading.warning(
      "/rows",
      `cột “${label}” toàn số viết dưới dạng chuỗi nên không được cộng`,
      `the column “${label}” holds only numbers written as texts, so that it is not summed`
    )
  }
}

const checkFilled = (reading: Reading, columns: ReadonlyArray<TableColumn>, rows: ReadonlyArray<ReadRow>): void => {
  columns.forEach((column, index) => {
    if (!column.numeric || rows.some(({ row }) => row.cells[index] !== null)) return
    reading.warning("/rows", `cột “${column.label}” không có số nào`, `the column “${column.label}” holds no number`)
  })
}

const notesOf = (
  reading: Reading,
  json: JsonObject,
  columns: ReadonlyArray<TableColumn>,
  rows: ReadonlyArray<ReadRow>
): PrintedTable["cellNotes"] =>
  listAt(reading, "", json, "placement").flatMap((entry, index) => {
    if (!isObject(entry)) return []
    const path = pointer("/placement", index)
    const label = textAt(reading, path, entry, "unit")
    const key = textAt(reading, path, entry, "cell")
    const note = textAt(reading, path, entry, "note")
    const row = rows.findIndex((candidate) => candidate.row.label === label)
    const column = columns.findIndex((candidate) => candidate.key === key)
    if (row >= 0 && column >= 0 && note !== null) return [{ row, column, note }]
    reading.warning(
      path,
      "ghi chú trỏ tới ô không có trong bảng",
      "the note points at a cell that the table does not have"
    )
    return []
  })

/** Decodes a table such as `appendix-02-funding.json`. `key` is the file's name without its ending. */
export const decodeTable = (reading: Reading, key: string, json: JsonObject): PrintedTable => {
  warnUnknownKeys(reading, "", json, known)
  const { sums } = json
  if (!isObject(sums)) reading.problem("/sums", "phải là một đối tượng", "must be an object")
  const objects = rowsOf(reading, json)
  const columns = decodeColumns(reading, json, objects, summedColumns(sums))
  const rows = decodeRows(reading, objects, columns)
  const unit = textAt(reading, "", json, "unit")
  checkUnit(reading, unit, columns)
  checkWords(reading, columns, objects)
  checkFilled(reading, columns, rows)
  return {
    key,
    name: textAt(reading, "", json, "table") ?? key,
    title: textAt(reading, "", json, "title"),
    year: yearOf(reading, json),
    unit,
    columns,
    rows: rows.map(({ row }) => row),
    columnSums: isObject(sums) ? decodeColumnSums(reading, sums["columns"], columns) : [],
    rowSums: isObject(sums) ? decodeRowSums(reading, sums["rows"], rows) : [],
    cellNotes: notesOf(reading, json, columns, rows)
  }
}
