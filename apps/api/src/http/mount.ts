import type { Endpoint, Reads } from "@ntm/contract"
import { Effect, Result } from "effect"
import type { Context, Hono } from "hono"
import type { BookOf } from "../works/book.ts"
import { withAllowed } from "./allowed.ts"
import { answerShapes, askedReader } from "./asked.ts"
import { csvResponse, type CsvTable } from "./csv.ts"
import { type ApiError, InvalidParameters, MethodNotAllowed } from "./errors.ts"
import { formOf, JSON_FORM, TABLE_FORM } from "./forms.ts"
import { otherForms } from "./other-forms.ts"
import { refuse } from "./problems.ts"
import type { Things } from "./things.ts"
import { NotAcceptable } from "./reading-errors.ts"
import { type Answering, type ApiEnv, type Ports, respondWith, sayJson } from "./respond.ts"

/** Where endpoints are mounted, and what answers them. */
export interface Desk extends Answering {
  readonly app: Hono<ApiEnv>
  /** The present moment. */
  readonly now: () => Date
  /** Books of works, the same for all that ask. */
  readonly books: BookOf
  /** What changes are held to: things as they are read. */
  readonly things: Things
}

/** What a handler is given of a request. */
export interface AskedInput<Params extends Reads, Query extends Reads> {
  readonly params: Params["Type"]
  readonly query: Query["Type"]
}

/** How long an answer may be kept: checked each time, or by nobody. */
export type Keeping = "private, no-cache" | "no-store"

const refusal = (method: string, allow: string | undefined) =>
  new MethodNotAllowed({ method, ...(allow === undefined ? {} : { allow }) })

/** Refuses other methods than those that are mounted on a path. */
export const refuseOthers = (desk: Pick<Desk, "app">, path: string, allow: string | undefined): void => {
  desk.app.all(path, (c) => refuse(c, refusal(c.req.method, allow)))
}

const fieldsOfATable = new InvalidParameters({
  errors: [
    {
      path: "fields",
      kind: "table",
      message: "bảng này có cột cố định; bỏ fields, hoặc hỏi bằng JSON",
      messageEn: "the columns of this table are fixed; leave fields out, or ask for JSON"
    }
  ]
})

interface AnswerOptions<Answer> {
  /** The answer as a table, for who accepts CSV. */
  readonly csv?: ((answer: Answer) => CsvTable) | undefined
  readonly keeping?: Keeping
}

/** Answers an endpoint that is no list, as `mount` does, and leaves other methods to who mounts them. */
export const answerGet = <Params extends Reads, Query extends Reads, Answer>(
  desk: Desk,
  endpoint: Endpoint<Params, Query, Answer>,
  handler: (input: AskedInput<Params, Query>, c: Context<ApiEnv>) => Effect.Effect<NoInfer<Answer>, ApiError, Ports>,
  { csv, keeping = "private, no-cache" }: AnswerOptions<NoInfer<Answer>> = {}
): void => {
  const read = askedReader(endpoint, answerShapes(endpoint.path))
  const forms = [JSON_FORM, ...otherForms(endpoint.path)]
  desk.app.get(endpoint.path, (c) => {
    const form = formOf(c, forms)
    if (form === null) return refuse(c, new NotAcceptable({ forms }))
    const asked = read(c)
    if (Result.isFailure(asked)) return refuse(c, asked.failure)
    const { params, query, wanted } = asked.success
    if (csv !== undefined && form === TABLE_FORM) {
      if (wanted !== null) return refuse(c, fieldsOfATable)
      return respondWith(c, desk, handler({ params, query }, c), (value) => csvResponse(csv(value)))
    }
    const headers = { "cache-control": keeping, vary: "Accept" }
    const answering = Effect.flatMap(
      handler({ params, query }, c),
      withAllowed(endpoint.path, { params, query }, wanted)
    )
    return respondWith(c, desk, answering, (value) => sayJson(c, value, headers))
  })
}

/**
 * Answers one endpoint of the contract that is no list; `mountListing` answers lists.
 *
 * **Details** Path, parameters, query and the type of the answer come from the endpoint and nowhere else: a handler whose
 * answer does not fit does not compile. Other methods on the same path get 405.
 */
export const mount = <Params extends Reads, Query extends Reads, Answer>(
  desk: Desk,
  endpoint: Endpoint<Params, Query, Answer>,
  handler: (input: AskedInput<Params, Query>) => Effect.Effect<NoInfer<Answer>, ApiError, Ports>,
  /** Methods that the path takes, where others than these are mounted before. */
  allow?: string,
  /** The answer as a table, for who accepts CSV. */
  csv?: (answer: NoInfer<Answer>) => CsvTable
): void => {
  answerGet(desk, endpoint, handler, { csv })
  refuseOthers(desk, endpoint.path, allow)
}
