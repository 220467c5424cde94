import type { MiddlewareHandler } from "hono"
import { ChangesStayLocal } from "./errors.ts"
import { refuse } from "./problems.ts"
import type { ApiEnv } from "./respond.ts"

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i

/** Whether a host name or address is this machine's own. */
export const isLoopback = (host: string): boolean => loopback.test(host)

/** Questions that are sent with a body and change nothing. */
const questions = ["/preview", "/what-if", "/dossiers/survey"]

const reads: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"])

/**
 * Takes changes from this machine only, as long as nobody can sign in.
 *
 * **Details** The server must listen on the loopback address, and the request must name it: a page of another site
 * whose name was made to point here still sends that name. A question with a body changes nothing and is free.
 */
export const localChanges =
  (listensOn: string): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const { hostname } = new URL(c.req.url)
    const changes = !reads.has(c.req.method) && !questions.some((end) => c.req.path.endsWith(end))
    if (changes && !(isLoopback(listensOn) && isLoopback(hostname))) return refuse(c, new ChangesStayLocal())
    await next()
  }
