import { PersonId } from "@ntm/domain/people"
import { Day } from "@ntm/domain/values"
import { Database } from "@ntm/store"
import { databasesUnderTest } from "@ntm/store/testing"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ORIGIN, peopleApp, visitor } from "../testing/people-app.ts"
import { firstStart } from "./first-start.ts"
import { todayInVietnam } from "../http/today.ts"

const PASSWORD = "một câu dài hơn mười chữ"

describe.each(databasesUnderTest)("people over HTTP, on $name", ({ server }) => {
  let started: Awaited<ReturnType<typeof peopleApp>>
  let administrator: ReturnType<typeof visitor>
  const logged: Array<string> = []
  const today = todayInVietnam(new Date())
  beforeAll(async () => {
    started = await peopleApp({ server, app: { log: (line) => logged.push(line) } })
    const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: false }))
    administrator = visitor(started.app)
    const token = new URL(link?.link ?? "").hash.slice(1)
    expect(await administrator.post("/session/link", { token })).toMatchObject({ told: { state: "signedIn" } })
  })
  afterAll(() => started.end())

  const invite = async (body: Readonly<Record<string, unknown>>) => {
    const { status, told } = await administrator.post("/people", { grants: [], ...body })
    expect(told).toMatchObject({ id: expect.any(String) })
    expect(status).toBe(200)
    return { id: PersonId.make(told.id), token: told.link === null ? "" : new URL(told.link.link).hash.slice(1) }
  }
  /** Somebody who used their link and set a password. */
  const settled = async (name: string, grants: ReadonlyArray<unknown> = []) => {
    const email = `${name}@example.vn`
    const { id, token } = await invite({ name, email, grants })
    const person = visitor(started.app)
    await person.post("/session/link", { token })
    expect((await person.post("/session/password", { password: PASSWORD })).status).toBe(200)
    return { email, id, person }
  }

  it("tells everybody by which ways one signs in, and who has not may do nothing else here", async () => {
    const { told } = await visitor(started.app).get("/session")
    expect(told).toMatchObject({
      person: null,
      actions: ["public.read"],
      sees: 0,
      ways: { accounts: true, providers: [], demonstration: [] }
    })
    const refused = await visitor(started.app).get("/people")
    expect([refused.status, refused.told.type]).toEqual([401, "urn:ntm:problem:sign-in-needed"])
    expect(refused.told.detail).toContain("Đăng nhập")
    expect(refused.headers.get("www-authenticate")).toContain("Bearer")
  })

  it("has no default password: a link that counts once, from each start until somebody has a way of their own", async () => {
    const starting = { accounts: started.accounts, today, demonstration: false }
    const again = await started.run(firstStart(starting))
    const token = new URL(again?.link ?? "").hash.slice(1)
    const first = visitor(started.app)
    await first.post("/session/link", { token })
    expect(await first.get("/session")).toMatchObject({
      told: { person: { name: "Quản trị hệ thống", password: false }, sees: "all" }
    })
    const second = visitor(started.app)
    const refused = await second.post("/session/link", { token })
    expect([refused.status, refused.told.errors[0].kind]).toEqual([403, "INVALID_TOKEN"])
    expect((await second.get("/session")).told.person).toBeNull()
    expect((await administrator.post("/session/password", { password: "ngắn" })).told.errors[0].kind).toBe(
      "PASSWORD_TOO_SHORT"
    )
    expect((await administrator.post("/session/password", { password: PASSWORD })).status).toBe(200)
    expect(await started.run(firstStart(starting))).toBeNull()
  })

  it("invites, gives and ends, and what somebody may do follows at once", async () => {
    const { email, id, person } = await settled("binh")
    expect((await person.get("/session")).told).toMatchObject({ actions: ["public.read", "session.own"], grants: [] })
    const given = await administrator.post(`/people/${id}/grants`, { role: "localOfficer", units: ["11824"] })
    expect(given.status).toBe(200)
    const now = (await person.get("/session")).told
    expect(now.grants).toMatchObject([
      { role: "localOfficer", units: [{ code: "11824", name: expect.stringContaining("Vĩnh Bảo") }] }
    ])
    expect(now.actions).toContain("values.record")
    expect(now.actions).not.toContain("people.manage")
    expect((await person.get("/people")).told).toMatchObject({
      status: 403,
      type: "urn:ntm:problem:access-refused",
      errors: [{ kind: "role", messageEn: expect.stringContaining("Rule people.manage") }]
    })
    await administrator.post(`/people/${id}/grants/${given.told.id}/end`, { reason: "đổi việc" })
    expect((await person.get("/session")).told.grants).toEqual([])
    const history = (await administrator.get(`/people/${id}/history`)).told.items
    expect(history.map(({ what }: { readonly what: { readonly _tag: string } }) => what._tag)).toEqual([
      "invited",
      "given",
      "ended"
    ])
    expect(history[2].recordedBy.name).toBe("Quản trị hệ thống")
    const listed = (await administrator.get("/people")).told.items.find(
      (one: { readonly email: string }) => one.email === email
    )
    expect(listed).toMatchObject({ active: true, grants: [{ role: "localOfficer" }] })
  })

  it("refuses with field and reason what cannot be, and records nothing of it", async () => {
    const before = (await administrator.get("/people")).told.items.length
    const unknown = await administrator.problem("/people", {
      name: "X",
      email: "x@example.vn",
      grants: [
        { role: "leader", units: ["99999"] },
        { role: "leader", units: ["31", "00000"] }
      ]
    })
    expect(unknown.errors?.map(({ path }) => path)).toEqual(["rows[0].units[0]", "rows[1].units[1]"])
    const form = await administrator.problem("/people", {
      name: "",
      email: "X@Y",
      kind: "robot",
      grants: [{ role: "king", units: [] }]
    })
    expect(form.errors?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["name", "email", "kind", "grants[0].role"])
    )
    const again = await administrator.problem("/people", { name: "B", email: "binh@example.vn", grants: [] })
    expect(again.errors?.map(({ kind }) => kind)).toEqual(["alreadyKnown"])
    expect((await administrator.get("/people")).told.items).toHaveLength(before)
  })

  it("signs in with a password, not with a wrong one, and out again", async () => {
    const { email } = await settled("chi")
    const there = visitor(started.app)
    const wrong = await there.post("/session/sign-in", { email, password: "không phải mật khẩu" })
    expect([wrong.status, wrong.told.errors[0].kind]).toEqual([403, "INVALID_EMAIL_OR_PASSWORD"])
    expect((await there.post("/session/sign-in", { email: " CHI@example.vn", password: PASSWORD })).told).toEqual({
      state: "signedIn"
    })
    expect((await there.get("/session")).told.person.name).toBe("chi")
    await there.post("/session/sign-out")
    expect((await there.get("/session")).told.person).toBeNull()
    expect((await there.post("/session/sign-up", { email: "y@example.vn", password: PASSWORD })).status).toBe(404)
  })

  it("wants the second factor of who has one, and takes a code kept for emergencies once", async () => {
    const { email, person } = await settled("dung")
    const begun = await person.post("/session/second-factor/start", { password: PASSWORD })
    expect(begun.told.codes.length).toBeGreaterThan(5)
    expect((await person.post("/session/second-factor", { code: started.code(begun.told.uri) })).status).toBe(200)
    expect((await person.get("/session")).told.person.twoFactor).toBe(true)
    const there = visitor(started.app)
    expect((await there.post("/session/sign-in", { email, password: PASSWORD })).told).toEqual({
      state: "secondFactor"
    })
    expect((await there.get("/session")).told.person).toBeNull()
    expect((await there.post("/session/second-factor", { code: "000000" })).status).toBe(403)
    // What switched it on counts no more, nor does a code that is no longer shown.
    const tried = async (code: string) => (await there.post("/session/second-factor", { code })).told
    expect((await tried(started.code(begun.told.uri))).errors[0].kind).toBe("CODE_USED")
    const before = started.code(begun.told.uri)
    started.code(begun.told.uri, 1)
    expect((await tried(before)).errors[0].kind).toBe("CODE_LATE")
    expect((await tried(started.code(begun.told.uri, 1))).state).toBe("signedIn")
    expect((await there.get("/session")).told.person.name).toBe("dung")
    const elsewhere = async () => {
      const one = visitor(started.app)
      await one.post("/session/sign-in", { email, password: PASSWORD })
      return (await one.post("/session/second-factor", { code: begun.told.codes[0] })).status
    }
    expect([await elsewhere(), await elsewhere()]).toEqual([200, 403])
  })

  it("takes no key and no session for a bad one because the database is away, nor remembers that it did", async () => {
    const { person } = await settled("vang")
    const { id } = await invite({
      name: "Kho",
      email: "kho@example.vn",
      kind: "system",
      grants: [{ role: "partner", units: ["31"] }]
    })
    const made = await administrator.post("/keys", { person: id, name: "kho", days: 30, perMinute: 100 })
    const partner = visitor(started.app, { "x-api-key": made.told.key })
    const statuses = async () => [(await partner.get("/session")).status, (await person.get("/session")).status]
    const away = (from: string, to: string) =>
      started.run(
        Effect.flatMap(Database, ({ handle }) =>
          Effect.promise(() => handle.execute(`alter table ${from} rename to ${to}`))
        )
      )
    started.wait(11_000)
    await away("account_key", "account_key_away")
    await away("account_session", "account_session_away")
    try {
      expect(await statuses()).toEqual([503, 503])
      expect(logged.join("\n")).toContain('relation "account_key" does not exist')
      // Neither what was shown nor the statement that it was looked up by.
      expect(logged.join("\n")).not.toMatch(/select|params/i)
    } finally {
      await away("account_key_away", "account_key")
      await away("account_session_away", "account_session")
    }
    expect(await statuses()).toEqual([200, 200])
    await administrator.post(`/keys/${made.told.line.id}/revoke`)
  })

  it("gives a partner's system a key that is counted, that expires and that can be taken back", async () => {
    const { id } = await invite({
      name: "Sở Tài chính",
      email: "tabmis@example.vn",
      kind: "system",
      grants: [{ role: "partner", units: ["31"] }]
    })
    const made = await administrator.post("/keys", { person: id, name: "TABMIS", days: 30, perMinute: 4 })
    expect(made.told).toMatchObject({
      key: expect.stringMatching(/^ntm_/),
      line: { person: id, perMinute: 4, expiresAt: expect.any(String) }
    })
    const partner = visitor(started.app, { "x-api-key": made.told.key })
    const first = await partner.get("/session")
    expect(first.told).toMatchObject({ person: { name: "Sở Tài chính" }, grants: [{ role: "partner" }] })
    expect(first.told.actions).not.toContain("values.record")
    expect([first.headers.get("ratelimit-policy"), first.headers.get("ratelimit")]).toEqual([
      `"key";q=4;w=60`,
      expect.stringMatching(/^"key";r=3;t=\d+$/)
    ])
    expect(
      (await visitor(started.app, { authorization: `Bearer ${made.told.key}` }).get("/session")).told.person.name
    ).toBe("Sở Tài chính")
    await partner.get("/session")
    await partner.get("/session")
    const tooMany = await partner.get("/session")
    expect([tooMany.status, Number(tooMany.headers.get("retry-after")) > 0]).toEqual([429, true])
    expect((await administrator.get("/keys")).told.items).toMatchObject([
      { name: "TABMIS", start: expect.stringMatching(/^ntm_/) }
    ])
    expect((await administrator.post(`/keys/${made.told.line.id}/revoke`)).status).toBe(200)
    const refused = await partner.get("/session")
    expect([refused.status, refused.told.type]).toEqual([401, "urn:ntm:problem:credential-refused"])
    expect((await administrator.post("/keys", { person: id, name: "x", days: 400 })).status).toBe(422)
    const named = await administrator.post("/keys", { person: "TABMIS@example.vn", name: "y", days: 30 })
    expect([named.status, named.told.line?.person]).toEqual([200, id])
  })

  it("closes an account at once: sessions, keys and what was remembered of them", async () => {
    const { email, id, person } = await settled("giang", [{ role: "leader", units: "all" }])
    expect((await person.get("/session")).told.sees).toBe("all")
    expect((await administrator.post(`/people/${id}/close`, { reason: "nghỉ hưu" })).status).toBe(200)
    expect((await person.get("/session")).told).toMatchObject({ person: null, actions: ["public.read"] })
    const there = visitor(started.app)
    await there.post("/session/sign-in", { email, password: PASSWORD })
    expect((await there.get("/session")).told.actions).toEqual(["public.read"])
    await administrator.post(`/people/${id}/open`)
    expect((await there.get("/session")).told.sees).toBe("all")
  })

  it("never loses its last administrator", async () => {
    const { items } = (await administrator.get("/people")).told
    const { id } = items.find(({ name }: { readonly name: string }) => name === "Quản trị hệ thống")
    expect((await administrator.problem(`/people/${id}/close`)).errors?.map(({ kind }) => kind)).toEqual([
      "lastAdministrator"
    ])
    expect((await administrator.get("/session")).told.actions).toContain("people.manage")
  })

  it("lets a terminal in once somebody confirms its code, and not before or without", async () => {
    const { person } = await settled("hai", [{ role: "leader", units: "all" }])
    const terminal = visitor(started.app)
    const ask = async (deviceCode: string) => (await terminal.post("/session/devices/token", { deviceCode })).told
    const { told: device } = await terminal.post("/session/devices")
    const { deviceCode, page, userCode } = device
    expect(page).toBe(`${ORIGIN}/thiet-bi?user_code=${userCode}`)
    expect((await terminal.post("/session/devices/answer", { userCode, allow: true })).status).toBe(401)
    expect((await person.post("/session/devices/answer", { userCode, allow: true })).status).toBe(200)
    const { state, token } = await ask(deviceCode)
    expect(state).toBe("signedIn")
    const signedIn = visitor(started.app, { authorization: `Bearer ${token}` })
    expect((await signedIn.get("/session")).told.person.name).toBe("hai")
    await signedIn.post("/session/sign-out")
    expect((await signedIn.get("/session")).status).toBe(401)
    expect((await ask(deviceCode)).errors[0].kind).toBe("invalid_grant")

    const patient = (await terminal.post("/session/devices")).told
    expect(await ask(patient.deviceCode)).toEqual({ state: "waiting", token: null })
    expect(await ask(patient.deviceCode)).toEqual({ state: "slower", token: null })
    const other = (await terminal.post("/session/devices")).told
    await person.post("/session/devices/answer", { userCode: other.userCode, allow: false })
    expect((await ask(other.deviceCode)).errors[0].kind).toBe("access_denied")
  })

  it("turns away another site's page, and keys that are none", async () => {
    const response = await visitor(started.app).send("/api/v1/session/sign-in", {
      method: "POST",
      headers: { origin: "https://evil.example", cookie: "ntm.session_token=x" },
      body: { email: "chi@example.vn", password: PASSWORD }
    })
    expect(response.status).toBe(403)
    for (const credential of [
      { "x-api-key": "ntm_x" },
      { authorization: "Bearer x" },
      { authorization: "Bearer ntm_x" }
    ])
      expect((await visitor(started.app, credential).get("/session")).status).toBe(401)
    expect((await visitor(started.app).send("/api/auth/get-session")).status).toBe(404)
    expect((await visitor(started.app).send("/api/auth/sign-up/email", { method: "POST", body: {} })).status).toBe(404)
  })

  it("makes nobody up where this is no demonstration", async () => {
    expect((await administrator.post("/session/demonstration", { role: "leader" })).status).toBe(404)
    const { items } = (await administrator.get("/people")).told
    expect(items.filter(({ demonstration }: { readonly demonstration: boolean }) => demonstration)).toEqual([])
  })

  it("are listed page by page: each once, none left out, whoever was invited last among them", async () => {
    for (const name of ["trang một", "trang hai"])
      await invite({ name, email: `${name.replace(" ", "-")}@example.vn`.normalize("NFD").replaceAll(/[^\w.@-]/g, "") })
    const all = (await administrator.get("/people")).told
    const seen: Array<string> = []
    let path: string | null = "/people?limit=1"
    while (path !== null) {
      const { told } = await administrator.get(path)
      expect([told.items.length, told.total]).toEqual([1, all.total])
      seen.push(told.items[0].id)
      path = told.next === null ? null : `/people?limit=1&cursor=${told.next}`
    }
    expect(seen).toEqual(all.items.map(({ id }: { id: string }) => id))
  })

  it("knows what it knew: people as of a moment before", async () => {
    const { told } = await administrator.get(`/people?known_at=${Day.make("2020-01-01")}T00:00:00Z`)
    expect(told.items).toEqual([])
  })
})
