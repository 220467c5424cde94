import type { Context } from "hono"
import { matchedRoutes } from "hono/route"

/** The pattern of the address that answers a request, "/api/v1/units/:code"; "" for pages and for what is no address of ours. */
export const routeOf = (c: Context): string => matchedRoutes(c).find(({ path }) => !path.includes("*"))?.path ?? ""
