import { Schema } from "effect"

export const TableColumn = Schema.Struct({
  key: Schema.NonEmptyString,
  label: Schema.String,
  /** Unit of this column where it differs from the table's. */
  unit: Schema.NullOr(Schema.String),
  /** Whether its cells are numbers; a text column takes part in no sum. */
  numeric: Schema.Boolean
})
export type TableColumn = typeof TableColumn.Type

/** One printed row. `cells` and `decimals` run along the table's columns; `null` is a blank cell. */
export const TableRow = Schema.Struct({
  no: Schema.NullOr(Schema.String),
  label: Schema.String,
  kind: Schema.NullOr(Schema.String),
  cells: Schema.Array(Schema.NullOr(Schema.Finite)),
  decimals: Schema.Array(Schema.Int)
})
export type TableRow = typeof TableRow.Type

/** A sum that the table declares: target = Σ sign × part. Numbers are indexes of columns (or of rows). */
export const DeclaredSum = Schema.Struct({
  target: Schema.Int,
  parts: Schema.Array(Schema.Struct({ index: Schema.Int, sign: Schema.Literals([1, -1]) }))
})
export type DeclaredSum = typeof DeclaredSum.Type

/** A printed table with a declared structure of row and column sums ("Phụ lục 02"). */
export const PrintedTable = Schema.Struct({
  /** Short name, unique in its document: the file name without its ending. */
  key: Schema.NonEmptyString,
  name: Schema.String,
  title: Schema.NullOr(Schema.String),
  year: Schema.NullOr(Schema.Int),
  unit: Schema.NullOr(Schema.String),
  columns: Schema.Array(TableColumn),
  rows: Schema.Array(TableRow),
  /** Sums inside each row: a column out of other columns. */
  columnSums: Schema.Array(DeclaredSum),
  /** Sums inside each column: a row out of other rows. */
  rowSums: Schema.Array(DeclaredSum),
  /** Doubts about single cells that the transcriber wrote down. */
  cellNotes: Schema.Array(Schema.Struct({ row: Schema.Int, column: Schema.Int, note: Schema.String }))
})
export type PrintedTable = typeof PrintedTable.Type
