import type { Document, DocumentSummary, Figure, FigureInDocument, Finding, PrintedTable } from "@ntm/domain/documents"
import { DocumentId, Severity } from "@ntm/domain/documents"
import { Schema } from "effect"
import { get } from "./endpoint.ts"
import { Limit, Nothing, SearchText } from "./query.ts"

export interface DocumentAnswer {
  readonly document: Document
  readonly figures: ReadonlyArray<Figure>
  readonly tables: ReadonlyArray<PrintedTable>
  readonly findings: ReadonlyArray<Finding>
}

const ById = Schema.Struct({ id: DocumentId })

export const documents = {
  list: get<{ readonly items: ReadonlyArray<DocumentSummary> }>()("/documents", Nothing, Nothing),
  get: get<DocumentAnswer>()("/documents/:id", ById, Nothing),
  figures: get<{ readonly items: ReadonlyArray<FigureInDocument> }>()(
    "/figures",
    Nothing,
    Schema.Struct({
      document: Schema.optionalKey(DocumentId),
      q: Schema.optionalKey(SearchText),
      limit: Schema.optionalKey(Limit)
    })
  ),
  findings: get<{ readonly items: ReadonlyArray<Finding> }>()(
    "/findings",
    Nothing,
    Schema.Struct({ document: Schema.optionalKey(DocumentId), severity: Schema.optionalKey(Severity) })
  )
}
