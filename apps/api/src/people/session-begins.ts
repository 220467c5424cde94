import { providerSays, type Provider } from "./provider-claims.ts"

/** What is noted of a session as it begins. */
export interface Begins {
  readonly confirmedAt: Date | null
  readonly providerUntil?: Date
  readonly secondFactor?: boolean
}

/** By whom and by which of the library's paths a session is begun. */
export interface Beginning {
  readonly path: string | undefined
  /** Of the path, for the way back of a provider. */
  readonly id: string | undefined
  readonly now: Date
  readonly providers: ReadonlyArray<Provider>
  /** The newest ID token of somebody at a provider; whoever comes from there has just had it kept. */
  readonly idToken: (provider: Provider) => Promise<string | null>
}

/**
 * What a session that begins is worth: when its holder showed every factor of theirs, and until when a provider's word for them counts.
 *
 * **Details** A terminal has shown nothing: somebody let it in. Whoever comes from a provider showed it when the provider says so (`auth_time`); one that
 * does not say has shown nothing either. A code of the authenticator is a second factor wherever the session came from.
 */
export const sessionBegins = async ({ id, idToken, now, path, providers }: Beginning): Promise<Begins> => {
  const provider = path === "/callback/:id" ? providers.find((one) => one.id === id) : undefined
  if (provider !== undefined) {
    const token = await idToken(provider)
    const { at, secondFactor } = token === null ? { at: null, secondFactor: false } : providerSays(token, provider)
    const since = at ?? now
    return { confirmedAt: at, providerUntil: new Date(since.getTime() + provider.hours * 3_600_000), secondFactor }
  }
  if (path === "/device/token") return { confirmedAt: null }
  return { confirmedAt: now, ...(path?.startsWith("/two-factor/verify") === true ? { secondFactor: true } : {}) }
}
