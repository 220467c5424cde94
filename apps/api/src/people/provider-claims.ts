import { decodeJwt } from "jose"

/** Where somebody signs in elsewhere, by OpenID Connect. */
export interface Provider {
  /** Part of the address that the provider sends people back to. */
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** How somebody has to have signed in there: one of these as the class (`acr`) or among the ways (`amr`) of the ID token; empty: in any way. */
  readonly strength: ReadonlyArray<string>
}

/** What a token or an answer of a provider says, read as what it is taken for. */
type Told = Readonly<Record<string, unknown>>

const toldIn = async (answer: Response): Promise<Told> => {
  const body: unknown = answer.ok ? await answer.json() : null
  return typeof body === "object" && body !== null ? { ...body } : {}
}

/** Where a provider says of itself what it is. */
export const discoveryOf = ({ issuer }: Pick<Provider, "issuer">): string =>
  `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`

const same = (a: string, b: string): boolean => a.replace(/\/$/, "") === b.replace(/\/$/, "")

/** Whether somebody signed in at the provider as strongly as is asked for: by its class (`acr`), or by one of the ways that it names (`amr`). */
export const isStrong = (claims: Told, wanted: ReadonlyArray<string>): boolean => {
  const { acr, amr } = claims
  const told = [acr, ...(Array.isArray(amr) ? amr : [])]
  return wanted.length === 0 || told.some((one) => typeof one === "string" && wanted.includes(one))
}

/**
 * Whether a provider says of a sign-in, by the ID token of it, that a second factor was asked for: "mfa" among its ways (RFC 8176), or what the
 * configuration asks of it (`strength`).
 */
export const hasSecondFactor = (idToken: string, { strength }: Pick<Provider, "strength">): boolean =>
  isStrong(decodeJwt(idToken), ["mfa", ...strength])

/** What a provider says of somebody in answer to their access token. */
const userInfo = async (provider: Provider, accessToken: string): Promise<Told> => {
  const { userinfo_endpoint: address } = await toldIn(await fetch(discoveryOf(provider), { redirect: "error" }))
  if (typeof address !== "string") return {}
  return toldIn(await fetch(address, { redirect: "error", headers: { authorization: `Bearer ${accessToken}` } }))
}

/**
 * Who somebody is by their ID token, which the library has verified; null where it is not of the issuer that the configuration names, or they
 * did not sign in there as strongly as is asked for.
 */
export const personAt =
  (provider: Provider) =>
  async (tokens: { readonly idToken?: string | undefined; readonly accessToken?: string | undefined }) => {
    if (tokens.idToken === undefined) return null
    const claims = decodeJwt(tokens.idToken)
    if (claims.sub === undefined || !same(claims.iss ?? "", provider.issuer)) return null
    if (!isStrong(claims, provider.strength)) return null
    // Some tell the address in answer to a question of its own only.
    const asked = claims["email"] === undefined && tokens.accessToken !== undefined
    const told: Told = asked ? await userInfo(provider, tokens.accessToken ?? "") : claims
    if (told["sub"] !== claims.sub || typeof told["email"] !== "string") return null
    const [name, email] = [told["name"], told["email"]]
    const emailVerified = told["email_verified"] === true || told["email_verified"] === "true"
    return { id: claims.sub, sub: claims.sub, email, emailVerified, name: typeof name === "string" ? name : email }
  }
