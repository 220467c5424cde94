import { apiKey } from "@better-auth/api-key"
import {
  ADDRESS_HEADER,
  IDLE_SECONDS,
  KEY_PREFIX,
  LIBRARY_PATH,
  LINK_SECONDS,
  PASSWORD_CHARACTERS,
  TERMINAL
} from "./terms.ts"
import { makeAttempts } from "./attempts.ts"
import { discoveryOf, personAt, type Provider } from "./provider-claims.ts"
import { emergencyCodes } from "./second-factor.ts"
import { keysOf, type Sealing, unnamedOf, versionsOf } from "./sealing.ts"
import { sessionBegins } from "./session-begins.ts"
import { betterAuth, type BetterAuthOptions } from "better-auth"
import { bearer, deviceAuthorization, genericOAuth, magicLink, twoFactor } from "better-auth/plugins"

/** `secret` signs cookies and seals: 32 characters or more. */
export interface LibraryOptions extends Sealing {
  readonly database: NonNullable<BetterAuthOptions["database"]>
  /** Under which people reach this server, without a slash at the end; https makes cookies secure. */
  readonly address: string
  readonly providers: ReadonlyArray<Provider>
  /** Hands over the token of a one-time link that was asked for under a ticket. */
  readonly onLink: (ticket: unknown, token: string) => void
}

const isSecure = (address: string): boolean => address.startsWith("https:")

/** The second factor, asked for after a one-time link too: whoever is handed one has shown no more than that. */
const secondFactor = (sealing: Sealing) => {
  const plugin = twoFactor({ issuer: "ntm", backupCodeOptions: emergencyCodes(keysOf(sealing)) })
  const { twoFactor: kept, ...others } = plugin.schema
  const lastStep = { type: "number", required: false, input: false, returned: false } as const
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) =>
      hook.matcher(context) || context.path === "/magic-link/verify"
  }))
  return {
    ...plugin,
    hooks: { ...plugin.hooks, after },
    schema: { ...others, twoFactor: { ...kept, fields: { ...kept.fields, lastStep } } }
  }
}

/** Sign-in, sessions, second factor, one-time links, keys, terminals and single sign-on, by better-auth. */
export const makeLibrary = ({ address, database, onLink, providers, ...sealing }: LibraryOptions) =>
  betterAuth({
    appName: "ntm",
    database,
    // What is sealed names its secret; `secret` is that of what does not.
    secrets: versionsOf(sealing),
    secret: unnamedOf(sealing),
    baseURL: address,
    basePath: LIBRARY_PATH,
    telemetry: { enabled: false },
    // A page may ask where it comes from: its own host, by whatever scheme the last mile speaks.
    trustedOrigins: (request) => {
      const host = request === undefined ? new URL(address).host : new URL(request.url).host
      return [address, `http://${host}`, `https://${host}`]
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_CHARACTERS,
      maxPasswordLength: 128
    },
    session: {
      expiresIn: IDLE_SECONDS,
      updateAge: 24 * 3600,
      freshAge: 3600,
      additionalFields: {
        secondFactor: { type: "boolean", required: false, input: false, defaultValue: false },
        confirmedAt: { type: "date", required: false, input: false },
        providerUntil: { type: "date", required: false, input: false }
      }
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, endpoint) => {
            const begins = await sessionBegins({
              path: endpoint?.path,
              id: endpoint?.params?.["id"],
              now: new Date(),
              providers,
              idToken: async ({ id }) => {
                const ways = (await endpoint?.context.internalAdapter.findAccounts(session.userId)) ?? []
                return ways.find(({ providerId }) => providerId === id)?.idToken ?? null
              }
            })
            return { data: { ...session, ...begins } }
          }
        }
      }
    },
    account: { accountLinking: { enabled: true, trustedProviders: providers.map(({ id }) => id) } },
    rateLimit: {
      enabled: true,
      customStorage: makeAttempts(),
      window: 60,
      max: 120,
      customRules: {
        "/device/token": { window: 60, max: 90 },
        "/sign-in/email": { window: 60, max: 10 },
        "/verify-password": { window: 60, max: 10 }
      }
    },
    advanced: {
      // Over https for this very host alone, which no neighbour under the same domain can set; the library itself has but the weaker prefix.
      cookiePrefix: isSecure(address) ? "__Host-ntm" : "ntm",
      // Otherwise specs would run without it.
      disableOriginCheck: false,
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, path: "/", secure: isSecure(address) },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] }
    },
    // Wrong passwords and keys are no faults; what is one fails the question, and is logged there.
    logger: { disabled: true },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_SECONDS,
        storeToken: "hashed",
        rateLimit: { window: 60, max: 20 },
        sendMagicLink: ({ metadata, token }) => onLink(metadata?.["ticket"], token)
      }),
      secondFactor(sealing),
      // Keys are verified once and then remembered for seconds, so the library cannot count requests: `limits.ts` does, by what the key says.
      apiKey({
        defaultPrefix: KEY_PREFIX,
        requireName: true,
        enableSessionForAPIKeys: false,
        rateLimit: { enabled: false },
        keyExpiration: { defaultExpiresIn: null, minExpiresIn: 1, maxExpiresIn: 366 }
      }),
      bearer(),
      deviceAuthorization({
        verificationUri: `${address}/thiet-bi`,
        expiresIn: "10m",
        interval: "2s",
        validateClient: (client) => client === TERMINAL
      }),
      genericOAuth({
        config: providers.map((provider) => ({
          providerId: provider.id,
          name: provider.name,
          discoveryUrl: discoveryOf(provider),
          // With headers of ours the library follows no redirect away from the provider's origin; where it asks for tokens and keys it follows none.
          discoveryHeaders: { accept: "application/json" },
          requireIdTokenVerification: true,
          getUserInfo: personAt(provider),
          authorizationUrlParams: {
            max_age: String(provider.hours * 3600),
            ...(provider.strength.length > 0 ? { acr_values: provider.strength.join(" ") } : {})
          },
          clientId: provider.clientId,
          clientSecret: provider.clientSecret,
          scopes: ["openid", "email", "profile"],
          pkce: true,
          // Whoever is not invited stays out, whatever the provider says of them.
          disableSignUp: true
        }))
      })
    ]
  })

export type Library = ReturnType<typeof makeLibrary>
