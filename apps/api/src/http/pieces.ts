import { dispositionOf } from "@ntm/contract"
import type { Effect } from "effect"
import type { Context } from "hono"
import type { Answering, ApiEnv, Ports } from "./respond.ts"

/** A text too long to be held at once, piece by piece as it comes to be. */
export interface PiecedFile {
  readonly name: string
  readonly mediaType: string
  readonly pieces: Iterable<string> | AsyncIterable<string>
}

/** Reads on for an answer that has begun, as the same request. */
export const readOn = <A>(
  c: Context<ApiEnv>,
  { runtime }: Pick<Answering, "runtime">,
  effect: Effect.Effect<A, never, Ports>
): Promise<A> => {
  const within = c.get("within")
  return runtime.runPromise(within === undefined ? effect : within(effect), { signal: c.req.raw.signal })
}

/** Characters that are sent together. */
const AT_ONCE = 65_536

/** Pieces put together to such as are worth sending. */
async function* gathered(pieces: PiecedFile["pieces"]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let waiting = ""
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < AT_ONCE) continue
    yield encoder.encode(waiting)
    waiting = ""
  }
  if (waiting !== "") yield encoder.encode(waiting)
}

/**
 * Hands out a file that is made as it is read.
 *
 * **Details** It is made and kept by nobody on the way (`no-store`), so it has no tag. What goes wrong breaks the stream off before the end
 * of its form, so that half a file cannot be taken for a whole one.
 */
export const inPieces = (
  c: Context<ApiEnv>,
  { log }: Pick<Answering, "log">,
  { mediaType, name, pieces }: PiecedFile
): Response => {
  const made = gathered(pieces)
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const next = await made.next()
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      } catch (cause) {
        log(
          `${c.get("requestId")} GET ${c.req.path}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`
        )
        controller.error(new Error("the stream broke off"))
      }
    },
    cancel: async () => void (await made.return(undefined))
  })
  return new Response(stream, {
    headers: {
      "content-type": mediaType,
      "content-disposition": dispositionOf("attachment", name),
      "cache-control": "private, no-store"
    }
  })
}
