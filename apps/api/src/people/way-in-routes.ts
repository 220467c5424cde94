import { api } from "@ntm/contract"
import { PersonId } from "@ntm/domain/people"
import { Effect } from "effect"
import { MethodNotAllowed } from "../http/errors.ts"
import { refuse } from "../http/problems.ts"
import { noteAccount } from "./account-notes.ts"
import { confirmed } from "./confirm-routes.ts"
import { type PeopleDesk, take } from "./desk.ts"
import { AccountNotFound } from "./errors.ts"

const done = { done: true } as const

/** What administrators do about how others get in: their sessions, and a second factor that was lost. Each of it is noted. */
export const wayInRoutes = (desk: PeopleDesk): void => {
  const { people } = api
  const manage = "people.manage"
  const known = (id: string) =>
    Effect.flatMap(desk.who.standings, (standings) => {
      const person = PersonId.make(id)
      return standings.has(person) ? Effect.succeed(person) : Effect.fail(new AccountNotFound({ what: "person", id }))
    })

  // Before what names somebody: "sessions" is nobody's id.
  take(
    desk,
    people.endAllSessions,
    manage,
    Effect.fnUntraced(function* (_, c) {
      const own = c.get("asker").holder?.session ?? null
      const concerned = yield* Effect.promise(() => desk.accounts.endEverybody(own))
      for (const person of concerned) yield* noteAccount(desk, c, person, { _tag: "sessionsEnded", which: "all" })
      return { people: concerned.length }
    })
  )
  take(
    desk,
    people.endSessions,
    manage,
    Effect.fnUntraced(function* ({ params }, c) {
      const person = yield* known(params.id)
      yield* Effect.promise(() => desk.accounts.endSessions(person))
      yield* noteAccount(desk, c, person, { _tag: "sessionsEnded", which: "all" })
      return done
    })
  )
  take(
    desk,
    people.endSecondFactor,
    manage,
    Effect.fnUntraced(function* ({ body, params }, c) {
      yield* confirmed(desk, c)
      const person = yield* known(params.id)
      const had = yield* Effect.promise(() => desk.accounts.dropFactor(person))
      if (!had) return yield* new AccountNotFound({ what: "secondFactor", id: params.id })
      yield* noteAccount(
        desk,
        c,
        person,
        { _tag: "secondFactorReset", known: body.known },
        { _tag: "sessionsEnded", which: "all" }
      )
      return done
    })
  )
  for (const { path } of [people.endAllSessions, people.endSessions, people.endSecondFactor])
    desk.app.all(path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "POST" })))
}
