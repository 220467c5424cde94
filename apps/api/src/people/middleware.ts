import { PersonId } from "@ntm/domain/people"
import type { MiddlewareHandler } from "hono"
import { DataUnavailable } from "../http/errors.ts"
import { isOwnAsking } from "../http/own-asking.ts"
import { refuse } from "../http/problems.ts"
import type { ApiEnv } from "../http/respond.ts"
import { callerOf } from "../http/caller.ts"
import { type PeopleDesk, today } from "./desk.ts"
import { CredentialRefused, TooManyRequests } from "./errors.ts"
import { makeLimits } from "./limits.ts"
import { type Asker, ownerAccess, shownBy } from "./who.ts"

const reads: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"])

/** The program, when it asks its own API. */
const itself = { id: PersonId.make("ntm"), name: "ntm" }

/** Wrong keys and tokens that an address may show in a minute. */
const GUESSES = 60

/**
 * Finds out who asks and leaves it with the request (`asker`); refuses keys and tokens that are worth nothing, and keys that ask too often.
 *
 * **Details** It lets everybody else through: what somebody may do is for the routes to ask (`may`). After a change nothing that was
 * remembered of anybody counts.
 */
export const whoAsks = (desk: PeopleDesk): MiddlewareHandler<ApiEnv> => {
  const { isOutage, log, runtime, who } = desk
  const limits = makeLimits()
  return async (c, next) => {
    if (isOwnAsking(c)) {
      c.set("asker", { access: ownerAccess(itself, today(desk)), holder: null })
      return next()
    }
    const shown = shownBy(c.req.raw.headers)
    let asker: Asker | null | undefined = who.remembered(shown, today(desk))
    try {
      asker ??= await runtime.runPromise(who.asker(shown, c.req.raw.headers, today(desk)))
    } catch (cause) {
      if (!isOutage(cause)) throw cause
      log(`${c.get("requestId")} ${c.req.method} ${c.req.path}: ${String(cause)}`)
      return refuse(c, new DataUnavailable())
    }
    if (asker === null) {
      const guesses = await limits(`guess ${callerOf(c) ?? ""}`, GUESSES)
      return refuse(c, guesses.allowed ? new CredentialRefused() : new TooManyRequests({ seconds: guesses.seconds }))
    }
    const perMinute = asker.holder?.perMinute ?? null
    if (perMinute !== null && perMinute > 0) {
      const allowance = await limits(asker.holder?.person ?? "", perMinute)
      c.header("ratelimit-limit", String(allowance.perMinute))
      c.header("ratelimit-remaining", String(allowance.left))
      c.header("ratelimit-reset", String(allowance.seconds))
      if (!allowance.allowed) return refuse(c, new TooManyRequests({ seconds: allowance.seconds }))
    }
    c.set("asker", asker)
    await next()
    if (!reads.has(c.req.method) && c.res.status < 400) who.forget()
  }
}
