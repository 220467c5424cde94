import { useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import type { Client, SessionNow } from "@ntm/contract"
import type { Action } from "@ntm/domain/people"
import { useClient } from "../data/client.ts"
import { SESSION } from "../data/query-client.ts"

const PEOPLE = ["people"]
const CALENDAR = ["session", "calendar"]

/** Who is signed in on this page, and what they may do. */
export const useSession = () => {
  const client = useClient()
  return useQuery(() => ({ queryKey: SESSION, queryFn: ({ signal }) => client.session.now({}, signal) }))
}

/** Whether something is asked of who is signed in before any page: their second factor, or that they set one up. */
export const isHeld = ({ needs }: SessionNow): boolean => needs === "confirm" || needs === "secondFactor"

/** Whether pages may be asked for: somebody is signed in, or nobody has to; undefined until it is known. */
export const useIsInside = (): (() => boolean | undefined) => {
  const session = useSession()
  return () => (session.isSuccess ? !session.data.ways.accounts || session.data.person !== null : undefined)
}

/**
 * Where what is shown begins for who is signed in: the unit and the agency that are theirs; nulls for who sees all, and until it is known
 * (pages are shown only once it is).
 */
export const useHome = (): (() => SessionNow["home"]) => {
  const session = useSession()
  return () => (session.isSuccess ? session.data.home : { unit: null, agency: null })
}

/** What a choice of provinces offers to who is signed in: all of these, or where their own begins in the place of them. */
export const useOwnAmong = () => {
  const home = useHome()
  return <P extends { readonly code: string; readonly name: string }>(
    provinces: ReadonlyArray<P>
  ): ReadonlyArray<{ readonly code: string; readonly name: string }> => {
    const own = home().unit
    return own === null ? provinces : [own]
  }
}

/** Whether who is signed in may do something somewhere; false until it is known. */
export const useMay = (): ((action: Action) => boolean) => {
  const session = useSession()
  return (action) => session.isSuccess && session.data.actions.includes(action)
}

/** Something that changes who somebody is here: afterwards nothing that was read before counts. */
export const useSigning = <Input, Answer>(ask: (client: Client, input: Input) => Promise<Answer>) => {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation(() => ({
    mutationFn: (input: Input) => ask(client, input),
    onSuccess: async () => {
      // First who is signed in: the pages of whoever was are gone by then, and nothing that they showed is kept for the next.
      await queries.invalidateQueries({ queryKey: SESSION })
      queries.removeQueries({ type: "inactive" })
      void queries.invalidateQueries()
    }
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
