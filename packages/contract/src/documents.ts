import type { Document, DocumentSummary, Figure, FigureInDocument, Finding, PrintedTable } from "@ntm/domain/documents"
import { DocumentId, Severity } from "@ntm/domain/documents"
import { Schema } from "effect"
import { get, listing } from "./endpoint.ts"
import { Nothing, SearchText } from "./query.ts"

export interface DocumentAnswer {
  readonly document: Document
  readonly figures: ReadonlyArray<Figure>
  readonly tables: ReadonlyArray<PrintedTable>
  readonly findings: ReadonlyArray<Finding>
}

const ById = Schema.Struct({ id: DocumentId })

export const documents = {
  list: listing<DocumentSummary>()("/documents", Nothing, Nothing),
  get: get<DocumentAnswer>()("/documents/:id", ById, Nothing),
  figures: listing<FigureInDocument>()(
    "/figures",
    Nothing,
    Schema.Struct({ document: Schema.optionalKey(DocumentId), q: Schema.optionalKey(SearchText) }),
    100
  ),
  findings: listing<Finding>()(
    "/findings",
    Nothing,
    Schema.Struct({ document: Schema.optionalKey(DocumentId), severity: Schema.optionalKey(Severity) })
  )
}
