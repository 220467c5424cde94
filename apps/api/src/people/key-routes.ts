import { api, type KeyLine } from "@ntm/contract"
import { PersonId } from "@ntm/domain/people"
import { Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { MethodNotAllowed } from "../http/errors.ts"
import { refuse } from "../http/problems.ts"
import { noteAccount } from "./account-notes.ts"
import type { Key } from "./account-rows.ts"
import { type PeopleDesk, take, tellListing } from "./desk.ts"
import { AccountNotFound } from "./errors.ts"

/** Requests a minute of a key that says nothing about it. */
const USUAL_RATE = 600

const keyLine = (key: Key): KeyLine => ({
  ...key,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt?.toISOString() ?? null,
  usedAt: key.usedAt?.toISOString() ?? null
})

/** `/keys`: keys of partners' systems, made and taken back by who manages them. */
export const keyRoutes = (desk: PeopleDesk): void => {
  const { keys } = api
  tellListing(
    desk,
    keys.list,
    "keys.manage",
    () =>
      Effect.map(
        Effect.promise(() => desk.accounts.keys()),
        // The key that lies on the machine of the data is not among those that can be taken back here.
        (all) => ({ items: all.filter(({ person }) => person !== desk.owner?.id).map(keyLine) })
      ),
    ({ id }) => id
  )
  take(
    desk,
    keys.create,
    "keys.manage",
    Effect.fnUntraced(function* ({ body }, c) {
      const { days, name, perMinute = USUAL_RATE } = body
      const standings = yield* desk.who.standings
      const standing =
        standings.get(PersonId.make(body.person)) ??
        [...standings.values()].find(({ person }) => person.email === body.person.trim().toLowerCase())
      if (standing === undefined || !standing.person.active)
        return yield* new AccountNotFound({ what: "person", id: body.person })
      const person = standing.person.id
      const { key, line } = yield* Effect.promise(() => desk.accounts.newKey({ person, name, days, perMinute }))
      const expiresAt = line.expiresAt === null ? null : Moment.make(line.expiresAt.toISOString())
      yield* noteAccount(desk, c, person, { _tag: "keyMade", key: line.id, name, perMinute, expiresAt })
      return { key, line: keyLine(line) }
    })
  )
  take(
    desk,
    keys.revoke,
    "keys.manage",
    Effect.fnUntraced(function* ({ params }, c) {
      const known = (yield* Effect.promise(() => desk.accounts.keys())).find(
        ({ id, person }) => id === params.id && person !== desk.owner?.id
      )
      if (known === undefined) return yield* new AccountNotFound({ what: "key", id: params.id })
      const { id, name, person } = known
      if (yield* Effect.promise(() => desk.accounts.revokeKey(id)))
        yield* noteAccount(desk, c, person, { _tag: "keyRevoked", key: id, name })
      return { done: true } as const
    })
  )
  desk.app.all(keys.list.path, (c) =>
    refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "GET, HEAD, POST" }))
  )
  desk.app.all(keys.revoke.path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "POST" })))
}
