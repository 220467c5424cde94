import type { TableHead } from "@ntm/domain/funding"
import type { Row } from "../reference/insert.ts"
import type { fundingTable } from "./tables.ts"

export const fundingTableRows = (heads: ReadonlyArray<TableHead>): ReadonlyArray<Row<typeof fundingTable>> =>
  heads.map(({ document: documentId, table: key, ...fields }, position) => ({ ...fields, documentId, key, position }))
