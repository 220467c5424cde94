import type { TableColumn, TableRow } from "@ntm/domain/documents"
import {
  excerpt,
  isObject,
  type JsonObject,
  looksNumeric,
  nameOf,
  numberAsText,
  own,
  pointer,
  textAt,
  warnUnknownKeys,
  writtenNumber
} from "./fields.ts"
import { NumberAsPrinted } from "./printed-json.ts"
import type { Reading } from "../files/problem.ts"

/** Keys of a row that are not columns. */
const head = new Set(["no", "unit", "name", "label", "rowKind", "key", "id", "note", "notes", "code", "section"])

/** A row with the names by which sums may call it. */
export interface ReadRow {
  readonly row: TableRow
  readonly names: ReadonlySet<string>
}

const isNumber = (value: unknown): boolean => typeof value === "number" || value instanceof NumberAsPrinted

const isDash = (text: string): boolean => /^[\s\-–—.…]*$/u.test(text)

/** Columns as declared; where a table declares none, the keys of its rows in the order of their first appearance. */
export const decodeColumns = (
  reading: Reading,
  json: JsonObject,
  rows: ReadonlyArray<JsonObject>,
  summed: ReadonlySet<string>
): ReadonlyArray<TableColumn> => {
  const numeric = (key: string): boolean => summed.has(key) || rows.some((row) => isNumber(own(row, key)))
  const declared = json["columns"]
  if (declared === undefined || declared === null) {
    const keys = new Set(rows.flatMap((row) => Object.keys(row).filter((key) => !head.has(key))))
    return [...keys].map((key) => ({ key, label: key, unit: null, numeric: numeric(key) }))
  }
  if (!Array.isArray(declared)) {
    reading.problem("/columns", "phải là một danh sách cột", "must be a list of columns")
    return []
  }
  const seen = new Set<string>()
  return declared.flatMap((column: unknown, index): ReadonlyArray<TableColumn> => {
    const path = `/columns/${index}`
    const object: JsonObject | null = typeof column === "string" ? { key: column } : isObject(column) ? column : null
    const key = object === null ? null : textAt(reading, path, object, "key")
    if (object === null || key === null || key === "") {
      reading.problem(path, "cột phải có khóa (key)", "a column must have a key")
      return []
    }
    if (seen.has(key))
      reading.problem(pointer(path, "key"), `khóa cột “${key}” lặp lại`, `the column key “${key}” is repeated`)
    seen.add(key)
    if (head.has(key) && !numeric(key)) return []
    return [
      {
        key,
        label: textAt(reading, path, object, "label") ?? key,
        unit: textAt(reading, path, object, "unit")?.trim() || null,
        numeric: numeric(key)
      }
    ]
  })
}

interface Cell {
  readonly value: number | null
  readonly decimals: number
}

const blank: Cell = { value: null, decimals: 0 }

const decodeCell = (reading: Reading, path: string, raw: unknown, column: TableColumn): Cell => {
  if (raw === undefined || raw === null || !column.numeric) return blank
  if (typeof raw === "string") {
    if (isDash(raw)) return blank
    if (looksNumeric(raw)) numberAsText(reading, path, raw)
    else
      reading.problem(
        path,
        `“${excerpt(raw)}” ở cột số “${column.label}”`,
        `“${excerpt(raw)}” in the numeric column “${column.label}”`
      )
    return blank
  }
  return writtenNumber(reading, path, raw) ?? blank
}

/** Decodes the rows along the columns. A row is called by its kind, number, key, id or label. */
export const decodeRows = (
  reading: Reading,
  rows: ReadonlyArray<JsonObject>,
  columns: ReadonlyArray<TableColumn>
): ReadonlyArray<ReadRow> => {
  const known = new Set([...head, ...columns.map(({ key }) => key)])
  return rows.map((object, index) => {
    const path = `/rows/${index}`
    warnUnknownKeys(reading, path, object, known)
    const cells = columns.map((column) =>
      decodeCell(reading, pointer(path, column.key), own(object, column.key), column)
    )
    const no = nameOf(object["no"])
    const kind = textAt(reading, path, object, "rowKind")
    const label = ["label", "name", "unit"].flatMap((key) => nameOf(object[key]) ?? [])[0] ?? no ?? `${index + 1}`
    const names = [kind, no, label, nameOf(object["key"]), nameOf(object["id"])].filter((name) => name !== null)
    return {
      row: { no, label, kind, cells: cells.map(({ value }) => value), decimals: cells.map(({ decimals }) => decimals) },
      names: new Set(names)
    }
  })
}
