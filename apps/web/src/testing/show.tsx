import { type Client, type Fetch, makeClient, type SessionNow } from "@ntm/contract"
import { Action } from "@ntm/domain/people"
import { Day } from "@ntm/domain/values"
import { createMemoryHistory, MemoryRouter, Route, type RouteSectionProps } from "@solidjs/router"
import { render } from "@solidjs/testing-library"
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query"
import type { Component } from "solid-js"
import { ClientProvider } from "../data/client.ts"
import { SESSION } from "../data/query-client.ts"

/** Answers by path below `/api/v1`; a path that is not there is a problem with status 404. */
export type Answers = Readonly<Record<string, unknown>>

/** Who asks a server that nobody signs in to. */
export const everybody: SessionNow = {
  asOf: Day.make("2025-06-20"),
  person: null,
  grants: [],
  actions: Action.literals,
  needs: null,
  sees: "all",
  home: { unit: null, agency: null },
  ways: { accounts: false, providers: [], demonstration: [] }
}

/** A client whose server is a table of answers; `asked` collects the addresses. */
export const answering = (answers: Answers, asked: Array<string> = []): Client => {
  const fetch: Fetch = async (url) => {
    asked.push(url)
    const path = url.replace("/api/v1", "").replace(/\?.*$/, "")
    const answer = answers[path]
    const missing = {
      type: "urn:ntm:problem:not-found",
      title: "Không có trang số liệu này",
      titleEn: "Not there",
      status: 404
    }
    return new Response(JSON.stringify(answer ?? missing), { status: answer === undefined ? 404 : 200 })
  }
  return makeClient(fetch, "")
}

/** A client whose server cannot be reached. */
export const unreachable = (): Client => makeClient(() => Promise.reject(new TypeError("no network")), "")

/**
 * Shows a page at an address, with everything that stands around it in the program; `path` names the parts of its address.
 *
 * **Details** `session` is who is signed in, as the program knows it before it shows a page; null lets the client be asked.
 */
export const showPage = (
  page: Component,
  client: Client,
  address = "/",
  root?: Component<RouteSectionProps>,
  path = "*",
  session: SessionNow | null = everybody
) => {
  const history = createMemoryHistory()
  history.set({ value: address })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  if (session !== null) {
    queries.setQueryDefaults(SESSION, { staleTime: Number.POSITIVE_INFINITY })
    queries.setQueryData(SESSION, session)
  }
  const shown = render(() => (
    <QueryClientProvider client={queries}>
      <ClientProvider value={client}>
        <MemoryRouter history={history} {...(root === undefined ? {} : { root })}>
          <Route path={path} component={page} />
        </MemoryRouter>
      </ClientProvider>
    </QueryClientProvider>
  ))
  return { ...shown, address: () => history.get() }
}
