import { Effect, type Exit } from "effect"
import { ChangesBy } from "@ntm/domain/changes"
import type { Context } from "hono"
import { changedBy } from "../changes/provenance.ts"
import type { ApiEnv } from "./api-env.ts"
import type { Answering, Ports } from "./answering.ts"

/**
 * Runs what answers a request: on behalf of who asks, held to what they may, below the request's span. Everything that reads or writes facts
 * for a request goes this way, each part of a stream on its own.
 *
 * **Details** Ends early when the caller has gone.
 */
export const runFor = <A, E>(
  c: Context<ApiEnv>,
  { runtime }: Pick<Answering, "runtime">,
  effect: Effect.Effect<A, E, Ports>
): Promise<Exit.Exit<A, E>> => {
  const asked = Effect.provideService(effect, ChangesBy, changedBy(c))
  const scoped = c.get("scoped")?.(asked) ?? asked
  return runtime.runPromiseExit(c.get("within")?.(scoped) ?? scoped, { signal: c.req.raw.signal })
}
