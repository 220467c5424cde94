import type { Endpoint, Reads } from "@ntm/contract"
import { Result } from "effect"
import type { Context } from "hono"
import { type AnswerShape, shapeAt } from "./answer-shapes.ts"
import type { ApiEnv } from "./api-env.ts"
import { reader } from "./decode.ts"
import { InvalidParameters } from "./errors.ts"
import { unknownFields, type Wanted, wantedIn } from "./fields.ts"

/** A parameter as it was given. */
export type Given = readonly [name: string, value: string]

/** What a request asks of an endpoint, read. */
export interface Asked<Params, Query> {
  readonly params: Params
  readonly query: Query
  /** Fields that are wanted; null: all of them. */
  readonly wanted: Wanted | null
}

/** What was given in the query of a request, in its order. */
export const givenIn = (c: Context<ApiEnv>): ReadonlyArray<Given> => [...new URL(c.req.url).searchParams]

/**
 * Makes the reader of what an endpoint is asked: path, query, and which fields are wanted of what `shapes` says; everything that is wrong at once.
 */
export const askedReader = <Params extends Reads, Query extends Reads>(
  { params: paramsSchema, query: querySchema }: Pick<Endpoint<Params, Query, unknown>, "params" | "query">,
  shapes: ReadonlyArray<AnswerShape>
) => {
  const readParams = reader(paramsSchema)
  const readQuery = reader(querySchema)
  return (
    c: Context<ApiEnv>,
    given: ReadonlyArray<Given> = givenIn(c)
  ): Result.Result<Asked<Params["Type"], Query["Type"]>, InvalidParameters> => {
    const params = readParams(Object.entries<string>(c.req.param()))
    const query = readQuery(given)
    const errors = [params, query].flatMap((read) => (Result.isFailure(read) ? read.failure : []))
    if (Result.isFailure(params) || Result.isFailure(query)) return Result.fail(new InvalidParameters({ errors }))
    const text = given.find(([name]) => name === "fields")?.[1]
    const wanted = text === undefined ? null : wantedIn(text)
    // Without a shape in the contract there is nothing to hold names against.
    const unknown = wanted === null || shapes.length === 0 ? [] : unknownFields(wanted, shapes)
    return unknown.length > 0
      ? Result.fail(new InvalidParameters({ errors: unknown }))
      : Result.succeed({ params: params.success, query: query.success, wanted })
  }
}

/** What an endpoint answers, as the contract's types say; nothing where it says nothing. */
export const answerShapes = (path: string): ReadonlyArray<AnswerShape> => {
  const shape = shapeAt(path)
  return shape === null ? [] : [shape]
}
