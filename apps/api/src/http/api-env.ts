import type { Day } from "@ntm/domain/values"
import type { Effect } from "effect"
import type { RequestIdVariables } from "hono/request-id"
import type { Action } from "@ntm/domain/people"
import type { Holding } from "./places.ts"
import type { Said } from "./said.ts"
import type { Counted } from "../people/limits.ts"
import type { Asker } from "../people/who.ts"

/** Puts what answers a request below its span, where requests are traced. */
export type Within = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>

/**
 * Every context of the API carries the request's id; and who asks, behind `whoAsks`. `scoped` holds what answers to what they may. `signedIn` is the
 * account that a request signed in. `caller` is the address that reverse proxies tell, `day` today, `action` what the request is by the table of who may do what, `version` that of the thing that it reads,
 * `said` the answer where it is JSON, `counted` as whom its caller is counted and what it counts for, `holding` counts a stream of it as under way and gives it turns.
 */
export type ApiEnv = {
  Variables: RequestIdVariables & {
    asker: Asker
    within?: Within
    scoped?: Within
    signedIn?: string
    caller?: string
    day?: Day
    action?: Action
    version?: string
    said?: Said
    counted?: Counted & { readonly cost: number }
    holding?: Holding
  }
}
