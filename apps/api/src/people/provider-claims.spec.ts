import { createServer } from "node:http"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { describe, expect, it } from "vitest"
import { hasSecondFactor, isStrong, personAt, providerSays } from "./provider-claims.ts"

const provider = {
  id: "sso",
  name: "SSO",
  issuer: "https://sso.gov.vn/",
  clientId: "ntm",
  clientSecret: "x",
  strength: ["urn:gov:loa3", "mfa"],
  hours: 12
}

const tokenOf = (claims: object): string =>
  [{ alg: "none" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".") + "."

const lan = { iss: "https://sso.gov.vn", sub: "42", email: "lan@example.vn", email_verified: true, name: "Lan" }
const at = (claims: object, given: typeof provider = provider) => personAt(given)({ idToken: tokenOf(claims) })

describe("an ID token", () => {
  it("is taken of the issuer that the configuration names, and of no other", async () => {
    expect(await at({ ...lan, amr: ["pwd", "mfa"] })).toMatchObject({ id: "42", email: "lan@example.vn", name: "Lan" })
    expect(await at({ ...lan, amr: ["mfa"], iss: "https://sso.gov.vn.example.com" })).toBeNull()
    expect(await at({ ...lan, amr: ["mfa"], iss: undefined })).toBeNull()
    expect(await personAt(provider)({ accessToken: "x" })).toBeNull()
  })

  it("is taken only where it says that somebody signed in as strongly as is asked for", async () => {
    expect(await at({ ...lan, acr: "urn:gov:loa3" })).not.toBeNull()
    expect(await at({ ...lan, acr: "urn:gov:loa1", amr: ["pwd"] })).toBeNull()
    expect(await at(lan)).toBeNull()
    expect(await at(lan, { ...provider, strength: [] })).not.toBeNull()
    expect(isStrong({ acr: 3, amr: "mfa" }, ["mfa"])).toBe(false)
  })

  it("is taken only where they showed themselves there lately enough; where it does not say when, it is as of now", async () => {
    const ago = (hours: number) => Math.floor(Date.now() / 1000) - hours * 3600
    const strong = { ...lan, amr: ["mfa"] }
    expect(await at({ ...strong, auth_time: ago(11) })).not.toBeNull()
    expect(await at({ ...strong, auth_time: ago(13) })).toBeNull()
    expect(await at({ ...strong, auth_time: ago(13) }, { ...provider, hours: 24 })).not.toBeNull()
    expect(await at(strong)).not.toBeNull()
    expect(providerSays(tokenOf({ ...strong, auth_time: 1_700_000_000 }), provider)).toEqual({
      at: new Date("2023-11-14T22:13:20Z"),
      secondFactor: true
    })
    expect(providerSays(tokenOf({ ...lan, auth_time: "now" }), provider)).toEqual({ at: null, secondFactor: false })
  })

  it("tells of a second factor by the way of that name, or by what the configuration asks of the provider", () => {
    const told = (claims: object, strength: ReadonlyArray<string> = []) =>
      hasSecondFactor(tokenOf({ ...lan, ...claims }), { strength })
    expect(told({ amr: ["pwd", "mfa"] })).toBe(true)
    expect(told({ amr: ["pwd"], acr: "urn:gov:loa3" }, provider.strength)).toBe(true)
    expect(told({ amr: ["pwd"], acr: "urn:gov:loa3" })).toBe(false)
    expect(told({}, provider.strength)).toBe(false)
  })

  it("without an address is completed by the provider's answer about the same person, and no other", async () => {
    let sub = "42"
    const server = createServer((request, response) => {
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const told = request.url?.startsWith("/.well-known")
        ? { userinfo_endpoint: `${origin}/me` }
        : { sub, email: "lan@example.vn", email_verified: "true" }
      response.end(JSON.stringify(told))
    })
    server.listen(0, "127.0.0.1")
    await once(server, "listening")
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const asked = () =>
      personAt({ ...provider, issuer })({
        idToken: tokenOf({ iss: issuer, sub: "42", amr: ["mfa"] }),
        accessToken: "x"
      })
    expect(await asked()).toMatchObject({ id: "42", email: "lan@example.vn", emailVerified: true })
    sub = "43"
    expect(await asked()).toBeNull()
    server.close()
  })
})
