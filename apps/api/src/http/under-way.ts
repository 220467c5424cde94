import type { Context, MiddlewareHandler } from "hono"
import type { ApiEnv } from "./api-env.ts"
import { TooBusy, TooManyAtOnce } from "./errors.ts"
import { makePlaces } from "./places.ts"
import { refuse } from "./problems.ts"

/** How much may be under way at once. */
export interface AtOnce {
  /** Requests of one caller, streams that are still read among them. */
  readonly caller: number
  /** Questions that are judged or written to a file (`costOf`), of all callers together; others wait in line. */
  readonly heavy: number
}

/** A browser opens six connections, a partner's programs some dozens; the database serves ten statements at once. */
export const AT_ONCE: AtOnce = { caller: 100, heavy: 4 }

/** Of what is heavy one caller may have so many times what runs at once, running and in line, and all callers together so many. */
const OF_ONE = 2
const IN_LINE = 16

/** Seconds after which a place will often be free. */
const AGAIN = 5

/** Counts what each has under way. */
const makeCounts = () => {
  const counts = new Map<string, number>()
  return {
    of: (who: string): number => counts.get(who) ?? 0,
    /** Counts one more; what is given back ends it, once. */
    begin: (who: string): (() => void) => {
      counts.set(who, (counts.get(who) ?? 0) + 1)
      let ended = false
      return () => {
        if (ended) return
        ended = true
        const left = (counts.get(who) ?? 1) - 1
        if (left === 0) counts.delete(who)
        else counts.set(who, left)
      }
    }
  }
}

/**
 * Holds every caller to so many requests at once, and heavy questions to so many over all, so that nobody can keep the program from the others.
 *
 * **Details** Behind `limited`, which says who is counted (`counted`). Too many of one caller are 429 at once. A heavy question waits in line, first come
 * first served, until one ends, its caller goes, or `answerMs` is over (503); where the line is full it is 503 at once. Counted in this program's memory.
 * A stream counts for as long as it is read (`streamUnderWay`), but holds no heavy place: a slow reader keeps nobody waiting.
 */
export const underWay = ({ caller, heavy }: AtOnce, answerMs: number): MiddlewareHandler<ApiEnv> => {
  const [all, heavies] = [makeCounts(), makeCounts()]
  const places = makePlaces({ places: heavy, line: heavy * IN_LINE })
  return async (c, next) => {
    const counted = c.get("counted")
    if (counted === undefined) return next()
    const who = `${counted.policy} ${counted.who}`
    const isHeavy = counted.cost > 1
    if (all.of(who) >= caller) return refuse(c, new TooManyAtOnce({ most: caller }))
    if (isHeavy && heavies.of(who) >= heavy * OF_ONE) return refuse(c, new TooManyAtOnce({ most: heavy * OF_ONE }))
    c.set("holding", () => all.begin(who))
    const ends = [all.begin(who), ...(isHeavy ? [heavies.begin(who)] : [])]
    try {
      if (!isHeavy) return await next()
      const leave = await places.enter(AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(answerMs)]))
      if (leave === null) return refuse(c, new TooBusy({ seconds: AGAIN }))
      ends.push(leave)
      await next()
    } finally {
      for (const end of ends) end()
    }
  }
}

/** Where a stream puts what it has; as its controller, but that its end is heard of. */
export interface Sink {
  readonly enqueue: (bytes: Uint8Array) => void
  readonly close: () => void
  readonly error: (cause: Error) => void
}

/**
 * A stream of an answer that counts as under way for its caller from its first reading to its end. Nothing is made before it is read: whoever asks
 * for the headers alone costs nothing more.
 */
export const streamUnderWay = (
  c: Context<ApiEnv>,
  source: { readonly pull: (sink: Sink) => Promise<void>; readonly cancel?: () => Promise<void> }
): ReadableStream<Uint8Array> => {
  let end: (() => void) | undefined
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        end ??= c.get("holding")?.()
        return source.pull({
          enqueue: (bytes) => controller.enqueue(bytes),
          close: () => {
            end?.()
            controller.close()
          },
          error: (cause) => {
            end?.()
            controller.error(cause)
          }
        })
      },
      cancel: async () => {
        end?.()
        await source.cancel?.()
      }
    },
    { highWaterMark: 0 }
  )
}
