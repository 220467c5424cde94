import type { MiddlewareHandler } from "hono"
import type { ApiEnv } from "../http/api-env.ts"
import { isProbe } from "../health/addresses.ts"
import { callerOf } from "../http/caller.ts"
import type { Log } from "./log.ts"
import { isRefusal, watchRefusals } from "./refusals.ts"
import { routeOf } from "./route.ts"

/** A tenth of a millisecond is as fine as anybody reads. */
const rounded = (ms: number): number => Math.round(ms * 10) / 10

/** Pages and their parts are many and tell little. */
const isApi = (path: string): boolean => path === "/api" || path.startsWith("/api/")

/**
 * Writes a line for each request: its id, method, path, route, status, how long the answer took to begin, the person's id, of who asks or has just signed in, and
 * the network address that it came from.
 *
 * **Details** Neither the query (people look for names), nor headers, nor a name or mail address is written; `addresses: false` leaves the network address out. What we
 * did wrong (5xx) is a warning beside the entry that tells its cause; refused credentials and rights (401, 403, 429) are told at
 * the usual level, and that somebody is refused again and again in a line of its own (`watchRefusals`); files of the web app and probes only where somebody
 * wants all.
 */
export const requestLog = (
  log: Log,
  { addresses = true }: { readonly addresses?: boolean } = {}
): MiddlewareHandler<ApiEnv> => {
  const watch = watchRefusals(log)
  return async (c, next) => {
    const began = performance.now()
    await next()
    const { status } = c.res
    const level = isProbe(c.req.path)
      ? "debug"
      : status >= 500
        ? "warn"
        : isApi(c.req.path) || status >= 400
          ? "info"
          : "debug"
    const person = c.get("signedIn") ?? c.get("asker")?.holder?.person ?? null
    const address = addresses ? callerOf(c) : null
    log[level]("request", {
      request: c.get("requestId"),
      method: c.req.method,
      path: c.req.path,
      route: routeOf(c),
      status,
      ms: rounded(performance.now() - began),
      person,
      address
    })
    if (isRefusal(status)) await watch({ person, address, status })
  }
}
