import { Effect } from "effect"
import { Database } from "@ntm/store"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ORIGIN, peopleApp, visitor } from "../testing/people-app.ts"
import { todayInVietnam } from "../http/today.ts"
import { firstStart } from "./first-start.ts"

const PASSWORD = "một câu dài hơn mười chữ"

interface Noted {
  readonly what: { readonly _tag: string }
  readonly recordedBy: { readonly person: string | null; readonly name: string }
}

describe("what happens to accounts", () => {
  let started: Awaited<ReturnType<typeof peopleApp>>
  let administrator: ReturnType<typeof visitor>
  beforeAll(async () => {
    started = await peopleApp({ server: null })
    const today = todayInVietnam(new Date())
    const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: false }))
    administrator = visitor(started.app)
    await administrator.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
  })
  afterAll(() => started.end())

  const linkIn = (told: { readonly link: { readonly link: string } }) => new URL(told.link.link).hash.slice(1)
  /** Somebody who used their link and set a password. */
  const settled = async (name: string) => {
    const email = `${name}@example.vn`
    const grants = [{ role: "leader", units: "all" }]
    const { told } = await administrator.post("/people", { name, email, grants })
    const person = visitor(started.app)
    await person.post("/session/link", { token: linkIn(told) })
    expect((await person.post("/session/password", { password: PASSWORD })).status).toBe(200)
    return { email, id: String(told.id), person }
  }
  const noted = async (id: string): Promise<ReadonlyArray<Noted>> =>
    (await administrator.get(`/people/${id}/account`)).told.items
  const tags = async (id: string) => (await noted(id)).map(({ what }) => what._tag)
  const statement = (text: string) =>
    started.run(Effect.flatMap(Database, ({ handle }) => Effect.promise(async () => [...(await handle.execute(text))])))

  it("is noted: keys made and taken back, by whom; no secret is part of it", async () => {
    const system = { name: "Kho", email: "kho@example.vn", kind: "system", grants: [{ role: "partner", units: "all" }] }
    const { id } = (await administrator.post("/people", system)).told
    const made = await administrator.post("/keys", { person: id, name: "chính", days: 30, perMinute: 50 })
    const partner = visitor(started.app, { "x-api-key": made.told.key })
    expect((await administrator.get("/keys")).told.items.at(-1)).toMatchObject({ name: "chính", usedAt: null })
    expect((await partner.get("/session")).told.person.name).toBe("Kho")
    expect((await administrator.get("/keys")).told.items.at(-1)).toMatchObject({
      usedAt: expect.stringMatching(/^20.*Z$/)
    })
    await administrator.post(`/keys/${made.told.line.id}/revoke`)
    expect(await noted(id)).toMatchObject([
      {
        what: { _tag: "keyMade", key: made.told.line.id, name: "chính", perMinute: 50, expiresAt: expect.any(String) },
        recordedBy: { name: "Quản trị hệ thống" }
      },
      { what: { _tag: "keyRevoked", key: made.told.line.id, name: "chính" } }
    ])
    const trail = (await administrator.get(`/audit?person=${id}&noun=accountEvent`)).told.items
    expect(trail).toMatchObject([
      { person: { name: "Quản trị hệ thống" }, origin: { question: `POST /api/v1/keys/${made.told.line.id}/revoke` } },
      { person: { name: "Quản trị hệ thống" }, origin: { question: "POST /api/v1/keys" } }
    ])
    expect(JSON.stringify(trail)).not.toContain(made.told.key)
  })

  it("is noted: attempts to sign in that are refused, of who is known, with what shows from where", async () => {
    const { email, id } = await settled("dung")
    const before = (await noted(id)).length
    const stranger = visitor(started.app, { "user-agent": "stranger" })
    await stranger.post("/session/sign-in", { email, password: "không phải mật khẩu" })
    await stranger.post("/session/sign-in", { email: "khong-ai@example.vn", password: "không phải mật khẩu" })
    expect((await noted(id)).slice(before)).toMatchObject([
      {
        what: { _tag: "signInRefused", step: "password", code: "INVALID_EMAIL_OR_PASSWORD" },
        recordedBy: { person: null }
      }
    ])
    const [entry] = (await administrator.get(`/audit?person=${email}&limit=1`)).told.items
    expect(entry).toMatchObject({
      noun: "accountEvent",
      person: null,
      origin: { question: "POST /api/v1/session/sign-in", agent: "stranger" }
    })
    expect(JSON.stringify((await administrator.get("/audit?noun=accountEvent&limit=100")).told)).not.toContain(
      "khong-ai"
    )
  })

  it("is noted: the second factor switched on, wrong codes, switched off; a one-time link asks for it too", async () => {
    const { email, id, person } = await settled("em")
    const { told } = await person.post("/session/second-factor/start", { password: PASSWORD })
    expect((await person.post("/session/second-factor", { code: started.code(told.uri) })).status).toBe(200)
    const again = visitor(started.app)
    const link = (await administrator.post(`/people/${id}/link`)).told.link
    expect((await again.post("/session/link", { token: new URL(link).hash.slice(1) })).told).toEqual({
      state: "secondFactor"
    })
    expect((await again.get("/session")).told.person).toBeNull()
    expect((await again.post("/session/second-factor", { code: "000000" })).status).toBe(403)
    expect((await again.post("/session/second-factor", { code: told.codes[0] })).told).toEqual({ state: "signedIn" })
    expect((await again.get("/session")).told.person.email).toBe(email)
    await again.post("/session/second-factor/end", { password: PASSWORD })
    expect(await tags(id)).toEqual([
      "passwordSet",
      "secondFactorOn",
      "linkMade",
      "signInRefused",
      "secondFactorOff",
      "sessionsEnded"
    ])
  })

  it("people see where they are signed in, and end one session or all others", async () => {
    const { email, id, person } = await settled("giang")
    const [phone, office] = [visitor(started.app, { "user-agent": "phone" }), visitor(started.app)]
    for (const one of [phone, office]) await one.post("/session/sign-in", { email, password: PASSWORD })
    const { items } = (await person.get("/sessions")).told
    expect(items).toHaveLength(3)
    expect(items.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
    const its = items.find(({ agent }: { agent: string | null }) => agent === "phone")
    expect(Date.parse(its.endsAt) - Date.parse(its.beganAt)).toBe(7 * 86_400_000)
    expect((await person.post(`/sessions/${its.id}/end`)).status).toBe(200)
    expect((await phone.get("/session")).told.person).toBeNull()
    expect((await person.post(`/sessions/${its.id}/end`)).status).toBe(404)
    expect((await administrator.post(`/sessions/${items[0].id}/end`)).status).toBe(404)
    expect((await person.post("/sessions/end-others")).status).toBe(200)
    expect((await office.get("/session")).told.person).toBeNull()
    expect((await person.get("/sessions")).told.items).toMatchObject([{ current: true }])
    expect((await noted(id)).slice(1)).toMatchObject([
      { what: { _tag: "sessionsEnded", which: "one" } },
      { what: { _tag: "sessionsEnded", which: "others" } }
    ])
    expect((await visitor(started.app).get("/sessions")).status).toBe(401)
  })

  it("a session ends after thirty days, however much it is used; signing out clears what the browser kept", async () => {
    const { email, id } = await settled("hoa")
    const person = visitor(started.app)
    await person.post("/session/sign-in", { email, password: PASSWORD })
    await statement(
      `update account_session set created_at = now() - interval '30 days 1 second' where user_id = '${id}'`
    )
    started.wait(11_000)
    expect((await person.get("/session")).told.person).toBeNull()
    expect(await statement(`select id from account_session where user_id = '${id}'`)).toHaveLength(1)
    await person.post("/session/sign-in", { email, password: PASSWORD })
    expect((await person.post("/session/sign-out")).headers.get("clear-site-data")).toBe('"cache"')
  })

  it("a password that everybody tries, or that says no more than whose it is, is refused", async () => {
    const { person } = await settled("khanh.vu")
    const refused = async (password: string) =>
      (await person.post("/session/password", { password, current: PASSWORD })).told.errors?.[0]?.kind
    expect(await refused("Password2025!")).toBe("PASSWORD_COMMON")
    expect(await refused("1q2w3e4r5t6y")).toBe("PASSWORD_COMMON")
    expect(await refused("Ab1!xz")).toBe("PASSWORD_TOO_SHORT")
    expect(await refused("nongthonmoi-2026")).toBe("PASSWORD_CONTEXT")
    expect(await refused("khanh.vu.1990")).toBe("PASSWORD_CONTEXT")
    expect(
      (await person.post("/session/password", { password: "ruộng bậc thang mùa nước", current: PASSWORD })).status
    ).toBe(200)
  })
})

describe("a role that nobody has without a second factor", () => {
  it("is of use once one is switched on; before, an account does no more than that", async () => {
    const started = await peopleApp({ server: null, people: async () => ({ secondFactor: ["administrator"] }) })
    const today = todayInVietnam(new Date())
    const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: false }))
    const person = visitor(started.app)
    await person.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
    const refused = await person.get("/people")
    expect([refused.status, refused.told.type]).toEqual([403, "urn:ntm:problem:second-factor-needed"])
    expect((await person.get("/session")).told.person.twoFactor).toBe(false)
    expect((await person.post("/session/password", { password: PASSWORD })).status).toBe(200)
    const { told } = await person.post("/session/second-factor/start", { password: PASSWORD })
    expect((await person.get("/people")).status).toBe(403)
    expect((await person.post("/session/second-factor", { code: started.code(told.uri) })).status).toBe(200)
    expect((await person.get("/people")).status).toBe(200)
    await started.end()
  })
})

describe("cookies where people come by https", () => {
  it("are this very host's alone, secure, and nothing that a script reads", async () => {
    const started = await peopleApp({ server: null, address: "https://ntm.example.vn" })
    const today = todayInVietnam(new Date())
    const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: false }))
    const person = visitor(started.app)
    const answer = await person.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
    const [cookie = ""] = answer.headers.getSetCookie().filter((one) => one.includes("session_token"))
    expect(cookie).toMatch(/^__Host-ntm\.session_token=/)
    for (const part of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie.split("; ")).toContain(part)
    expect(cookie).not.toContain("Domain")
    expect((await person.get("/session")).told.person.name).toBe("Quản trị hệ thống")
    expect(new URL(ORIGIN).protocol).toBe("http:")
    await started.end()
  })
})
