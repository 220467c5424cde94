import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import type { DayAsked } from "../assignments/tasks.queries.ts"
import { useClient } from "../data/client.ts"

const dayFields = ({ asOf, knownAt }: DayAsked) => ({ as_of: asOf, known_at: knownAt })

/** Recommendations of supervising bodies; one made to several units is one. */
export const useRecommendations = (
  asked: () => DayAsked & {
    readonly document: string | undefined
    readonly standing: string | undefined
    readonly q: string | undefined
  }
) => {
  const client = useClient()
  return useQuery(() => {
    const { document, q, standing } = asked()
    const question = { document, state: standing, q, ...dayFields(asked()) }
    return {
      queryKey: ["recommendations", "list", question],
      queryFn: ({ signal }) => client.recommendations.list(question, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** One with its answers, measures and tasks. */
export const useRecommendation = (key: () => string, known: () => DayAsked) => {
  const client = useClient()
  return useQuery(() => {
    const question = { recommendation: key(), ...dayFields(known()) }
    return {
      queryKey: ["recommendations", "one", question],
      queryFn: ({ signal }) => client.recommendations.one(question, signal),
      enabled: key() !== ""
    }
  })
}

/** Limitations and causes that documents state. */
export const useLimitations = (
  asked: () => {
    readonly document: string | undefined
    readonly kind: string | undefined
    readonly q: string | undefined
  }
) => {
  const client = useClient()
  return useQuery(() => {
    const { document, kind, q } = asked()
    const question = { document, kind, q }
    return {
      queryKey: ["recommendations", "limitations", question],
      queryFn: ({ signal }) => client.recommendations.limitations(question, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** Records what happened to one recommendation; everything that rests on it is asked anew. */
export const useRecordRecommendation = () => {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation(() => ({
    mutationFn: (row: object) => client.recommendations.record({ body: { rows: [row] } }),
    onSuccess: () =>
      Promise.all(["recommendations", "tasks"].map((room) => queries.invalidateQueries({ queryKey: [room] })))
  }))
}
