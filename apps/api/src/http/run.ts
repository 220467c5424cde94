import { Cause, Effect, type Exit } from "effect"
import { ChangesBy } from "@ntm/domain/changes"
import type { Context } from "hono"
import { changedBy } from "../changes/provenance.ts"
import type { ApiEnv } from "./api-env.ts"
import type { Answering, Ports } from "./answering.ts"
import { TookTooLong } from "./errors.ts"
import { TellVersion } from "./things.ts"

/** Gives an effect up after some time; an answer waits until what it had begun to write is rolled back. */
const withinTime =
  (ms: number) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E | TookTooLong, R> =>
    Effect.timeoutOrElse(effect, {
      duration: ms,
      orElse: () => Effect.fail(new TookTooLong({ seconds: Math.ceil(ms / 1000) }))
    })

/** Whether something ended because its caller had gone, which is nobody's fault. */
export const isGone = (c: Context<ApiEnv>, cause: Cause.Cause<unknown>): boolean =>
  c.req.raw.signal.aborted && Cause.hasInterruptsOnly(cause)

/**
 * Runs what answers a request: on behalf of who asks, held to what they may, below the request's span. Everything that reads or writes facts
 * for a request goes this way, each part of a stream on its own.
 *
 * **Details** Ends early when the caller has gone; after `limitMs` with `TookTooLong`, where there is such a limit.
 */
export const runFor = <A, E>(
  c: Context<ApiEnv>,
  { runtime }: Pick<Answering, "runtime">,
  effect: Effect.Effect<A, E, Ports>,
  limitMs?: number
): Promise<Exit.Exit<A, E | TookTooLong>> => {
  const asked = effect.pipe(
    Effect.provideService(ChangesBy, changedBy(c)),
    Effect.provideService(TellVersion, (version) => c.set("version", version))
  )
  const held = c.get("scoped")?.(asked) ?? asked
  const scoped = limitMs === undefined ? held : withinTime(limitMs)(held)
  return runtime.runPromiseExit(c.get("within")?.(scoped) ?? scoped, { signal: c.req.raw.signal })
}
