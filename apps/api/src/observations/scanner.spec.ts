import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer, type AddressInfo, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Problem } from "@ntm/contract"
import { evidenceSamples } from "@ntm/domain/testing"
import { Result } from "effect"
import { afterEach, describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"
import { clamd, readScanner } from "./scanner.ts"

const { jpeg, pdf } = evidenceSamples

const opened: Array<() => void> = []
afterEach(() => {
  for (const close of opened.splice(0)) close()
})

/** A scanner that speaks as clamd does: takes a stream apart and answers by `judge`, or hangs up where that says nothing. */
const scanner = async (judge: (content: Buffer) => string | null, at: string | number = 0) => {
  const got: Array<Buffer> = []
  const server = createServer((socket: Socket) => {
    let held = Buffer.alloc(0)
    socket.on("error", () => undefined)
    socket.on("data", (part) => {
      held = Buffer.concat([held, part])
      const command = "zINSTREAM\0"
      const pieces: Array<Buffer> = []
      for (let from = command.length; from + 4 <= held.length;) {
        const length = held.readUInt32BE(from)
        if (length === 0) {
          expect(held.subarray(0, command.length).toString()).toBe(command)
          const content = Buffer.concat(pieces)
          got.push(content)
          const told = judge(content)
          if (told === null) socket.destroy()
          else socket.end(`${told}\0`)
          return
        }
        pieces.push(held.subarray(from + 4, from + 4 + length))
        from += 4 + length
      }
    })
  })
  server.listen(typeof at === "string" ? { path: at } : { port: at, host: "127.0.0.1" })
  await once(server, "listening")
  opened.push(() => server.close())
  const told = server.address()
  return {
    got,
    address: typeof at === "string" ? { path: at } : { host: "127.0.0.1", port: (told as AddressInfo).port }
  }
}

describe("a scanner of files", () => {
  it("is sent the whole file, and believed", async () => {
    const content = new Uint8Array(200_000).map((_, at) => at % 251)
    const harmless = await scanner(() => "stream: OK")
    expect(await clamd(harmless.address)(content)).toBeNull()
    expect(harmless.got[0]?.equals(content)).toBe(true)
    const harmful = await scanner(() => "stream: Win.Test.EICAR_HDB-1 FOUND")
    expect(await clamd(harmful.address)(content)).toBe("Win.Test.EICAR_HDB-1")
  })

  it("listens on a socket of the machine as well", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ntm-scanner-"))
    opened.push(() => rmSync(folder, { recursive: true }))
    const { address } = await scanner(() => "stream: OK", join(folder, "clamd.ctl"))
    expect(await clamd(address)(pdf)).toBeNull()
  })

  it.each(["INSTREAM size limit exceeded. ERROR", "", null])("gives no verdict where it says %s", async (says) => {
    const { address } = await scanner(() => says)
    await expect(clamd(address)(pdf)).rejects.toThrow("no verdict of the scanner")
  })

  it("gives none where there is none", async () => {
    await expect(clamd({ host: "127.0.0.1", port: 9 })(pdf)).rejects.toThrow("ECONNREFUSED")
  })

  it("is named by NTM_SCANNER", () => {
    const read = (text: string) => readScanner({ NTM_SCANNER: text })
    expect(read("")).toEqual(Result.succeed(null))
    expect(read("unix:/run/clamav/clamd.ctl")).toEqual(Result.succeed({ path: "/run/clamav/clamd.ctl" }))
    expect(read("clamd://[::1]")).toEqual(Result.succeed({ host: "::1", port: 3310 }))
    for (const wrong of ["clamd", "http://host", "clamd://host/x", "unix:"])
      expect(Result.isFailure(read(wrong))).toBe(true)
  })
})

describe("files of evidence, where there is a scanner", () => {
  const sent = async (scan: (content: Uint8Array) => Promise<string | null>, content = pdf) => {
    const { app, logged } = appInMemory({ scan })
    const url = "http://127.0.0.1/api/v1/evidence?name=a.pdf"
    const headers = { "content-type": "application/octet-stream" }
    const response = await app.request(url, { method: "POST", headers, body: content })
    const told = (await response.json()) as Problem & { sha256: string }
    const kept = (sha256: string) => app.request(`http://127.0.0.1/api/v1/evidence/${sha256}`)
    return { response, told, kept, logged }
  }

  it("are kept where it knows no harm of them", async () => {
    const { kept, response, told } = await sent(() => Promise.resolve(null))
    expect(response.status).toBe(200)
    expect((await kept(told.sha256)).status).toBe(200)
  })

  it("are refused where it does, and the log says why", async () => {
    const { logged, response, told } = await sent(() => Promise.resolve("Win.Test.EICAR_HDB-1"))
    expect([response.status, told.type]).toEqual([422, "urn:ntm:problem:evidence-refused"])
    expect(told.errors?.[0]).toMatchObject({ kind: "harmful", messageEn: expect.stringContaining("malicious") })
    expect(logged).toEqual([expect.stringMatching(/POST \/api\/v1\/evidence: [0-9a-f]{64} Win\.Test\.EICAR_HDB-1$/)])
  })

  it("are not taken unseen while it gives no verdict", async () => {
    const { logged, response, told } = await sent(() => Promise.reject(new Error("ECONNREFUSED")), jpeg)
    expect([response.status, told.type, response.headers.get("retry-after")]).toEqual([
      503,
      "urn:ntm:problem:not-scanned",
      "30"
    ])
    expect(logged).toEqual([expect.stringContaining("ECONNREFUSED")])
  })
})
