import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context } from "hono"
import type { ApiEnv } from "./api-env.ts"

/** The caller's network address, as far as the server knows it. */
export const callerOf = (c: Context<ApiEnv>): string | null => {
  try {
    return getConnInfo(c).remote.address ?? null
  } catch {
    // Asked without a network, as specs and the program itself do.
    return null
  }
}
