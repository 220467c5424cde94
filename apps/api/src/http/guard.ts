import { API_ROOT, api } from "@ntm/contract"
import { MOST_EVIDENCE_BYTES } from "@ntm/domain/criteria"
import type { MiddlewareHandler } from "hono"
import { AddressTooLong, BodyEncoded, BodyTooLarge, MalformedAddress } from "./errors.ts"
import { refuse } from "./problems.ts"
import type { ApiEnv } from "./respond.ts"

/** Characters of path and query together; the longest address of the contract stays below 2 000. */
export const MAX_ADDRESS = 4096

/** Bytes of a request body: a reorganisation of the whole country has 2 MB. */
const MAX_BODY = 8 * 1024 * 1024

/** Bodies that may be longer: the boundaries of the whole country take some 50 MB; files that prove values as the domain allows. */
const LONGER: ReadonlyMap<string, number> = new Map([
  [`${API_ROOT}${api.boundaries.check.path}`, 64 * 1024 * 1024],
  [`${API_ROOT}${api.boundaries.record.path}`, 64 * 1024 * 1024],
  [`${API_ROOT}${api.evidence.keep.path}`, MOST_EVIDENCE_BYTES]
])

/** How many bytes a body that is sent to a path may have. */
export const maxBodyAt = (path: string): number => LONGER.get(path) ?? MAX_BODY

/** Whether path and query are percent-encoded UTF-8 without NUL, which no store can keep. */
const readable = (address: string): boolean => {
  try {
    return !decodeURIComponent(address).includes("\0")
  } catch {
    return false
  }
}

/** A few kilobytes that unfold into gigabytes are never unfolded: bodies come as they are. */
const plain: ReadonlySet<string> = new Set(["identity", ""])

/** Turns away addresses and bodies that nobody may send, before anything looks at them. */
export const guard: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const { url } = c.req.raw
  const address = url.slice(url.indexOf("/", url.indexOf("//") + 2))
  if (address.length > MAX_ADDRESS) return refuse(c, new AddressTooLong({ maximum: MAX_ADDRESS }))
  if (!readable(address)) return refuse(c, new MalformedAddress())
  if (!plain.has((c.req.header("content-encoding") ?? "identity").trim().toLowerCase()))
    return refuse(c, new BodyEncoded())
  const maximum = maxBodyAt(c.req.path)
  if (Number(c.req.header("content-length") ?? 0) > maximum) return refuse(c, new BodyTooLarge({ maximum }))
  await next()
}
