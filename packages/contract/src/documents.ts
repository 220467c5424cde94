import type { Document, DocumentSummary, Figure, FigureInDocument, Finding, PrintedTable } from "@ntm/domain/documents"
import { DocumentId, Severity } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { get, listing } from "./endpoint.ts"
import { Nothing, SearchText } from "./query.ts"

export interface DocumentAnswer {
  readonly document: Document
  readonly figures: ReadonlyArray<Figure>
  readonly tables: ReadonlyArray<PrintedTable>
  readonly findings: ReadonlyArray<Finding>
}

/** Those that were issued up to a day; without it all. */
const Issued = { as_of: Schema.optionalKey(Day) }

const ById = Schema.Struct({ id: DocumentId })

export const documents = {
  list: listing<DocumentSummary>()("/documents", Nothing, Schema.Struct(Issued)),
  get: get<DocumentAnswer>()("/documents/:id", ById, Schema.Struct(Issued)),
  figures: listing<FigureInDocument>()(
    "/figures",
    Nothing,
    Schema.Struct({ ...Issued, document: Schema.optionalKey(DocumentId), q: Schema.optionalKey(SearchText) }),
    100
  ),
  findings: listing<Finding>()(
    "/findings",
    Nothing,
    Schema.Struct({ ...Issued, document: Schema.optionalKey(DocumentId), severity: Schema.optionalKey(Severity) })
  )
}
