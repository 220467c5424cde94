import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context, MiddlewareHandler } from "hono"
import { isIP } from "node:net"
import type { ApiEnv } from "./api-env.ts"

/** Who holds the other end of the connection. */
const peerOf = (c: Context<ApiEnv>): string | null => {
  try {
    return getConnInfo(c).remote.address ?? null
  } catch {
    // Asked without a network, as specs and the program itself do.
    return null
  }
}

/** The caller's network address, as far as the server knows it. */
export const callerOf = (c: Context<ApiEnv>): string | null => c.get("caller") ?? peerOf(c)

/**
 * Finds out from where a request comes, behind so many reverse proxies of one's own: each adds to `X-Forwarded-For` the address that it was
 * asked from, so the one that the first of them added is true, and whatever stands before it is the caller's own invention.
 *
 * **Details** Without proxies the header is not looked at.
 */
export const callers =
  (proxies: number): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (proxies > 0) {
      const told = (c.req.header("x-forwarded-for") ?? "").split(",").map((part) => part.trim())
      const address = told[told.length - proxies] ?? ""
      if (isIP(address) !== 0) c.set("caller", address)
    }
    await next()
  }
