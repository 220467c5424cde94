import { rankOf, type Unit } from "../units/index.ts"
import type { Dong } from "../values/index.ts"
import { amountOf } from "./cells.ts"
import { flagUnit, inMillions, whose } from "./flag-words.ts"
import type { FundingFlag, FundingPivot, PivotCell, PivotRow } from "./pivot.ts"
import type { FundingSourceKey } from "./source.ts"
import { sourceOf } from "./source-tree.ts"

/** What flags of a pivot are read from. */
type Flagged = Pick<FundingPivot, "sources" | "rows" | "total" | "tiers"> & { readonly unit: Unit | null }

/** A cell of a row with its source. */
interface Place {
  readonly row: PivotRow
  readonly source: FundingSourceKey
  readonly cell: PivotCell
}

const placesOf = ({ rows, sources }: Flagged): ReadonlyArray<Place> =>
  rows.flatMap((row) =>
    sources.flatMap((source, at) => {
      const cell = row.cells[at] ?? null
      return cell === null ? [] : [{ row, source, cell }]
    })
  )

/** Of the unexplained amounts of a row those that stand at the source itself: above it they only come along. */
const standsHere = ({ cell, row, source }: Place, sources: ReadonlyArray<FundingSourceKey>): boolean => {
  if (cell.unexplained === 0) return false
  const below = sources.reduce(
    (sum, key, index) => sum + (sourceOf(key).parent === source ? (row.cells[index]?.unexplained ?? 0) : 0),
    0
  )
  return cell.unexplained !== below
}

/** What the document states of a row and source: of what its total row leaves over, the total itself. */
const statedIn = ({ cell, row, source }: Place, { sources, total }: Flagged): Dong =>
  row.kind === "rest" ? (total[sources.indexOf(source)]?.amount ?? cell.amount) : cell.amount

const unexplained = (place: Place, pivot: Flagged): FundingFlag => {
  const { cell, row, source } = place
  const stated = statedIn(place, pivot)
  const parts = amountOf(stated - cell.unexplained)
  const { vi, en } = whose(row.unit, row.agency, source)
  return {
    kind: "unexplained",
    severity: "error",
    unit: flagUnit(row.unit),
    source,
    amount: stated,
    against: parts,
    sentence: {
      vi: `${vi}: văn bản ghi ${inMillions(stated)}, các phần cộng lại ${inMillions(parts)}, lệch ${inMillions(cell.unexplained)} chưa giải thích được`,
      en: `${en}: stated as ${inMillions(stated)}, its parts add up to ${inMillions(parts)}; ${inMillions(cell.unexplained)} is not explained`
    }
  }
}

/** A row whose amount is that of another, and is not borne out by its own parts: copied over, most likely. */
const copied = (place: Place, others: ReadonlyArray<Place>): ReadonlyArray<FundingFlag> => {
  const { cell, row, source } = place
  const twin = others.find((other) => other.row !== row && other.source === source && other.cell.amount === cell.amount)
  if (twin === undefined || row.kind === "rest" || 2 * Math.abs(cell.unexplained) <= Math.abs(cell.amount)) return []
  const { vi, en } = whose(row.unit, row.agency, source)
  const from = twin.row.unit === null ? (twin.row.agency ?? "") : `${twin.row.unit.type} ${twin.row.unit.name}`
  return [
    {
      kind: "copied",
      severity: "error",
      unit: flagUnit(row.unit),
      source,
      amount: cell.amount,
      against: twin.cell.amount,
      sentence: {
        vi: `${vi}: ${inMillions(cell.amount)} đúng bằng ô của ${from}, trong khi các phần chỉ có ${inMillions(amountOf(cell.amount - cell.unexplained))}: có thể chép nhầm dòng`,
        en: `${en}: ${inMillions(cell.amount)} is the very amount of ${from}, while its parts give ${inMillions(amountOf(cell.amount - cell.unexplained))}: the row may have been copied over`
      }
    }
  ]
}

/** Less than nothing at a source, and not merely because one below it is. What a total row leaves over may be that. */
const isOverdrawn = ({ cell, row, source }: Place, sources: ReadonlyArray<FundingSourceKey>): boolean =>
  cell.amount < 0 &&
  row.kind !== "rest" &&
  !sources.some((key, at) => sourceOf(key).parent === source && (row.cells[at]?.amount ?? 0) < 0)

const overdrawn = ({ cell, row, source }: Place): FundingFlag => {
  const { vi, en } = whose(row.unit, row.agency, source)
  const taken = amountOf(-cell.amount)
  return {
    kind: "overdrawn",
    severity: "error",
    unit: flagUnit(row.unit),
    source,
    amount: cell.amount,
    against: null,
    sentence: {
      vi: `${vi}: điều chỉnh giảm nhiều hơn số đã có ${inMillions(taken)}`,
      en: `${en}: adjustments took ${inMillions(taken)} more than there was`
    }
  }
}

/** Units below state more than the level above them, which is to hold all of theirs. */
const finer = ({ tiers, unit }: Flagged): ReadonlyArray<FundingFlag> => {
  const ordered = tiers.toSorted((a, b) => rankOf[a.tier] - rankOf[b.tier])
  return ordered.slice(1).flatMap((one, at): ReadonlyArray<FundingFlag> => {
    const above = ordered[at]
    if (above === undefined || one.amount <= above.amount) return []
    const over = amountOf(one.amount - above.amount)
    const { vi, en } = whose(unit, null, "all")
    return [
      {
        kind: "finerExceeds",
        severity: "warning",
        unit: flagUnit(unit),
        source: "all",
        amount: one.amount,
        against: above.amount,
        sentence: {
          vi: `${vi}: cấp dưới ghi ${inMillions(one.amount)}, nhiều hơn ${inMillions(above.amount)} mà cấp trên ghi, lệch ${inMillions(over)}`,
          en: `${en}: units below state ${inMillions(one.amount)}, which is ${inMillions(over)} more than the ${inMillions(above.amount)} stated above them`
        }
      }
    ]
  })
}

/** Everything in a pivot that a person should look at: what is not explained, what was copied, what was overdrawn, tiers that disagree. */
export const pivotFlags = (pivot: Flagged): ReadonlyArray<FundingFlag> => {
  const places = placesOf(pivot)
  const open = places.filter((place) => standsHere(place, pivot.sources))
  return [
    ...open.map((place) => unexplained(place, pivot)),
    ...open.flatMap((place) => copied(place, places)),
    ...places.filter((place) => isOverdrawn(place, pivot.sources)).map(overdrawn),
    ...finer(pivot)
  ]
}
