import type { MiddlewareHandler } from "hono"

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

/** Security headers on every answer, problems and 304 included. */
export const security: MiddlewareHandler = async (c, next) => {
  await next()
  const isApi = c.req.path === "/api" || c.req.path.startsWith("/api/")
  c.res.headers.set("content-security-policy", isApi ? DATA_POLICY : PAGE_POLICY)
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
}
