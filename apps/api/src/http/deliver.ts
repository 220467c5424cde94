import type { MiddlewareHandler } from "hono"
import { encodingFor, WORTH_COMPRESSING } from "./compression.ts"
import type { ApiEnv } from "./api-env.ts"
import { alreadyHeld, tagOf } from "./conditional.ts"
import { Said } from "./said.ts"

/**
 * Sends the JSON answers of the API as cheaply as the caller allows: a tag on every read, 304 when the caller holds it already,
 * compressed when it is worth it.
 */
export const deliver: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next()
  c.res.headers.append("vary", "Accept-Encoding")
  // A stream goes out as it comes: to tag it would be to hold all of it. What has a tag of its own is a file; what nobody keeps needs none.
  if (
    c.res.status !== 200 ||
    c.res.headers.has("etag") ||
    (c.res.headers.get("cache-control") ?? "").includes("no-store") ||
    (c.res.headers.get("content-type") ?? "").startsWith("application/x-ndjson")
  )
    return
  const said = c.get("said") ?? new Said(new Uint8Array(await c.res.arrayBuffer()))
  const headers = new Headers(c.res.headers)
  const encoding = said.bytes.byteLength < WORTH_COMPRESSING ? undefined : encodingFor(c.req.header("accept-encoding"))
  const tag = tagOf(said.digest, c.get("version"), encoding)
  // Of an answer to a change there is nothing to be read again.
  const isReading = c.req.method === "GET" || c.req.method === "HEAD"
  if (isReading) headers.set("etag", tag)
  c.res = undefined
  // Only who reads may hold an answer: one to a change is always told.
  if (isReading && alreadyHeld(c.req.header("if-none-match"), tag)) {
    headers.delete("content-type")
    c.res = new Response(null, { status: 304, headers })
    return
  }
  if (encoding === undefined) {
    c.res = new Response(said.bytes, { headers })
    return
  }
  headers.set("content-encoding", encoding)
  c.res = new Response(await said.packed(encoding), { headers })
}
