import { readFile, stat } from "node:fs/promises"
import { resolve, sep } from "node:path"
import type { Context, Handler } from "hono"
import { getMimeType } from "hono/utils/mime"
import { compress, compressible, type Encoding, encodingFor, WORTH_COMPRESSING } from "./http/compression.ts"
import { alreadyHeld, digestOf, tagOf } from "./http/conditional.ts"
import { MethodNotAllowed, UnknownPath } from "./http/errors.ts"
import { refuse } from "./http/problems.ts"
import type { ApiEnv } from "./http/respond.ts"

/** A file of the web app as it is sent. The whole app is a few megabytes, so files stay in memory once asked for. */
interface Asset {
  readonly stamp: string
  readonly body: Uint8Array<ArrayBuffer>
  readonly tag: string
  readonly type: string
  readonly encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
}

/** Vite puts a hash of the content into the names below `assets/`: such a file never changes. */
const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/

const NOT_BUILT = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>ntm: chưa có giao diện web</title></head>
<body><h1>Chưa dựng giao diện web</h1>
<p>API đang chạy tại <a href="/api/v1/health">/api/v1/health</a>. Để có giao diện, hãy chạy <code>npm start</code> ở thư mục gốc.</p>
<p lang="en">The web app has not been built. The API is running; <code>npm start</code> in the root folder builds the web app.</p>
</body></html>
`

/** Path of a file below `root`, or undefined where the request points outside it or at a hidden file. */
const fileFor = (root: string, path: string): string | undefined => {
  const parts = decodeURIComponent(path).split("/").slice(1)
  if (parts.some((part) => part.startsWith(".") || /[\\:]/.test(part))) return undefined
  const file = resolve(root, ...parts.filter((part) => part !== ""))
  return file.startsWith(root + sep) ? file : undefined
}

/** Whether a browser is opening a page, rather than a page asking for one of its parts. */
const isNavigation = (c: Context): boolean => c.req.header("accept")?.includes("text/html") === true

const makeShelf = (root: string) => {
  const shelf = new Map<string, Asset>()
  return async (path: string): Promise<Asset | undefined> => {
    const file = fileFor(root, path)
    const state = file === undefined ? undefined : await stat(file).catch(() => undefined)
    if (file === undefined || state?.isFile() !== true) return undefined
    const stamp = `${state.mtimeMs} ${state.size}`
    const kept = shelf.get(file)
    if (kept?.stamp === stamp) return kept
    const body = await readFile(file)
    const type = getMimeType(file) ?? "application/octet-stream"
    const asset: Asset = { stamp, body, tag: `W/${tagOf(digestOf(body))}`, type, encoded: new Map() }
    shelf.set(file, asset)
    return asset
  }
}

const send = async (c: Context<ApiEnv>, asset: Asset, caching: string): Promise<Response> => {
  const headers = { "cache-control": caching, etag: asset.tag, vary: "Accept-Encoding" }
  if (alreadyHeld(c.req.header("if-none-match"), asset.tag)) return c.body(null, 304, headers)
  const worth = compressible(asset.type) && asset.body.byteLength >= WORTH_COMPRESSING
  const encoding = worth ? encodingFor(c.req.header("accept-encoding")) : undefined
  if (encoding === undefined) return c.body(asset.body, 200, { ...headers, "content-type": asset.type })
  const encoded = asset.encoded.get(encoding) ?? compress(asset.body, encoding, "kept")
  asset.encoded.set(encoding, encoded)
  return c.body(await encoded, 200, { ...headers, "content-type": asset.type, "content-encoding": encoding })
}

/**
 * Serves the built web app from `folder`.
 *
 * **Details** Hashed assets may be kept for a year; everything else is asked again each time. An address that is no file
 * is a view of the app and gets `index.html`, but only where a browser opens a page: a missing script stays a 404.
 * **Gotchas** Without a built app, pages say so (503) while the API goes on.
 */
export const webApp = (folder: string): Handler<ApiEnv> => {
  const root = resolve(folder)
  const take = makeShelf(root)
  return async (c) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD")
      return refuse(c, new MethodNotAllowed({ method: c.req.method }))
    const { path } = c.req
    const asset = path === "/" || path === "/index.html" ? undefined : await take(path)
    if (asset !== undefined)
      return send(c, asset, HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache")
    const isView = path === "/" || (isNavigation(c) && !path.startsWith("/assets/"))
    if (!isView) return refuse(c, new UnknownPath({ path }))
    const index = await take("/index.html")
    return index === undefined ? c.html(NOT_BUILT, 503, { "cache-control": "no-store" }) : send(c, index, "no-cache")
  }
}
