import { type Sequence, WebhookNotFound, type WebhookOpening, Webhooks } from "@ntm/domain/changes"
import type { PersonId } from "@ntm/domain/people"
import { Effect, Layer, Schema } from "effect"
import { Database, type Tag } from "../database/database.ts"
import { queryOn, reader } from "../database/read.ts"
import { isoMoment } from "../observations/ledger.ts"
import { deliverNext } from "./delivering.ts"
import { DeliveryRow, WebhookRow } from "./webhook-rows.ts"

const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString()

const listed = (sql: Tag, person: PersonId | null) => sql`
  select id, url, description, nouns, ${isoMoment(sql, sql`created_at`)} as "createdAt", person, delivered::float8 as delivered, active,
    ${isoMoment(sql, sql`failing_since`)} as "failingSince", attempts, ${isoMoment(sql, sql`next_try`)} as "nextTry", notice,
    ${isoMoment(sql, sql`former_until`)} as "formerUntil"
  from webhook_endpoint where removed_at is null and ${person === null ? sql`true` : sql`person = ${person}`} order by id`

const create = async (
  sql: Tag,
  { description, nouns, person, secret, since, url }: WebhookOpening,
  now: number
): Promise<number> => {
  const [made] = await sql<Array<{ id: number }>>`
    insert into webhook_endpoint (person, url, description, nouns, secret, created_at, delivered, next_try)
    select ${person}, ${url}, ${description}, ${nouns === null ? null : JSON.stringify(nouns)}::text::jsonb, ${secret}, ${isoOf(now)},
      least(coalesce(${since}::bigint, seq), seq), ${isoOf(now)} from change_head
    returning id`
  if (made === undefined) throw new Error("change_head lost its row")
  return made.id
}

/** `Webhooks` on PostgreSQL. */
export const webhooksLayer: Layer.Layer<Webhooks, never, Database> = Layer.effect(
  Webhooks,
  Effect.gen(function* () {
    const own = yield* Database
    const ask = queryOn(own)
    const lines = reader(own)(WebhookRow)
    const attempts = reader(own)(DeliveryRow)
    const numbered = reader(own)(Schema.Struct({ id: Schema.Int }))
    /** Changes one that is there. */
    const change = Effect.fnUntraced(function* (id: number, set: (sql: Tag) => ReturnType<Tag>) {
      const [found] = yield* numbered(
        (sql) => sql`update webhook_endpoint set ${set(sql)} where id = ${id} and removed_at is null returning id`
      )
      if (found === undefined) return yield* new WebhookNotFound({ id })
    })
    return Webhooks.of({
      list: Effect.fn("Webhooks.list")((person) => lines((sql) => listed(sql, person))),
      create: Effect.fn("Webhooks.create")((opening, now) => Effect.orDie(ask((sql) => create(sql, opening, now)))),
      rotate: Effect.fn("Webhooks.rotate")((id, secret, formerUntil) =>
        change(id, (sql) => sql`former_secret = secret, former_until = ${isoOf(formerUntil)}, secret = ${secret}`)
      ),
      turn: Effect.fn("Webhooks.turn")((id, active, now) =>
        change(
          id,
          (sql) => sql`active = ${active}, notice = null, attempts = 0, failing_since = null, next_try = ${isoOf(now)}`
        )
      ),
      replay: Effect.fn("Webhooks.replay")((id, since: Sequence, now) =>
        change(
          id,
          (sql) =>
            sql`delivered = least(${since}, (select seq from change_head)), attempts = 0, next_try = ${isoOf(now)}`
        )
      ),
      remove: Effect.fn("Webhooks.remove")((id, now) =>
        change(id, (sql) => sql`removed_at = ${isoOf(now)}, active = false, secret = '', former_secret = null`)
      ),
      deliveries: Effect.fn("Webhooks.deliveries")(function* (id, before, limit) {
        const [known] = yield* numbered(
          (sql) => sql`select id from webhook_endpoint where id = ${id} and removed_at is null`
        )
        if (known === undefined) return yield* new WebhookNotFound({ id })
        return yield* attempts(
          (sql) => sql`
            select id::float8 as id, message, since::float8 as since, until::float8 as until, attempt, ${isoMoment(sql, sql`at`)} as at,
              took as "tookMs", status, answer, ok
            from webhook_delivery where endpoint = ${id} ${before === null ? sql`` : sql`and id < ${before}`} order by id desc limit ${limit}`
        )
      }),
      deliver: Effect.fn("Webhooks.deliver")((options) => deliverNext(own, options))
    })
  })
)
