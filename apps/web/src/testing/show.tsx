import { type Client, type Fetch, makeClient } from "@ntm/contract"
import { Action } from "@ntm/domain/people"
import { createMemoryHistory, MemoryRouter, Route, type RouteSectionProps } from "@solidjs/router"
import { render } from "@solidjs/testing-library"
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query"
import type { Component } from "solid-js"
import { ClientProvider } from "../data/client.ts"

/** Answers by path below `/api/v1`; a path that is not there is a problem with status 404. */
export type Answers = Readonly<Record<string, unknown>>

/** Who asks a server that nobody signs in to. */
const everybody = {
  asOf: "2025-06-20",
  person: null,
  grants: [],
  actions: Action.literals,
  sees: "all",
  home: { unit: null, agency: null },
  ways: { accounts: false, providers: [], demonstration: [] }
}

/** A client whose server is a table of answers; `asked` collects the addresses. */
export const answering = (answers: Answers, asked: Array<string> = []): Client => {
  const fetch: Fetch = async (url) => {
    asked.push(url)
    const path = url.replace("/api/v1", "").replace(/\?.*$/, "")
    const answer = answers[path] ?? (path === "/session" ? everybody : undefined)
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

/** Shows a page at an address, with everything that stands around it in the program; `path` names the parts of its address. */
export const showPage = (
  page: Component,
  client: Client,
  address = "/",
  root?: Component<RouteSectionProps>,
  path = "*"
) => {
  const history = createMemoryHistory()
  history.set({ value: address })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
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
