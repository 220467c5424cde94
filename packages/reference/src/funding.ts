import type { DocumentId } from "@ntm/domain/documents"
import { type FundingRow, type FundingSourceKey, type FundingTable, pathOf } from "@ntm/domain/funding"
import { type Dong, dong, MoneyUnit, moneyUnitExponent } from "@ntm/domain/values"
import { Result, Schema } from "effect"
import { type DataFiles, readJson } from "./files.ts"
import { decoder, type Report } from "./problem.ts"

const RawTable = Schema.Struct({
  table: Schema.NonEmptyString,
  title: Schema.NullOr(Schema.String),
  year: Schema.Int,
  unit: MoneyUnit,
  columns: Schema.NonEmptyArray(Schema.Struct({ key: Schema.NonEmptyString, label: Schema.NonEmptyString })),
  rows: Schema.NonEmptyArray(Schema.Record(Schema.String, Schema.Unknown))
})
type RawTable = typeof RawTable.Type

const decodeTable = decoder(RawTable)
const decodeHead = decoder(
  Schema.Struct({ unit: Schema.NonEmptyString, rowKind: Schema.optionalKey(Schema.NullOr(Schema.String)) })
)
const decodeCell = decoder(Schema.NullOr(Schema.Finite))

/** Moves the decimal point in the decimal notation itself, so that 3734.307 tỷ is exact. */
const inDong = (amount: number, unit: MoneyUnit) => dong(Number(`${amount}e${moneyUnitExponent(unit)}`))

type Wrong = (path: string, vi: string, en: string) => void

const rowOf = (raw: RawTable, index: number, wrong: Wrong): ReadonlyArray<FundingRow> => {
  const cells = raw.rows[index] ?? {}
  const head = decodeHead(cells, (path, reason) => wrong(`rows[${index}].${path}`, reason.vi, reason.en))
  const amounts = raw.columns.map(({ key }): Dong | null => {
    const path = `rows[${index}].${key}`
    const amount = decodeCell(cells[key], (_, reason) => wrong(path, reason.vi, reason.en))
    if (amount === undefined || amount === null) return null
    const converted = inDong(amount, raw.unit)
    if (Result.isSuccess(converted)) return converted.success
    wrong(path, converted.failure.sentence.vi, converted.failure.sentence.en)
    return null
  })
  return head === undefined ? [] : [{ row: index, unit: head.unit, kind: head.rowKind ?? null, amounts }]
}

/** What the columns of printed tables count as. Their own keys stay, for findings point at them. */
export const printedColumns: ReadonlyMap<string, FundingSourceKey> = new Map([
  ["total", "all"],
  ["direct_budget_total", "budget"],
  ["public_investment_total", "investment"],
  ["public_investment_city", "investment.province"],
  ["public_investment_district_commune", "investment.local"],
  ["career_city", "career.province"],
  ["integrated", "integrated"],
  ["credit", "credit"],
  ["enterprise", "enterprise"],
  ["community", "community"]
])

/** The printed column that a column is part of: the nearest above it in the tree of sources that is printed. */
const parentOf = (key: string, columns: RawTable["columns"]): string | null => {
  const source = printedColumns.get(key)
  const above = source === undefined ? [] : pathOf(source).slice(1)
  const printed = above.flatMap((each) => columns.filter((column) => printedColumns.get(column.key) === each))
  return printed[0]?.key ?? null
}

/**
 * A table of resources mobilised ("Phụ lục 02"): amounts in đồng along its columns, a blank cell null.
 *
 * **Details** Every column must count as a source (`printedColumns`). Whether rows and columns foot is not asked here:
 * the table is what the document prints. The key is the name of the file without its ending.
 */
export const readFunding = (
  files: DataFiles,
  file: string,
  document: DocumentId,
  report: Report
): ReadonlyArray<FundingTable> => {
  const json = readJson(files, file, report)
  if (json === undefined) return []
  const wrong: Wrong = (path, vi, en) => report(file, { path }, vi, en)
  const raw = decodeTable(json, (path, reason) => wrong(path, reason.vi, reason.en))
  if (raw === undefined) return []
  const sources = raw.columns.map(({ key, label }, index) => {
    if (!printedColumns.has(key))
      wrong(`columns[${index}].key`, `không biết nguồn vốn “${key}”`, `unknown source of funding “${key}”`)
    if (raw.columns.findIndex((column) => column.key === key) < index)
      wrong(`columns[${index}].key`, `cột “${key}” đã có`, `the column “${key}” stands twice`)
    return { key, label, parent: parentOf(key, raw.columns) }
  })
  const rows = raw.rows.flatMap((_, index) => rowOf(raw, index, wrong))
  const names = new Set(rows.map((row) => row.unit))
  if (names.size !== rows.length) wrong("rows", "có đơn vị xuất hiện hai lần", "a unit stands twice")
  if (rows.filter(({ kind }) => kind === "total").length > 1)
    wrong("rows", "có hơn một dòng tổng", "there is more than one total row")
  return [
    {
      document,
      table: file.slice(file.lastIndexOf("/") + 1, -".json".length),
      name: raw.table,
      title: raw.title,
      year: raw.year,
      stage: "mobilised",
      printedUnit: raw.unit,
      sources,
      rows
    }
  ]
}
