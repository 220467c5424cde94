import { API_ROOT, type Deprecation } from "@ntm/contract"
import type { Hono } from "hono"
import type { ApiEnv } from "../http/api-env.ts"

/** A question as far as being given up is concerned. */
export interface MayBeDeprecated {
  readonly path: string
  readonly deprecated?: Deprecation
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00+07:00`)

const filled = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replaceAll(/:(\w+)/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined ? whole : encodeURIComponent(value)
  })

/** What an answer of a deprecated question says besides: since when (RFC 9745), until when (RFC 8594), and what to ask instead, about the same thing. */
const deprecationHeaders = (
  { since, successor, sunset }: Deprecation,
  params: Readonly<Record<string, string>>
): Readonly<Record<string, string>> => ({
  deprecation: `@${dateOf(since).getTime() / 1000}`,
  sunset: dateOf(sunset).toUTCString(),
  link: `<${API_ROOT}${filled(successor, params)}>; rel="successor-version", </api/docs>; rel="deprecation"; type="text/html"`
})

/** Lets every question that is to be given up say so with each of its answers, problems too. */
export const tellDeprecated = (app: Hono<ApiEnv>, endpoints: ReadonlyArray<MayBeDeprecated>): void => {
  for (const { deprecated, path } of endpoints) {
    if (deprecated === undefined) continue
    app.use(path, async (c, next) => {
      const headers = deprecationHeaders(deprecated, c.req.param())
      await next()
      for (const [name, value] of Object.entries(headers)) c.res.headers.append(name, value)
    })
  }
}
