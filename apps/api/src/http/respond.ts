import { beyond } from "@ntm/domain/people"
import { Cause, type Effect, Exit } from "effect"
import type { Context } from "hono"
import { type ApiError, DataUnavailable, InternalFault, OutsideScope, TookTooLong } from "./errors.ts"
import type { Answering, Ports } from "./answering.ts"
import type { ApiEnv } from "./api-env.ts"
import { refuse } from "./problems.ts"
import { isGone, runFor } from "./run.ts"
import { saidOf } from "./said.ts"

export type { Answering, Log, Ports, Runtime } from "./answering.ts"
export type { ApiEnv } from "./api-env.ts"

/** What proxies say of a caller that did not wait; seen in the log alone. */
const CALLER_GONE = 499

/** PostgreSQL's codes for a statement that took longer than one may, and for what a role may not: a policy among it. */
const STATEMENT_CANCELLED = "57014"
const NOT_ALLOWED = "42501"

/** PostgreSQL's code of a refused statement, where a defect of the store carries one. */
const stateOf = (defect: unknown): string | null =>
  typeof defect === "object" && defect !== null && "state" in defect && typeof defect.state === "string"
    ? defect.state
    : null

/** What a defect means to who asked: time was over, a row lies outside of what they may, the data are away, or the fault is ours. */
const meaningOf = (c: Context<ApiEnv>, { answerMs, isOutage }: Answering, defect: unknown): ApiError => {
  if (!isOutage(defect)) return new InternalFault()
  const state = stateOf(defect)
  if (state === STATEMENT_CANCELLED) return new TookTooLong({ seconds: Math.ceil(answerMs / 1000) })
  const [asker, action] = [c.get("asker"), c.get("action")]
  return state === NOT_ALLOWED && asker !== undefined && action !== undefined
    ? new OutsideScope({ refused: beyond(asker.access, action) })
    : new DataUnavailable()
}

/**
 * Runs an effect and answers with its value as `write` puts it, or with its problem.
 *
 * **Details** Ends early when the caller has gone (499, which only the log sees), and after `answerMs`. A defect is logged with its cause under the request's id and answered as 500
 * without a word about its inside.
 */
export const respondWith = async <A>(
  c: Context<ApiEnv>,
  answering: Answering,
  effect: Effect.Effect<A, ApiError, Ports>,
  write: (value: A) => Response
): Promise<Response> => {
  const { answerMs, log } = answering
  const exit = await runFor(c, answering, effect, answerMs)
  if (Exit.isSuccess(exit)) return write(exit.value)
  const failure = exit.cause.reasons.find(Cause.isFailReason)
  if (failure !== undefined) return refuse(c, failure.error)
  if (isGone(c, exit.cause)) return new Response(null, { status: CALLER_GONE })
  const defect = Cause.squash(exit.cause)
  const meant = meaningOf(c, answering, defect)
  const why = meant._tag === "InternalFault" ? Cause.pretty(exit.cause) : String(defect)
  log(`${c.get("requestId")} ${c.req.method} ${c.req.path}: ${why}`)
  return refuse(c, meant)
}

/** Answers with a value as JSON. */
export const sayJson = (c: Context<ApiEnv>, value: unknown, headers: Readonly<Record<string, string>>): Response => {
  const said = saidOf(value)
  c.set("said", said)
  return c.body(said.bytes, 200, { "content-type": "application/json", ...headers })
}

/** Answers with the value of an effect as JSON, or with its problem; see `respondWith`. */
export const respond = <A>(
  c: Context<ApiEnv>,
  answering: Answering,
  effect: Effect.Effect<A, ApiError, Ports>
): Promise<Response> =>
  respondWith(c, answering, effect, (value) => sayJson(c, value, { "cache-control": "private, no-cache" }))
