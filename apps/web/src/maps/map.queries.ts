import type { Client } from "@ntm/contract"
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** A province's communes as of a day, with their shapes; `zoom` 2 for a few communes. */
export const mapQuery = (client: Client, province: string, asOf: string | undefined, zoom: 1 | 2) =>
  queryOptions({
    queryKey: ["map", province, asOf ?? "", zoom],
    queryFn: ({ signal }) => client.map.get({ province, as_of: asOf, zoom }, signal)
  })

/** `mapQuery`; the map before stays in sight until the next one is there. */
export const useMap = (
  asked: () => { readonly province: string; readonly asOf: string | undefined; readonly zoom: 1 | 2 }
) => {
  const client = useClient()
  return useQuery(() => {
    const { asOf, province, zoom } = asked()
    return { ...mapQuery(client, province, asOf, zoom), placeholderData: keepPreviousData }
  })
}
