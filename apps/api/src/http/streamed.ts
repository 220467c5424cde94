import { Cause, type Effect, Exit } from "effect"
import type { Context } from "hono"
import type { Answering, ApiEnv, Ports } from "./respond.ts"
import { isGone, runFor } from "./run.ts"
import { streamUnderWay } from "./under-way.ts"

/** Bytes that are read part by part: the next one from a place on. */
export interface Parts {
  readonly bytes: number
  readonly part: (from: number) => Effect.Effect<Uint8Array, unknown, Ports>
}

/**
 * Bytes as a stream that is read as fast as the reader takes it, one part at a time.
 *
 * **Details** What goes wrong on the way is logged and breaks the stream off before its length is reached.
 */
export const streamed = (
  c: Context<ApiEnv>,
  answering: Answering,
  { bytes, part }: Parts
): ReadableStream<Uint8Array> => {
  const { log } = answering
  let at = 0
  return streamUnderWay(c, {
    pull: async (sink) => {
      if (at >= bytes) return sink.close()
      const read = await runFor(c, answering, part(at))
      if (Exit.isSuccess(read) && read.value.length > 0) {
        at += read.value.length
        return sink.enqueue(read.value)
      }
      const gone = Exit.isFailure(read) && isGone(c, read.cause)
      const why = Exit.isFailure(read) ? Cause.pretty(read.cause) : "too short"
      if (!gone) log(`${c.get("requestId")} GET ${c.req.path}: ${why}`)
      sink.error(new Error("the stream broke off"))
    }
  })
}
