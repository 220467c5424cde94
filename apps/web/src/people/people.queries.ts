import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import type { Client } from "@ntm/contract"
import { useClient } from "../data/client.ts"

const SESSION = ["session"]
const PEOPLE = ["people"]
const CALENDAR = ["session", "calendar"]

/** Who is signed in on this page, and what they may do. */
export const useSession = () => {
  const client = useClient()
  return useQuery(() => ({ queryKey: SESSION, queryFn: ({ signal }) => client.session.now({}, signal) }))
}

/** Something that changes who somebody is here: afterwards nothing that was read before counts. */
export const useSigning = <Input, Answer>(ask: (client: Client, input: Input) => Promise<Answer>) => {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation(() => ({
    mutationFn: (input: Input) => ask(client, input),
    onSuccess: () => queries.invalidateQueries()
  }))
}

/** Something that changes nobody's session. */
export const useAsking = <Input, Answer>(ask: (client: Client, input: Input) => Promise<Answer>) => {
  const client = useClient()
  return useMutation(() => ({ mutationFn: (input: Input) => ask(client, input) }))
}

/** The address of one's own calendar. */
export const useCalendar = () => {
  const client = useClient()
  return useQuery(() => ({ queryKey: CALENDAR, queryFn: ({ signal }) => client.session.calendar({}, signal) }))
}

/** Gives it an address, or another. */
export const useRenewCalendar = () => {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation(() => ({
    mutationFn: () => client.session.renewCalendar({ body: {} }),
    onSuccess: (answer) => queries.setQueryData(CALENDAR, answer)
  }))
}

/** Everybody, for who manages people. */
export const usePeople = () => {
  const client = useClient()
  return useQuery(() => ({ queryKey: PEOPLE, queryFn: ({ signal }) => client.people.list({}, signal) }))
}

/** A change of people: the list is read again. */
export const useManaging = <Input, Answer>(ask: (client: Client, input: Input) => Promise<Answer>) => {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation(() => ({
    mutationFn: (input: Input) => ask(client, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: PEOPLE })
  }))
}
