import type { Client } from "@ntm/contract"
import { addDays, type Day } from "@ntm/domain/values"
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** Most results that one search lists; more are found by a narrower one. */
export const UNITS_SHOWN = 60

/** Most units directly below one; the largest province has some 170 communes. */
const MOST_BELOW = 1000

/** Units that stand on a day (today without one), by words, level, or the unit above; the day before stays in sight. */
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
    const limit = words === undefined ? MOST_BELOW : UNITS_SHOWN
    return {
      queryKey: ["units", asOf ?? "", words ?? "", level ?? "", parent ?? ""],
      queryFn: ({ signal }) => client.units.list({ as_of: asOf, q: words, level, parent, limit }, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** A unit as of a day, with the units above it. */
export const unitQuery = (client: Client, code: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ["units", "story", code, asOf ?? ""],
    queryFn: ({ signal }) => client.units.get({ code, as_of: asOf }, signal)
  })

/** `unitQuery`; the unit before stays in sight until the next one is there. */
export const useUnit = (code: () => string, asOf: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => ({ ...unitQuery(client, code(), asOf()), placeholderData: keepPreviousData }))
}

/** What shares ground with a unit on another day; on both sides, as far as events are known, without one. */
export const lineageQuery = (client: Client, code: string, asOf: string | undefined, on?: string) =>
  queryOptions({
    queryKey: ["units", "lineage", code, asOf ?? "", on ?? ""],
    queryFn: ({ signal }) => client.units.lineage({ code, as_of: asOf, on }, signal)
  })

export const useLineage = (code: () => string, asOf: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => lineageQuery(client, code(), asOf()))
}

/** A unit's life, oldest first, as sentences. */
export const useHistory = (code: () => string, asOf: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["units", "history", code(), asOf() ?? ""],
    queryFn: ({ signal }) => client.units.history({ code: code(), as_of: asOf() }, signal)
  }))
}

/** Days worth looking at: the last one before the first reorganisation, and the day of each; empty while there is none. */
const stopsOf = (
  events: ReadonlyArray<{ readonly day: Day; readonly undoneAt: string | null }>
): ReadonlyArray<Day> => {
  const days = [...new Set(events.filter(({ undoneAt }) => undoneAt === null).map(({ day }) => day))].sort()
  const [first] = days
  return first === undefined ? [] : [addDays(first, -1), ...days]
}

/** The days between which the registers changed. */
export const useStops = () => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["reorganisations"],
    queryFn: ({ signal }) => client.reorganisations.list({}, signal),
    select: ({ items }) => stopsOf(items)
  }))
}
