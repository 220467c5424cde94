import { agree, type Claim } from "./claim.ts"
import type { DocumentContent } from "./documents.ts"
import { cellStatement, type Statement } from "./statement.ts"

/** Finds amounts of money in a document's tables. */
export type MoneyCells = (claim: Claim, most: number) => ReadonlyArray<Statement>

const moneyIn = (content: DocumentContent): ReadonlyArray<Statement> =>
  content.tables.flatMap((table) =>
    table.rows.flatMap((_, row) =>
      table.columns.flatMap((_, column) => {
        const cell = cellStatement(content.document, table, row, column)
        return cell === null || cell.measure.dimension !== "money" || cell.value === 0 ? [] : [cell]
      })
    )
  )

const byAmount = (a: Statement, b: Statement): number =>
  a.claim.mid < b.claim.mid ? -1 : a.claim.mid > b.claim.mid ? 1 : 0

/** First of the sorted cells whose amount is not below `amount`. */
const firstFrom = (sorted: ReadonlyArray<Statement>, amount: bigint): number => {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    const cell = sorted[middle]
    if (cell !== undefined && cell.claim.mid < amount) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * Cells of the document's tables that can be the given amount of money, at most `most`, the smallest first.
 *
 * **Details** Sorted once, at the first question: a document may ask for thousands of amounts in as many cells.
 */
export const moneyCells = (content: DocumentContent): MoneyCells => {
  let sorted: ReadonlyArray<Statement> | undefined
  let widest = 0n
  return (claim, most) => {
    if (sorted === undefined) {
      sorted = moneyIn(content).toSorted(byAmount)
      for (const {
        claim: { hi, mid }
      } of sorted)
        if (hi - mid > widest) widest = hi - mid
    }
    const found: Array<Statement> = []
    for (let at = firstFrom(sorted, claim.lo - widest - 1n); at < sorted.length && found.length < most; at++) {
      const cell = sorted[at]
      if (cell === undefined || cell.claim.mid > claim.hi + widest + 1n) break
      if (agree(cell.claim, claim)) found.push(cell)
    }
    return found
  }
}
