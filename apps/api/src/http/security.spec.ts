import { describe, expect, it } from "vitest"
import { makeShell } from "../app.ts"

const shellOf = (secure?: boolean) => {
  const shell = makeShell({
    log: () => undefined,
    ...(secure === undefined ? {} : { secure }),
    probes: { version: "1", hindrance: () => Promise.resolve("database") }
  })
  shell.get("/", (c) => c.html("<p>x</p>"))
  shell.get("/api/v1/file", () => new Response("x", { headers: { "content-type": "text/plain" } }))
  shell.get("/api/v1/fault", () => {
    throw new Error("x")
  })
  return shell
}

const paths = [
  "/",
  "/api/v1/file",
  "/api/v1/fault",
  "/api/v1/nothing",
  "/health",
  "/ready",
  `/${"a".repeat(5000)}`,
  "/%ff"
]

describe("security headers", () => {
  it("stand on every answer: pages, faults, problems, probes, and what was turned away", async () => {
    for (const path of paths) {
      const { headers } = await shellOf().request(path)
      const policy = headers.get("content-security-policy") ?? ""
      expect(policy, path).toContain("frame-ancestors 'none'")
      expect(policy, path).toContain(
        path === "/" || path.length > 4000 || path === "/%ff" ? "object-src 'none'" : "default-src 'none'"
      )
      expect(policy, path).not.toMatch(/unsafe-|\*/)
      expect(headers.get("x-content-type-options"), path).toBe("nosniff")
      expect(headers.get("referrer-policy"), path).toBe("same-origin")
    }
  })

  it("stand beside the id of the request, which is the caller's own where it sent one", async () => {
    for (const path of paths) {
      const idOf = async (headers: Readonly<Record<string, string>>) =>
        (await shellOf().request(path, { headers })).headers.get("x-request-id")
      expect(await idOf({}), path).toMatch(/^[\da-f-]{36}$/)
      expect(await idOf({ "x-request-id": "kho-2025_1" }), path).toBe("kho-2025_1")
      expect(await idOf({ "x-request-id": "hai dòng" }), path).toMatch(/^[\da-f-]{36}$/)
    }
  })

  it("keep browsers on https for a year where people come by it, and say nothing of it elsewhere", async () => {
    for (const path of paths) {
      const told = async (secure?: boolean) =>
        (await shellOf(secure).request(path)).headers.get("strict-transport-security")
      expect(await told(true), path).toBe("max-age=31536000; includeSubDomains")
      expect(await told(false), path).toBeNull()
      expect(await told(), path).toBeNull()
    }
  })

  it("let no other origin read anything", async () => {
    for (const path of paths) {
      const { headers } = await shellOf().request(path, { headers: { origin: "https://elsewhere.example" } })
      expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([])
    }
  })
})
