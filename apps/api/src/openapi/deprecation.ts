import { API_ROOT, type Deprecation } from "@ntm/contract"
import type { Hono } from "hono"
import type { ApiEnv } from "../http/api-env.ts"

/** A question as far as being given up is concerned. */
export interface MayBeDeprecated {
  readonly path: string
  readonly deprecated?: Deprecation
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00+07:00`)

/** What an answer of a deprecated question says besides: since when (RFC 9745), until when (RFC 8594), and what to ask instead. */
export const deprecationHeaders = ({ since, successor, sunset }: Deprecation): Readonly<Record<string, string>> => ({
  deprecation: `@${dateOf(since).getTime() / 1000}`,
  sunset: dateOf(sunset).toUTCString(),
  link: `<${API_ROOT}${successor}>; rel="successor-version", </api/docs>; rel="deprecation"; type="text/html"`
})

/** Lets every question that is to be given up say so with each of its answers, problems too. */
export const tellDeprecated = (app: Hono<ApiEnv>, endpoints: ReadonlyArray<MayBeDeprecated>): void => {
  for (const { deprecated, path } of endpoints) {
    if (deprecated === undefined) continue
    const headers = deprecationHeaders(deprecated)
    app.use(path, async (c, next) => {
      await next()
      for (const [name, value] of Object.entries(headers)) c.res.headers.append(name, value)
    })
  }
}
