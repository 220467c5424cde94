import { DocumentId } from "@ntm/domain/documents"
import type { FundingTable } from "@ntm/domain/funding"
import { Schema } from "effect"
import { get } from "./endpoint.ts"
import { Nothing } from "./query.ts"

export const funding = {
  /** Phụ lục 02 and its like: resources by source and unit. */
  tables: get<{ readonly items: ReadonlyArray<FundingTable> }>()(
    "/funding/tables",
    Nothing,
    Schema.Struct({ document: Schema.optionalKey(DocumentId) })
  )
}
