import { keepPreviousData, useQuery } from "@tanstack/solid-query"
import type { GroupAsked } from "../assessments/assessments.queries.ts"
import { useClient } from "../data/client.ts"

/** What units lose and gain when the set `to` takes the place of another; nothing is asked without both. */
export const useReplacement = (asked: () => GroupAsked & { readonly to: string | undefined }) => {
  const client = useClient()
  return useQuery(() => {
    const { asOf, knownAt, parent, set, to } = asked()
    return {
      queryKey: ["assessments", "replacement", set ?? "", to ?? "", parent ?? "", asOf ?? "", knownAt ?? ""],
      queryFn: ({ signal }) =>
        client.assessments.replacement(
          { set: set ?? "", with: to ?? "", unit: parent, as_of: asOf, known_at: knownAt },
          signal
        ),
      enabled: set !== undefined && to !== undefined,
      placeholderData: keepPreviousData
    }
  })
}
