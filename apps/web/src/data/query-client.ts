import { ApiProblem } from "@ntm/contract"
import { QueryCache, QueryClient } from "@tanstack/solid-query"

/** Answers change when documents are loaded, which is rare: a minute is fresh. */
const FRESH_MS = 60_000

/** Only what may pass by itself is asked again: a server that was away, or that failed; never a wrong question. */
const mayPass = (failure: Error): boolean =>
  !(failure instanceof ApiProblem) || failure.problem.status === 0 || failure.problem.status >= 500

/** Who is signed in on this page: what every page rests on. */
export const SESSION = ["session"]

const isSignedOut = (failure: Error): boolean => failure instanceof ApiProblem && failure.problem.status === 401

export const makeQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    // A session that ran out is seen by the first question after it: who is signed in is asked again, and the page says so.
    queryCache: new QueryCache({
      onError: (failure) => {
        if (isSignedOut(failure)) void client.invalidateQueries({ queryKey: SESSION, exact: true })
      }
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        refetchOnWindowFocus: false,
        retry: (count, failure) => count < 1 && mayPass(failure),
        retryDelay: 600
      }
    }
  })
  return client
}
