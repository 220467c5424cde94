import type { Problem } from "@ntm/contract"
import { type People, Scopes } from "@ntm/domain/people"
import { Reorganisations } from "@ntm/domain/units"
import { accountsAdapter, type Database, databaseLayer, QueryFailed, scopesLayer, storeLayer } from "@ntm/store"
import { freshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { type AppOptions, makeApp } from "../app.ts"
import { type Accounts, makeAccounts } from "../people/accounts.ts"
import type { Provider } from "../people/provider-claims.ts"
import type { Ports } from "../http/respond.ts"
import type { PeopleOptions } from "../people/routes.ts"
import { codeOf, STEP_MS } from "./authenticator.ts"
import { registerInMemory, reorganisationsInMemory } from "./register.ts"

export const ORIGIN = "http://127.0.0.1:4100"

/** Signs and seals for the specs. */
export const SECRET = "a secret of the specs that is long enough"

/** The API with people who can sign in, on a database of its own; the register is the one in memory. */
export const peopleApp = async (options: {
  readonly server: string | null
  readonly providers?: ReadonlyArray<Provider>
  /** Under which people reach it. */
  readonly address?: string
  readonly people?: (accounts: Accounts) => Promise<Partial<PeopleOptions>>
  readonly app?: Partial<AppOptions>
}) => {
  const database = await freshDatabase({ server: options.server })
  const register = Layer.sync(Reorganisations, () => Reorganisations.of(reorganisationsInMemory(registerInMemory())))
  const store = Layer.merge(storeLayer, Layer.orDie(scopesLayer({ url: database.url }))).pipe(
    Layer.provideMerge(databaseLayer({ url: database.url }))
  )
  const runtime = ManagedRuntime.make(Layer.provideMerge(register, store))
  /** The clock of authenticators stands where the last code was read off, so that none is late when it arrives. */
  let shownAt: number | null = null
  const accounts = makeAccounts({
    now: () => shownAt ?? Date.now(),
    database: await runtime.runPromise(accountsAdapter),
    secret: SECRET,
    address: options.address ?? ORIGIN,
    providers: options.providers ?? []
  })
  const people = {
    accounts,
    owner: null,
    demonstration: false,
    scopes: await runtime.runPromise(Scopes),
    ...(await options.people?.(accounts))
  }
  let clock = Date.now()
  const app = makeApp(runtime, {
    health: () => Effect.die("not asked"),
    web: null,
    host: "127.0.0.1",
    now: () => new Date(clock),
    log: () => undefined,
    isOutage: (defect) => defect instanceof QueryFailed,
    people,
    ...options.app
  })
  return {
    app,
    accounts,
    run: <A, E>(effect: Effect.Effect<A, E, Ports | People | Database>) => runtime.runPromise(effect),
    /** What an authenticator shows: now, or so many intervals on (the library takes no more than one). */
    code: (uri: string, ahead = 0): string => {
      shownAt = Date.now() + ahead * STEP_MS
      return codeOf(uri, shownAt)
    },
    /** Lets what is remembered of credentials grow old. */
    wait: (ms: number) => {
      clock += ms
    },
    end: async () => {
      await runtime.dispose()
      await database.drop()
    }
  }
}

/** A browser, or a program: keeps the cookies that it is given, and sends a key or a token where it has one. */
export const visitor = (app: ReturnType<typeof makeApp>, credential: Readonly<Record<string, string>> = {}) => {
  const cookies = new Map<string, string>()
  const send = async (
    path: string,
    init: { readonly method?: string; readonly body?: unknown; readonly headers?: Record<string, string> } = {}
  ) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const response = await app.request(`${ORIGIN}${path}`, {
      method: init.method ?? "GET",
      headers: {
        origin: ORIGIN,
        ...(cookie === "" ? {} : { cookie }),
        ...credential,
        ...(init.body === undefined ? {} : { "content-type": "application/json" }),
        ...init.headers
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) })
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...rest] = line.split("; ")
      const at = pair.indexOf("=")
      const ended = rest.some((part) => part.toLowerCase() === "max-age=0")
      if (ended) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
  const told = async (response: Response) => {
    const text = await response.text()
    return { status: response.status, headers: response.headers, told: text === "" ? null : JSON.parse(text) }
  }
  return {
    cookies,
    send,
    get: async (path: string) => told(await send(`/api/v1${path}`)),
    post: async (path: string, body: unknown = {}) => told(await send(`/api/v1${path}`, { method: "POST", body })),
    problem: async (path: string, body: unknown = {}): Promise<Problem> =>
      (await told(await send(`/api/v1${path}`, { method: "POST", body }))).told
  }
}
