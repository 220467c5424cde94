import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import { addressOf, api } from "@ntm/contract"
import type { DayAsked } from "../assignments/tasks.queries.ts"
import { useClient } from "../data/client.ts"

/** Registers of a unit and everything below it (null: of the whole country; undefined asks nothing). */
export interface InventoryAsked extends DayAsked {
  readonly unit: string | null | undefined
  readonly kind: string | undefined
}

const fields = ({ asOf, kind, knownAt, unit }: InventoryAsked) => ({
  unit: unit ?? undefined,
  kind,
  as_of: asOf,
  known_at: knownAt
})

/** Which of the entries a list shows. */
export interface ItemsWanted {
  readonly year?: string | undefined
  readonly expiring?: string | undefined
  readonly q?: string | undefined
  readonly limit?: number
}

/** Entries one by one. */
export const useItems = (asked: () => InventoryAsked, wanted: () => ItemsWanted) => {
  const client = useClient()
  return useQuery(() => {
    const question = { ...fields(asked()), ...wanted() }
    return {
      queryKey: ["inventory", "list", question],
      queryFn: ({ signal }) => client.inventory.list(question, signal),
      enabled: asked().unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** Where the same entries are downloaded as a table. */
export const itemsAddress = (asked: InventoryAsked, { expiring, q, year }: ItemsWanted): string =>
  addressOf(api.inventory.list.path, { ...fields(asked), year, expiring, q })

/** How many there are of each kind, against the plan's targets of a year. */
export const useCounts = (asked: () => InventoryAsked, year: () => number | undefined) => {
  const client = useClient()
  return useQuery(() => {
    const question = { ...fields(asked()), year: year() ?? 0 }
    return {
      queryKey: ["inventory", "counts", question],
      queryFn: ({ signal }) => client.inventory.counts(question, signal),
      enabled: asked().unit !== undefined && year() !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** Tasks may close by what a register holds: they are asked anew too. */
const useRenew = () => {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ["inventory", "tasks", "recommendations"].map((room) => queries.invalidateQueries({ queryKey: [room] }))
    )
}

/** Records one entry. */
export const useRecordItem = () => {
  const client = useClient()
  const renew = useRenew()
  return useMutation(() => ({
    mutationFn: (row: object) => client.inventory.record({ body: { rows: [row] } }),
    onSuccess: renew
  }))
}

/** Records what became of one entry. */
export const useFollowItem = () => {
  const client = useClient()
  const renew = useRenew()
  return useMutation(() => ({
    mutationFn: (row: object) => client.inventory.follow({ body: { rows: [row] } }),
    onSuccess: renew
  }))
}
