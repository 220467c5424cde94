import { api } from "@ntm/contract"
import {
  BOTH_SECRETS_MS,
  Changes,
  type Sequence,
  type WebhookLine,
  WebhookNotFound,
  Webhooks
} from "@ntm/domain/changes"
import { type Access, type PersonId } from "@ntm/domain/people"
import { Effect } from "effect"
import { randomBytes } from "node:crypto"
import { EntryAhead, WebhookRefused } from "../changes/errors.ts"
import { MethodNotAllowed } from "../http/errors.ts"
import { tagOfVersion } from "../http/conditional.ts"
import type { Desk } from "../http/mount.ts"
import { refuse } from "../http/problems.ts"
import { asEach, versionOf } from "../http/things.ts"
import { take, tellListing } from "../people/desk.ts"
import { refusalOf } from "./address.ts"
import type { WebhooksConfig } from "./config.ts"

/** As Standard Webhooks have them: 32 random bytes. */
const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`

/** An administrator looks after everybody's, others after their own. */
const ownerOf = ({ grants, person }: Access): PersonId | null =>
  grants.some(({ grant }) => grant.role === "administrator") ? null : (person?.id ?? null)

/** Attempts that are read at once. */
const AT_ONCE = 1000

/** `/webhooks`: where changes are sent, and how that went. `local`: who makes one on the machine of the data is nobody's. */
export const webhookRoutes = (
  desk: Desk,
  { config, local }: { readonly config: WebhooksConfig; readonly local: PersonId | null }
): void => {
  const { webhooks } = api
  const manage = "webhooks.manage"
  const now = () => desk.now().getTime()

  /** The one that is meant, if it is theirs to look after. */
  const own = Effect.fnUntraced(function* (access: Access, id: number) {
    const port = yield* Webhooks
    const known = (yield* port.list(ownerOf(access))).some((one) => one.id === id)
    return known ? port : yield* new WebhookNotFound({ id })
  })

  /** The number of the last entry only grows, so what is there now stays there. */
  const heldToLast = Effect.fnUntraced(function* (since: Sequence) {
    const last = yield* (yield* Changes).last()
    if (since > last) return yield* new EntryAhead({ since, last })
  })

  /** What somebody changes of one; what becomes of its messages does not count. */
  const settingsOf = ({ active, createdAt, description, formerUntil, id, nouns, url }: WebhookLine) => ({
    id,
    url,
    description,
    nouns,
    createdAt,
    active,
    formerUntil
  })
  asEach(desk, webhooks.list.path, ({ id }) =>
    Effect.gen(function* () {
      const line = (yield* (yield* Webhooks).list(null)).find((one) => String(one.id) === id)
      return line === undefined ? null : settingsOf(line)
    })
  )
  const changed = ({ params: { id } }: { readonly params: { readonly id: number } }) => [{ id: String(id) }]

  take(
    desk,
    webhooks.create,
    manage,
    Effect.fnUntraced(function* ({ access, body }) {
      const { description, nouns = null, since = null, url } = body
      const reason = yield* Effect.promise(() => refusalOf(url, config))
      if (reason !== null) return yield* new WebhookRefused({ reason })
      if (since !== null) yield* heldToLast(since)
      const secret = newSecret()
      const person = access.person === null || access.person.id === local ? null : access.person.id
      const id = yield* (yield* Webhooks).create({ person, url, description, nouns, since, secret }, now())
      return { id, secret }
    })
  )
  tellListing(
    desk,
    webhooks.list,
    manage,
    Effect.fnUntraced(function* ({ access }) {
      const lines = yield* (yield* Webhooks).list(ownerOf(access))
      return { items: lines.map((line) => ({ ...line, tag: tagOfVersion(versionOf(settingsOf(line))) })) }
    }),
    ({ id }) => String(id)
  )
  take(
    desk,
    webhooks.rotate,
    manage,
    Effect.fnUntraced(function* ({ access, params: { id } }) {
      const secret = newSecret()
      yield* (yield* own(access, id)).rotate(id, secret, now() + BOTH_SECRETS_MS)
      return { id, secret }
    }),
    changed
  )
  take(
    desk,
    webhooks.switch,
    manage,
    Effect.fnUntraced(function* ({ access, body, params: { id } }) {
      yield* (yield* own(access, id)).turn(id, body.active, now())
      return { done: true } as const
    }),
    changed
  )
  take(
    desk,
    webhooks.replay,
    manage,
    Effect.fnUntraced(function* ({ access, body, params: { id } }) {
      const port = yield* own(access, id)
      yield* heldToLast(body.since)
      yield* port.replay(id, body.since, now())
      return { done: true } as const
    }),
    changed
  )
  take(
    desk,
    webhooks.remove,
    manage,
    Effect.fnUntraced(function* ({ access, params: { id } }) {
      yield* (yield* own(access, id)).remove(id, now())
      return { done: true } as const
    }),
    changed
  )
  tellListing(
    desk,
    webhooks.deliveries,
    manage,
    Effect.fnUntraced(function* ({ access, params: { id } }) {
      const port = yield* own(access, id)
      const part = Effect.fnUntraced(function* (at: string | null, atMost: number) {
        const limit = Math.min(atMost, AT_ONCE)
        const items = yield* port.deliveries(id, at === null ? null : Number(at), limit)
        const last = items.length < limit ? undefined : items.at(-1)
        return { items, next: last === undefined ? null : String(last.id) }
      })
      return { items: { part, after: (line) => String(line.id) } }
    })
  )
  desk.app.all(webhooks.list.path, (c) =>
    refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "GET, HEAD, POST" }))
  )
  for (const { path } of [webhooks.rotate, webhooks.switch, webhooks.replay, webhooks.remove])
    desk.app.all(path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "POST" })))
  desk.app.all(webhooks.deliveries.path, (c) =>
    refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "GET, HEAD" }))
  )
}
