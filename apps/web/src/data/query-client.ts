import { ApiProblem } from "@ntm/contract"
import { QueryClient } from "@tanstack/solid-query"

/** Answers change when documents are loaded, which is rare: a minute is fresh. */
const FRESH_MS = 60_000

/** Only what may pass by itself is asked again: a server that was away, or that failed; never a wrong question. */
const mayPass = (failure: Error): boolean =>
  !(failure instanceof ApiProblem) || failure.problem.status === 0 || failure.problem.status >= 500

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        refetchOnWindowFocus: false,
        retry: (count, failure) => count < 1 && mayPass(failure),
        retryDelay: 600
      }
    }
  })
