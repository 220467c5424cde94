import { API_ROOT, endpointActions } from "@ntm/contract"
import { type Access, type Action, may, scopedTo, type Scopes } from "@ntm/domain/people"
import { Reorganisations, unitByCode, UnitCode, type UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect, Exit, Schema } from "effect"
import type { MiddlewareHandler } from "hono"
import { TrieRouter } from "hono/router/trie-router"
import type { Within } from "../http/api-env.ts"
import { type ApiError, DataUnavailable } from "../http/errors.ts"
import { isOwnAsking } from "../http/own-asking.ts"
import { refuse } from "../http/problems.ts"
import type { ApiEnv } from "../http/respond.ts"
import { Asks } from "./asks.ts"
import { type C, type PeopleDesk, today } from "./desk.ts"
import { readCursor } from "../http/cursor.ts"
import { SignInNeeded } from "./errors.ts"

/** What somebody shows of themselves, and what administrators do about people: the program's own business, and no facts. */
const ownBusiness: ReadonlySet<Action> = new Set(["public.read", "session.own", "people.manage", "keys.manage"])

/** What is no question of the contract is heard to be none: nothing is read or written for it, whoever would answer. */
const nothing: Within = () => Effect.die(new Error("no question of the contract, and so nobody's action"))

/** Where requests name a unit, in the path or in the query. */
const namesUnit: ReadonlySet<string> = new Set(["unit", "parent", "province", "code"])

const isDay = Schema.is(Day)
const isCode = Schema.is(UnitCode)

const colons = (path: string): number => path.split(":").length

/** Every question of the contract with its action; of two that fit a path the one that names more of it comes first. */
const table = (() => {
  const router = new TrieRouter<Action>()
  const byLength = [...endpointActions].sort((a, b) => colons(a.path) - colons(b.path))
  for (const { action, method, path } of byLength) router.add(method, path, action)
  return router
})()

/** The action that a request is, with what its path names; null for one that the contract does not know. */
export const actionOf = (
  method: string,
  path: string
): { readonly action: Action; readonly params: Readonly<Record<string, string>> } | null => {
  const below = path.startsWith(API_ROOT) ? path.slice(API_ROOT.length) : path
  const [found] = table.match(method === "HEAD" ? "GET" : method, below)[0]
  if (found === undefined) return null
  const [action, params] = found
  return {
    action,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(String(value))]))
  }
}

/** Codes of units that a request names, and the days that it may name them as of. */
const named = (c: C, params: Readonly<Record<string, string>>, now: Day) => {
  const query = [...new URL(c.req.url).searchParams]
  const codes = [...Object.entries(params), ...query].flatMap(([name, value]) =>
    namesUnit.has(name) && isCode(value) ? [value] : []
  )
  // A page of a list is as of the day that its cursor pins.
  const days = query.flatMap(([name, value]) => {
    const told = name === "cursor" ? readCursor(value)?.asOf : value
    return isDay(told) ? [told] : []
  })
  return { codes, days: [...new Set([now, ...days])] }
}

const refusalFor = (access: Access, action: Action, units: ReadonlyArray<UnitId>): ApiError | null => {
  const refused = may(access, action, { units })
  if (refused === null || refused.kind !== "signIn") return refused
  return new SignInNeeded({ sentence: refused.sentence, next: refused.next })
}

/**
 * Lets only those through who may do what a request is, by the table of who may do what, and about the units that it names; holds whatever
 * answers it to what they see and may write (`Scopes`).
 *
 * **Details** What a body is about is asked by the routes (`Acts`). Facts of units that nobody names are filtered below. For what
 * is no question of the contract nothing is read at all.
 */
export const enforce = (desk: PeopleDesk, scopes: Scopes["Service"]): MiddlewareHandler<ApiEnv> => {
  const { isOutage, log, runtime } = desk
  return async (c, next) => {
    if (isOwnAsking(c)) return next()
    const known = actionOf(c.req.method, c.req.path)
    if (known === null) {
      c.set("scoped", nothing)
      return next()
    }
    const { action, params } = known
    c.set("action", action)
    const { access } = c.get("asker")
    const refused = refusalFor(access, action, [])
    if (refused !== null) return refuse(c, refused)
    if (ownBusiness.has(action)) return next()
    if (access.sees !== "all" && action === "facts.read") {
      const { codes, days } = named(c, params, today(desk))
      if (codes.length > 0) {
        const looked = await runtime.runPromiseExit(
          Effect.map(
            Effect.flatMap(Reorganisations, (port) => port.register()),
            ({ chronicle }) =>
              codes.map((code) => days.flatMap((day) => unitByCode(chronicle.register, code, day)?.id ?? []))
          )
        )
        if (Exit.isFailure(looked)) {
          const outage = looked.cause.reasons.some((reason) => "defect" in reason && isOutage(reason.defect))
          if (!outage) throw new Error("the register cannot be read", { cause: looked.cause })
          log(`${c.get("requestId")} ${c.req.method} ${c.req.path}: the register cannot be read`)
          return refuse(c, new DataUnavailable())
        }
        for (const meant of looked.value) {
          // A code may name one unit on one of the days and another on another.
          const refusals = meant.map((unit) => refusalFor(access, action, [unit]))
          const [outside] = refusals.includes(null) ? [] : refusals
          if (outside !== undefined && outside !== null) return refuse(c, outside)
        }
      }
    }
    const scope = scopes.within(scopedTo(access, action))
    const within: Within = (effect) => scope(Effect.provideService(effect, Asks, access))
    c.set("scoped", within)
    await next()
  }
}
