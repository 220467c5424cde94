import { Schema } from "effect"
import { Cursor, FieldNames, Limit } from "./query.ts"

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

/** What every reading question takes besides its own: which fields of the answer, of an item of a list, are wanted. */
const sparse = { fields: Schema.optionalKey(FieldNames) }

/** What every list takes besides: how many items at once, and where the page begins. */
const paged = { ...sparse, limit: Schema.optionalKey(Limit), cursor: Schema.optionalKey(Cursor) }

/** Fields of a query, each read from strings. */
type ReadFields = { readonly [name: string]: Reads }

type Reading<Own extends ReadFields> = Schema.Struct<Own & typeof sparse>
type Listed<Own extends ReadFields> = Schema.Struct<Own & typeof paged>

/** Declares an endpoint: `get<Answer>()("/documents/:id", params, query)`. */
export const get =
  <Answer>() =>
  <Params extends Reads, Own extends ReadFields>(
    path: string,
    params: Params,
    query: Schema.Struct<Own>
  ): Endpoint<Params, Reading<Own>, Answer> => ({ path, params, query: Schema.Struct({ ...query.fields, ...sparse }) })

/** A page of a list. */
export interface Page<Item> {
  readonly items: ReadonlyArray<Item>
  /** How many there are on all pages; absent where counting them would be to read them. */
  readonly total?: number
  /** `cursor` of the next page; null on the last. */
  readonly next: string | null
}

/** A question that is answered with a list: page by page as JSON, or as a whole in lines (NDJSON) or as a table (CSV). */
export interface Listing<Params extends Reads, Query extends Reads, Item, More> extends Endpoint<
  Params,
  Query,
  More & Page<Item>
> {
  /** Items of a page where no `limit` is given; null: all of them. */
  readonly usual: number | null
  /** Carries the type of an item; never present. */
  readonly item?: Item
}

/** The most items of a page. */
const MOST_OF_A_PAGE = 1000

/**
 * Declares a list: `listing<Item, More>()("/works", params, query)`; `More` is what its answer says besides the items.
 *
 * **Details** `usual`: items of a page where no `limit` is given, as many as there may be unless told; null for all of them.
 */
export const listing =
  <Item, More = unknown>() =>
  <Params extends Reads, Own extends ReadFields>(
    path: string,
    params: Params,
    query: Schema.Struct<Own>,
    usual: number | null = MOST_OF_A_PAGE
  ): Listing<Params, Listed<Own>, Item, More> => ({
    path,
    params,
    query: Schema.Struct({ ...query.fields, ...paged }),
    usual
  })

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
