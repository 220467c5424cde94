import {
  type Access,
  accessOf,
  anonymous,
  Email,
  GrantId,
  People,
  type Person,
  type PersonId,
  type PersonStanding,
  standingsOf
} from "@ntm/domain/people"
import { Reorganisations } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Data, Effect } from "effect"
import type { Accounts, Holder } from "./accounts.ts"

/** What a caller shows: a key, a bearer's token, or the cookies of a page. */
export interface Shown {
  readonly kind: "key" | "token" | "cookie"
  readonly value: string
}

/** Whoever owns the machine of the data: everything may be done with the key that lies there. */
export interface Owner {
  readonly id: PersonId
  readonly name: string
}

/** Who asks, with what the credential says of them. */
export interface Asker {
  readonly access: Access
  readonly holder: Holder | null
}

const bottomOf = (cause: unknown): unknown =>
  cause instanceof Error && cause.cause !== undefined ? bottomOf(cause.cause) : cause

/** What is shown could not be looked up, so nothing is known of it: no reason to refuse it. */
export class CredentialsUnread extends Data.TaggedError("CredentialsUnread")<{ readonly cause: unknown }> {
  /** What was at the bottom of it; what stands above repeats the statement with what was shown. */
  override get message(): string {
    return String(bottomOf(this.cause))
  }
}

/** Finds out who asks. */
export interface Who {
  /** Null where what is shown is no longer, or never was, worth anything. */
  readonly asker: (
    shown: Shown | null,
    headers: Headers,
    today: Day
  ) => Effect.Effect<Asker | null, never, People | Reorganisations>
  /** As `asker`, where all of it is remembered: without asking anybody. */
  readonly remembered: (shown: Shown | null, today: Day) => Asker | undefined
  /** Everybody by what was recorded, with the register that it was read against. */
  readonly standings: Effect.Effect<ReadonlyMap<PersonId, PersonStanding>, never, People>
  /** To be called whenever anything changed that access rests on: what was remembered counts no more. */
  readonly forget: () => void
}

/** How long what was found is remembered, for changes that other processes make; those of this one are told by `forget`. */
const REMEMBER_MS = 10_000

/** Credentials that are remembered at the most. */
const MOST = 10_000

/** The cookies that name a session; others change without anybody else asking. */
const sessionCookie = /(?:^|;\s*)(?:__Host-)?ntm\.session_token=([^;]+)/

/** What a request shows: the first of a key, a bearer's token, a session's cookie. */
export const shownBy = (headers: Headers): Shown | null => {
  const key = headers.get("x-api-key")
  if (key !== null) return { kind: "key", value: key.trim() }
  const bearer = /^bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1]
  if (bearer !== undefined) return { kind: bearer.startsWith("ntm_") ? "key" : "token", value: bearer }
  const cookie = sessionCookie.exec(headers.get("cookie") ?? "")?.[1]
  return cookie === undefined ? null : { kind: "cookie", value: cookie }
}

/** What whoever owns the machine may do: everything. */
export const ownerAccess = ({ id, name }: Owner, day: Day): Access => {
  const person: Person = {
    id,
    name,
    email: Email.make("owner@ntm.invalid"),
    kind: "human",
    active: true,
    demonstration: false
  }
  const grant = {
    id: GrantId.make(1),
    role: "administrator",
    units: "all",
    agency: null,
    criteria: "all",
    from: day,
    to: null
  } as const
  return { person, day, grants: [{ grant, sees: "all", writes: "all" }], sees: "all" }
}

/**
 * Makes one for a server.
 *
 * **Details** A credential is asked about once in ten seconds, and what its holder may do is worked out once a day and register: a request
 * that shows what was shown before costs a look into two maps.
 */
export const makeWho = ({
  accounts,
  now,
  owner
}: {
  readonly accounts: Accounts
  readonly now: () => number
  readonly owner: Owner | null
}): Who => {
  const holders = new Map<string, { readonly holder: Holder | null; readonly until: number }>()
  const accesses = new Map<PersonId, Access>()
  let known: { readonly standings: ReadonlyMap<PersonId, PersonStanding>; readonly until: number } | undefined
  /** What is asked for while something is forgotten must not be remembered after it. */
  let age = 0

  const forget = () => {
    age += 1
    holders.clear()
    accesses.clear()
    known = undefined
  }

  const holderOf = async ({ kind, value }: Shown, headers: Headers): Promise<Holder | null> => {
    const key = `${kind} ${value}`
    const remembered = holders.get(key)
    if (remembered !== undefined && remembered.until > now()) return remembered.holder
    const asked = age
    const holder = await (kind === "key" ? accounts.keyOf(value) : accounts.sessionOf(headers)).catch(
      (cause: unknown) => {
        throw new CredentialsUnread({ cause })
      }
    )
    if (asked !== age) return holder
    if (holders.size >= MOST) holders.clear()
    const end = holder?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
    holders.set(key, { holder, until: Math.min(now() + REMEMBER_MS, end) })
    return holder
  }

  const standings = Effect.gen(function* () {
    if (known !== undefined && known.until > now()) return known.standings
    const asked = age
    const found = standingsOf(yield* (yield* People).journal())
    if (asked === age) {
      known = { standings: found, until: now() + REMEMBER_MS }
      accesses.clear()
    }
    return found
  })

  const accessFor = Effect.fnUntraced(function* (person: PersonId, today: Day) {
    if (person === owner?.id) return ownerAccess(owner, today)
    const standing = (yield* standings).get(person)
    if (standing === undefined) return null
    const remembered = accesses.get(person)
    if (remembered?.day === today) return remembered
    const asked = age
    const { chronicle } = yield* (yield* Reorganisations).register()
    const access = accessOf(chronicle, standing, today)
    if (asked === age) accesses.set(person, access)
    return access
  })

  const remembered = (shown: Shown | null, today: Day): Asker | undefined => {
    if (shown === null) return { access: anonymous(today), holder: null }
    const found = holders.get(`${shown.kind} ${shown.value}`)
    if (found === undefined || found.holder === null || found.until <= now()) return undefined
    if (known === undefined || known.until <= now()) return undefined
    const access = accesses.get(found.holder.person)
    return access?.day === today ? { access, holder: found.holder } : undefined
  }

  return {
    forget,
    remembered,
    standings,
    asker: Effect.fnUntraced(function* (shown, headers, today) {
      if (shown === null) return { access: anonymous(today), holder: null }
      const holder = yield* Effect.promise(() => holderOf(shown, headers))
      // A cookie that ran out is that of somebody who has not signed in; a key or a token says that it is somebody's.
      if (holder === null) return shown.kind === "cookie" ? { access: anonymous(today), holder: null } : null
      const access = yield* accessFor(holder.person, today)
      // An account that nobody was ever invited to is nobody's.
      return { access: access ?? anonymous(today), holder: access === null ? null : holder }
    })
  }
}
