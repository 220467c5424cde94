import { type Cause, roundingIn, slipInSum } from "./cause.ts"
import type { Claim } from "./claim.ts"
import { inUnitOf, printAmount, printNumber, type Statement } from "./statement.ts"
import type { DeclaredSum, PrintedTable } from "./table.ts"

/** A cell in a sum, with where it stands. */
export interface Term {
  readonly row: number
  readonly column: number
  readonly sign: 1 | -1
  readonly statement: Statement
}

/** A declared sum that does not hold. `excess` is stated − summed, in ticks. */
export interface Misfit {
  readonly kind: "columnSum" | "rowSum"
  readonly sum: DeclaredSum
  readonly target: Term
  readonly parts: ReadonlyArray<Term>
  readonly summed: Claim
  readonly excess: bigint
}

/** The misfits of a table as its causes look them up. */
export interface Misfits {
  readonly table: PrintedTable
  /** Misfits in which a cell takes part, by `cellKey`. */
  readonly through: ReadonlyMap<string, ReadonlyArray<Misfit>>
  /** Sums down the columns by their target row, with the sign of each part. */
  readonly totals: ReadonlyMap<number, ReadonlyMap<number, 1 | -1>>
}

const cellKey = (row: number, column: number): string => `${row} ${column}`

const absolute = (ticks: bigint): bigint => (ticks < 0n ? -ticks : ticks)

const width = ({ lo, hi }: Claim): bigint => hi - lo

export const indexMisfits = (table: PrintedTable, misfits: ReadonlyArray<Misfit>): Misfits => {
  const through = new Map<string, Array<Misfit>>()
  for (const misfit of misfits) {
    for (const { row, column } of [misfit.target, ...misfit.parts]) {
      const key = cellKey(row, column)
      const known = through.get(key)
      if (known === undefined) through.set(key, [misfit])
      else if (known.at(-1) !== misfit) known.push(misfit)
    }
  }
  const totals = new Map<number, ReadonlyMap<number, 1 | -1>>()
  for (const { target, parts } of table.rowSums) {
    if (!totals.has(target)) totals.set(target, new Map(parts.map(({ index, sign }) => [index, sign])))
  }
  return { table, through, totals }
}

const misfitsAt = (misfits: Misfits, row: number, column: number): ReadonlyArray<Misfit> =>
  misfits.through.get(cellKey(row, column)) ?? []

/** The misfit across a row whose total is the cell. */
const acrossAt = (misfits: Misfits, row: number, column: number): Misfit | undefined =>
  misfitsAt(misfits, row, column).find(
    ({ kind, target }) => kind === "columnSum" && target.row === row && target.column === column
  )

const where = (table: PrintedTable, row: number, column: number): string =>
  `“${table.rows[row]?.label ?? row}” · “${table.columns[column]?.label ?? column}”`

/** Whether one of two rows is a total of which the other is a part: those may well be equal. */
const related = ({ totals }: Misfits, row: number, other: number): boolean =>
  totals.get(row)?.has(other) === true || totals.get(other)?.has(row) === true

/** Whether the neighbouring row is off by more in the same sum: then it is the copy, and this row the original. */
const isOriginal = (misfits: Misfits, misfit: Misfit, neighbour: number): boolean => {
  if (misfit.kind === "rowSum") return false
  const other = acrossAt(misfits, neighbour, misfit.target.column)
  return other !== undefined && other.sum === misfit.sum && absolute(other.excess) > absolute(misfit.excess)
}

/** A number of four digits or more that stands twice, one row above the other, is hardly chance. */
const copied = (misfits: Misfits, misfit: Misfit): Cause | null => {
  const { table } = misfits
  for (const { row, column, statement } of [misfit.target, ...misfit.parts]) {
    if (Math.abs(statement.value) * 10 ** statement.decimals < 1000) continue
    for (const neighbour of [row - 1, row + 1]) {
      // Down a column a pair is met twice, once from each side.
      if (misfit.kind === "rowSum" && neighbour < row) continue
      if (table.rows[neighbour]?.cells[column] !== statement.value) continue
      if (related(misfits, row, neighbour) || isOriginal(misfits, misfit, neighbour)) continue
      const printed = printNumber(statement.value, statement.decimals, statement.unit)
      const label = table.rows[neighbour]?.label ?? ""
      return {
        kind: "copiedFromNeighbour",
        text: {
          vi: `${printed} ở ${where(table, row, column)} trùng đúng số của dòng liền kề “${label}”: có thể chép nhầm dòng`,
          en: `${printed} at ${where(table, row, column)} is the very number of the neighbouring row “${label}”: perhaps copied from it`
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
const crossing = (misfits: Misfits, misfit: Misfit): Cause | null => {
  for (const term of [misfit.target, ...misfit.parts]) {
    for (const other of misfitsAt(misfits, term.row, term.column)) {
      if (other.kind === misfit.kind) continue
      const same = [other.target, ...other.parts].find(({ row, column }) => row === term.row && column === term.column)
      if (same === undefined) continue
      const change = repair(misfit, term)
      if (absolute(change - repair(other, same)) > width(misfit.summed) + width(other.summed)) continue
      const { statement } = term
      const right = printAmount(inUnitOf(statement, statement.claim.mid + change), statement.unit)
      const cell = where(misfits.table, term.row, term.column)
      return {
        kind: "cellAtCrossing",
        text: {
          vi: `Cả dòng và cột qua ô ${cell} cùng lệch một lượng: nhiều khả năng chính ô này sai (khớp nếu là ${right})`,
          en: `Row and column through ${cell} are off by the same amount: this cell is the likely error (it fits as ${right})`
        }
      }
    }
  }
  return null
}

/** A total row that is off by just what its rows are off: it carries their errors and adds none. */
const carried = (misfits: Misfits, misfit: Misfit): Cause | null => {
  const rows = misfit.kind === "columnSum" ? misfits.totals.get(misfit.target.row) : undefined
  if (rows === undefined) return null
  const below = [...rows].flatMap(([row, sign]) => {
    const found = acrossAt(misfits, row, misfit.target.column)
    return found === undefined ? [] : [{ found, sign }]
  })
  const total = below.reduce((ticks, { found, sign }) => ticks + found.excess * BigInt(sign), 0n)
  const slack = below.reduce((ticks, { found }) => ticks + width(found.summed), width(misfit.summed))
  if (below.length === 0 || absolute(total - misfit.excess) > slack) return null
  const names = below.map(({ found }) => misfits.table.rows[found.target.row]?.label ?? "").join(", ")
  return {
    kind: "carriedFromRows",
    text: {
      vi: `Bằng tổng chênh lệch của các dòng: ${names}`,
      en: `The sum of the differences of the rows: ${names}`
    }
  }
}

/** The likely cause of a misfit, as far as the table itself shows one. */
export const causeOfMisfit = (misfits: Misfits, misfit: Misfit): Cause | null =>
  carried(misfits, misfit) ??
  crossing(misfits, misfit) ??
  copied(misfits, misfit) ??
  slipInSum(misfit.target.statement, misfit.parts, misfit.summed) ??
  roundingIn(misfit.target.statement, misfit.parts, misfit.summed)
