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

/** One set with its whole history; as known at a moment, where one is named. */
export const useSet = (asked: () => { readonly id: string | undefined; readonly knownAt: string | undefined }) => {
  const client = useClient()
  return useQuery(() => {
    const { id, knownAt } = asked()
    return {
      queryKey: ["criteria", "set", id ?? "", knownAt ?? ""],
      queryFn: ({ signal }) => client.criteria.get({ id: id ?? "", known_at: knownAt }, signal),
      enabled: id !== undefined
    }
  })
}

/** Everything that a set ever said. */
export const useVersions = (id: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["criteria", "versions", id() ?? ""],
    queryFn: ({ signal }) => client.criteria.versions({ id: id() ?? "" }, signal),
    enabled: id() !== undefined
  }))
}
