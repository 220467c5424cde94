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
  /** How many hours after somebody showed themselves there they have to do so again. */
  readonly hours: number
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

/** When somebody showed themselves at the provider (`auth_time`, seconds since 1970); null where it does not say. */
const shownAt = ({ auth_time: seconds }: Told): Date | null =>
  typeof seconds === "number" && Number.isFinite(seconds) ? new Date(seconds * 1000) : null

/** What a provider says of a sign-in by its ID token: when, and whether by a second factor. */
export const providerSays = (idToken: string, provider: Pick<Provider, "strength">) => ({
  at: shownAt(decodeJwt(idToken)),
  secondFactor: hasSecondFactor(idToken, provider)
})

/** Clocks of two machines may be apart by so much. */
const CLOCKS_APART_MS = 60_000

/** Whether it was not too long ago; what a provider does not say is taken as of now, and counts for nothing that wants more. */
const isRecent = (claims: Told, { hours }: Pick<Provider, "hours">): boolean => {
  const at = shownAt(claims)
  return at === null || Date.now() - at.getTime() <= hours * 3_600_000 + CLOCKS_APART_MS
}

/** What a provider says of somebody in answer to their access token. */
const userInfo = async (provider: Provider, accessToken: string): Promise<Told> => {
  const { userinfo_endpoint: address } = await toldIn(await fetch(discoveryOf(provider), { redirect: "error" }))
  if (typeof address !== "string") return {}
  return toldIn(await fetch(address, { redirect: "error", headers: { authorization: `Bearer ${accessToken}` } }))
}

/**
 * Who somebody is by their ID token, which the library has verified; null where it is not of the issuer that the configuration names, or they
 * did not sign in there as strongly and as lately as is asked for.
 */
export const personAt =
  (provider: Provider) =>
  async (tokens: { readonly idToken?: string | undefined; readonly accessToken?: string | undefined }) => {
    if (tokens.idToken === undefined) return null
    const claims = decodeJwt(tokens.idToken)
    if (claims.sub === undefined || !same(claims.iss ?? "", provider.issuer)) return null
    if (!isStrong(claims, provider.strength) || !isRecent(claims, provider)) return null
    // Some tell the address in answer to a question of its own only.
    const asked = claims["email"] === undefined && tokens.accessToken !== undefined
    const told: Told = asked ? await userInfo(provider, tokens.accessToken ?? "") : claims
    if (told["sub"] !== claims.sub || typeof told["email"] !== "string") return null
    const [name, email] = [told["name"], told["email"]]
    const emailVerified = told["email_verified"] === true || told["email_verified"] === "true"
    return { id: claims.sub, sub: claims.sub, email, emailVerified, name: typeof name === "string" ? name : email }
  }
