import type { MiddlewareHandler } from "hono"
import { isProbe } from "../health/addresses.ts"

/** The page may load from its own origin and nowhere else; `data:` for the small pictures that charts draw. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'"
].join("; ")

/** An answer of the API opened as a page may do nothing at all. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"

const headers = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
}

/** A browser that came by TLS once comes by nothing else for a year. */
const STRICT_TRANSPORT = "max-age=31536000; includeSubDomains"

/**
 * Security headers on every answer, problems and 304 included.
 *
 * **Details** `secure`: people reach this server by https (`NTM_ADDRESS`), so browsers are told to stay there. Without it nothing is said: a
 * program that listens on plain HTTP must not lock anybody out.
 */
export const security =
  ({ secure }: { readonly secure: boolean }): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const isData = c.req.path === "/api" || c.req.path.startsWith("/api/") || isProbe(c.req.path)
    const isPage = !isData || c.req.path === "/api/docs"
    c.res.headers.set("content-security-policy", isPage ? PAGE_POLICY : DATA_POLICY)
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    if (secure) c.res.headers.set("strict-transport-security", STRICT_TRANSPORT)
  }
