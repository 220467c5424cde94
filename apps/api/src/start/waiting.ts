import type { Hono } from "hono"
import { makeShell, type ShellOptions } from "../app.ts"
import { NotReady, NotServing } from "../http/errors.ts"
import { refuse } from "../http/problems.ts"
import type { ApiEnv } from "../http/api-env.ts"

const PAGE = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>ntm: đang khởi động</title></head>
<body><h1>ntm đang chuẩn bị dữ liệu</h1>
<p>Trang này tự mở lại sau giây lát.</p>
<p lang="en">Data are being prepared; this page opens by itself in a moment.</p>
</body></html>
`

/**
 * Answers while the data are being prepared: the port is taken from the first moment on, so that a second start on it is noticed
 * at once and a browser that was too early finds its page by itself.
 */
export const waitingApp = (shell: Omit<ShellOptions, "probes">, version: string): Hono<ApiEnv> => {
  const app = makeShell({ ...shell, probes: { version, hindrance: () => Promise.resolve("starting") } })
  app.all("*", (c) =>
    !c.req.path.startsWith("/api") && c.req.header("accept")?.includes("text/html") === true
      ? c.html(PAGE, 503, { refresh: "1", "retry-after": "1", "cache-control": "no-store" })
      : refuse(c, new NotReady())
  )
  return app
}

/** Answers what still comes on open connections while the program stops: nothing is begun that might not be finished. */
export const stoppingApp = (shell: Omit<ShellOptions, "probes">, version: string): Hono<ApiEnv> => {
  const app = makeShell({ ...shell, probes: { version, hindrance: () => Promise.resolve("stopping") } })
  app.all("*", (c) => refuse(c, new NotServing({ why: "stopping" })))
  return app
}
