import type { ChangedBy } from "@ntm/domain/changes"
import type { Context } from "hono"
import type { ApiEnv } from "../http/api-env.ts"
import { callerOf } from "../http/caller.ts"

/** Of what a program says of itself so much is kept. */
const MOST_AGENT = 200

/** Under whom whatever a request changes is entered in the journal; null for one that only reads. */
export const changedBy = (c: Context<ApiEnv>): ChangedBy | null => {
  const { method } = c.req
  if (method === "GET" || method === "HEAD") return null
  // Where nobody can sign in there is none.
  const asker: ApiEnv["Variables"]["asker"] | undefined = c.get("asker")
  const person = asker?.access.person ?? null
  return {
    person: person?.id ?? null,
    origin: {
      name: person?.name ?? null,
      question: `${method} ${c.req.path}`,
      address: callerOf(c),
      request: c.get("requestId"),
      agent: c.req.header("user-agent")?.slice(0, MOST_AGENT) ?? null
    }
  }
}
