import { Cause, type Effect, Exit } from "effect"
import type { Context } from "hono"
import { type ApiError, DataUnavailable, InternalFault } from "./errors.ts"
import type { Answering, Ports } from "./answering.ts"
import type { ApiEnv } from "./api-env.ts"
import { refuse } from "./problems.ts"
import { runFor } from "./run.ts"

export type { Answering, Log, Ports, Runtime } from "./answering.ts"
export type { ApiEnv } from "./api-env.ts"

/**
 * Runs an effect and answers with its value as `write` puts it, or with its problem.
 *
 * **Details** Ends early when the caller has gone. A defect is logged with its cause under the request's id and answered as 500
 * without a word about its inside.
 */
export const respondWith = async <A>(
  c: Context<ApiEnv>,
  answering: Answering,
  effect: Effect.Effect<A, ApiError, Ports>,
  write: (value: A) => Response
): Promise<Response> => {
  const { isOutage, log } = answering
  const exit = await runFor(c, answering, effect)
  if (Exit.isSuccess(exit)) return write(exit.value)
  const failure = exit.cause.reasons.find(Cause.isFailReason)
  if (failure !== undefined) return refuse(c, failure.error)
  const defect = Cause.squash(exit.cause)
  const outage = isOutage(defect)
  log(`${c.get("requestId")} ${c.req.method} ${c.req.path}: ${outage ? String(defect) : Cause.pretty(exit.cause)}`)
  return refuse(c, outage ? new DataUnavailable() : new InternalFault())
}

/** Answers with the value of an effect as JSON, or with its problem; see `respondWith`. */
export const respond = <A>(
  c: Context<ApiEnv>,
  answering: Answering,
  effect: Effect.Effect<A, ApiError, Ports>
): Promise<Response> =>
  respondWith(c, answering, effect, (value) => c.json(value, 200, { "cache-control": "private, no-cache" }))
