import type { Agencies, Assignments, Recommendations, Tasks, WorkCalendars } from "@ntm/domain/assignments"
import type { Changes, Webhooks } from "@ntm/domain/changes"
import type { CriteriaSets, EvidenceFiles, Observations, Recognitions, Targets } from "@ntm/domain/criteria"
import type { Documents } from "@ntm/domain/documents"
import type { Dossiers } from "@ntm/domain/dossiers"
import type { Funding } from "@ntm/domain/funding"
import type { Inventory } from "@ntm/domain/inventory"
import type { People } from "@ntm/domain/people"
import type { Boundaries, Reorganisations, Units } from "@ntm/domain/units"
import type { Works } from "@ntm/domain/works"
import { Cause, type Effect, Exit, type ManagedRuntime } from "effect"
import type { Context } from "hono"
import { type ApiError, DataUnavailable, InternalFault } from "./errors.ts"
import type { ApiEnv } from "./api-env.ts"
import { refuse } from "./problems.ts"
import { runFor } from "./run.ts"

/** The domain's ports that the API asks. */
export type Ports =
  | Documents
  | Units
  | Boundaries
  | Reorganisations
  | CriteriaSets
  | Observations
  | EvidenceFiles
  | Recognitions
  | Targets
  | Funding
  | Works
  | Inventory
  | Assignments
  | Agencies
  | WorkCalendars
  | Tasks
  | Recommendations
  | People
  | Changes
  | Webhooks
  | Dossiers

/** Whatever stands behind the ports: the store, or a few rows in memory. */
export type Runtime = ManagedRuntime.ManagedRuntime<Ports, never>

export type { ApiEnv } from "./api-env.ts"

/** Writes one line about a fault of ours. */
export type Log = (line: string) => void

/** What an answer needs besides its effect. */
export interface Answering {
  readonly runtime: Runtime
  readonly log: Log
  /** Whether a defect means that the data cannot be reached just now (503), rather than a fault of ours (500). */
  readonly isOutage: (defect: unknown) => boolean
}

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
