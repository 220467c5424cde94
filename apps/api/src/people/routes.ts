import { api } from "@ntm/contract"
import { Action, type Role, type Scopes } from "@ntm/domain/people"
import { Effect } from "effect"
import type { Hono, MiddlewareHandler } from "hono"
import { type Desk, mount } from "../http/mount.ts"
import type { ApiEnv } from "../http/respond.ts"
import { todayInVietnam } from "../http/today.ts"
import type { Accounts } from "./accounts.ts"
import { type Breached, makeBreached } from "./breached.ts"
import { callerOf } from "../http/caller.ts"
import { confirmRoutes } from "./confirm-routes.ts"
import type { PeopleDesk } from "./desk.ts"
import { calendarAddressRoutes } from "./calendar-routes.ts"
import { deviceRoutes } from "./device-routes.ts"
import { enforce } from "./enforce.ts"
import { keyRoutes } from "./key-routes.ts"
import type { RateLimits } from "./limits.ts"
import { LIBRARY_PATH } from "./terms.ts"
import { limited, whoAsks } from "./middleware.ts"
import { ownSessionRoutes } from "./own-session-routes.ts"
import { peopleRoutes } from "./people-routes.ts"
import { sessionRoutes } from "./session-routes.ts"
import { wayInRoutes } from "./way-in-routes.ts"
import { makeWho, type Owner, type Who } from "./who.ts"

/** People and their accounts, where somebody can sign in. */
export interface PeopleOptions {
  readonly accounts: Accounts
  /** Of the machine that the data are on; null where it has no key. */
  readonly owner: Owner | null
  readonly demonstration: boolean
  /** Roles that nobody has without a second factor; none unless told. */
  readonly secondFactor?: ReadonlyArray<Role>
  /** A set of breached passwords besides the one that comes along; none unless told. */
  readonly breached?: Breached
  /** Whether keys of calendars are shown beside the address alone (HTTP Basic), never in it; in it, unless told. */
  readonly calendarKeysBeside?: boolean
  /** Holds whatever answers a request to what who asks may do. */
  readonly scopes: Scopes["Service"]
}

/** `/session` where nobody can sign in: whoever asks may do what this machine may. */
export const sessionWithoutAccounts = (desk: Desk): void =>
  mount(desk, api.session.now, () =>
    Effect.succeed({
      asOf: todayInVietnam(desk.now()),
      person: null,
      grants: [],
      actions: Action.literals,
      needs: null,
      sees: "all" as const,
      home: { unit: null, agency: null },
      ways: { accounts: false, providers: [], demonstration: [] }
    })
  )

/** Mounts everything about people on the desk: from here on every request says who asks, and `busy` holds each to what they may have under way. */
export const mountPeople = (
  desk: Desk,
  options: PeopleOptions,
  rates: RateLimits,
  busy: MiddlewareHandler<ApiEnv>
): PeopleDesk => {
  const made = makeWho({ accounts: options.accounts, owner: options.owner, now: () => desk.now().getTime() })
  // What is remembered of everybody is read as nobody in particular, whoever's question it is read for.
  const who: Who = { ...made, standings: Effect.promise(() => desk.runtime.runPromise(made.standings)) }
  const people: PeopleDesk = {
    ...desk,
    secondFactor: [],
    breached: makeBreached(null),
    calendarKeysBeside: false,
    ...options,
    who
  }
  desk.app.use(whoAsks(people), limited(rates, options.owner?.id ?? null), busy, enforce(people, options.scopes))
  confirmRoutes(people)
  sessionRoutes(people)
  calendarAddressRoutes(people)
  ownSessionRoutes(people)
  deviceRoutes(people)
  wayInRoutes(people)
  peopleRoutes(people)
  keyRoutes(people)
  return people
}

/** Where a provider sends people back to: the one address of the library that a browser may ask. */
export const mountCallback = (app: Hono<ApiEnv>, { accounts, who }: Pick<PeopleDesk, "accounts" | "who">): void => {
  app.get(`${LIBRARY_PATH}/callback/:id`, async (c) => {
    const { pathname, search } = new URL(c.req.url)
    const path = `${pathname.slice(LIBRARY_PATH.length)}${search}`
    const { headers, url } = c.req.raw
    const answered = await accounts.ask({ path, method: "GET", headers, url, caller: callerOf(c) })
    who.forget()
    return new Response(answered.body, answered)
  })
}
