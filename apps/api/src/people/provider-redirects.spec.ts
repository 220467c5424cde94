import { once } from "node:events"
import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { memoryAdapter } from "better-auth/adapters/memory"
import { afterAll, describe, expect, it } from "vitest"
import { makeLibrary } from "./library.ts"

const open = async (answer: RequestListener) => {
  const server = createServer(answer)
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

describe("a provider that sends the program elsewhere", async () => {
  const asked: Array<string> = []
  // Another origin, as whoever got hold of the provider's address might choose: it would answer as a provider does.
  const elsewhere = await open((request, response) => {
    asked.push(request.url ?? "")
    const { address } = elsewhere
    response.writeHead(200, { "content-type": "application/json" }).end(
      JSON.stringify({
        issuer: address,
        authorization_endpoint: `${address}/auth`,
        token_endpoint: `${address}/token`,
        userinfo_endpoint: `${address}/me`,
        jwks_uri: `${address}/keys`,
        id_token_signing_alg_values_supported: ["RS256"]
      })
    )
  })
  const provider = await open((request, response) => {
    response.writeHead(302, { location: `${elsewhere.address}${request.url ?? ""}` }).end()
  })
  afterAll(() => {
    elsewhere.server.close()
    provider.server.close()
  })
  const told = (issuer: string) => ({
    id: "sso",
    name: "SSO",
    issuer,
    clientId: "ntm",
    clientSecret: "a secret that both know",
    strength: [],
    hours: 12
  })
  const library = (issuer: string) =>
    makeLibrary({
      database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
      secret: "a secret of the spec, of 32 letters",
      address: "http://127.0.0.1:4100",
      providers: [told(issuer)],
      onLink: () => undefined
    })
  const begin = async (issuer: string) => {
    const body = { provider: "sso", callbackURL: "/" }
    const answer = await library(issuer).api.signInSocial({ body, asResponse: true })
    return answer.status
  }

  it("is not followed", async () => {
    expect(await begin(provider.address)).toBeGreaterThanOrEqual(400)
    expect(asked).toEqual([])
    // The same answers are taken from where they are asked for.
    expect(await begin(elsewhere.address)).toBe(200)
    expect(asked).toEqual(["/.well-known/openid-configuration"])
  })
})
