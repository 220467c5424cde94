import type { Schema } from "effect"

/** A schema that reads strings from a path or a query string. */
export type Reads = Schema.ConstraintDecoder<unknown>

/** How a question is given up: it works until `sunset`, at least 12 months after `since`. Both are days; `successor` is a path below `/api/v1`. */
export interface Deprecation {
  readonly since: string
  readonly sunset: string
  readonly successor: string
}

/**
 * One question that the API answers, written once: the server routes by it, the client calls by it.
 *
 * **Details** `path` is below `/api/v1`, parameters as `:name`. `Answer` is the type of the JSON answer. Answers are
 * produced by the server from its own facts and are not decoded again by the client.
 */
export interface Endpoint<Params extends Reads, Query extends Reads, Answer> {
  readonly path: string
  readonly params: Params
  readonly query: Query
  /** Present where the question is to be given up: answers and document say so. */
  readonly deprecated?: Deprecation
  /** Carries the type of the answer; never present. */
  readonly answer?: Answer
}

/** Declares an endpoint: `get<Answer>()("/documents/:id", params, query)`. */
export const get =
  <Answer>() =>
  <Params extends Reads, Query extends Reads>(
    path: string,
    params: Params,
    query: Query
  ): Endpoint<Params, Query, Answer> => ({ path, params, query })

/** A question that writes, or asks with a body too long for an address: sent by POST as JSON. */
export interface Posting<Params extends Reads, Query extends Reads, Body extends Reads, Answer> extends Endpoint<
  Params,
  Query,
  Answer
> {
  readonly body: Body
}

/** Declares an endpoint with a body: `post<Answer>()("/documents", params, query, body)`. */
export const post =
  <Answer>() =>
  <Params extends Reads, Query extends Reads, Body extends Reads>(
    path: string,
    params: Params,
    query: Query,
    body: Body
  ): Posting<Params, Query, Body, Answer> => ({ path, params, query, body })

/** A file that is sent as it is: the body is its bytes, of the type `application/octet-stream` or its own. */
export interface Upload<Params extends Reads, Query extends Reads, Answer> extends Endpoint<Params, Query, Answer> {
  readonly sends: "file"
}

/** Declares an endpoint that takes a file: `upload<Answer>()("/evidence", params, query)`. */
export const upload =
  <Answer>() =>
  <Params extends Reads, Query extends Reads>(
    path: string,
    params: Params,
    query: Query
  ): Upload<Params, Query, Answer> => ({ path, params, query, sends: "file" })

/** A question that is answered with a file instead of JSON. */
export interface Download<Params extends Reads, Query extends Reads> extends Endpoint<Params, Query, never> {
  readonly answers: "file"
}

/** Declares an endpoint that hands out a file: `download("/evidence/:sha256", params, query)`. */
export const download = <Params extends Reads, Query extends Reads>(
  path: string,
  params: Params,
  query: Query
): Download<Params, Query> => ({ path, params, query, answers: "file" })

export type AnswerOf<E> = E extends Endpoint<infer _P, infer _Q, infer Answer> ? Answer : never
