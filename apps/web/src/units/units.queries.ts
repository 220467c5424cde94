import { keepPreviousData, useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** Most units that one page lists; more are found by a narrower search. */
export const UNITS_SHOWN = 200

/** Units that stand on a day (today without one), by name, level, or the unit above. */
export const useUnits = (
  asked: () => {
    readonly asOf?: string | undefined
    readonly words?: string | undefined
    readonly level?: string | undefined
    readonly parent?: string | undefined
  }
) => {
  const client = useClient()
  return useQuery(() => {
    const { asOf, level, parent, words } = asked()
    return {
      queryKey: ["units", asOf ?? "", words ?? "", level ?? "", parent ?? ""],
      queryFn: ({ signal }) => client.units.list({ as_of: asOf, q: words, level, parent, limit: UNITS_SHOWN }, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** A unit as of a day, with what it came from and what it became. */
export const useUnit = (code: () => string, asOf: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["units", "story", code(), asOf() ?? ""],
    queryFn: ({ signal }) => client.units.get({ code: code(), as_of: asOf() }, signal)
  }))
}
