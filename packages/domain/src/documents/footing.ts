import { type Cause, slipIn, wrongRounding } from "./cause.ts"
import type { Bilingual } from "../values/index.ts"
import { addClaims, agree, type Claim } from "./claim.ts"
import type { Document } from "./document.ts"
import { measureOf } from "./measure.ts"
import type { Report } from "./report.ts"
import { cellStatement, columnUnit, inUnitOf, printAmount, printNumber, type Statement } from "./statement.ts"
import type { DeclaredSum, PrintedTable } from "./table.ts"

/** A cell in a sum, with where it stands. */
interface Term {
  readonly row: number
  readonly column: number
  readonly sign: 1 | -1
  readonly cell: Statement
}

/** A declared sum that does not hold. `excess` is stated − summed, in ticks. */
interface Misfit {
  readonly kind: "columnSum" | "rowSum"
  readonly sum: DeclaredSum
  readonly target: Term
  readonly parts: ReadonlyArray<Term>
  readonly summed: Claim
  readonly excess: bigint
}

const absolute = (ticks: bigint): bigint => (ticks < 0n ? -ticks : ticks)

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
  const summed = addClaims(parts.map(({ cell, sign }) => ({ claim: cell.claim, sign })))
  if (agree(target.cell.claim, summed)) {
    report.holds()
    return null
  }
  return { kind, sum, target, parts, summed, excess: target.cell.claim.mid - summed.mid }
}

/** Rates and percentages are not additive: they are left out of sums down a column. */
const additive = (table: PrintedTable, column: number): boolean => {
  const head = table.columns[column]
  if (head === undefined || !head.numeric) return false
  const { dimension } = measureOf(columnUnit(table, column))
  return dimension !== "percent" && dimension !== "rate" && !/%|tỷ lệ|tỉ lệ|bình quân/iu.test(head.label)
}

const misfitsOf = (report: Report, document: Document, table: PrintedTable): ReadonlyArray<Misfit> => {
  const cells = table.rows.map((_, row) => table.columns.map((_, column) => cellStatement(document, table, row, column)))
  const term = (row: number, column: number, sign: 1 | -1): Term | null => {
    const cell = cells[row]?.[column] ?? null
    return cell === null ? null : { row, column, sign, cell }
  }
  const across = (row: number, sum: DeclaredSum): Misfit | null =>
    foot(report, "columnSum", sum, term(row, sum.target, 1), sum.parts.flatMap(({ index, sign }) => term(row, index, sign) ?? []))
  const down = (column: number, sum: DeclaredSum): Misfit | null =>
    foot(report, "rowSum", sum, term(sum.target, column, 1), sum.parts.flatMap(({ index, sign }) => term(index, column, sign) ?? []))
  return [
    ...table.rows.flatMap((_, row) => table.columnSums.flatMap((sum) => across(row, sum) ?? [])),
    ...table.columns.flatMap((_, column) =>
      additive(table, column) ? table.rowSums.flatMap((sum) => down(column, sum) ?? []) : []
    )
  ]
}

const where = (table: PrintedTable, row: number, column: number): string =>
  `“${table.rows[row]?.label ?? row}” · “${table.columns[column]?.label ?? column}”`

/** Whether the neighbouring row is off by more in the same sum: then it is the copy, and this row the original. */
const originalOf = (misfit: Misfit, neighbour: number, misfits: ReadonlyArray<Misfit>): boolean =>
  misfits.some(
    ({ sum, target, excess }) =>
      sum === misfit.sum && target.row === neighbour && absolute(excess) > absolute(misfit.excess)
  )

/** A number of four digits or more that stands twice, one row above the other, is hardly chance. */
const copied = (table: PrintedTable, misfit: Misfit, misfits: ReadonlyArray<Misfit>): Cause | null => {
  for (const { row, column, cell } of [misfit.target, ...misfit.parts]) {
    if (Math.abs(cell.value) * 10 ** cell.decimals < 1000) continue
    for (const neighbour of [row - 1, row + 1]) {
      // Down a column a pair is met twice, once from each side; and a single row may well equal its total.
      if (misfit.kind === "rowSum" && (neighbour < row || neighbour === misfit.target.row || row === misfit.target.row)) continue
      if (table.rows[neighbour]?.cells[column] !== cell.value || originalOf(misfit, neighbour, misfits)) continue
      const printed = printNumber(cell.value, cell.decimals, cell.unit)
      return {
        kind: "copiedFromNeighbour",
        text: {
          vi: `${printed} ở ${where(table, row, column)} trùng đúng số của dòng liền kề “${table.rows[neighbour]?.label ?? ""}”: có thể chép nhầm dòng`,
          en: `${printed} at ${where(table, row, column)} is the very number of the neighbouring row “${table.rows[neighbour]?.label ?? ""}”: perhaps copied from it`
        }
      }
    }
  }
  return null
}

/** The change of one cell that would close a misfit. */
const repair = (misfit: Misfit, term: Term): bigint =>
  term === misfit.target ? -misfit.excess : misfit.excess * BigInt(term.sign)

/** A cell in which a row and a column are off by the same amount is the likely culprit of both. */
const crossing = (table: PrintedTable, misfit: Misfit, misfits: ReadonlyArray<Misfit>): Cause | null => {
  for (const term of [misfit.target, ...misfit.parts]) {
    for (const other of misfits) {
      if (other.kind === misfit.kind) continue
      const same = [other.target, ...other.parts].find(({ row, column }) => row === term.row && column === term.column)
      if (same === undefined) continue
      const change = repair(misfit, term)
      const slack = misfit.summed.hi - misfit.summed.lo + other.summed.hi - other.summed.lo
      if (absolute(change - repair(other, same)) > slack) continue
      const right = printAmount(inUnitOf(term.cell, term.cell.claim.mid + change), term.cell.unit)
      return {
        kind: "cellAtCrossing",
        text: {
          vi: `Cả dòng và cột qua ô ${where(table, term.row, term.column)} cùng lệch một lượng: nhiều khả năng chính ô này sai (khớp nếu là ${right})`,
          en: `Row and column through ${where(table, term.row, term.column)} are off by the same amount: this cell is the likely error (it fits as ${right})`
        }
      }
    }
  }
  return null
}

/** A total row that is off by just what the rows above are off: it carries their errors and adds none. */
const carried = (table: PrintedTable, misfit: Misfit, misfits: ReadonlyArray<Misfit>): Cause | null => {
  if (misfit.kind !== "columnSum") return null
  const sum = table.rowSums.find(({ target }) => target === misfit.target.row)
  if (sum === undefined) return null
  const rows = new Map(sum.parts.map(({ index, sign }) => [index, sign]))
  const below = misfits.filter(
    ({ kind, target }) => kind === "columnSum" && target.column === misfit.target.column && rows.has(target.row)
  )
  const total = below.reduce((ticks, { target, excess }) => ticks + excess * BigInt(rows.get(target.row) ?? 1), 0n)
  const slack = misfit.summed.hi - misfit.summed.lo + below.reduce((ticks, { summed }) => ticks + summed.hi - summed.lo, 0n)
  if (below.length === 0 || absolute(total - misfit.excess) > slack) return null
  const names = below.map(({ target }) => table.rows[target.row]?.label ?? "").join(", ")
  return {
    kind: "carriedFromRows",
    text: {
      vi: `Bằng tổng chênh lệch của các dòng: ${names}`,
      en: `The sum of the differences of the rows: ${names}`
    }
  }
}

const slipped = (misfit: Misfit): Cause | null => {
  const summedWith = (term: Term, claim: Claim): Claim =>
    addClaims(misfit.parts.map((part) => ({ claim: part === term ? claim : part.cell.claim, sign: part.sign })))
  for (const part of misfit.parts) {
    const cause = slipIn(part.cell, (claim) => agree(misfit.target.cell.claim, summedWith(part, claim)))
    if (cause !== null) return cause
  }
  return slipIn(misfit.target.cell, (claim) => agree(claim, misfit.summed))
}

/** Off by no more than the rounding of all the numbers once again. */
const rounding = (misfit: Misfit): Cause | null => {
  const { lo, hi } = misfit.target.cell.claim
  return absolute(misfit.excess) <= misfit.summed.hi - misfit.summed.lo + hi - lo ? wrongRounding : null
}

/** The parts by name, up to four; blank ones are named as blank, since a missing number may be what is wrong. */
const partNames = (table: PrintedTable, misfit: Misfit): Bilingual => {
  const across = misfit.kind === "columnSum"
  const { parts } = misfit.sum
  if (parts.length > 4) return { vi: `${parts.length} ${across ? "cột" : "dòng"}`, en: `${parts.length} ${across ? "columns" : "rows"}` }
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

const doubtMisfit = (report: Report, table: PrintedTable, misfit: Misfit, misfits: ReadonlyArray<Misfit>): void => {
  const { target, parts, summed, kind } = misfit
  const cause =
    carried(table, misfit, misfits) ??
    crossing(table, misfit, misfits) ??
    copied(table, misfit, misfits) ??
    slipped(misfit) ??
    rounding(misfit)
  const row = table.rows[target.row]?.label ?? ""
  const column = table.columns[target.column]?.label ?? ""
  const stated = printNumber(target.cell.value, target.cell.decimals, target.cell.unit)
  const total = printAmount(inUnitOf(target.cell, summed.mid), target.cell.unit)
  const named = partNames(table, misfit)
  report.doubt({
    kind,
    severity: cause === wrongRounding ? "warning" : "error",
    stated: target.cell,
    against: parts.map(({ cell }) => cell),
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
  for (const misfit of misfits) doubtMisfit(report, table, misfit, misfits)
}
