import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { appInMemory } from "./testing/ports.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-web-"))
const dist = join(folder, "dist")
mkdirSync(join(dist, "assets"), { recursive: true })
writeFileSync(join(folder, "secret.txt"), "secret")
writeFileSync(join(dist, ".env"), "secret")
writeFileSync(join(dist, "index.html"), "<!doctype html><title>ntm</title>")
writeFileSync(join(dist, "favicon.svg"), "<svg/>")
writeFileSync(join(dist, "assets", "index-Ab3dE_f9.js"), `console.log("${"a".repeat(5000)}")`)
afterAll(() => rmSync(folder, { recursive: true }))

const { app } = appInMemory({ web: dist })
const page = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" }
const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  app.request(path, { method, headers })

describe("the web app", () => {
  it("is served with a policy that lets a page load from its own origin only", async () => {
    const response = await get("/", page)
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-cache"])
    expect(response.headers.get("content-type")).toMatch(/^text\/html/)
    const policy = response.headers.get("content-security-policy") ?? ""
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it("may keep hashed assets for a year, and asks again for everything else", async () => {
    const asset = await get("/assets/index-Ab3dE_f9.js")
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable")
    expect(asset.headers.get("content-type")).toMatch(/javascript/)
    expect((await get("/favicon.svg")).headers.get("cache-control")).toBe("no-cache")
  })

  it("compresses its scripts and answers 304", async () => {
    const asset = await get("/assets/index-Ab3dE_f9.js", { "accept-encoding": "br" })
    expect(asset.headers.get("content-encoding")).toBe("br")
    expect((await asset.arrayBuffer()).byteLength).toBeLessThan(200)
    const etag = asset.headers.get("etag") ?? ""
    expect((await get("/assets/index-Ab3dE_f9.js", { "if-none-match": etag })).status).toBe(304)
  })

  it("gives index.html for a view of the app that a browser opens", async () => {
    for (const path of ["/documents/kh-61", "/funding", "/documents/so-61.2025", "/index.html"]) {
      const response = await get(path, page)
      expect([path, response.status, await response.text()]).toEqual([path, 200, "<!doctype html><title>ntm</title>"])
    }
  })

  it("does not give a page where a script or data was asked for", async () => {
    expect((await get("/assets/gone-Ab3dE_f9.js", page)).status).toBe(404)
    expect((await get("/funding", { accept: "*/*" })).status).toBe(404)
    expect((await get("/api/v1/none", page)).headers.get("content-type")).toContain("problem+json")
  })

  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/.env",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "//etc/passwd"
  ])("never leaves its folder: %s", async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain("secret\n")
  })

  it("follows a new build without a restart", async () => {
    writeFileSync(join(dist, "favicon.svg"), "<svg id='new'/>")
    expect(await (await get("/favicon.svg")).text()).toContain("new")
  })

  it("answers HEAD like GET and refuses the rest", async () => {
    const head = await get("/", page, "HEAD")
    expect([head.status, await head.text()]).toEqual([200, ""])
    expect((await get("/", page, "POST")).status).toBe(405)
  })

  it("says clearly, with 503, that it has not been built", async () => {
    const { app: bare } = appInMemory({ web: join(folder, "none") })
    const response = await bare.request("/", { headers: page })
    expect(response.status).toBe(503)
    expect(await response.text()).toContain("Chưa dựng giao diện web")
    expect((await bare.request("/api/v1/health")).status).toBe(200)
  })
})
