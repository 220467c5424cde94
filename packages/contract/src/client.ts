import { addressOf, type Fields } from "./address.ts"
import { assessments } from "./assessments.ts"
import { assignments } from "./assignments.ts"
import { boundaries } from "./boundaries.ts"
import { criteria } from "./criteria.ts"
import { documents } from "./documents.ts"
import type { Endpoint, Posting, Reads } from "./endpoint.ts"
import { funding } from "./funding.ts"
import { health } from "./health.ts"
import { map } from "./map.ts"
import { movements } from "./movements.ts"
import { observations } from "./observations.ts"
import { ApiProblem, isProblem, type Problem } from "./problem.ts"
import { proofs } from "./proofs.ts"
import { reorganisations } from "./reorganisations.ts"
import { series } from "./series.ts"
import { units } from "./units.ts"
import { works } from "./works.ts"

/** Every question of the API by noun. */
export const api = {
  health,
  documents,
  units,
  map,
  boundaries,
  reorganisations,
  criteria,
  observations,
  series,
  assessments,
  proofs,
  movements,
  funding,
  works,
  assignments
}

type Input<Params extends Reads, Query extends Reads> = { readonly [K in keyof Params["Type"]]: string } & {
  readonly [K in keyof Query["Type"]]?: string | number | undefined
}

/** A file's JSON as it stands, to be sent byte by byte: so that the server knows the file by its hash. */
export class JsonText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** The body is whatever a person's file holds: the server reads it, and says where it is wrong. */
type Call<E> =
  E extends Posting<infer Params, infer Query, infer _Body, infer Answer>
    ? (input: Input<Params, Query> & { readonly body: unknown }, signal?: AbortSignal) => Promise<Answer>
    : E extends Endpoint<infer Params, infer Query, infer Answer>
      ? (input: Input<Params, Query>, signal?: AbortSignal) => Promise<Answer>
      : never

type Calls<Group> = {
  readonly [K in keyof Group]: Group[K] extends { readonly path: string } ? Call<Group[K]> : Calls<Group[K]>
}

/** The typed client: the same nouns as `api`, each a function. Failures reject with `ApiProblem`. */
export type Client = Calls<typeof api>

/** Sends a request; the API's own `app.request`, or the platform's `fetch`. */
export type Fetch = (
  url: string,
  init: {
    readonly method?: "POST"
    readonly headers: Record<string, string>
    readonly body?: string
    readonly signal?: AbortSignal
  }
) => Response | Promise<Response>

const unreachable = (url: string): Problem => ({
  type: "urn:ntm:problem:unreachable",
  title: `Không kết nối được máy chủ (${url})`,
  titleEn: `The server cannot be reached (${url})`,
  status: 0
})

/** Something answered, but not this API: a proxy's page, a half answer, another program on the port. */
const unreadable = (url: string, status: number, text: string): Problem => ({
  type: "urn:ntm:problem:unreadable",
  title: `Câu trả lời của máy chủ không đọc được (${url}, ${status})`,
  titleEn: `The server's answer cannot be read (${url}, ${status})`,
  status,
  ...(text === "" ? {} : { detail: `Câu trả lời của máy chủ không đọc được: ${text.slice(0, 200)}` })
})

/** What a request carries besides its address; nothing for one that only reads. */
type Load = { readonly method: "POST"; readonly body: string } | undefined

const send = async (fetch: Fetch, url: string, signal: AbortSignal | undefined, load: Load): Promise<unknown> => {
  let response: Response
  let text: string
  try {
    response = await fetch(url, {
      ...load,
      headers: { accept: "application/json", ...(load === undefined ? {} : { "content-type": "application/json" }) },
      ...(signal === undefined ? {} : { signal })
    })
    text = await response.text()
  } catch (cause) {
    // Whoever gave up knows why: the caller's own abort is not a problem of the server.
    if (signal?.aborted === true) throw cause
    throw new ApiProblem(unreachable(url), { cause })
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (cause) {
    throw new ApiProblem(unreadable(url, response.status, text), { cause })
  }
  if (!response.ok) throw new ApiProblem(isProblem(body) ? body : unreadable(url, response.status, text))
  return body
}

const caller =
  (fetch: Fetch, base: string, path: string) =>
  async (fields: Fields, signal?: AbortSignal): Promise<unknown> =>
    send(fetch, `${base}${addressOf(path, fields)}`, signal, undefined)

const poster =
  (fetch: Fetch, base: string, path: string) =>
  async ({ body, ...fields }: Fields & { readonly body: unknown }, signal?: AbortSignal): Promise<unknown> =>
    send(fetch, `${base}${addressOf(path, fields)}`, signal, {
      method: "POST",
      body: body instanceof JsonText ? body.text : JSON.stringify(body)
    })

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
        "path" in member && typeof member.path === "string"
          ? ("body" in member ? poster : caller)(fetch, base, member.path)
          : build(member)
      ])
    )
  return build(api) as Client
}
