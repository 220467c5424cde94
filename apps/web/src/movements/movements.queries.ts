import { keepPreviousData, useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** A group of units at two ends, each a day as known at a moment; the last day is today and moments are now without. */
export interface MovementAsked {
  /** Nothing is asked without one. */
  readonly set: string | undefined
  readonly parent: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly fromKnownAt: string | undefined
  readonly toKnownAt: string | undefined
}

/** Why the numbers of a group moved. */
export const useMovement = (asked: () => MovementAsked) => {
  const client = useClient()
  return useQuery(() => {
    const { from = "", fromKnownAt, parent, set = "", to, toKnownAt } = asked()
    return {
      queryKey: ["assessments", "movement", set, parent ?? "", from, to ?? "", fromKnownAt ?? "", toKnownAt ?? ""],
      queryFn: ({ signal }) =>
        client.movements.group(
          { set, unit: parent, from, to, from_known_at: fromKnownAt, to_known_at: toKnownAt },
          signal
        ),
      enabled: set !== "" && from !== "",
      placeholderData: keepPreviousData
    }
  })
}
