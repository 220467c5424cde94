import { type DocumentSummary, planOf } from "@ntm/domain/documents"
import { useAddress } from "../parts/address.ts"
import { useDocuments } from "./documents.queries.ts"

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
