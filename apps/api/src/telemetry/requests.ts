import type { MiddlewareHandler } from "hono"
import type { ApiEnv } from "../http/api-env.ts"
import { isProbe } from "../health/addresses.ts"
import type { Log } from "./log.ts"
import { routeOf } from "./route.ts"

/** A tenth of a millisecond is as fine as anybody reads. */
const rounded = (ms: number): number => Math.round(ms * 10) / 10

/** Pages and their parts are many and tell little. */
const isApi = (path: string): boolean => path === "/api" || path.startsWith("/api/")

/**
 * Writes a line for each request: its id, method, path, route, status, how long the answer took to begin, and the person's id, of who asks or has just signed in.
 *
 * **Details** Neither the query (people look for names), nor headers, nor the network address, nor a name or mail address is written. What we
 * did wrong (5xx) is a warning beside the entry that tells its cause; refused credentials and rights (401, 403, 429) are told at
 * the usual level; files of the web app and probes only where somebody wants all.
 */
export const requestLog =
  (log: Log): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
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
    log[level]("request", {
      request: c.get("requestId"),
      method: c.req.method,
      path: c.req.path,
      route: routeOf(c),
      status,
      ms: rounded(performance.now() - began),
      person: c.get("signedIn") ?? c.get("asker")?.holder?.person ?? null
    })
  }
