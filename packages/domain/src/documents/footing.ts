import type { Bilingual } from "../values/index.ts"
import { wrongRounding } from "./cause.ts"
import { addClaims, agree } from "./claim.ts"
import type { Document } from "./document.ts"
import { causeOfMisfit, indexMisfits, type Misfit, type Misfits, type Term } from "./footing-cause.ts"
import { measureOf } from "./measure.ts"
import type { Report } from "./report.ts"
import { cellStatement, columnUnit, inUnitOf, printAmount, printNumber } from "./statement.ts"
import type { DeclaredSum, PrintedTable } from "./table.ts"

const foot = (
  report: Report,
  kind: Misfit["kind"],
  sum: DeclaredSum,
  target: Term | null,
  parts: ReadonlyArray<Term>
): Misfit | null => {
  // A blank total states nothing, and blank details leave it open what the total is made of.
  if (target === null || parts.length === 0) {
    report.undecided()
    return null
  }
  const summed = addClaims(parts.map(({ statement, sign }) => ({ claim: statement.claim, sign })))
  if (agree(target.statement.claim, summed)) {
    report.holds()
    return null
  }
  return { kind, sum, target, parts, summed, excess: target.statement.claim.mid - summed.mid }
}

/** Labels and keys of columns whose numbers are not additive, in either language. */
const ratios =
  /%|tỷ lệ|tỷ suất|bình quân|mật độ|đơn giá|năng suất|(?<![a-z])(percent|pct|rate|ratio|average|avg|ty_?le|binh_?quan)(?![a-z])/iu

/** Rates and percentages are not additive: they are left out of sums down a column. */
const additive = (table: PrintedTable, column: number): boolean => {
  const head = table.columns[column]
  if (head === undefined || !head.numeric) return false
  const { dimension } = measureOf(columnUnit(table, column))
  const name = `${head.key} ${head.label}`.normalize("NFC").replaceAll("ỉ", "ỷ")
  return dimension !== "percent" && dimension !== "rate" && !ratios.test(name)
}

const misfitsOf = (report: Report, document: Document, table: PrintedTable): ReadonlyArray<Misfit> => {
  const cells = table.rows.map((_, row) =>
    table.columns.map((_, column) => cellStatement(document, table, row, column))
  )
  const term = (row: number, column: number, sign: 1 | -1): Term | null => {
    const statement = cells[row]?.[column] ?? null
    return statement === null ? null : { row, column, sign, statement }
  }
  const across = (row: number, sum: DeclaredSum): Misfit | null => {
    const parts = sum.parts.flatMap(({ index, sign }) => term(row, index, sign) ?? [])
    return foot(report, "columnSum", sum, term(row, sum.target, 1), parts)
  }
  const down = (column: number, sum: DeclaredSum): Misfit | null => {
    const parts = sum.parts.flatMap(({ index, sign }) => term(index, column, sign) ?? [])
    return foot(report, "rowSum", sum, term(sum.target, column, 1), parts)
  }
  return [
    ...table.rows.flatMap((_, row) => table.columnSums.flatMap((sum) => across(row, sum) ?? [])),
    ...table.columns.flatMap((_, column) =>
      additive(table, column) ? table.rowSums.flatMap((sum) => down(column, sum) ?? []) : []
    )
  ]
}

/** The parts by name, up to four; blank ones are named as blank, since a missing number may be what is wrong. */
const partNames = (table: PrintedTable, misfit: Misfit): Bilingual => {
  const across = misfit.kind === "columnSum"
  const { parts } = misfit.sum
  if (parts.length > 4) {
    return { vi: `${parts.length} ${across ? "cột" : "dòng"}`, en: `${parts.length} ${across ? "columns" : "rows"}` }
  }
  const named = (blank: string): string =>
    parts
      .map(({ index, sign }, place) => {
        const label = (across ? table.columns[index]?.label : table.rows[index]?.label) ?? ""
        const filled = misfit.parts.some((part) => (across ? part.column : part.row) === index)
        const joint = sign === -1 ? "− " : place === 0 ? "" : "+ "
        return `${joint}“${label}”${filled ? "" : ` (${blank})`}`
      })
      .join(" ")
  return { vi: named("để trống"), en: named("blank") }
}

const doubtMisfit = (report: Report, misfits: Misfits, misfit: Misfit): void => {
  const { table } = misfits
  const { target, parts, summed, kind } = misfit
  const cause = causeOfMisfit(misfits, misfit)
  const row = table.rows[target.row]?.label ?? ""
  const column = table.columns[target.column]?.label ?? ""
  const stated = printNumber(target.statement.value, target.statement.decimals, target.statement.unit)
  const total = printAmount(inUnitOf(target.statement, summed.mid), target.statement.unit)
  const named = partNames(table, misfit)
  report.doubt({
    kind,
    severity: cause === wrongRounding ? "warning" : "error",
    stated: target.statement,
    against: parts.map(({ statement }) => statement),
    expected: summed.mid,
    cause,
    message: {
      vi: `${table.name}, dòng “${row}”, cột “${column}”: ghi ${stated}, cộng ${named.vi} được ${total}`,
      en: `${table.name}, row “${row}”, column “${column}”: stated as ${stated}, while ${named.en} give ${total}`
    }
  })
}

/**
 * Cross-foots a printed table: every sum that it declares, across its rows and down its columns.
 *
 * **Details** Checked on what the cells claim, so a sum of rounded cells may be off by their rounding and no more.
 * A blank cell adds nothing. A total without details, or details without a total, decide nothing.
 */
export const footTable = (report: Report, document: Document, table: PrintedTable): void => {
  const misfits = misfitsOf(report, document, table)
  const index = indexMisfits(table, misfits)
  for (const misfit of misfits) doubtMisfit(report, index, misfit)
}
