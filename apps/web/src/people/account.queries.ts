import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import type { Client } from "@ntm/contract"
import { useClient } from "../data/client.ts"

const KEYS = ["keys"]
const SESSIONS = ["sessions"]

/** Keys of partners' systems, for who manages them. */
export const useKeys = () => {
  const client = useClient()
  return useQuery(() => ({ queryKey: KEYS, queryFn: ({ signal }) => client.keys.list({}, signal) }))
}

/** Where the caller is signed in. */
export const useSessions = () => {
  const client = useClient()
  return useQuery(() => ({ queryKey: SESSIONS, queryFn: ({ signal }) => client.sessions.list({}, signal) }))
}

/** What happened to somebody's account. */
export const useAccountLog = (id: () => string) => {
  const client = useClient()
  return useQuery(() => ({
    queryKey: ["account", id()],
    queryFn: ({ signal }) => client.people.account({ id: id() }, signal)
  }))
}

const useChange = <Input, Answer>(
  key: ReadonlyArray<string>,
  ask: (client: Client, input: Input) => Promise<Answer>
) => {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation(() => ({
    mutationFn: (input: Input) => ask(client, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: key })
  }))
}

/** A change of keys: the list is read again. */
export const useKeyChange = <Input, Answer>(ask: (client: Client, input: Input) => Promise<Answer>) =>
  useChange<Input, Answer>(KEYS, ask)

/** Sessions that end: the list is read again. */
export const useSessionEnd = <Input>(ask: (client: Client, input: Input) => Promise<unknown>) =>
  useChange<Input, unknown>(SESSIONS, ask)
