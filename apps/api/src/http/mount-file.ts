import { type Download, dispositionOf, type Reads } from "@ntm/contract"
import { type Effect, Result } from "effect"
import type { Context } from "hono"
import { reader } from "./decode.ts"
import { type ApiError, InvalidParameters, MethodNotAllowed } from "./errors.ts"
import { fileForms } from "./file-forms.ts"
import { formOf } from "./forms.ts"
import type { Desk } from "./mount.ts"
import { refuse } from "./problems.ts"
import { NotAcceptable } from "./reading-errors.ts"
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

interface FileInput<Params extends Reads, Query extends Reads> {
  readonly params: Params["Type"]
  readonly query: Query["Type"]
  /** The form that the file is to be in, of those of its path; empty where it is handed out as it was handed in. */
  readonly form: string
}

/**
 * Answers one endpoint of the contract with a file, as `write` hands it out. Its problems are told as those of any other.
 *
 * **Details** An `Accept` that takes none of the forms of the path (`fileForms`) is refused before anything is made; a file that is handed out as it was
 * handed in is held to it by its handler. `chosen` narrows the forms where the query names one.
 */
export const mountFile = <Params extends Reads, Query extends Reads, A>(
  desk: Desk,
  endpoint: Download<Params, Query>,
  handler: (input: FileInput<Params, Query>, c: Context<ApiEnv>) => Effect.Effect<A, ApiError, Ports>,
  write: (file: A, c: Context<ApiEnv>) => Response,
  chosen: (query: Query["Type"]) => string | undefined = () => undefined
): void => {
  const readParams = reader(endpoint.params)
  const readQuery = reader(endpoint.query)
  const made = fileForms(endpoint.path)
  desk.app.get(endpoint.path, async (c) => {
    const params = readParams(Object.entries<string>(c.req.param()))
    const query = readQuery([...new URL(c.req.url).searchParams])
    if (Result.isFailure(params) || Result.isFailure(query)) {
      const errors = [params, query].flatMap((read) => (Result.isFailure(read) ? read.failure : []))
      return refuse(c, new InvalidParameters({ errors }))
    }
    const one = chosen(query.success)
    const forms = one === undefined ? made : [one]
    const form = forms === null ? "" : formOf(c, forms)
    if (form === null) return refuse(c, new NotAcceptable({ forms: forms ?? [] }))
    const making = handler({ params: params.success, query: query.success, form }, c)
    const answer = await respondWith(c, desk, making, (file) => write(file, c))
    answer.headers.append("vary", "Accept")
    return answer
  })
  desk.app.all(endpoint.path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method })))
}
