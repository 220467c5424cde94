import { type Posting, type Reads, writingOf } from "@ntm/contract"
import { Effect, Result } from "effect"
import type { Context } from "hono"
import { bodyReader } from "./body.ts"
import { reader } from "./decode.ts"
import { type ApiError, InvalidParameters, MethodNotAllowed } from "./errors.ts"
import type { AskedInput, Desk, Keeping } from "./mount.ts"
import { refuse } from "./problems.ts"
import type { ApiEnv, Ports } from "./respond.ts"
import { answerChange, type Changed, changedBy } from "./writing.ts"

/** What a handler is given of a request with a body. */
export interface SentInput<Params extends Reads, Query extends Reads, Body extends Reads> extends AskedInput<
  Params,
  Query
> {
  readonly body: Body["Type"]
  /** Of the body's bytes as they came. */
  readonly sha256: string
}

/** As `receive`, for a handler that looks at the request too. */
export const answerPost = <Params extends Reads, Query extends Reads, Body extends Reads, Answer>(
  desk: Desk,
  endpoint: Posting<Params, Query, Body, Answer>,
  handler: (
    input: SentInput<Params, Query, Body>,
    c: Context<ApiEnv>
  ) => Effect.Effect<NoInfer<Answer>, ApiError, Ports>,
  changed: ((input: SentInput<Params, Query, Body>) => Changed) | undefined,
  keeping?: Keeping
): void => {
  if ((writingOf(endpoint)?.changes ?? null) !== null && changed === undefined)
    throw new Error(`${endpoint.path}: what it changes is not told`)
  const readParams = reader(endpoint.params)
  const readQuery = reader(endpoint.query)
  const readBody = bodyReader(endpoint.body)
  desk.app.post(endpoint.path, async (c) => {
    const params = readParams(Object.entries<string>(c.req.param()))
    const query = readQuery([...new URL(c.req.url).searchParams])
    if (Result.isFailure(params) || Result.isFailure(query)) {
      const errors = [params, query].flatMap((read) => (Result.isFailure(read) ? read.failure : []))
      return refuse(c, new InvalidParameters({ errors }))
    }
    const body = await readBody(c.req.raw)
    if (Result.isFailure(body)) return refuse(c, body.failure)
    const input = { params: params.success, query: query.success, ...body.success }
    const asked = { endpoint, sha256: body.success.sha256, named: changedBy(changed?.(input)) }
    const response = await answerChange(
      c,
      desk,
      asked,
      Effect.suspend(() => handler(input, c))
    )
    if (keeping !== undefined) response.headers.set("cache-control", keeping)
    return response
  })
}

/**
 * Answers one endpoint with a body, by POST. Reading questions on the same path are mounted after it.
 *
 * **Details** `changed`: the things that it changes, where the contract says which reading tells them (`Writing.changes`).
 */
export const receive = <Params extends Reads, Query extends Reads, Body extends Reads, Answer>(
  desk: Desk,
  endpoint: Posting<Params, Query, Body, Answer>,
  handler: (input: SentInput<Params, Query, Body>) => Effect.Effect<NoInfer<Answer>, ApiError, Ports>,
  changed?: (input: SentInput<Params, Query, Body>) => Changed
): void => answerPost(desk, endpoint, handler, changed)

/** Refuses every method on a path but POST, which is mounted before. */
export const onlyPosts = (desk: Desk, { path }: { readonly path: string }): void => {
  desk.app.all(path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "POST" })))
}
