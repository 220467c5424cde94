import { Result } from "effect"
import { type Dong, dong, type MoneyError, MoneyUnit, moneyUnitExponent } from "../values/index.ts"
import type { EntryRecording, FundingEntryKind } from "./entry.ts"
import { totalRow } from "./shares.ts"
import type { FundingSourceKey } from "./source.ts"
import { pathOf } from "./source-tree.ts"
import type { FundingRow, FundingTable } from "./table.ts"
import { placeOfRow, type TableHead, type TablePlaces } from "./table-head.ts"

/** A column by what it counts as, with the places of the columns right below it. */
interface Column {
  readonly source: FundingSourceKey
  readonly below: ReadonlyArray<number>
}

/** Columns as the tree of sources joins them, whatever parents are printed: sums run along that tree. */
const columnsOf = (counts: ReadonlyArray<FundingSourceKey>): ReadonlyArray<Column> => {
  const above = counts.map((source) =>
    pathOf(source)
      .slice(1)
      .find((key) => counts.includes(key))
  )
  return counts.map((source) => ({
    source,
    below: above.flatMap((parent, at) => (parent === source ? [at] : []))
  }))
}

/** What a row adds at each column itself, beyond the columns below it. */
interface Addition {
  readonly at: number
  readonly amount: bigint
  readonly kind: FundingEntryKind
}

/** The finest step of the printed amounts, in đồng: that of the unit, or a smaller power of ten where an amount has decimals. */
const stepOf = ({ printedUnit, rows }: FundingTable): bigint => {
  const unit = MoneyUnit.literals.find((known) => known === printedUnit)
  let step = 10n ** BigInt(unit === undefined ? 0 : moneyUnitExponent(unit))
  for (const { amounts } of rows)
    for (const amount of amounts) while (amount !== null && BigInt(amount) % step !== 0n) step /= 10n
  return step
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

/** Whether rounding of `parts` numbers and of their total explains a difference; whole đồng are exact. See `documents/claim.ts`. */
const isRounding = (difference: bigint, parts: number, step: bigint): boolean =>
  step > 1n && 2n * size(difference) < BigInt(parts + 1) * step

/** Columns from the deepest up, so that parts come before their totals. */
const deepestFirst = (columns: ReadonlyArray<Column>): ReadonlyArray<number> =>
  [...columns.keys()].toSorted(
    (a, b) => pathOf(columns[b]?.source ?? "all").length - pathOf(columns[a]?.source ?? "all").length
  )

const sum = (amounts: ReadonlyArray<bigint | null | undefined>): bigint =>
  amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n)

/** A row of a unit: what it states at its leaves, and by how much its totals differ from them. `totals`: what its columns come to. */
const additionsOf = ({ amounts }: FundingRow, columns: ReadonlyArray<Column>, step: bigint) => {
  const totals: Array<bigint | null> = columns.map(() => null)
  const additions: Array<Addition> = []
  for (const at of deepestFirst(columns)) {
    const parts = (columns[at]?.below ?? []).flatMap((place) => totals[place] ?? [])
    const printed = amounts[at] ?? null
    if (printed === null) {
      totals[at] = parts.length === 0 ? null : sum(parts)
      continue
    }
    totals[at] = BigInt(printed)
    const amount = BigInt(printed) - sum(parts)
    if (parts.length === 0) additions.push({ at, amount, kind: "stated" })
    else if (amount !== 0n)
      additions.push({ at, amount, kind: isRounding(amount, parts.length, step) ? "rounding" : "unexplained" })
  }
  return { totals, additions }
}

/** The total row: by how much each of its columns differs from the rows, beyond what the columns below it differ. */
const additionsOfTotal = (
  { amounts }: FundingRow,
  rows: ReadonlyArray<ReadonlyArray<bigint | null>>,
  columns: ReadonlyArray<Column>,
  step: bigint
): ReadonlyArray<Addition> => {
  const over: Array<bigint> = columns.map(() => 0n)
  const explained: Array<boolean> = columns.map(() => true)
  const additions: Array<Addition> = []
  for (const at of deepestFirst(columns)) {
    const below = columns[at]?.below ?? []
    const inParts = sum(below.map((place) => over[place]))
    const printed = amounts[at] ?? null
    const stated = rows.flatMap((totals) => totals[at] ?? [])
    const difference = printed === null ? inParts : BigInt(printed) - sum(stated)
    over[at] = difference
    explained[at] = difference === 0n || isRounding(difference, stated.length, step)
    const amount = difference - inParts
    if (amount === 0n) continue
    const byRows = explained[at] === true && below.every((place) => explained[place] === true)
    const rounding = byRows || (below.length > 0 && isRounding(amount, below.length, step))
    additions.push({ at, amount, kind: rounding ? "rounding" : "unexplained" })
  }
  return additions
}

/** A printed table as entries, and what remains of it beside them. */
export interface TableEntries {
  readonly head: TableHead
  readonly entries: ReadonlyArray<EntryRecording>
}

/**
 * A printed table as entries: entered once, so that sums of entries print it back to the đồng.
 *
 * **Details** What a row states at its leaves are entries of its unit; a total that is not the sum of its parts leaves an entry of the
 * difference at the total's own source, `rounding` where rounding explains it, else `unexplained`. The total row leaves the same of the
 * table's unit. So every total is the sum of its parts and nothing is "corrected". A row without a holder is left out.
 * Fails only where a difference is beyond the range of amounts.
 */
export const entriesOfTable = (table: FundingTable, places: TablePlaces): Result.Result<TableEntries, MoneyError> => {
  const columns = columnsOf(places.counts)
  const step = stepOf(table)
  const total = totalRow(table)
  const rows = table.rows.filter((row) => row !== total).map((row) => ({ row, ...additionsOf(row, columns, step) }))
  const ofTotal =
    total === undefined
      ? []
      : rows.length === 0
        ? [{ row: total, additions: additionsOf(total, columns, step).additions }]
        : [
            {
              row: total,
              additions: additionsOfTotal(
                total,
                rows.map(({ totals }) => totals),
                columns,
                step
              )
            }
          ]
  const entries: Array<EntryRecording> = []
  for (const { additions, row } of [...ofTotal, ...rows]) {
    const holder = places.holders.get(row.row)
    if (holder === undefined) continue
    for (const { amount, at, kind } of additions.toSorted((a, b) => a.at - b.at)) {
      const inRange = dong(Number(amount))
      if (Result.isFailure(inRange)) return Result.fail(inRange.failure)
      entries.push(
        entryOf(table, places, { row: row.row, source: columns[at]?.source ?? "all", kind, amount: inRange.success })
      )
    }
  }
  return Result.succeed({ head: headOf(table, places), entries })
}

const entryOf = (
  table: FundingTable,
  { day, holders, tier }: TablePlaces,
  { row, ...said }: { readonly row: number } & Pick<EntryRecording, "source" | "kind"> & { readonly amount: Dong }
): EntryRecording => ({
  ...said,
  unit: holders.get(row)?.unit ?? "",
  tier,
  agency: holders.get(row)?.agency ?? null,
  from: null,
  year: table.year,
  stage: table.stage,
  content: null,
  quantity: null,
  day,
  work: null,
  document: table.document,
  place: placeOfRow(table, row),
  reason: null,
  adjusts: null,
  illustrative: false
})

const headOf = ({ rows, ...table }: FundingTable, { counts, day, holders, tier }: TablePlaces): TableHead => ({
  ...table,
  counts,
  tier,
  day,
  rows: rows.flatMap(({ amounts, ...row }) => {
    const holder = holders.get(row.row)
    const blank = table.sources.flatMap(({ key }, at) => ((amounts[at] ?? null) === null ? [key] : []))
    return holder === undefined ? [] : [{ ...row, holder, blank }]
  })
})
