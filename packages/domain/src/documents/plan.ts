import type { DocumentSummary } from "./documents.ts"

/** The document that the screens speak of: the newest one that publishes results by criteria set. Undated ones count as oldest. */
export const planOf = (documents: ReadonlyArray<DocumentSummary>): DocumentSummary | undefined =>
  documents
    .filter((document) => document.counts.criteriaSets > 0)
    .toSorted((a, b) => (b.date ?? "").localeCompare(a.date ?? ""))[0]
