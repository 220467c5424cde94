import { useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** Results by criteria set that a document publishes (Phụ lục 01). */
export const useResults = (document: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => {
    const id = document() ?? ""
    return {
      queryKey: ["criteria", "results", id],
      queryFn: ({ signal }) => client.criteria.results({ id }, signal),
      enabled: id !== ""
    }
  })
}

/** Every criteria set, without its lines. */
export const useSets = () => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["criteria", "sets"],
    queryFn: ({ signal }) => client.criteria.list({}, signal)
  }))
}
