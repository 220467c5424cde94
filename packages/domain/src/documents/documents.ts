import type { Effect } from "effect"
import { Context, Schema } from "effect"
import { type Document, DocumentId } from "./document.ts"
import type { Figure } from "./figure.ts"
import type { Finding } from "./finding.ts"
import type { PrintedTable } from "./table.ts"

/** A document in a list, with how much of each kind it holds. */
export interface DocumentSummary extends Document {
  readonly counts: {
    readonly figures: number
    readonly tables: number
    readonly criteriaSets: number
    readonly fundingTables: number
    readonly assignments: number
    readonly findings: number
  }
}

/** A document with everything that it states. */
export interface DocumentContent {
  readonly document: Document
  readonly figures: ReadonlyArray<Figure>
  readonly tables: ReadonlyArray<PrintedTable>
}

export class DocumentNotFound extends Schema.TaggedError<DocumentNotFound>()("DocumentNotFound", { id: DocumentId }) {
  override get message() {
    return `Không có văn bản “${this.id}” · No document “${this.id}”`
  }
}

/** A figure together with the document that states it. */
export interface FigureInDocument {
  readonly document: DocumentId
  readonly figure: Figure
}

/** Where documents, their figures, tables and the findings about them are kept. Lists come in a stable order. */
export class Documents extends Context.Service<
  Documents,
  {
    readonly list: () => Effect.Effect<ReadonlyArray<DocumentSummary>>
    readonly get: (id: DocumentId) => Effect.Effect<DocumentContent, DocumentNotFound>
    /** `query` is matched without diacritics against label, section and document. */
    readonly figures: (filter: {
      readonly document: DocumentId | null
      readonly query: string | null
      /** At most so many; null: all of them. */
      readonly limit: number | null
    }) => Effect.Effect<ReadonlyArray<FigureInDocument>>
    /** Findings that have at least one place in `document`; all of them for null. */
    readonly findings: (document: DocumentId | null) => Effect.Effect<ReadonlyArray<Finding>>
  }
>()("@ntm/domain/documents/Documents") {}
