import { type Download, dispositionOf, type Reads } from "@ntm/contract"
import { type Effect, Result } from "effect"
import type { Context } from "hono"
import { reader } from "./decode.ts"
import { type ApiError, InvalidParameters, MethodNotAllowed } from "./errors.ts"
import type { Desk } from "./mount.ts"
import { refuse } from "./problems.ts"
import { type ApiEnv, type Ports, respondWith } from "./respond.ts"

/** A file that is made for an answer. */
export interface MadeFile {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** Hands out a file to be saved. */
export const saved = ({ content, mediaType, name }: MadeFile): Response =>
  new Response(content, {
    headers: {
      "content-type": mediaType,
      "content-disposition": dispositionOf("attachment", name),
      "cache-control": "private, no-cache"
    }
  })

/** Answers one endpoint of the contract with a file, as `write` hands it out. Its problems are told as those of any other. */
export const mountFile = <Params extends Reads, Query extends Reads, A>(
  desk: Desk,
  endpoint: Download<Params, Query>,
  handler: (input: {
    readonly params: Params["Type"]
    readonly query: Query["Type"]
  }) => Effect.Effect<A, ApiError, Ports>,
  write: (file: A, c: Context<ApiEnv>) => Response
): void => {
  const readParams = reader(endpoint.params)
  const readQuery = reader(endpoint.query)
  desk.app.get(endpoint.path, (c) => {
    const params = readParams(Object.entries<string>(c.req.param()))
    const query = readQuery([...new URL(c.req.url).searchParams])
    if (Result.isFailure(params) || Result.isFailure(query)) {
      const errors = [params, query].flatMap((read) => (Result.isFailure(read) ? read.failure : []))
      return refuse(c, new InvalidParameters({ errors }))
    }
    const making = handler({ params: params.success, query: query.success })
    return respondWith(c, desk, making, (file) => write(file, c))
  })
  desk.app.all(endpoint.path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method })))
}
