import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs"
import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import { bring } from "./published.ts"

const text = `{ "id": "schema" }`
const hashOf = (contents: string) => createHash("sha256").update(contents).digest("hex")

const closing: Array<() => void> = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

const served = async (answer: RequestListener) => {
  const asked: Array<string> = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? "")
    answer(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve)
  })
  const folder = mkdtempSync(join(tmpdir(), "ntm-standards-"))
  closing.push(
    () => rmSync(folder, { recursive: true }),
    () => server.closeAllConnections(),
    () => server.close()
  )
  const { port } = server.address() as AddressInfo
  const from = (contents: string) => ({
    ocds: { at: `http://127.0.0.1:${port}/a`, files: { "schema/one.json": hashOf(contents) } }
  })
  return { asked, folder, from }
}

describe("the standards' schemas", () => {
  it("are brought once from where they are published, each by its hash", async () => {
    const { asked, folder, from } = await served((_, response) => response.end(text))
    expect(await bring(from(text), folder)).toEqual([])
    expect(readFileSync(join(folder, "ocds", "one.json"), "utf8")).toBe(text)
    expect(await bring(from(text), folder)).toEqual([])
    expect(asked).toEqual(["/a/schema/one.json"])
    expect(readdirSync(join(folder, "ocds"))).toEqual(["one.json"])
  })

  it("may not be others than those that were meant", async () => {
    const { folder, from } = await served((_, response) => response.end(`${text}\n`))
    const [missed] = await bring(from(text), folder)
    expect(missed?.cause).toContain(`SHA-256 ${hashOf(`${text}\n`)}, expected ${hashOf(text)}`)
    expect(readdirSync(folder)).toEqual([])
  })

  it("are brought again where what was kept has been spoilt", async () => {
    const { asked, folder, from } = await served((_, response) => response.end(asked.length === 1 ? "other" : text))
    expect(await bring(from("other"), folder)).toEqual([])
    expect(await bring(from(text), folder)).toEqual([])
    expect(readFileSync(join(folder, "ocds", "one.json"), "utf8")).toBe(text)
  })

  it.each<readonly [string, RequestListener]>([
    ["refuses", (_, response) => response.writeHead(403).end()],
    ["breaks off", (request) => request.socket.destroy()],
    [
      "breaks off in the middle",
      (_, response) => response.writeHead(200, { "content-length": "9" }).write("{", () => response.destroy())
    ],
    ["never answers", () => undefined]
  ])("are told to be out of reach where who keeps them %s", async (_, answer) => {
    const { folder, from } = await served(answer)
    const [missed] = await bring(from(text), folder, 300)
    expect(missed).toEqual({ standard: "ocds", cause: expect.stringMatching(/^http:.*one\.json: \S/) })
    expect(readdirSync(folder)).toEqual([])
  })
})
