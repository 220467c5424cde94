import { Schema } from "effect"
import { DocumentId } from "../documents/index.ts"
import { Dong } from "../values/index.ts"
import { FundingStage } from "./stage.ts"

/** One unit's row: amounts in đồng along the table's sources; null is a blank cell. */
export const FundingRow = Schema.Struct({
  /** Row index in the printed table, by which findings point at it. */
  row: Schema.Int,
  unit: Schema.String,
  kind: Schema.NullOr(Schema.String),
  amounts: Schema.Array(Schema.NullOr(Dong))
})
export type FundingRow = typeof FundingRow.Type

/** Phụ lục 02: resources by source and unit as a document publishes them. */
export const FundingTable = Schema.Struct({
  document: DocumentId,
  /** Key of the printed table. */
  table: Schema.String,
  name: Schema.String,
  title: Schema.NullOr(Schema.String),
  year: Schema.Int,
  stage: FundingStage,
  /** Unit in which the document printed it ("triệu đồng"); amounts here are đồng. */
  printedUnit: Schema.String,
  sources: Schema.Array(
    Schema.Struct({ key: Schema.String, label: Schema.String, parent: Schema.NullOr(Schema.String) })
  ),
  rows: Schema.Array(FundingRow)
})
export type FundingTable = typeof FundingTable.Type
