import { createHmac, randomUUID } from "node:crypto"
import { PersonId } from "@ntm/domain/people"
import {
  endOf,
  type Key,
  keyLine,
  type KeyRow,
  type Session,
  sessionLine,
  type SessionRow,
  waitingCookie
} from "./account-rows.ts"
import { type Library, type LibraryOptions, makeLibrary } from "./library.ts"
import type { Provider } from "./provider-claims.ts"
import { keysOf } from "./sealing.ts"
import { type FactorRow, sealedAnew, stepOf } from "./second-factor.ts"
import { ADDRESS_HEADER, KEY_PREFIX, LIBRARY_PATH, LINK_SECONDS } from "./terms.ts"

/** Whoever a credential stands for, and until when at the longest. */
export interface Holder {
  readonly person: PersonId
  readonly expiresAt: Date | null
  /** Requests a minute, for a key. */
  readonly perMinute: number | null
  readonly session: string | null
  /** Whether a second factor was shown in this session; null for a key. */
  readonly twoFactor: boolean | null
  /** Whether they switched one on: then it is asked for, whatever their roles. */
  readonly ownFactor: boolean
  /** When they last showed every factor of theirs in this session; null where they never did, and for a key. */
  readonly confirmedAt: Date | null
}

/** A question to the library: the caller's headers go along, so that its limits, origins and cookies are the caller's. */
export interface Asked {
  readonly path: string
  readonly method?: "GET" | "POST"
  readonly body?: unknown
  /** Of the caller's request. */
  readonly headers: Headers
  readonly url: string
  /** The caller's network address, where it is known. */
  readonly caller: string | null
}

export interface NewAccount {
  readonly name: string
  readonly email: string
}

/** Everything that this program asks of the library of accounts, by its own words. */
export interface Accounts {
  readonly providers: ReadonlyArray<Pick<Provider, "id" | "name">>
  readonly address: string
  /** The library's own answer, cookies and all. */
  readonly ask: (asked: Asked) => Promise<Response>
  /** Of a cookie or a session's token; null for none, an ended or an unknown one. */
  readonly sessionOf: (headers: Headers) => Promise<Holder | null>
  readonly keyOf: (key: string) => Promise<Holder | null>
  /** The account with that address, made where there is none; nobody can sign in to it but by a link. */
  readonly account: (given: NewAccount) => Promise<PersonId>
  /** The token of a one-time link for the account with that address, and when it expires. */
  readonly link: (email: string) => Promise<{ readonly token: string; readonly expiresAt: Date }>
  /** Whether somebody has set a password or signs in elsewhere. */
  readonly waysOf: (
    person: PersonId
  ) => Promise<{ readonly password: boolean; readonly any: boolean; readonly twoFactor: boolean }>
  readonly setPassword: (password: string, headers: Headers) => Promise<void>
  /** What only this installation can say of a text: by the secret that signs cookies. */
  readonly sign: (text: string) => string
  /** Ends every session of somebody. */
  readonly endSessions: (person: PersonId) => Promise<void>
  /** Those that have not ended, the newest first. */
  readonly sessions: (person: PersonId) => Promise<ReadonlyArray<Session>>
  /** Ends those sessions of somebody that are meant; how many there were. */
  readonly endThose: (person: PersonId, meant: (session: Session) => boolean) => Promise<number>
  /** Ends every session but the one that is meant to stay; whose they were. */
  readonly endEverybody: (staying: string | null) => Promise<ReadonlyArray<PersonId>>
  /** Notes that the holder of a session has shown every factor of theirs just now, a second among them or not. */
  readonly confirm: (session: string, secondFactor: boolean) => Promise<void>
  /**
   * Uses a code of somebody's authenticator up: `right` where it is of the interval that is and none of it or after was used. What is no code of theirs is
   * `unknown`: the library says so, and counts; what none of the secrets opens is `unread`.
   */
  readonly useCode: (person: PersonId, code: string) => Promise<"right" | "used" | "late" | "unread" | "unknown">
  /** Seals all second factors with the secret in force; whose could be opened by none of the secrets, and stay as they are. */
  readonly sealAnew: () => Promise<ReadonlyArray<string>>
  /** Takes somebody's second factor away, and ends their sessions; false where they have none. */
  readonly dropFactor: (person: PersonId) => Promise<boolean>
  /** Whose second factor is waited for, by the cookie that says so; null where nobody's is. */
  readonly waitingFor: (headers: Headers) => Promise<PersonId | null>
  readonly keys: () => Promise<ReadonlyArray<Key>>
  readonly newKey: (given: {
    readonly person: PersonId
    readonly name: string
    readonly days: number | null
    readonly perMinute: number
  }) => Promise<{ readonly key: string; readonly line: Key }>
  /** Takes a key back; false where there is none of this id. */
  readonly revokeKey: (id: string) => Promise<boolean>
}

const WINDOW_MS = 60_000

/** The caller's headers, with what is not theirs to say left out and said anew. */
const headersFor = ({ body, caller, headers }: Asked): Headers => {
  const own = new Headers(headers)
  for (const name of ["content-length", "content-encoding", "transfer-encoding", ADDRESS_HEADER]) own.delete(name)
  if (caller !== null) own.set(ADDRESS_HEADER, caller)
  if (body !== undefined) own.set("content-type", "application/json")
  return own
}

/** The library of accounts on its tables. */
export const makeAccounts = (
  options: Omit<LibraryOptions, "onLink"> & {
    /** The clock of authenticators; the machine's unless told. */ readonly now?: () => number
  }
): Accounts => {
  const given = new Map<unknown, string>()
  const library: Library = makeLibrary({ ...options, onLink: (ticket, token) => given.set(ticket, token) })
  const context = library.$context
  const now = options.now ?? Date.now
  const keys = keysOf(options)
  const factorOf = async (person: PersonId): Promise<FactorRow | null> =>
    (await context).adapter.findOne<FactorRow>({ model: "twoFactor", where: [{ field: "userId", value: person }] })

  return {
    providers: options.providers.map(({ id, name }) => ({ id, name })),
    address: options.address,
    ask: (asked) =>
      library.handler(
        new Request(new URL(`${LIBRARY_PATH}${asked.path}`, asked.url), {
          method: asked.method ?? "POST",
          headers: headersFor(asked),
          ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) })
        })
      ),
    sessionOf: async (headers) => {
      const found = await library.api.getSession({ headers, query: { disableRefresh: false } })
      if (found === null) return null
      const { session, user } = found
      const expiresAt = endOf(session)
      if (expiresAt.getTime() <= Date.now()) {
        await (await context).internalAdapter.deleteSession(session.token)
        return null
      }
      const ownFactor = user.twoFactorEnabled === true
      // Here everybody who has one is asked for it; a provider asks for its own, or for none.
      const asked = ownFactor && (session.providerUntil ?? null) === null
      return {
        person: PersonId.make(user.id),
        expiresAt,
        perMinute: null,
        session: session.id,
        twoFactor: asked || session.secondFactor === true,
        ownFactor,
        confirmedAt: session.confirmedAt ?? null
      }
    },
    keyOf: async (key) => {
      if (!key.startsWith(KEY_PREFIX)) return null
      const verified = () => library.api.verifyApiKey({ body: { key } })
      const first = await verified()
      // The library says the same of a wrong key and of a database that is away: that one fails here, and the key is looked at once more.
      if (!first.valid) await (await context).adapter.count({ model: "apikey" })
      const { key: row, valid } = first.valid ? first : await verified()
      if (!valid || row === null) return null
      const { expiresAt, perMinute, person } = keyLine(row)
      return { person, expiresAt, perMinute, session: null, twoFactor: null, ownFactor: false, confirmedAt: null }
    },
    account: async ({ email, name }) => {
      const { internalAdapter } = await context
      const known = await internalAdapter.findUserByEmail(email)
      // Whoever invites vouches for the address: signing in elsewhere under it finds this account.
      const user =
        known?.user ?? (await internalAdapter.createUser({ email, name, emailVerified: true }, { method: "admin" }))
      return PersonId.make(user.id)
    },
    link: async (email) => {
      const ticket = randomUUID()
      await library.api.signInMagicLink({ body: { email, metadata: { ticket } }, headers: new Headers() })
      const token = given.get(ticket)
      given.delete(ticket)
      if (token === undefined) throw new Error("the library gave no token")
      return { token, expiresAt: new Date(Date.now() + LINK_SECONDS * 1000) }
    },
    waysOf: async (person) => {
      const { internalAdapter } = await context
      const [found, user] = await Promise.all([
        internalAdapter.findAccounts(person),
        internalAdapter.findUserById(person)
      ])
      return {
        password: found.some(({ providerId }) => providerId === "credential"),
        any: found.length > 0,
        twoFactor: user !== null && "twoFactorEnabled" in user && user.twoFactorEnabled === true
      }
    },
    setPassword: async (newPassword, headers) => {
      await library.api.setPassword({ body: { newPassword }, headers })
    },
    sign: (text) => createHmac("sha256", options.secret).update(text).digest("base64url"),
    endSessions: async (person) => (await context).internalAdapter.deleteUserSessions(person),
    sessions: async (person) => {
      const rows: ReadonlyArray<SessionRow> = await (await context).internalAdapter.listSessions(person)
      return rows
        .map(sessionLine)
        .filter(({ endsAt }) => endsAt.getTime() > Date.now())
        .toSorted((a, b) => b.beganAt.getTime() - a.beganAt.getTime())
    },
    endThose: async (person, meant) => {
      const { internalAdapter } = await context
      const rows: ReadonlyArray<SessionRow> = await internalAdapter.listSessions(person)
      const ended = rows.filter((row) => meant(sessionLine(row)))
      for (const { token } of ended) await internalAdapter.deleteSession(token)
      return ended.length
    },
    endEverybody: async (staying) => {
      const { adapter } = await context
      const rows = await adapter.findMany<SessionRow & { readonly userId: string }>({
        model: "session",
        limit: 100_000
      })
      const ended = rows.filter(({ id }) => id !== staying)
      await adapter.deleteMany({ model: "session", where: [{ field: "id", operator: "ne", value: staying ?? "" }] })
      return [...new Set(ended.map(({ userId }) => PersonId.make(userId)))]
    },
    confirm: async (session, secondFactor) => {
      const { adapter } = await context
      const update = { confirmedAt: new Date(), ...(secondFactor ? { secondFactor } : {}) }
      await adapter.update({ model: "session", where: [{ field: "id", value: session }], update })
    },
    useCode: async (person, code) => {
      const row = await factorOf(person)
      if (row === null) return "unknown"
      const { age, step } = await stepOf(row, code, { now: now(), keys })
      if (age === "none" || age === "unread") return age === "none" ? "unknown" : age
      if (age !== "now") return "late"
      const seen = row.lastStep
      if (seen !== null && seen >= step) return "used"
      const { adapter } = await context
      // Of two who come with one code only one finds what both have read.
      const used = await adapter.incrementOne({
        model: "twoFactor",
        where: [
          { field: "id", value: row.id },
          { field: "lastStep", value: seen }
        ],
        increment: {},
        set: { lastStep: step }
      })
      return used === null ? "used" : "right"
    },
    sealAnew: async () => {
      const { adapter } = await context
      const rows = await adapter.findMany<FactorRow>({ model: "twoFactor", limit: 100_000 })
      const unread: Array<string> = []
      for (const row of rows) {
        const update = await sealedAnew(row, keys).catch(() => null)
        if (update === null) unread.push(row.userId)
        else await adapter.update({ model: "twoFactor", where: [{ field: "id", value: row.id }], update })
      }
      return unread
    },
    dropFactor: async (person) => {
      if ((await factorOf(person)) === null) return false
      const { adapter, internalAdapter } = await context
      await internalAdapter.updateUser(person, { twoFactorEnabled: false })
      await adapter.deleteMany({ model: "twoFactor", where: [{ field: "userId", value: person }] })
      await internalAdapter.deleteUserSessions(person)
      return true
    },
    waitingFor: async (headers) => {
      const identifier = waitingCookie.exec(headers.get("cookie") ?? "")?.[1]
      if (identifier === undefined) return null
      const found = await (await context).internalAdapter.findVerificationValue(decodeURIComponent(identifier))
      return found === null ? null : PersonId.make(found.value)
    },
    keys: async () => {
      const rows = await (
        await context
      ).adapter.findMany<KeyRow>({ model: "apikey", sortBy: { field: "createdAt", direction: "asc" }, limit: 10_000 })
      return rows.map(keyLine)
    },
    newKey: async ({ days, name, perMinute, person }) => {
      const made = await library.api.createApiKey({
        body: {
          name,
          userId: person,
          ...(days === null ? {} : { expiresIn: days * 24 * 3600 }),
          rateLimitEnabled: false,
          rateLimitMax: perMinute,
          rateLimitTimeWindow: WINDOW_MS
        }
      })
      return { key: made.key, line: keyLine(made) }
    },
    revokeKey: async (id) => {
      const { adapter } = await context
      return (await adapter.deleteMany({ model: "apikey", where: [{ field: "id", value: id }] })) > 0
    }
  }
}
