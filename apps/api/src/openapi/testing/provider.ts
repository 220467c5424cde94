import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

/** Somewhere to sign in elsewhere, on a port of its own: it says where that is, which is all that is asked before anybody goes there. */
export const openProvider = async () => {
  const server = createServer((_, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    response.setHeader("content-type", "application/json")
    response.end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`
      })
    )
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const provider = {
    id: "sso",
    name: "SSO tỉnh",
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientId: "ntm",
    clientSecret: "a secret that both know",
    strength: [],
    hours: 12
  }
  return { provider, close: (): void => void server.close() }
}
