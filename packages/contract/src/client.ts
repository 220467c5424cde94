import type { WithAllowed } from "./allowed.ts"
import { agencies } from "./agencies.ts"
import { assessments } from "./assessments.ts"
import { assignments } from "./assignments.ts"
import { boundaries } from "./boundaries.ts"
import { audit, changes } from "./changes.ts"
import { criteria } from "./criteria.ts"
import { documents } from "./documents.ts"
import { dossiers } from "./dossiers.ts"
import type { Download, Endpoint, Posting, Reads, Upload } from "./endpoint.ts"
import { evidence } from "./evidence.ts"
import { type FileAnswer, fileOf } from "./file-answer.ts"
import { funding } from "./funding.ts"
import { health } from "./health.ts"
import { inventory } from "./inventory.ts"
import { map } from "./map.ts"
import { movements } from "./movements.ts"
import { devices, keys, people, session } from "./people.ts"
import { observations } from "./observations.ts"
import { ApiProblem, isProblem, type Problem } from "./problem.ts"
import { proofs } from "./proofs.ts"
import { recommendations } from "./recommendations.ts"
import { reorganisations } from "./reorganisations.ts"
import { sessions } from "./sessions.ts"
import { series } from "./series.ts"
import { units } from "./units.ts"
import { webhooks } from "./webhooks.ts"
import { works } from "./works.ts"

/** Every question of the API by noun. */
export const api = {
  health,
  session,
  sessions,
  devices,
  people,
  keys,
  documents,
  units,
  map,
  boundaries,
  reorganisations,
  criteria,
  observations,
  evidence,
  series,
  assessments,
  proofs,
  movements,
  funding,
  works,
  assignments,
  agencies,
  recommendations,
  dossiers,
  inventory,
  audit,
  changes,
  webhooks
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

/** A file's bytes as they stand. */
export type FileBytes = Uint8Array<ArrayBuffer>

/** The body is whatever a person's file holds: the server reads it, and says where it is wrong. */
type Call<E, Key extends string> =
  E extends Upload<infer Params, infer Query, infer Answer>
    ? (input: Input<Params, Query> & { readonly body: FileBytes }, signal?: AbortSignal) => Promise<Answer>
    : E extends Download<infer Params, infer Query>
      ? (input: Input<Params, Query>, signal?: AbortSignal) => Promise<FileAnswer>
      : JsonCall<E, Key>

type JsonCall<E, Key extends string> =
  E extends Posting<infer Params, infer Query, infer _Body, infer Answer>
    ? (input: Input<Params, Query> & { readonly body: unknown }, signal?: AbortSignal) => Promise<Answer>
    : E extends Endpoint<infer Params, infer Query, infer Answer>
      ? (input: Input<Params, Query>, signal?: AbortSignal) => Promise<WithAllowed<Key, Answer>>
      : never

type Calls<Group, Above extends string = ""> = {
  readonly [K in keyof Group]: Group[K] extends { readonly path: string }
    ? Call<Group[K], `${Above}${K & string}`>
    : Calls<Group[K], `${Above}${K & string}.`>
}

/** The typed client: the same nouns as `api`, each a function. Failures reject with `ApiProblem`. */
export type Client = Calls<typeof api>

/** Sends a request; the API's own `app.request`, or the platform's `fetch`. */
export type Fetch = (
  url: string,
  init: {
    readonly method?: "POST"
    readonly headers: Record<string, string>
    readonly body?: string | FileBytes
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
type Load = { readonly method: "POST"; readonly body: string | FileBytes } | undefined

const typeOf = (load: Load): Record<string, string> =>
  load === undefined
    ? {}
    : { "content-type": typeof load.body === "string" ? "application/json" : "application/octet-stream" }

/** Sends a request and takes its answer by `take`, which may fail on the way too. */
const exchange = async <A>(
  fetch: Fetch,
  url: string,
  { accept, load, signal }: { readonly accept: string; readonly load: Load; readonly signal: AbortSignal | undefined },
  take: (response: Response) => Promise<A>
): Promise<A> => {
  try {
    const response = await fetch(url, {
      ...load,
      headers: { accept, ...typeOf(load) },
      ...(signal === undefined ? {} : { signal })
    })
    return await take(response)
  } catch (cause) {
    // Whoever gave up knows why: the caller's own abort is not a problem of the server.
    if (signal?.aborted === true) throw cause
    throw new ApiProblem(unreachable(url), { cause })
  }
}

/** The JSON of an answer; its problem is thrown. */
const jsonIn = (url: string, ok: boolean, status: number, text: string): unknown => {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (cause) {
    throw new ApiProblem(unreadable(url, status, text), { cause })
  }
  if (!ok) throw new ApiProblem(isProblem(body) ? body : unreadable(url, status, text))
  return body
}

const send = async (fetch: Fetch, url: string, signal: AbortSignal | undefined, load: Load): Promise<unknown> => {
  const asked = { accept: "application/json", load, signal }
  const { ok, status, text } = await exchange(fetch, url, asked, async (response) => ({
    ok: response.ok,
    status: response.status,
    text: await response.text()
  }))
  return jsonIn(url, ok, status, text)
}

const downloader =
  (fetch: Fetch, base: string, path: string) =>
  async (fields: Fields, signal?: AbortSignal): Promise<FileAnswer> => {
    const url = `${base}${addressOf(path, fields)}`
    const asked = { accept: "*/*", load: undefined, signal }
    const { content, response } = await exchange(fetch, url, asked, async (answer) => ({
      response: answer,
      content: new Uint8Array(await answer.arrayBuffer())
    }))
    if (!response.ok) jsonIn(url, false, response.status, new TextDecoder().decode(content))
    return fileOf(response.headers, content)
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

const uploader =
  (fetch: Fetch, base: string, path: string) =>
  async ({ body, ...fields }: Fields & { readonly body: FileBytes }, signal?: AbortSignal): Promise<unknown> =>
    send(fetch, `${base}${addressOf(path, fields)}`, signal, { method: "POST", body })

/** How an endpoint is called: what it sends and what it answers. */
const callOf = (member: object) => {
  if ("sends" in member) return uploader
  if ("answers" in member) return downloader
  return "body" in member ? poster : caller
}

/**
 * Makes the client that web and terminal share.
 *
 * **Details** `base` is the origin without a trailing slash ("" for the page's own origin). Every change bears a key (`Idempotency-Key`), and is sent
 * once more where the connection broke.
 */
export const makeClient = (fetch: Fetch, base: string): Client => {
  const build = (group: object): unknown =>
    Object.fromEntries(
      Object.entries(group).map(([name, member]: [string, object]) => [
        name,
        "path" in member && typeof member.path === "string" ? callOf(member)(fetch, base, member.path) : build(member)
      ])
    )
  return build(api) as Client
}
