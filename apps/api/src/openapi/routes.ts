import { API_ROOT } from "@ntm/contract"
import type { Handler, Hono } from "hono"
import manifest from "../../package.json" with { type: "json" }
import type { ApiEnv } from "../http/api-env.ts"
import { deliver } from "../http/deliver.ts"
import { MethodNotAllowed, UnknownPath } from "../http/errors.ts"
import { problemCatalogue, refuse } from "../http/problems.ts"
import { openApiDocument } from "./document.ts"

/** Where people read what the API can be asked: a page of the web app. */
export const DOCS_PATH = "/api/docs"

/**
 * `/openapi.json`, `/api/docs` and `/api/problems/:name`: what the API can be asked, for programs and for people. They answer everybody.
 *
 * **Details** The document is made when it is first asked for, and stays: it is the program's own. `page` is what hands out the web app; null
 * without one.
 */
export const openApiRoutes = (app: Hono<ApiEnv>, page: Handler<ApiEnv> | null): void => {
  let text: string | undefined
  const document = `${API_ROOT}/openapi.json`
  app.get(document, deliver, (c) => {
    text ??= JSON.stringify(openApiDocument(manifest.version))
    return c.body(text, 200, { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" })
  })
  app.all(document, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method })))

  const problems = "/api/problems/:name"
  app.get(problems, (c) => {
    const listed = problemCatalogue.find(({ name }) => name === c.req.param("name"))
    if (listed === undefined) return refuse(c, new UnknownPath({ path: c.req.path }))
    const { name, status, title } = listed
    if (page !== null && c.req.header("accept")?.includes("text/html") === true)
      return c.redirect(`${DOCS_PATH}#problem-${name}`)
    return c.json({ type: `urn:ntm:problem:${name}`, status, title: title.vi, titleEn: title.en })
  })
  app.all(problems, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method })))

  if (page !== null) app.get(DOCS_PATH, page)
}
