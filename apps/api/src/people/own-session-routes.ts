import { api, type SessionLine } from "@ntm/contract"
import { Effect } from "effect"
import { MethodNotAllowed } from "../http/errors.ts"
import { refuse } from "../http/problems.ts"
import { noteAccount } from "./account-notes.ts"
import type { Session } from "./account-rows.ts"
import { confirmed } from "./confirm-routes.ts"
import { type PeopleDesk, take, tellListing } from "./desk.ts"
import { AccountNotFound } from "./errors.ts"

const lineOf = (session: Session, current: string | null): SessionLine => ({
  id: session.id,
  current: session.id === current,
  beganAt: session.beganAt.toISOString(),
  usedAt: session.usedAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  address: session.address,
  agent: session.agent
})

const done = { done: true } as const

/** `/sessions`: where the caller is signed in, in browsers and on terminals, and how to end that. A key has none. */
export const ownSessionRoutes = (desk: PeopleDesk): void => {
  const { sessions } = api
  const { accounts } = desk
  tellListing(
    desk,
    sessions.list,
    "session.own",
    Effect.fnUntraced(function* ({ access: { person } }, c) {
      const current = c.get("asker").holder?.session ?? null
      const items = person === null ? [] : yield* Effect.promise(() => accounts.sessions(person.id))
      return { items: items.map((one) => lineOf(one, current)) }
    }),
    ({ id }) => id
  )
  take(
    desk,
    sessions.end,
    "session.own",
    Effect.fnUntraced(function* ({ access: { person }, params }, c) {
      yield* confirmed(desk, c)
      const ended =
        person === null ? 0 : yield* Effect.promise(() => accounts.endThose(person.id, ({ id }) => id === params.id))
      if (person === null || ended === 0) return yield* new AccountNotFound({ what: "session", id: params.id })
      yield* noteAccount(desk, c, person.id, { _tag: "sessionsEnded", which: "one" })
      return done
    })
  )
  take(
    desk,
    sessions.endOthers,
    "session.own",
    Effect.fnUntraced(function* ({ access: { person } }, c) {
      yield* confirmed(desk, c)
      const current = c.get("asker").holder?.session ?? null
      if (person === null) return done
      const ended = yield* Effect.promise(() => accounts.endThose(person.id, ({ id }) => id !== current))
      if (ended > 0) yield* noteAccount(desk, c, person.id, { _tag: "sessionsEnded", which: "others" })
      return done
    })
  )
  desk.app.all(sessions.list.path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method })))
  for (const { path } of [sessions.end, sessions.endOthers])
    desk.app.all(path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "POST" })))
}
