import { Schema } from "effect"
import { UnitId, UnitLevel } from "../units/index.ts"
import { Day } from "../values/index.ts"
import { FundingSourceKey } from "./source.ts"
import { FundingRow, FundingTable } from "./table.ts"

/** Whose money a printed row is: a unit's, or an agency's of it. The total row is the unit's that the table is of. */
export const RowHolder = Schema.Struct({ unit: UnitId, agency: Schema.NullOr(Schema.String) })
export type RowHolder = typeof RowHolder.Type

/** Where a printed table stands among the entries: whose its rows are, the tier at which they sum, and the day on which they stand. */
export interface TablePlaces {
  readonly tier: UnitLevel
  readonly day: Day
  /** What each printed column counts as, along the table's own; no two the same. */
  readonly counts: ReadonlyArray<FundingSourceKey>
  /** By the row's index in the printed table. */
  readonly holders: ReadonlyMap<number, RowHolder>
}

/** A row of a printed table without its amounts, which are entries. `blank`: columns left blank, which is not zero. */
export const HeadRow = Schema.Struct({
  row: FundingRow.fields.row,
  unit: FundingRow.fields.unit,
  kind: FundingRow.fields.kind,
  holder: RowHolder,
  blank: Schema.Array(Schema.String)
})
export type HeadRow = typeof HeadRow.Type

/** Everything of a printed table but its amounts. */
export const TableHead = FundingTable.mapFields(({ rows: _, ...fields }) => ({
  ...fields,
  tier: UnitLevel,
  day: Day,
  counts: Schema.Array(FundingSourceKey),
  rows: Schema.Array(HeadRow)
}))
export type TableHead = typeof TableHead.Type

/** Where in the document an entry of a printed row stands: "Phụ lục 02, dòng 3". The total row, above all others, is "dòng 0". */
export const placeOfRow = ({ name }: Pick<FundingTable, "name">, row: number): string => `${name}, dòng ${row}`
