import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import OpenIdProvider from "oidc-provider"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ORIGIN, peopleApp, visitor } from "../testing/people-app.ts"
import { firstStart } from "./first-start.ts"
import { todayInVietnam } from "../http/today.ts"

const CALLBACK = `${ORIGIN}/api/auth/callback/sso`

/** A real provider on a port of its own: whoever signs in there is whom the login names; with a second factor where it is told so. */
const openProvider = async () => {
  let amr: ReadonlyArray<string> = ["pwd"]
  const server: Server = createServer()
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new OpenIdProvider(issuer, {
    clients: [
      {
        client_id: "ntm",
        client_secret: "a secret that both know",
        redirect_uris: [CALLBACK],
        token_endpoint_auth_method: "client_secret_post"
      }
    ],
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ["keys of the spec"] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: `${sub}@example.vn`, email_verified: true, name: sub })
    }),
    features: { devInteractions: { enabled: true } }
  })
  const finished = provider.interactionFinished.bind(provider)
  provider.interactionFinished = (request, response, { login, ...result }, options) =>
    finished(
      request,
      response,
      { ...result, ...(login === undefined ? {} : { login: { ...login, amr: [...amr] } }) },
      options
    )
  server.on("request", provider.callback())
  return {
    issuer,
    asks: (ways: ReadonlyArray<string>) => {
      amr = ways
    },
    close: () => server.close()
  }
}

/** What a browser does at the provider: signs in as `login`, agrees, and comes back; the address that it is sent back to. */
const atProvider = async (address: string, login: string): Promise<string> => {
  const jar = new Map<string, string>()
  let url = address
  let body: URLSearchParams | undefined
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(body === undefined ? {} : { method: "POST", body })
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = cookie.split(";")[0]?.split("=") ?? []
      jar.set(name, value)
    }
    const where = response.headers.get("location")
    if (where !== null) {
      url = new URL(where, url).href
      body = undefined
      if (url.startsWith(CALLBACK)) return url
      continue
    }
    const page = await response.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ""
    url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? "", url).href
    body = new URLSearchParams(prompt === "login" ? { prompt, login, password: "any" } : { prompt })
  }
  throw new Error("the provider sent nobody back")
}

describe("single sign-on by OpenID Connect", () => {
  let provider: Awaited<ReturnType<typeof openProvider>>
  let started: Awaited<ReturnType<typeof peopleApp>>
  let administrator: ReturnType<typeof visitor>
  beforeAll(async () => {
    provider = await openProvider()
    started = await peopleApp({
      server: null,
      app: { proxies: 1 },
      providers: [
        {
          id: "sso",
          name: "SSO tỉnh",
          issuer: provider.issuer,
          clientId: "ntm",
          clientSecret: "a secret that both know",
          strength: [],
          hours: 12
        }
      ]
    })
    const today = todayInVietnam(new Date())
    const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: false }))
    administrator = visitor(started.app)
    await administrator.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
  })
  afterAll(async () => {
    await started.end()
    provider.close()
  })

  let addresses = 0
  /** From an address of their own, so that attempts are counted apart. */
  const signIn = async (login: string) => {
    addresses += 1
    const person = visitor(started.app, { "x-forwarded-for": `10.0.0.${addresses}` })
    const { told } = await person.post("/session/provider", { provider: "sso" })
    const back = new URL(await atProvider(told.url, login))
    const landed = await person.send(`${back.pathname}${back.search}`)
    return { person, landed, url: new URL(told.url) }
  }

  it("lets in who was invited under the address that the provider vouches for, with PKCE", async () => {
    await administrator.post("/people", {
      name: "Lan",
      email: "lan@example.vn",
      grants: [{ role: "leader", units: "all" }]
    })
    const { landed, person, url } = await signIn("lan")
    expect(url.searchParams.get("code_challenge_method")).toBe("S256")
    expect(url.searchParams.get("redirect_uri")).toBe(CALLBACK)
    expect(url.searchParams.get("max_age")).toBe("43200")
    expect([landed.status, landed.headers.get("location")]).toEqual([302, `${ORIGIN}/`])
    expect((await person.get("/session")).told).toMatchObject({ person: { name: "Lan", password: false }, sees: "all" })
  })

  it("ends a session with the provider's word for it; asked again, the provider asks who they are", async () => {
    await administrator.post("/people", { name: "Hà", email: "ha@example.vn", grants: [] })
    const { person } = await signIn("ha")
    const [own] = (await person.get("/sessions")).told.items
    const hours = (Date.parse(own.endsAt) - Date.parse(own.beganAt)) / 3_600_000
    expect(hours).toBeGreaterThan(11.9)
    expect(hours).toBeLessThanOrEqual(12)
    // They showed themselves there just now, which counts; without a password they can show it in no other way.
    expect((await person.post("/sessions/end-others")).status).toBe(200)
    const here = await person.post("/session/confirm")
    expect(here.told.errors[0].kind).toBe("CONFIRM_BY_SIGN_IN")
    const again = new URL((await person.post("/session/provider", { provider: "sso", again: true })).told.url)
    expect([again.searchParams.get("prompt"), again.searchParams.get("max_age")]).toEqual(["login", "0"])
  })

  it("keeps out who was not invited, and makes no account of them", async () => {
    const { landed, person } = await signIn("mai")
    expect(landed.headers.get("location")).toContain(`${ORIGIN}/dang-nhap?loi=provider`)
    expect((await person.get("/session")).told.person).toBeNull()
    const { items } = (await administrator.get("/people")).told
    expect(items.map(({ email }: { readonly email: string }) => email)).not.toContain("mai@example.vn")
  })

  it("takes no answer that it did not ask for, and knows no other provider", async () => {
    const forged = await visitor(started.app).send("/api/auth/callback/sso?code=x&state=y")
    expect(forged.headers.getSetCookie().filter((cookie) => cookie.includes("session_token"))).toEqual([])
    expect((await administrator.post("/session/provider", { provider: "other" })).status).toBe(404)
    expect((await visitor(started.app).get("/session")).told.ways.providers).toEqual([{ id: "sso", name: "SSO tỉnh" }])
  })

  it("lets nobody in who did not sign in there as strongly as is asked for", async () => {
    const asked = { id: "sso", name: "SSO tỉnh", issuer: provider.issuer, clientId: "ntm", hours: 12 }
    const strict = await peopleApp({
      server: null,
      providers: [{ ...asked, clientSecret: "a secret that both know", strength: ["mfa"] }]
    })
    const today = todayInVietnam(new Date())
    const link = await strict.run(firstStart({ accounts: strict.accounts, today, demonstration: false }))
    const office = visitor(strict.app)
    await office.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
    await office.post("/people", { name: "Lan", email: "lan@example.vn", grants: [] })
    const person = visitor(strict.app)
    const { told } = await person.post("/session/provider", { provider: "sso" })
    expect(new URL(told.url).searchParams.get("acr_values")).toBe("mfa")
    const back = new URL(await atProvider(told.url, "lan"))
    const landed = await person.send(`${back.pathname}${back.search}`)
    expect(landed.headers.get("location")).toContain(`${ORIGIN}/dang-nhap?loi=provider`)
    expect((await person.get("/session")).told.person).toBeNull()
    await strict.end()
  })

  it("takes the second factor that the provider says it asked for, session by session", async () => {
    const asked = { id: "sso", name: "SSO tỉnh", issuer: provider.issuer, clientId: "ntm", strength: [], hours: 12 }
    const strict = await peopleApp({
      server: null,
      providers: [{ ...asked, clientSecret: "a secret that both know" }],
      people: async () => ({ secondFactor: ["leader"] })
    })
    const today = todayInVietnam(new Date())
    const link = await strict.run(firstStart({ accounts: strict.accounts, today, demonstration: false }))
    const office = visitor(strict.app)
    await office.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
    await office.post("/people", {
      name: "Lan",
      email: "lan@example.vn",
      grants: [{ role: "leader", units: "all" }]
    })
    const comes = async () => {
      const person = visitor(strict.app)
      const { told } = await person.post("/session/provider", { provider: "sso" })
      const back = new URL(await atProvider(told.url, "lan"))
      await person.send(`${back.pathname}${back.search}`)
      return (await person.get("/agencies")).status
    }
    expect(await comes()).toBe(403)
    provider.asks(["pwd", "mfa"])
    expect(await comes()).toBe(200)
    provider.asks(["pwd"])
    expect(await comes()).toBe(403)
    await strict.end()
  })

  it("asks who switched a second factor on here for it, where the provider did not ask for one", async () => {
    const { person } = await signIn("lan")
    const password = "một câu dài hơn mười chữ"
    expect((await person.post("/session/password", { password })).status).toBe(200)
    const { uri } = (await person.post("/session/second-factor/start", { password })).told
    expect((await person.post("/session/second-factor", { code: started.code(uri) })).status).toBe(200)
    expect((await person.get("/session")).told.needs).toBeNull()
    const again = (await signIn("lan")).person
    expect((await again.get("/session")).told.needs).toBe("confirm")
    expect((await again.problem("/session/devices/answer", { userCode: "ABCDEFGH", allow: true })).type).toBe(
      "urn:ntm:problem:second-factor-needed"
    )
    expect((await again.post("/session/confirm", { password, code: started.code(uri, 1) })).status).toBe(200)
    expect((await again.get("/session")).told.needs).toBeNull()
  })

  it("does not keep anybody else out while the provider is away", async () => {
    const away = {
      id: "sso",
      name: "SSO tỉnh",
      issuer: "http://127.0.0.1:1",
      clientId: "ntm",
      clientSecret: "x",
      strength: [],
      hours: 12
    }
    const alone = await peopleApp({ server: null, providers: [away] })
    const today = todayInVietnam(new Date())
    const link = await alone.run(firstStart({ accounts: alone.accounts, today, demonstration: false }))
    const person = visitor(alone.app)
    await person.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
    expect((await person.get("/session")).told.person.name).toBe("Quản trị hệ thống")
    const tried = await person.post("/session/provider", { provider: "sso" })
    expect([tried.status, tried.told.type]).toEqual([403, "urn:ntm:problem:sign-in-refused"])
    await alone.end()
  })
})
