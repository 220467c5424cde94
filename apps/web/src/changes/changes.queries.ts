import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import type { Client } from "@ntm/contract"
import { useClient } from "../data/client.ts"

const WEBHOOKS = ["webhooks"]

/** Which entries of the trail are wanted. */
export interface AuditWanted {
  readonly unit: string | undefined
  readonly person: string | undefined
  readonly noun: string | undefined
  /** Also what only the program keeps. */
  readonly include: string | undefined
}

/** Entries that are asked for at once. */
const PAGE = 50

/** Entries of the trail, the newest first, page by page. */
export const useAudit = (wanted: () => AuditWanted) => {
  const client = useClient()
  return useInfiniteQuery(() => {
    const question = wanted()
    return {
      queryKey: ["audit", question],
      queryFn: ({ pageParam, signal }) => client.audit.list({ ...question, cursor: pageParam, limit: PAGE }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined
    }
  })
}

/** Rows of an entry that are asked for at once. */
const ROWS = 100

/** All that one entry holds, page by page; not asked for while there is no number. */
export const useAuditEntry = (seq: () => number | undefined) => {
  const client = useClient()
  return useInfiniteQuery(() => {
    const wanted = seq()
    return {
      queryKey: ["audit", "entry", wanted],
      queryFn: ({ pageParam, signal }) =>
        client.audit.entry({ seq: String(wanted), cursor: pageParam, limit: ROWS }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      enabled: wanted !== undefined,
      // An entry never changes.
      staleTime: Number.POSITIVE_INFINITY
    }
  })
}

export const useWebhooks = () => {
  const client = useClient()
  return useQuery(() => ({ queryKey: WEBHOOKS, queryFn: ({ signal }) => client.webhooks.list({}, signal) }))
}

/** Attempts to send to one endpoint. */
export const useDeliveries = (id: () => number | undefined) => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: [...WEBHOOKS, id(), "deliveries"],
    queryFn: ({ signal }) => client.webhooks.deliveries({ id: String(id()), limit: 100 }, signal),
    enabled: id() !== undefined
  }))
}

/** A change of an endpoint: the list is read again. */
export const useWebhookChange = <Input, Answer>(ask: (client: Client, input: Input) => Promise<Answer>) => {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation(() => ({
    mutationFn: (input: Input) => ask(client, input),
    // Also after a refusal: somebody else may have changed it meanwhile.
    onSettled: () => queries.invalidateQueries({ queryKey: WEBHOOKS })
  }))
}
