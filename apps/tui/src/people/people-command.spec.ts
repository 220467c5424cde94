import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { makeClient } from "@ntm/contract"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Request } from "../shell/output.ts"
import { credentialFor } from "./credential.ts"
import { runJob } from "./people-command.ts"
import { login, logout, whoami } from "./session-command.ts"

const lan = {
  id: "p1",
  name: "Nguyễn Thị Lan",
  email: "lan@example.vn",
  kind: "human",
  active: true,
  demonstration: false,
  grants: [
    {
      id: 7,
      role: "administrator",
      units: [{ id: 5, code: "11824", name: "xã Vĩnh Bảo" }],
      agency: null,
      criteria: "all",
      from: "2025-07-01",
      to: null
    }
  ]
}
const key = {
  id: "k1",
  person: "p1",
  name: "TABMIS",
  start: "ntm_ab",
  createdAt: "",
  expiresAt: "2026-12-04T00:00:00Z",
  perMinute: 600
}
const session = {
  asOf: "2026-01-01",
  person: { ...lan, twoFactor: false, password: true },
  grants: lan.grants,
  actions: ["facts.read"],
  sees: 1,
  ways: { accounts: true, providers: [], demonstration: [] }
}
const usual: Readonly<Record<string, unknown>> = {
  "/people": { asOf: "2026-01-01", items: [lan] },
  "POST /people": { id: "p2", link: { link: "http://h/sign-in#t", expiresAt: "x" } },
  "POST /people/p1/link": { link: "http://h/sign-in#u", expiresAt: "x" },
  "POST /people/p1/grants": { id: 9 },
  "POST /people/p1/grants/7/end": { done: true },
  "POST /people/p1/close": { done: true },
  "POST /people/p1/sessions/end": { done: true },
  "POST /people/sessions/end": { people: 3 },
  "POST /people/p1/second-factor/end": { done: true },
  "/keys": { items: [key] },
  "POST /keys": { key: "ntm_secret", line: key },
  "POST /keys/k1/revoke": { done: true },
  "/session": session,
  "POST /session/sign-out": { done: true },
  "POST /session/devices": {
    deviceCode: "d",
    userCode: "ABCD",
    page: "http://h/devices?user_code=ABCD",
    expiresIn: 10,
    interval: 2
  }
}

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ntm-people-"))
})
afterAll(() => rm(folder, { recursive: true }))

/** A command on a server that answers so, with what was printed and what was sent. */
const typed = (command: string, answers: Readonly<Record<string, unknown>> = {}) => {
  const [name = "", ...rest] = command.split(" ")
  const operands = rest.filter((word) => !word.includes("="))
  const options = Object.fromEntries(rest.filter((word) => word.includes("=")).map((word) => word.split("=")))
  const { json, lang = "vi", ...others } = options
  const request: Request = {
    command: name,
    operands,
    lang: lang === "en" ? "en" : "vi",
    server: "http://127.0.0.1:1",
    json: json !== undefined,
    options: others
  }
  const told = { out: "", err: "", sent: [] as Array<unknown> }
  const known = { ...usual, ...answers }
  const client = makeClient(async (url, { body, method }) => {
    const path = new URL(url, "http://h").pathname.replace("/api/v1", "")
    if (typeof body === "string") told.sent.push(JSON.parse(body))
    const found = known[`${method === undefined ? "" : `${method} `}${path}`]
    const answer = Array.isArray(found) ? found.shift() : found
    return answer === undefined
      ? Response.json({ type: "t", title: "Không được phép", titleEn: "Not allowed", status: 403 }, { status: 403 })
      : Response.json(answer)
  }, "http://h")
  const output = {
    out: (text: string) => void (told.out += text),
    err: (text: string) => void (told.err += text),
    colour: false
  }
  const places = { env: { XDG_CONFIG_HOME: folder }, root: folder }
  return { request, output, client, told, places }
}
const job = async (jobs: "people" | "keys", command: string, answers: Readonly<Record<string, unknown>> = {}) => {
  const { client, output, request, told } = typed(`${jobs} ${command}`, answers)
  return { code: await runJob(jobs, request, output, client), ...told }
}

describe("ntm people", () => {
  it("lists people with what they have", async () => {
    const { code, out } = await job("people", "list")
    expect([code, out]).toEqual([
      0,
      "Nguyễn Thị Lan · lan@example.vn\n  7. quản trị hệ thống · xã Vĩnh Bảo (11824) · từ 01/07/2025\n"
    ])
    expect((await job("people", "list lang=en")).out).toContain("the administrator")
    expect(JSON.parse((await job("people", "list json=1")).out)).toMatchObject({ items: [{ email: "lan@example.vn" }] })
  })

  it("invites with a grant, and prints the link", async () => {
    const { out, sent } = await job(
      "people",
      "invite Binh@Example.vn Trần Bình role=leader units=31,11824 from=1/7/2025 criteria=xa/"
    )
    expect(sent).toEqual([
      {
        email: "binh@example.vn",
        name: "Trần Bình",
        kind: "human",
        grants: [{ role: "leader", units: ["31", "11824"], criteria: ["xa/"], from: "2025-07-01" }]
      }
    ])
    expect(out).toContain("http://h/sign-in#t")
    expect((await job("people", "invite a@b.vn S system=", { "POST /people": { id: "p", link: null } })).out).toContain(
      "ntm keys create"
    )
  })

  it("gives, ends, closes and links by the e-mail address", async () => {
    expect((await job("people", "grant lan@example.vn role=leader")).sent).toEqual([{ role: "leader", units: "all" }])
    expect((await job("people", "end LAN@example.vn 7 reason=hết to=31/12/2025")).sent).toEqual([
      { reason: "hết", last: "2025-12-31" }
    ])
    expect((await job("people", "end lan@example.vn")).out).toContain("Đã khóa tài khoản")
    expect((await job("people", "link")).out).toContain("http://h/sign-in#u")
  })

  it("ends the sessions of one or of everybody, and takes a lost second factor away with how it was known", async () => {
    expect((await job("people", "sessions lan@example.vn")).out).toContain("Đã kết thúc mọi phiên: Nguyễn Thị Lan")
    expect((await job("people", "sessions all")).out).toContain(": 3")
    expect((await job("people", "sessions")).code).toBe(2)
    expect((await job("people", "factor lan@example.vn")).code).toBe(2)
    const { out, sent } = await job("people", "factor lan@example.vn reason=gặp")
    expect([out, sent]).toEqual([expect.stringContaining("Nguyễn Thị Lan"), [{ known: "gặp" }]])
  })

  it("says what is missing or not known, and what the server refuses", async () => {
    for (const command of ["invite a@b.vn", "grant lan@example.vn", "end", "end ai@example.vn", "lsit"]) {
      const { code, err } = await job("people", command)
      expect([command, code, err.length > 20]).toEqual([command, 2, true])
    }
    expect((await job("people", "lsit")).err).toContain("“list”")
    const refused = await job("people", "list", { "/people": undefined })
    expect([refused.code, refused.err]).toEqual([2, "Không được phép\n"])
  })
})

describe("ntm keys", () => {
  it("lists, makes and takes back", async () => {
    expect((await job("keys", "list")).out).toContain("TABMIS")
    expect((await job("keys", "list", { "/keys": { items: [] } })).out).toBe("Chưa có khóa nào.\n")
    const made = await job("keys", "create lan@example.vn Kho bạc days=30")
    expect(made.sent).toEqual([{ person: "p1", name: "Kho bạc", days: 30, perMinute: 600 }])
    expect(made.out).toContain("ntm_secret")
    expect((await job("keys", "revoke k1")).code).toBe(0)
    expect((await job("keys", "revoke")).code).toBe(2)
  })
})

describe("ntm login, logout, whoami", () => {
  const waits: Array<number> = []
  const wait = (milliseconds: number) => {
    waits.push(milliseconds)
    return Promise.resolve()
  }

  it("waits until somebody confirms the code, more slowly where it is asked to, and keeps the token", async () => {
    const asked = typed("login", {
      "POST /session/devices/token": [
        { state: "waiting", token: null },
        { state: "slower", token: null },
        { state: "signedIn", token: "T" }
      ]
    })
    expect(await login(asked, wait)).toBe(0)
    expect(asked.told.out).toContain("http://h/devices?user_code=ABCD")
    expect(waits).toEqual([2000, 2000, 4000])
    expect(await credentialFor(asked.places, asked.request.server)).toBe("T")
    const out = typed("logout")
    expect(await logout(out)).toBe(0)
    expect(await credentialFor(out.places, out.request.server)).toBeNull()
  })

  it("gives up when the code has expired, and says so where there are no accounts", async () => {
    const patient = typed("login", { "POST /session/devices/token": { state: "waiting", token: null } })
    expect([await login(patient, wait), patient.told.err]).toEqual([2, expect.stringContaining("hết hạn")])
    const open = typed("login", {
      "/session": { ...session, person: null, ways: { ...session.ways, accounts: false } }
    })
    expect([await login(open, wait), open.told.out]).toEqual([0, expect.stringContaining("chưa dùng tài khoản")])
  })

  it("tells who somebody is and what they may do", async () => {
    const asked = typed("whoami lang=en")
    await whoami(asked)
    expect(asked.told.out).toContain("May: read facts")
    const nobody = typed("whoami", { "/session": { ...session, person: null } })
    await whoami(nobody)
    expect(nobody.told.out).toBe("Chưa đăng nhập.\n")
  })
})
