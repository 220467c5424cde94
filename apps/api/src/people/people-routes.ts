import { api, type OneTimeLink } from "@ntm/contract"
import {
  type Access,
  endedBefore,
  GrantId,
  People,
  PersonId,
  type PersonKind,
  type PersonHappening,
  type PersonRecording,
  type PersonStanding,
  standingsOf
} from "@ntm/domain/people"
import { Effect } from "effect"
import { type ApiError, MethodNotAllowed } from "../http/errors.ts"
import { refuse } from "../http/problems.ts"
import type { Ports } from "../http/respond.ts"
import { noteAccount, writerOf } from "./account-notes.ts"
import { type PeopleDesk, register, take, tellListing, today } from "./desk.ts"
import { AccountNotFound } from "./errors.ts"
import { readGrants } from "./grant-rows.ts"
import { personLine } from "./lines.ts"

const done = { done: true } as const

/** A partner's system has keys alone. */
const hasLink = (kind: PersonKind): boolean => kind === "human"

/** Records of people, in the name of who asks; what was remembered of anybody counts no more. */
export const recordPeople = (desk: PeopleDesk, access: Access, batch: ReadonlyArray<PersonRecording>) =>
  Effect.gen(function* () {
    const chronicle = yield* register
    const people = yield* People
    const recorded = yield* people.record(batch, {
      by: writerOf(desk, access),
      chronicle,
      demonstration: desk.demonstration
    })
    desk.who.forget()
    return recorded
  })

/** A link that signs somebody in once, by the page that takes it: what a mail program looks at does not use it up. */
export const oneTimeLink = ({ accounts }: Pick<PeopleDesk, "accounts">, email: string): Effect.Effect<OneTimeLink> =>
  Effect.map(
    Effect.promise(() => accounts.link(email)),
    // After the hash: browsers send it to no server and write it into no log.
    ({ expiresAt, token }) => ({
      link: `${accounts.address}/dang-nhap#${token}`,
      expiresAt: expiresAt.toISOString()
    })
  )

/** `/people`: everybody with what they were given, for who manages them. */
export const peopleRoutes = (desk: PeopleDesk): void => {
  const { people } = api
  const manage = "people.manage"

  const found = (id: string): Effect.Effect<PersonStanding, AccountNotFound, People> =>
    Effect.flatMap(desk.who.standings, (standings) => {
      const standing = standings.get(PersonId.make(id))
      return standing === undefined
        ? Effect.fail(new AccountNotFound({ what: "person", id }))
        : Effect.succeed(standing)
    })

  const happened = (access: Access, id: string, what: PersonHappening): Effect.Effect<unknown, ApiError, Ports> =>
    Effect.flatMap(found(id), ({ person }) => recordPeople(desk, access, [{ person: person.id, what }]))

  tellListing(
    desk,
    people.list,
    manage,
    Effect.fnUntraced(function* ({ query }) {
      const chronicle = yield* register
      const knownAt = query.known_at ?? null
      const standings =
        knownAt === null ? yield* desk.who.standings : standingsOf(yield* (yield* People).journal(), knownAt)
      return { asOf: today(desk), items: [...standings.values()].map((one) => personLine(chronicle, one)) }
    }),
    ({ id }) => id
  )
  tellListing(
    desk,
    people.history,
    manage,
    Effect.fnUntraced(function* ({ params, query: { known_at } }) {
      const { person } = yield* found(params.id)
      const events = yield* (yield* People).journal()
      const known = events.filter(({ recordedAt }) => known_at === undefined || recordedAt <= known_at)
      return { items: known.filter((event) => event.person === person.id) }
    }),
    ({ id }) => String(id)
  )
  tellListing(
    desk,
    people.account,
    manage,
    Effect.fnUntraced(function* ({ params }) {
      const { person } = yield* found(params.id)
      return { items: yield* (yield* People).accountEvents(person.id) }
    }),
    ({ id }) => String(id)
  )
  take(
    desk,
    people.invite,
    manage,
    Effect.fnUntraced(function* ({ access, body }) {
      const { email, kind = "human", name } = body
      const grants = yield* readGrants(body.grants, yield* register, today(desk))
      const person = yield* Effect.promise(() => desk.accounts.account({ name, email }))
      const invited: PersonRecording = { person, what: { _tag: "invited", name, email, kind, demonstration: false } }
      const given = grants.map((grant): PersonRecording => ({ person, what: { _tag: "given", grant } }))
      yield* recordPeople(desk, access, [invited, ...given])
      return { id: person, link: hasLink(kind) ? yield* oneTimeLink(desk, email) : null }
    })
  )
  take(
    desk,
    people.link,
    manage,
    Effect.fnUntraced(function* ({ params }, c) {
      const { person } = yield* found(params.id)
      if (!hasLink(person.kind)) return yield* new AccountNotFound({ what: "person", id: params.id })
      const link = yield* oneTimeLink(desk, person.email)
      yield* noteAccount(desk, c, person.id, { _tag: "linkMade" })
      return link
    })
  )
  take(
    desk,
    people.give,
    manage,
    Effect.fnUntraced(function* ({ access, body, params }) {
      const { person } = yield* found(params.id)
      const grants = yield* readGrants([body], yield* register, today(desk))
      const { ids } = yield* recordPeople(
        desk,
        access,
        grants.map((grant) => ({ person: person.id, what: { _tag: "given", grant } }))
      )
      return { id: GrantId.make(ids[0] ?? 0) }
    })
  )
  take(desk, people.end, manage, ({ access, body, params }) =>
    Effect.as(
      happened(access, params.id, {
        _tag: "ended",
        grant: params.grant,
        last: body.last ?? endedBefore(today(desk)),
        reason: body.reason ?? null
      }),
      done
    )
  )
  take(
    desk,
    people.close,
    manage,
    Effect.fnUntraced(function* ({ access, body, params }, c) {
      yield* happened(access, params.id, { _tag: "closed", reason: body.reason ?? null })
      const person = PersonId.make(params.id)
      const revoked = yield* Effect.promise(async () => {
        await desk.accounts.endSessions(person)
        const own = (await desk.accounts.keys()).filter((key) => key.person === person)
        for (const { id } of own) await desk.accounts.revokeKey(id)
        return own
      })
      yield* noteAccount(
        desk,
        c,
        person,
        { _tag: "sessionsEnded", which: "all" },
        ...revoked.map(({ id, name }) => ({ _tag: "keyRevoked" as const, key: id, name }))
      )
      return done
    })
  )
  take(desk, people.open, manage, ({ access, body, params }) =>
    Effect.as(happened(access, params.id, { _tag: "opened", reason: body.reason ?? null }), done)
  )

  for (const { path } of [people.link, people.give, people.end, people.close, people.open])
    desk.app.all(path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "POST" })))
  desk.app.all(people.list.path, (c) =>
    refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "GET, HEAD, POST" }))
  )
  for (const { path } of [people.history, people.account])
    desk.app.all(path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method })))
}
