import { assignments } from "./assignments.ts"
import { criteria } from "./criteria.ts"
import { documents } from "./documents.ts"
import type { Endpoint, Reads } from "./endpoint.ts"
import { funding } from "./funding.ts"
import { health } from "./health.ts"
import { ApiProblem, type Problem } from "./problem.ts"
import { units } from "./units.ts"

/** Every question of the API by noun. */
export const api = { health, documents, units, criteria, funding, assignments }

type Input<Params extends Reads, Query extends Reads> = { readonly [K in keyof Params["Type"]]: string } & {
  readonly [K in keyof Query["Type"]]?: string | number | undefined
}

type Call<E> =
  E extends Endpoint<infer Params, infer Query, infer Answer>
    ? (input: Input<Params, Query>, signal?: AbortSignal) => Promise<Answer>
    : never

type Calls<Group> = { readonly [K in keyof Group]: Group[K] extends { readonly path: string } ? Call<Group[K]> : Calls<Group[K]> }

/** The typed client: the same nouns as `api`, each a function. Failures reject with `ApiProblem`. */
export type Client = Calls<typeof api>

/** Sends a request; the API's own `app.request`, or the platform's `fetch`. */
export type Fetch = (url: string, init: { readonly headers: Record<string, string>; readonly signal?: AbortSignal }) => Promise<Response>

const unreachable = (url: string): Problem => ({
  type: "urn:ntm:problem:unreachable",
  title: `Không kết nối được máy chủ (${url})`,
  titleEn: `The server cannot be reached (${url})`,
  status: 0
})

const send = async (fetch: Fetch, url: string, signal: AbortSignal | undefined): Promise<unknown> => {
  let response: Response
  try {
    response = await fetch(url, { headers: { accept: "application/json" }, ...(signal === undefined ? {} : { signal }) })
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    throw new ApiProblem(unreachable(url), { cause })
  }
  const text = await response.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (cause) {
    throw new ApiProblem({ ...unreachable(url), status: response.status, detail: text.slice(0, 200) }, { cause })
  }
  if (!response.ok) throw new ApiProblem(body as Problem)
  return body
}

const caller = (fetch: Fetch, base: string, path: string) => (input: Record<string, string | number | undefined>, signal?: AbortSignal) => {
  const rest = new URLSearchParams()
  let filled = path
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined || value === "") continue
    if (filled.includes(`:${key}`)) filled = filled.replace(`:${key}`, encodeURIComponent(String(value)))
    else rest.set(key, String(value))
  }
  const query = rest.toString()
  return send(fetch, `${base}/api/v1${filled}${query === "" ? "" : `?${query}`}`, signal)
}

/**
 * Makes the client that web and terminal share.
 *
 * **Details** `base` is the origin without a trailing slash ("" for the page's own origin).
 */
export const makeClient = (fetch: Fetch, base: string): Client => {
  const build = (group: object): unknown =>
    Object.fromEntries(
      Object.entries(group).map(([name, member]: [string, object]) => [
        name,
        "path" in member && typeof member.path === "string" ? caller(fetch, base, member.path) : build(member)
      ])
    )
  return build(api) as Client
}
