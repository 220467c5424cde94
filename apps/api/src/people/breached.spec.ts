import { createHash } from "node:crypto"
import { once } from "node:events"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Email } from "@ntm/domain/people"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { isBreachedPlace, makeBreached } from "./breached.ts"
import { passwordRefusal } from "./passwords.ts"

const LEAKED = "ruộng bậc thang mùa nước"
const OTHER = "con đò nhỏ trên sông Đuống"
const hashOf = (password: string) => createHash("sha1").update(password).digest("hex").toUpperCase()

describe("a set of breached passwords", () => {
  it("is a folder of parts, read without asking anybody", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ntm-breached-"))
    const part = (password: string, lines: ReadonlyArray<string>) =>
      writeFile(join(folder, `${hashOf(password).slice(0, 5)}.txt`), lines.join("\r\n"))
    await part(LEAKED, [`${"0".repeat(35)}:3`, `${hashOf(LEAKED).slice(5)}:12`])
    await part(OTHER, [`${hashOf(OTHER).slice(5)}:0`])
    const breached = makeBreached(folder)
    expect([await breached(LEAKED), await breached(OTHER)]).toEqual([true, false])
    const logged: Array<string> = []
    const refused = (password: string) =>
      Effect.runPromise(
        passwordRefusal({ breached, log: (line) => logged.push(line) }, password, {
          name: "Lan",
          email: Email.make("lan@example.vn")
        })
      )
    expect((await refused(LEAKED))?.code).toBe("PASSWORD_BREACHED")
    expect(await refused(OTHER)).toBeNull()
    expect(logged).toEqual([])
    // Where a part is missing nobody is to believe that it was looked at.
    expect((await refused("một câu chưa ai nghĩ ra"))?.code).toBe("PASSWORD_UNCHECKED")
    expect(logged).toEqual([expect.stringContaining("NTM_BREACHED_PASSWORDS")])
    expect(logged.join()).not.toContain("một câu")
    await rm(folder, { recursive: true })
  })

  it("is a service that learns five letters of a hash, and no more", async () => {
    const asked: Array<string> = []
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers["add-padding"]}`)
      response.statusCode = asked.length > 1 ? 503 : 200
      response.end(`${hashOf(LEAKED).slice(5)}:12\r\n`)
    })
    server.listen(0, "127.0.0.1")
    await once(server, "listening")
    const breached = makeBreached(`http://127.0.0.1:${(server.address() as AddressInfo).port}/range`)
    expect(await breached(LEAKED)).toBe(true)
    expect(asked).toEqual([`/range/${hashOf(LEAKED).slice(0, 5)} true`])
    await expect(breached(LEAKED)).rejects.toThrow("503")
    server.close()
  })

  it("is named by a whole path or by https; none is none", async () => {
    expect(
      ["/srv/pwned", "https://api.example.vn/range/", "http://api.example.vn/", "pwned"].map(isBreachedPlace)
    ).toEqual([true, true, false, false])
    expect(await makeBreached(null)("123456")).toBe(false)
  })
})
