import type { RequestIdVariables } from "hono/request-id"
import type { Asker } from "../people/who.ts"

/** Every context of the API carries the request's id; and who asks, behind `whoAsks`. */
export type ApiEnv = { Variables: RequestIdVariables & { asker: Asker } }
