import { API_ROOT, type SessionNow } from "@ntm/contract"
import { holdsOn, PersonId, type Role } from "@ntm/domain/people"
import type { MiddlewareHandler } from "hono"
import { callerOf } from "../http/caller.ts"
import { DataUnavailable } from "../http/errors.ts"
import { isLoopback } from "../http/local-changes.ts"
import { isOwnAsking } from "../http/own-asking.ts"
import { refuse } from "../http/problems.ts"
import type { ApiEnv } from "../http/respond.ts"
import { type C, type PeopleDesk, today } from "./desk.ts"
import { CredentialRefused, SecondFactorNeeded, TooManyRequests } from "./errors.ts"
import { costOf, type Counted, limitHeaders, makeLimits, networkOf, type RateLimits } from "./limits.ts"
import { CredentialsUnread, type Asker, ownerAccess, shownBy } from "./who.ts"

const reads: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"])

/** The program, when it asks its own API. */
const itself = { id: PersonId.make("ntm"), name: "ntm" }

/** Wrong keys and tokens that an address may show in a minute. */
const GUESSES = 60

/** Of what is shown to be worth nothing, an address may show so much in a minute. */
const guessing = (address: string): Counted => ({ policy: "address", who: `guess ${address}`, perMinute: GUESSES })

/** Where somebody signs in and out, and sets up how: open to who has yet to set a second factor up. */
const ownWays = new RegExp(`^${API_ROOT}/sessions?(?!/(?:devices/answer|calendar)$)(/|$)`)

/**
 * What somebody has to show before anything else: a second factor that they have yet to set up, or the one that they have; null for nothing.
 *
 * **Details** Whoever switched one on is asked for it by whatever way they came, whatever their roles. Keys have none, nor have people who are made up.
 */
export const needsOf = ({ access, holder }: Asker, roles: ReadonlyArray<Role>): SessionNow["needs"] => {
  if (holder?.twoFactor !== false || access.person?.demonstration === true) return null
  if (holder.ownFactor) return "confirm"
  return access.grants.some(({ grant }) => roles.includes(grant.role) && holdsOn(grant, access.day))
    ? "secondFactor"
    : null
}

/**
 * Finds out who asks and leaves it with the request (`asker`); refuses keys and tokens that are worth nothing.
 *
 * **Details** It lets everybody else through: what somebody may do is for the routes to ask (`may`). After a change nothing that was
 * remembered of anybody counts.
 */
export const whoAsks = (desk: PeopleDesk): MiddlewareHandler<ApiEnv> => {
  const { isOutage, log, runtime, who } = desk
  const limits = makeLimits()
  return async (c, next) => {
    if (isOwnAsking(c)) {
      c.set("asker", { access: ownerAccess(itself, today(desk)), holder: null })
      return next()
    }
    const shown = shownBy(c.req.raw.headers)
    let asker: Asker | null | undefined = who.remembered(shown, today(desk))
    try {
      asker ??= await runtime.runPromise(who.asker(shown, c.req.raw.headers, today(desk)))
    } catch (cause) {
      if (!isOutage(cause) && !(cause instanceof CredentialsUnread)) throw cause
      log(`${c.get("requestId")} ${c.req.method} ${c.req.path}: ${String(cause)}`)
      return refuse(c, new DataUnavailable())
    }
    if (asker === null) {
      const guesses = await limits(guessing(networkOf(callerOf(c) ?? "")))
      return refuse(c, guesses.allowed ? new CredentialRefused() : new TooManyRequests({ seconds: guesses.seconds }))
    }
    c.set("asker", asker)
    const needs = needsOf(asker, desk.secondFactor)
    if (needs !== null && !ownWays.test(c.req.path))
      return refuse(c, new SecondFactorNeeded({ has: needs === "confirm" }))
    await next()
    if (!reads.has(c.req.method) && c.res.status < 400) who.forget()
  }
}

/** By which rule a request is counted; null for the program's own, and for what comes by no network and shows nothing. */
const countedAs = (c: C, rates: RateLimits, owner: PersonId | null): Counted | null => {
  if (isOwnAsking(c)) return null
  const holder = c.get("asker")?.holder ?? null
  if (holder !== null) {
    const { perMinute, person } = holder
    if (person === owner) return { policy: "owner", who: person, perMinute: rates.owner }
    return perMinute !== null && perMinute > 0
      ? { policy: "key", who: person, perMinute }
      : { policy: "person", who: person, perMinute: rates.person }
  }
  const address = callerOf(c)
  if (address === null) return null
  // Where nobody can sign in, whoever asks from this machine is its owner. An address of IPv4 may come in the clothes of IPv6.
  return c.get("asker") === undefined && (isLoopback(address) || isLoopback(networkOf(address)))
    ? { policy: "owner", who: address, perMinute: rates.owner }
    : { policy: "address", who: networkOf(address), perMinute: rates.address }
}

/**
 * Counts everybody's requests by the minute, and refuses what is too much until the minute is over; every answer says how much is left.
 *
 * **Details** Counted in this program's memory. `owner` is the account of the machine's owner.
 */
export const limited = (rates: RateLimits, owner: PersonId | null): MiddlewareHandler<ApiEnv> => {
  const limits = makeLimits()
  return async (c, next) => {
    const counted = countedAs(c, rates, owner)
    if (counted === null) return next()
    const cost = costOf(c.req.path.slice(API_ROOT.length))
    c.set("counted", { ...counted, cost })
    const allowance = await limits(counted, cost)
    if (!allowance.allowed) c.res = refuse(c, new TooManyRequests({ seconds: allowance.seconds }))
    else await next()
    for (const [name, value] of Object.entries(limitHeaders(counted, allowance))) c.res.headers.set(name, value)
  }
}
