import type { MiddlewareHandler } from "hono"
import { MethodNotAllowed, NotServing } from "../http/errors.ts"
import { refuse } from "../http/problems.ts"
import type { ApiEnv } from "../http/api-env.ts"
import { isProbe, LIVE } from "./addresses.ts"
import type { Hindrance } from "./hindrance.ts"

/** What a program is asked by whoever runs it. */
export interface Probes {
  readonly version: string
  /** Null where it serves. */
  readonly hindrance: () => Promise<Hindrance | null>
}

/**
 * `/health`: the process answers; `/ready`: it can be sent requests.
 *
 * **Details** `/health` asks nobody, so a database that is away does not get the program killed. `/ready` is a problem (503) that says what is
 * missing. Neither says more than an outsider may know.
 */
export const probes =
  ({ hindrance, version }: Probes): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (!isProbe(c.req.path)) return next()
    if (c.req.method !== "GET" && c.req.method !== "HEAD")
      return refuse(c, new MethodNotAllowed({ method: c.req.method }))
    const headers = { "cache-control": "no-store" }
    if (c.req.path === LIVE) return c.json({ status: "alive", version }, 200, headers)
    const why = await hindrance()
    return why === null ? c.json({ status: "ready", version }, 200, headers) : refuse(c, new NotServing({ why }))
  }
