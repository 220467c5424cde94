import type { Context, MiddlewareHandler } from "hono"
import type { ApiEnv } from "./api-env.ts"
import { TooBusy, TooManyAtOnce } from "./errors.ts"
import { makePlaces, type Places } from "./places.ts"
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

/** What one caller has made at the same time, answers and parts of streams; the database serves ten statements, so others find some free. */
const TURNS = 8

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

/** Each caller's own line, for as long as they have something under way. */
const makeTurns = (line: number) => {
  const lines = new Map<string, Places>()
  return {
    /** Waits for a turn of this caller; gives how to end it, or null where `signal` ended the waiting. */
    enter: async (who: string, signal: () => AbortSignal): Promise<(() => void) | null> => {
      const own = lines.get(who) ?? makePlaces({ places: TURNS, line })
      lines.set(who, own)
      return own.take() ?? (await own.enter(signal()))
    },
    /** Forgets a caller of whom nothing is under way. */
    forget: (who: string): void => void lines.delete(who)
  }
}

/**
 * Holds every caller to so many requests at once, and heavy questions to so many over all, so that nobody can keep the program from the others.
 *
 * **Details** Behind `limited`, which says who is counted (`counted`). Too many of one caller are 429 at once; of the rest eight are made at the same time
 * (`TURNS`) and the others wait for them, so that a hundred of one caller do not come before one of another. Who waits for news (`wait`, of the feed alone)
 * makes nothing meanwhile and takes no turn. A heavy question waits in line, first come
 * first served, until one ends, its caller goes, or `answerMs` is over (503); where the line is full it is 503 at once. Counted in this program's memory.
 * A stream counts for as long as it is read (`streamUnderWay`) and takes a turn for each part, but holds no heavy place: a slow reader keeps nobody waiting.
 */
export const underWay = ({ caller, heavy }: AtOnce, answerMs: number): MiddlewareHandler<ApiEnv> => {
  const [all, heavies, turns] = [makeCounts(), makeCounts(), makeTurns(caller)]
  const places = makePlaces({ places: heavy, line: heavy * IN_LINE })
  return async (c, next) => {
    const counted = c.get("counted")
    if (counted === undefined) return next()
    const who = `${counted.policy} ${counted.who}`
    const isHeavy = counted.cost > 1
    if (all.of(who) >= caller) return refuse(c, new TooManyAtOnce({ most: caller }))
    if (isHeavy && heavies.of(who) >= heavy * OF_ONE) return refuse(c, new TooManyAtOnce({ most: heavy * OF_ONE }))
    const begin = (): (() => void) => {
      const end = all.begin(who)
      return () => {
        end()
        if (all.of(who) === 0) turns.forget(who)
      }
    }
    const patience = () => AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(answerMs)])
    c.set("holding", { begin, turn: () => turns.enter(who, patience) })
    const ends = [begin(), ...(isHeavy ? [heavies.begin(who)] : [])]
    try {
      const waits = c.req.query("wait") !== undefined
      for (const enter of [
        ...(waits ? [] : [() => turns.enter(who, patience)]),
        ...(isHeavy ? [() => places.enter(patience())] : [])
      ]) {
        const leave = await enter()
        if (leave === null) return refuse(c, new TooBusy({ seconds: AGAIN }))
        ends.unshift(leave)
      }
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
      pull: async (controller) => {
        const holding = c.get("holding")
        end ??= holding?.begin()
        const broken = (cause: Error): void => {
          end?.()
          controller.error(cause)
        }
        const leave = await holding?.turn()
        if (leave === null) return broken(new Error("nobody waits for the stream any more, or it waited too long"))
        try {
          await source.pull({
            enqueue: (bytes) => controller.enqueue(bytes),
            close: () => {
              end?.()
              controller.close()
            },
            error: broken
          })
        } finally {
          leave?.()
        }
      },
      cancel: async () => {
        end?.()
        await source.cancel?.()
      }
    },
    { highWaterMark: 0 }
  )
}
