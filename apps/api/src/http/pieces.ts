import { dispositionOf } from "@ntm/contract"
import { Cause, type Effect, Exit } from "effect"
import type { Context } from "hono"
import type { Answering, ApiEnv, Ports } from "./respond.ts"
import { isGone, runFor } from "./run.ts"
import { streamUnderWay } from "./under-way.ts"

/** A text too long to be held at once, piece by piece as it comes to be. */
export interface PiecedFile {
  readonly name: string
  readonly mediaType: string
  readonly pieces: Iterable<string> | AsyncIterable<string>
}

/** Whoever was reading has gone, which is nobody's fault and told in no log. */
class ReaderGone extends Error {}

/** Reads on for an answer that has begun, as the same request. */
export const readOn = async <A, E>(
  c: Context<ApiEnv>,
  answering: Pick<Answering, "runtime">,
  effect: Effect.Effect<A, E, Ports>
): Promise<A> => {
  const exit = await runFor(c, answering, effect)
  if (Exit.isSuccess(exit)) return exit.value
  throw isGone(c, exit.cause) ? new ReaderGone("whoever was reading has gone") : Cause.squash(exit.cause)
}

/** Characters that are sent together. */
const AT_ONCE = 262_144

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
 * Text as a stream that is made as it is read.
 *
 * **Details** What goes wrong breaks the stream off before the end of its form, so that half of it cannot be taken for the whole.
 */
export const piecesStream = (
  c: Context<ApiEnv>,
  { log }: Pick<Answering, "log">,
  pieces: PiecedFile["pieces"]
): ReadableStream<Uint8Array> => {
  const made = gathered(pieces)
  return streamUnderWay(c, {
    pull: async (sink) => {
      try {
        const next = await made.next()
        if (next.done === true) sink.close()
        else sink.enqueue(next.value)
      } catch (cause) {
        const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
        if (!(cause instanceof ReaderGone)) log(`${c.get("requestId")} GET ${c.req.path}: ${why}`)
        sink.error(new Error("the stream broke off"))
      }
    },
    cancel: async () => void (await made.return(undefined))
  })
}

/** Hands out a file that is made as it is read. It is made and kept by nobody on the way (`no-store`), so it has no tag. */
export const inPieces = (
  c: Context<ApiEnv>,
  answering: Pick<Answering, "log">,
  { mediaType, name, pieces }: PiecedFile
): Response =>
  new Response(piecesStream(c, answering, pieces), {
    headers: {
      "content-type": mediaType,
      "content-disposition": dispositionOf("attachment", name),
      "cache-control": "private, no-store"
    }
  })
