import type { DocumentSummary } from "@ntm/domain/documents"
import { useAddress } from "../parts/address.ts"
import { useDocuments } from "./documents.queries.ts"

/** The document that the screens speak of: the newest one that publishes results by criteria set. */
export const planOf = (documents: ReadonlyArray<DocumentSummary>): DocumentSummary | undefined =>
  documents
    .filter((document) => document.counts.criteriaSets > 0)
    .toSorted((a, b) => (b.date ?? "").localeCompare(a.date ?? ""))[0]

/** The plan on screen: the one that the address names (`?van-ban=…`), else `planOf` all documents; undefined until known. */
export const usePlan = (): (() => DocumentSummary | undefined) => {
  const documents = useDocuments()
  const [named] = useAddress("van-ban")
  return () => {
    if (!documents.isSuccess) return undefined
    const items = documents.data.items
    return items.find((document) => document.id === named()) ?? planOf(items)
  }
}
