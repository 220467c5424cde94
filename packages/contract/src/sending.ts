import { addressOf, type Fields } from "./address.ts"
import { type FileAnswer, fileOf } from "./file-answer.ts"
import { ApiProblem, isProblem, type Problem } from "./problem.ts"
import { writingOf } from "./writing.ts"

/** A file's JSON as it stands, to be sent byte by byte: so that the server knows the file by its hash. */
export class JsonText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A file's bytes as they stand. */
export type FileBytes = Uint8Array<ArrayBuffer>

/** What is sent with a body besides. */
export interface Seen {
  /** What whoever asks has seen of what is changed (`tag` of a preview or of a line, `ETag` of a reading): refused where it is not so any more. */
  readonly ifMatch?: string | null | undefined
}

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
type Load =
  | {
      readonly method: "POST"
      readonly body: string | FileBytes
      readonly headers: Readonly<Record<string, string>>
    }
  | undefined

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
      headers: { accept, ...typeOf(load), ...load?.headers },
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

/** A key of its own for every change, also where a page is not served by https, and so has no `randomUUID`. */
const newKey = (): string =>
  [...globalThis.crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("")

const IN_PROGRESS = "urn:ntm:problem:idempotency-key-in-progress"

/** How often a change that is under way is asked for again. */
const MOST_WAITS = 30

const problemIn = (cause: unknown): Problem | undefined => (cause instanceof ApiProblem ? cause.problem : undefined)

/**
 * Sends a change under a key of its own: once more where the connection broke, since nobody knows then whether it was done, and again while it is under
 * way. The key sees to it that it is done once.
 */
const sendOnce = async (
  { fetch, pause }: Sending,
  url: string,
  signal: AbortSignal | undefined,
  load: NonNullable<Load>
): Promise<unknown> => {
  const keyed = { ...load, headers: { ...load.headers, "idempotency-key": newKey() } }
  let [breaks, waits] = [0, 0]
  for (;;) {
    try {
      return await send(fetch, url, signal, keyed)
    } catch (cause) {
      const problem = problemIn(cause)
      if (problem?.status === 0 && breaks < 1) breaks += 1
      else if (problem?.type === IN_PROGRESS && waits < MOST_WAITS) waits += 1
      else throw cause
    }
    if (waits > 0) await pause(1000)
    signal?.throwIfAborted()
  }
}

/** How requests go out, and how one waits in between. */
export interface Sending {
  readonly fetch: Fetch
  readonly pause: (ms: number) => Promise<void>
}

const bodyOf = (body: unknown, isFile: boolean): string | FileBytes => {
  if (isFile && body instanceof Uint8Array) return body as FileBytes
  return body instanceof JsonText ? body.text : JSON.stringify(body)
}

const poster =
  (sending: Sending, base: string, path: string, member: object) =>
  async (
    { body, ifMatch, ...fields }: Fields & Seen & { readonly body: unknown },
    signal?: AbortSignal
  ): Promise<unknown> => {
    const url = `${base}${addressOf(path, fields)}`
    const headers: Record<string, string> = typeof ifMatch === "string" ? { "if-match": ifMatch } : {}
    const load = { method: "POST", body: bodyOf(body, "sends" in member), headers } as const
    return writingOf(member)?.writes === "nothing"
      ? send(sending.fetch, url, signal, load)
      : sendOnce(sending, url, signal, load)
  }

/** How an endpoint is called: what it sends and what it answers. */
export const callOf = (sending: Sending, base: string, path: string, member: object) => {
  if ("sends" in member || "body" in member) return poster(sending, base, path, member)
  return "answers" in member ? downloader(sending.fetch, base, path) : caller(sending.fetch, base, path)
}
