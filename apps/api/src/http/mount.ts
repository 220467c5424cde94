import type { Endpoint, Reads } from "@ntm/contract"
import { type Effect, Result } from "effect"
import type { Hono } from "hono"
import { reader } from "./decode.ts"
import { type ApiError, InvalidParameters, MethodNotAllowed } from "./errors.ts"
import type { BookOf } from "../works/book.ts"
import { refuse } from "./problems.ts"
import { acceptsCsv, csvResponse, type CsvTable } from "./csv.ts"
import { type Answering, type ApiEnv, type Ports, respond, respondWith } from "./respond.ts"

/** Where endpoints are mounted, and what answers them. */
export interface Desk extends Answering {
  readonly app: Hono<ApiEnv>
  /** The present moment. */
  readonly now: () => Date
  /** Books of works, the same for all that ask. */
  readonly books: BookOf
}

const refusal = (method: string, allow: string | undefined) =>
  new MethodNotAllowed({ method, ...(allow === undefined ? {} : { allow }) })

  /** What changes are held to: things as they are read. */
  readonly things: Things
}

/** What a handler is given of a request. */
export interface AskedInput<Params extends Reads, Query extends Reads> {
  readonly params: Params["Type"]
  readonly query: Query["Type"]
/**
 * Answers one endpoint of the contract.
 *
 * **Details** Path, parameters, query and the type of the answer come from the endpoint and nowhere else: a handler whose
 * answer does not fit does not compile. Other methods on the same path get 405.
 */
export const mount = <Params extends Reads, Query extends Reads, Answer>(
  desk: Desk,
  endpoint: Endpoint<Params, Query, Answer>,
  handler: (input: {
    readonly params: Params["Type"]
    readonly query: Query["Type"]
  }) => Effect.Effect<NoInfer<Answer>, ApiError, Ports>,
  /** Methods that the path takes, where others than these are mounted before. */
  allow?: string,
  /** The answer as a table, for who accepts CSV. */
  csv?: (answer: NoInfer<Answer>) => CsvTable
): void => {
  const readParams = reader(endpoint.params)
  const readQuery = reader(endpoint.query)
  desk.app.get(endpoint.path, (c) => {
    const params = readParams(Object.entries<string>(c.req.param()))
    const query = readQuery([...new URL(c.req.url).searchParams])
    if (Result.isSuccess(params) && Result.isSuccess(query)) {
      const answer = handler({ params: params.success, query: query.success })
      return csv === undefined || !acceptsCsv(c)
        ? respond(c, desk, answer)
        : respondWith(c, desk, answer, (value) => csvResponse(csv(value)))
    }
    const errors = [params, query].flatMap((read) => (Result.isFailure(read) ? read.failure : []))
    return refuse(c, new InvalidParameters({ errors }))
  })
  desk.app.all(endpoint.path, (c) => refuse(c, refusal(c.req.method, allow)))
}
