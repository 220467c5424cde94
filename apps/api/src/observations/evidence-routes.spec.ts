import { createHash } from "node:crypto"
import { type KeptFile, makeClient, type Problem } from "@ntm/contract"
import { MOST_EVIDENCE_BYTES } from "@ntm/domain/criteria"
import { evidenceSamples } from "@ntm/domain/testing"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"

const { docx, jpeg, pdf } = evidenceSamples
const hashOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex")

/** A PDF of so many bytes. */
const pdfOf = (bytes: number): Uint8Array<ArrayBuffer> => {
  const content = new Uint8Array(bytes)
  content.set(pdf)
  content.set(pdf.subarray(pdf.length - 6), bytes - 6)
  return content
}

const root = "http://127.0.0.1/api/v1/evidence"

const opened = () => {
  const { app, logged } = appInMemory({ recorder: "Nguyễn Thị Lan" })
  const send = async (
    body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
    { name = "a.pdf", host = "127.0.0.1", ...headers }: Readonly<Record<string, string>> = {}
  ) => {
    const url = `http://${host}/api/v1/evidence?name=${encodeURIComponent(name)}`
    const sent = { "content-type": "application/octet-stream", ...headers }
    const response = await app.request(url, { method: "POST", headers: sent, body, duplex: "half" } as RequestInit)
    const told: KeptFile & Problem = JSON.parse(await response.text())
    return { status: response.status, told }
  }
  const get = (sha256: string, init: RequestInit = {}) => app.request(`${root}/${sha256}`, init)
  return { app, get, logged, send }
}

describe("files of evidence over HTTP", () => {
  it("are handed in as they are, and told by their content", async () => {
    const { send } = opened()
    expect(await send(jpeg, { name: "biên bản.pdf", "content-type": "application/pdf" })).toEqual({
      status: 200,
      told: { sha256: hashOf(jpeg), bytes: jpeg.length, mediaType: "image/jpeg", name: "biên bản.pdf" }
    })
    // Kept once: it has the name that it was first given.
    expect((await send(jpeg, { name: "khác.jpg" })).told.name).toBe("biên bản.pdf")
  })

  it("come back byte by byte, under a name that says what they are, and are kept by no browser", async () => {
    const { get, send } = opened()
    const large = pdfOf(700_001)
    await send(large, { name: 'nghiệm thu "lần 2"; (cuối).exe' })
    const response = await get(hashOf(large))
    expect(Buffer.from(await response.arrayBuffer()).equals(large)).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": "700001",
      "content-disposition":
        "inline; filename*=UTF-8''nghi%E1%BB%87m%20thu%20%22l%E1%BA%A7n%202%22%3B%20%28cu%E1%BB%91i%29.exe.pdf",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      etag: `"${hashOf(large)}"`
    })
    expect(response.headers.get("content-encoding")).toBeNull()
  })

  it("are not sent again to who holds them, and not read for who asks only about them", async () => {
    const { get, send } = opened()
    await send(docx, { name: "a.docx" })
    const held = await get(hashOf(docx), { headers: { "if-none-match": `"${hashOf(docx)}"` } })
    expect([held.status, await held.text()]).toEqual([304, ""])
    const head = await get(hashOf(docx), { method: "HEAD" })
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, String(docx.length), ""])
    expect(head.headers.get("content-disposition")).toMatch(/^attachment;/)
  })

  it("are refused to who takes other forms than their own", async () => {
    const { get, send } = opened()
    await send(jpeg, { name: "a.jpg" })
    const asked = (accept: string) => get(hashOf(jpeg), { headers: { accept } })
    expect((await asked("image/*")).status).toBe(200)
    const refused = await asked("application/pdf")
    expect(refused.status).toBe(406)
    expect(await refused.text()).toContain("image/jpeg")
  })

  it("go in and out by the client that the faces share", async () => {
    const { app } = opened()
    const client = makeClient((url, init) => app.request(url, init as RequestInit), "http://127.0.0.1")
    const kept = await client.evidence.keep({ name: "ảnh (1).jpg", body: jpeg })
    expect(await client.evidence.file({ sha256: kept.sha256 })).toEqual({
      name: "ảnh (1).jpg",
      mediaType: "image/jpeg",
      content: jpeg
    })
    await expect(client.evidence.file({ sha256: "0".repeat(64) })).rejects.toMatchObject({
      problem: { type: "urn:ntm:problem:evidence-not-found", status: 404 }
    })
  })

  it("that are no evidence are refused in words: pages called papers, names with folders, what was cut off", async () => {
    const { send } = opened()
    const page = "<!doctype html><script>alert(1)</script>"
    const refused = await send(page, { name: "../../bien-ban.pdf", "content-type": "application/pdf" })
    expect(refused.status).toBe(422)
    expect(refused.told).toMatchObject({
      type: "urn:ntm:problem:evidence-refused",
      errors: [
        { path: "name", kind: "name" },
        { path: "", kind: "unknownKind" }
      ]
    })
    expect((await send(pdf.subarray(0, 40))).told.errors).toMatchObject([{ kind: "truncated" }])
    expect((await send(new Uint8Array())).told.errors).toMatchObject([{ kind: "empty" }])
  })

  it("may have 25 MB and not a byte more, whether the sender says how many there are or not", async () => {
    const { send } = opened()
    const most = pdfOf(MOST_EVIDENCE_BYTES)
    expect((await send(most)).status).toBe(200)
    const more = pdfOf(MOST_EVIDENCE_BYTES + 1)
    expect((await send(more, { "content-length": String(more.length) })).status).toBe(413)
    expect((await send(new Blob([more]).stream())).told).toMatchObject({ status: 413, detail: "Tối đa 25 MB" })
  })

  it("that break off on their way are not kept", async () => {
    const { get, logged, send } = opened()
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(pdf),
      pull: (controller) => controller.error(new Error("gone"))
    })
    expect(await send(broken)).toMatchObject({ status: 400, told: { type: "urn:ntm:problem:body-cut-off" } })
    expect((await get(hashOf(pdf))).status).toBe(404)
    expect(logged).toEqual([])
  })

  it("are not taken as another site could send them unasked, nor from another machine", async () => {
    const { app, send } = opened()
    for (const type of ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""])
      expect(await send(pdf, { "content-type": type })).toMatchObject({
        status: 415,
        told: { type: "urn:ntm:problem:not-a-file" }
      })
    expect((await send(pdf, { host: "192.168.1.5" })).status).toBe(403)
    expect((await app.request(root, { method: "PUT" })).headers.get("allow")).toBe("POST")
    expect((await app.request(`${root}?name=a.pdf`)).status).toBe(405)
  })

  it("that are unknown are 404, and what is no hash is told", async () => {
    const { get } = opened()
    expect((await get("0".repeat(64))).status).toBe(404)
    for (const hash of ["x", "A".repeat(64), "..%2F..%2Fetc%2Fpasswd", `${"0".repeat(64)}?name=a`])
      expect((await get(hash)).status).toBe(422)
  })
})
