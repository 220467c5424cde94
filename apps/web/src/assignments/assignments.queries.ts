import { keepPreviousData, useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** Assignments of a document as they stand on a day (today without one). */
export const useAssignments = (asked: {
  readonly document: () => string | undefined
  readonly asOf: () => string | undefined
  readonly words?: () => string | undefined
}) => {
  const client = useClient()
  return useQuery(() => {
    const document = asked.document() ?? ""
    const words = asked.words?.()
    return {
      queryKey: ["assignments", document, asked.asOf() ?? "", words ?? ""],
      queryFn: ({ signal }) => client.assignments.list({ document, as_of: asked.asOf(), q: words }, signal),
      enabled: document !== "",
      placeholderData: keepPreviousData
    }
  })
}
