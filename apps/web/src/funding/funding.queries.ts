import { useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** Funding tables of a document (Phụ lục 02). */
export const useFundingTables = (document: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => {
    const id = document() ?? ""
    return {
      queryKey: ["funding", "tables", id],
      queryFn: ({ signal }) => client.funding.tables({ document: id }, signal),
      enabled: id !== ""
    }
  })
}
