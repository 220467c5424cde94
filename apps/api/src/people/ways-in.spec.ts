import { PersonId } from "@ntm/domain/people"
import { Database } from "@ntm/store"
import { symmetricEncrypt } from "better-auth/crypto"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { todayInVietnam } from "../http/today.ts"
import { peopleApp, SECRET, visitor } from "../testing/people-app.ts"
import { firstStart } from "./first-start.ts"

const PASSWORD = "một câu dài hơn mười chữ"

describe("how people get in, and how that is changed", () => {
  let started: Awaited<ReturnType<typeof peopleApp>>
  let administrator: ReturnType<typeof visitor>
  let addresses = 0
  /** From an address of their own, so that attempts are counted apart. */
  const somebody = (shown: Readonly<Record<string, string>> = {}) => {
    addresses += 1
    return visitor(started.app, { "x-forwarded-for": `10.0.0.${addresses}`, ...shown })
  }
  beforeAll(async () => {
    started = await peopleApp({ server: null, app: { proxies: 1 } })
    const today = todayInVietnam(new Date())
    const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: false }))
    administrator = somebody()
    await administrator.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
  })
  afterAll(() => started.end())

  const statement = (text: string) =>
    started.run(Effect.flatMap(Database, ({ handle }) => Effect.promise(async () => [...(await handle.execute(text))])))
  const linkIn = (told: { readonly link: string }) => new URL(told.link).hash.slice(1)
  /** Somebody who used their link and set a password. */
  const settled = async (name: string) => {
    const email = `${name}@example.vn`
    const { told } = await administrator.post("/people", { name, email, grants: [{ role: "leader", units: "all" }] })
    const person = somebody()
    await person.post("/session/link", { token: linkIn(told.link) })
    expect((await person.post("/session/password", { password: PASSWORD })).status).toBe(200)
    return { email, id: String(told.id), person }
  }
  const withFactor = async (person: ReturnType<typeof visitor>) => {
    const { told } = await person.post("/session/second-factor/start", { password: PASSWORD })
    expect((await person.post("/session/second-factor", { code: started.code(told.uri) })).status).toBe(200)
    return told as { readonly uri: string; readonly codes: ReadonlyArray<string> }
  }
  const signedIn = async (email: string) => {
    const person = somebody()
    await person.post("/session/sign-in", { email, password: PASSWORD })
    return person
  }
  /** As after a cup of coffee: it is too long ago that they showed who they are. */
  const later = async (id: string) => {
    await statement(
      `update account_session set confirmed_at = now() - interval '15 minutes 1 second' where user_id = '${id}'`
    )
    started.wait(11_000)
  }
  const kind = ({ told }: { readonly told: { readonly errors?: ReadonlyArray<{ readonly kind: string }> } }) =>
    told.errors?.[0]?.kind
  const named = async (id: string) =>
    (await administrator.get(`/people/${id}/account`)).told.items.map(
      ({ what }: { readonly what: { readonly _tag: string } }) => what._tag
    )

  it("who signed in a while ago confirms by password before passwords, factors or sessions change", async () => {
    const { email, id, person } = await settled("an")
    await signedIn(email)
    await later(id)
    const { items } = (await person.get("/sessions")).told
    const changes = [
      ["/session/password", { password: "ruộng bậc thang mùa nước", current: PASSWORD }],
      ["/session/second-factor/start", { password: PASSWORD }],
      ["/session/second-factor/end", { password: PASSWORD }],
      ["/sessions/end-others", {}],
      [`/sessions/${items[0].id}/end`, {}]
    ] as const
    for (const [path, body] of changes)
      expect([path, (await person.problem(path, body)).type]).toEqual([path, "urn:ntm:problem:confirm-needed"])
    expect(kind(await person.post("/session/confirm"))).toBe("CONFIRM_PASSWORD")
    expect(kind(await person.post("/session/confirm", { password: "không phải mật khẩu" }))).toBe("INVALID_PASSWORD")
    expect((await person.post("/sessions/end-others")).status).toBe(403)
    expect((await person.post("/session/confirm", { password: PASSWORD })).status).toBe(200)
    expect((await person.post("/sessions/end-others")).status).toBe(200)
    expect(await named(id)).toEqual(["passwordSet", "signInRefused", "sessionsEnded"])
  })

  it("who has a second factor confirms by it too; a terminal that was let in has shown neither", async () => {
    const { id, person } = await settled("binh")
    const { uri } = await withFactor(person)
    await later(id)
    expect(kind(await person.post("/session/confirm", { password: PASSWORD }))).toBe("CONFIRM_CODE")
    const used = await person.post("/session/confirm", { password: PASSWORD, code: started.code(uri) })
    expect(kind(used)).toBe("CODE_USED")
    const code = started.code(uri, 1)
    expect((await person.post("/session/confirm", { password: PASSWORD, code })).status).toBe(200)
    expect((await person.post("/sessions/end-others")).status).toBe(200)
    const device = (await somebody().post("/session/devices")).told
    await person.post("/session/devices/answer", { userCode: device.userCode, allow: true })
    const { token } = (await somebody().post("/session/devices/token", { deviceCode: device.deviceCode })).told
    const terminal = somebody({ authorization: `Bearer ${token}` })
    expect((await terminal.get("/session")).told.person.name).toBe("binh")
    expect((await terminal.problem("/sessions/end-others")).type).toBe("urn:ntm:problem:confirm-needed")
  })

  it("switching a second factor on ends all other sessions; its codes for emergencies are kept as hashes", async () => {
    const { email, id, person } = await settled("cuc")
    const elsewhere = await signedIn(email)
    const { codes } = await withFactor(person)
    expect((await elsewhere.get("/session")).told.person).toBeNull()
    expect((await person.get("/session")).told.person.twoFactor).toBe(true)
    expect(codes).toHaveLength(10)
    for (const code of codes) expect(code).toMatch(/^([a-z0-9]{4}-){5}[a-z0-9]{4}$/)
    const kept = async () =>
      JSON.stringify(await statement(`select backup_codes from account_two_factor where user_id = '${id}'`))
    expect(await kept()).toContain("sha256:")
    for (const code of codes) expect(await kept()).not.toContain(code.slice(0, 9))
    const comes = async (code: string) => {
      const one = await signedIn(email)
      return kind(await one.post("/session/second-factor", { code })) ?? "in"
    }
    const hash = /sha256:[\w-]+/.exec(await kept())?.[0] ?? ""
    expect(await comes(hash)).toBe("INVALID_BACKUP_CODE")
    expect([await comes(codes[0]?.replaceAll("-", " ") ?? ""), await comes(codes[0] ?? "")]).toEqual([
      "in",
      "INVALID_BACKUP_CODE"
    ])
  })

  it("codes for emergencies that were sealed before still count, once", async () => {
    const { email, id, person } = await settled("dao")
    await withFactor(person)
    const sealed = await symmetricEncrypt({ key: SECRET, data: JSON.stringify(["aB3dE-fG4hI", "jK5lM-nO6pQ"]) })
    await statement(`update account_two_factor set backup_codes = '${sealed}' where user_id = '${id}'`)
    for (const expected of [undefined, "INVALID_BACKUP_CODE"]) {
      const one = await signedIn(email)
      expect(kind(await one.post("/session/second-factor", { code: "aB3dE-fG4hI" }))).toBe(expected)
    }
  })

  it("of two who come with one code one gets in", async () => {
    const { id, person } = await settled("giang")
    const { uri } = await withFactor(person)
    const code = started.code(uri, 1)
    const used = await Promise.all([0, 1, 2].map(() => started.accounts.useCode(PersonId.make(id), code)))
    expect(used.toSorted()).toEqual(["right", "used", "used"])
  })

  it("an administrator ends the sessions of one, and of all but their own; nobody else may", async () => {
    const [first, second] = [await settled("hoa"), await settled("khanh")]
    expect((await second.person.post(`/people/${first.id}/sessions/end`)).status).toBe(403)
    expect((await administrator.post(`/people/${first.id}/sessions/end`)).status).toBe(200)
    expect((await first.person.get("/session")).told.person).toBeNull()
    expect((await second.person.get("/session")).told.person.name).toBe("khanh")
    expect((await signedIn(first.email)).cookies.size).toBeGreaterThan(0)
    expect((await administrator.post("/people/none/sessions/end")).status).toBe(404)
    expect((await second.person.post("/people/sessions/end")).status).toBe(403)
    const { told } = await administrator.post("/people/sessions/end")
    expect(told.people).toBeGreaterThanOrEqual(2)
    expect((await second.person.get("/session")).told.person).toBeNull()
    expect((await administrator.get("/session")).told.person.name).toBe("Quản trị hệ thống")
    expect(await named(first.id)).toEqual(["passwordSet", "sessionsEnded", "sessionsEnded"])
  })

  it("a second factor that was lost is taken away by who says how they knew whose it is; that is kept", async () => {
    const { email, id, person } = await settled("lan")
    await withFactor(person)
    const path = `/people/${id}/second-factor/end`
    expect((await administrator.post(path)).status).toBe(422)
    const known = "gặp trực tiếp, đối chiếu thẻ công chức"
    expect((await administrator.post(path, { known })).status).toBe(200)
    expect((await person.get("/session")).told.person).toBeNull()
    const again = await signedIn(email)
    expect((await again.get("/session")).told.person.twoFactor).toBe(false)
    expect((await administrator.post(path, { known })).status).toBe(404)
    const { items } = (await administrator.get(`/people/${id}/account`)).told
    expect(items).toMatchObject([
      { what: { _tag: "passwordSet" } },
      { what: { _tag: "secondFactorOn" } },
      { what: { _tag: "secondFactorReset", known }, recordedBy: { name: "Quản trị hệ thống" } },
      { what: { _tag: "sessionsEnded", which: "all" } }
    ])
  })
})
