import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { credentialFor, keepToken, serverSignedInTo } from "./credential.ts"
import { signedFetch } from "./signed-fetch.ts"

const here = "http://127.0.0.1:4100"
const there = "https://ntm.example.vn"

describe("what is shown to a server", () => {
  let folder = ""
  const places = (env: Readonly<Record<string, string>> = {}) => ({
    env: { XDG_CONFIG_HOME: join(folder, "config"), ...env },
    root: folder
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ntm-tokens-"))
    await mkdir(join(folder, ".ntm", "secrets"), { recursive: true })
    await writeFile(join(folder, ".ntm", "secrets", "owner-key"), "ntm_owner\n")
  })
  afterEach(() => rm(folder, { recursive: true }))

  it("is the owner's key on this machine, and nothing elsewhere", async () => {
    expect(await credentialFor(places(), here)).toBe("ntm_owner")
    expect(await credentialFor(places(), "http://localhost:4100")).toBe("ntm_owner")
    for (const other of [there, "http://127.0.0.1.evil.example", "http://10.0.0.5:4100"])
      expect(await credentialFor(places(), other)).toBeNull()
    expect(await credentialFor(places({ NTM_DATA: join(folder, "other") }), here)).toBeNull()
  })

  it("is the token of a sign-in for that server alone, in a file that nobody else may read", async () => {
    await keepToken(places(), there, "token")
    expect((await stat(join(folder, "config", "ntm", "tokens.json"))).mode & 0o777).toBe(0o600)
    expect(await credentialFor(places(), there)).toBe("token")
    expect(await credentialFor(places(), "https://other.example.vn")).toBeNull()
    await keepToken(places(), here, "mine")
    expect(await credentialFor(places(), here)).toBe("mine")
    await keepToken(places(), there, null)
    expect([await credentialFor(places(), there), await credentialFor(places(), here)]).toEqual([null, "mine"])
  })

  it("is NTM_TOKEN before anything else; a broken file is none", async () => {
    await keepToken(places(), there, "token")
    expect(await credentialFor(places({ NTM_TOKEN: " of a script " }), there)).toBe("of a script")
    await writeFile(join(folder, "config", "ntm", "tokens.json"), "{")
    expect(await credentialFor(places(), there)).toBeNull()
  })

  it("and where nobody names a server, on a machine without data of its own that of the only sign-in is meant", async () => {
    const away = { NTM_DATA: join(folder, "other") }
    expect(await serverSignedInTo(places(away))).toBeNull()
    await keepToken(places(), there, "token")
    expect(await serverSignedInTo(places(away))).toBe(there)
    expect(await serverSignedInTo(places())).toBeNull()
    expect(await serverSignedInTo(places({ ...away, NTM_SERVER: here }))).toBeNull()
    expect(await serverSignedInTo(places({ ...away, PORT: "4200" }))).toBeNull()
    await keepToken(places(), here, "mine")
    expect(await serverSignedInTo(places(away))).toBeNull()
  })

  it("goes with questions to the API and with nothing else", async () => {
    const sent: Array<readonly [string, string | null]> = []
    const send = signedFetch(async (input, init) => {
      sent.push([String(input), new Headers(init?.headers).get("authorization")])
      return new Response()
    }, places())
    await send(`${here}/api/v1/units?q=a`, { headers: { accept: "application/json" } })
    await send(`${there}/api/v1/units`)
    await send("https://elsewhere.example/file")
    expect(sent.map(([, shown]) => shown)).toEqual(["Bearer ntm_owner", null, null])
  })
})
