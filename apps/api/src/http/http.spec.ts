import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib"
import type { Problem } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"

const { app } = appInMemory()
const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  app.request(path, { method, headers })

const errorsAt = async (path: string) => {
  const response = await get(path)
  const body = (await response.json()) as Problem
  expect([response.status, body.type]).toEqual([422, "urn:ntm:problem:invalid-request"])
  return body.errors ?? []
}

describe("reading parameters", () => {
  it.each([
    ["/api/v1/units?as_of=2025-02-31", "as_of", "phải là một ngày có thật"],
    ["/api/v1/units?as_of=2025-13-01", "as_of", "phải là một ngày có thật"],
    ["/api/v1/units?as_of=hôm nay", "as_of", "phải là một ngày có thật"],
    ["/api/v1/units?limit=0", "limit", "phải là số nguyên từ 1 đến 1000"],
    ["/api/v1/units?limit=1001", "limit", "phải là số nguyên từ 1 đến 1000"],
    ["/api/v1/units?limit=2.5", "limit", "phải là số nguyên từ 1 đến 1000"],
    ["/api/v1/units?limit=NaN", "limit", "phải là số nguyên từ 1 đến 1000"],
    ["/api/v1/units?limit=", "limit", "phải là số nguyên từ 1 đến 1000"],
    ["/api/v1/units?level=ward", "level", "phải là province, district, commune hoặc village"],
    ["/api/v1/units/1", "code", "phải là mã đơn vị hành chính"],
    ["/api/v1/units/31'--", "code", "phải là mã đơn vị hành chính"],
    [`/api/v1/figures?q=${"a".repeat(201)}`, "q", "tối đa 200 ký tự"],
    ["/api/v1/findings?severity=fatal", "severity", "phải là error hoặc warning"],
    ["/api/v1/findings?document=", "document", "phải là mã văn bản"],
    [
      "/api/v1/findings?docment=kh-61",
      "docment",
      "không có tham số này; dùng được: as_of, document, severity, fields, limit, cursor"
    ],
    ["/api/v1/documents?limit=0", "limit", "phải là số nguyên từ 1 đến 1000"],
    ["/api/v1/figures?q=a&q=b", "q", "chỉ được nêu một lần"],
    ["/api/v1/figures?__proto__=1", "__proto__", "không có tham số này"],
    ["/api/v1/figures?constructor=1", "constructor", "không có tham số này"]
  ])("%s is refused at %s, in Vietnamese", async (path, field, message) => {
    const errors = await errorsAt(path)
    expect(errors.map((error) => error.path)).toEqual([field])
    expect(errors[0]?.message).toContain(message)
    expect(errors[0]?.messageEn).toMatch(/^[\x20-\x7e]+$/)
  })

  it("names every field that is wrong at once, each once", async () => {
    const errors = await errorsAt("/api/v1/units/1?as_of=x&level=y")
    expect(errors.map((error) => error.path).toSorted()).toEqual(["as_of", "code", "level"])
  })

  it("reads a leap day, and text in Vietnamese", async () => {
    expect((await get("/api/v1/units?as_of=2024-02-29")).status).toBe(200)
    expect((await get("/api/v1/figures?q=Th%E1%BB%A7y+Nguy%C3%AAn")).status).toBe(200)
  })
})

describe("hostile addresses", () => {
  it.each([
    ["/api/v1/documents/a%00b", 400],
    ["/api/v1/figures?q=%00", 400],
    ["/api/v1/figures?q=%ff%fe", 400],
    ["/api/v1/documents/%E0%A4%A", 400],
    ["/%c0%ae%c0%ae/etc/passwd", 400],
    [`/api/v1/figures?q=${"a".repeat(10_000)}`, 414],
    [`/api/v1/documents/${"a".repeat(5000)}`, 414],
    ["/api/v1/documents/..%2f..%2fetc%2fpasswd", 404],
    ["/api/v1//documents", 404]
  ])("%s gets %s and a problem", async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get("content-type")).toContain("application/problem+json")
  })

  it("takes no compressed body, however it is packed, and says so", async () => {
    for (const encoding of ["gzip", "br", "identity, gzip", "GZIP"]) {
      const response = await app.request("/api/v1/works", {
        method: "POST",
        headers: { "content-type": "application/json", "content-encoding": encoding },
        body: gzipSync(JSON.stringify({ rows: [] }))
      })
      const told = (await response.json()) as Problem
      expect([response.status, told.type]).toEqual([415, "urn:ntm:problem:body-encoded"])
      expect(response.headers.get("accept-encoding")).toBe("identity")
    }
  })

  it("turns away a large body without reading it", async () => {
    const response = await app.request("/api/v1/documents", {
      method: "POST",
      headers: { "content-length": "10000000" },
      body: "x"
    })
    expect(response.status).toBe(413)
  })
})

describe("caching", () => {
  it("answers 304 without a body to a reader that holds the answer, and 200 to one that holds another", async () => {
    const first = await get("/api/v1/documents")
    const etag = first.headers.get("etag") ?? ""
    expect(etag).toMatch(/^"[\w-]{20,}"$/)
    expect(first.headers.get("cache-control")).toBe("private, no-cache")
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await get("/api/v1/documents", { "if-none-match": held })
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag])
    }
    expect((await get("/api/v1/documents", { "if-none-match": '"other"' })).status).toBe(200)
  })

  it("gives different answers different tags, and problems none", async () => {
    const tags = await Promise.all(
      ["/api/v1/documents", "/api/v1/units"].map(async (path) => (await get(path)).headers.get("etag"))
    )
    expect(new Set(tags).size).toBe(2)
    expect((await get("/api/v1/documents/none")).headers.get("etag")).toBeNull()
  })

  it("answers HEAD like GET, without the body", async () => {
    const [head, full] = [await get("/api/v1/documents", {}, "HEAD"), await get("/api/v1/documents")]
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", full.headers.get("etag")])
  })
})

describe("compression", () => {
  const plain = async () => (await get("/api/v1/figures")).text()

  it("sends brotli before gzip, and what was compressed reads the same", async () => {
    const br = await get("/api/v1/figures", { "accept-encoding": "gzip, deflate, br" })
    expect([br.headers.get("content-encoding"), br.headers.get("vary")]).toEqual(["br", "Accept, Accept-Encoding"])
    expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(await plain())
    const gz = await get("/api/v1/figures", { "accept-encoding": "gzip, br;q=0" })
    expect(gz.headers.get("content-encoding")).toBe("gzip")
    expect(gunzipSync(await gz.arrayBuffer()).toString()).toBe(await plain())
    // What is sent in other bytes has another tag, and whoever holds one of them needs none of the others.
    const [tag, other] = [br.headers.get("etag") ?? "", gz.headers.get("etag") ?? ""]
    expect([tag.replace("~br", ""), tag === other]).toEqual([other.replace("~gzip", ""), false])
    const again = await get("/api/v1/figures", { "accept-encoding": "gzip", "if-none-match": tag })
    expect(again.status).toBe(304)
  })

  it.each([["identity"], ["br;q=0, gzip;q=0.0"], ["zstd"]])(
    "sends the plain answer to a reader that accepts %s",
    async (accept) => {
      expect((await get("/api/v1/figures", { "accept-encoding": accept })).headers.get("content-encoding")).toBeNull()
    }
  )

  it("leaves small answers as they are", async () => {
    expect((await get("/api/v1/health", { "accept-encoding": "br" })).headers.get("content-encoding")).toBeNull()
  })
})

describe("headers", () => {
  it("puts a policy on every answer of the API, problems and 304 included", async () => {
    const etag = (await get("/api/v1/documents")).headers.get("etag") ?? ""
    for (const response of [
      await get("/api/v1/documents"),
      await get("/api/v1/none"),
      await get("/api/v1/figures?q=%00"),
      await get("/api/v1/figures?q=hỏng"),
      await get("/api/v1/documents", { "if-none-match": etag })
    ]) {
      expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(response.headers.get("x-content-type-options")).toBe("nosniff")
      expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/)
    }
  })

  it("keeps a request id that a proxy sent, unless it is no id", async () => {
    expect((await get("/api/v1/health", { "x-request-id": "abc-1" })).headers.get("x-request-id")).toBe("abc-1")
    expect((await get("/api/v1/health", { "x-request-id": "a b<script>" })).headers.get("x-request-id")).not.toContain(
      "script"
    )
  })
})
