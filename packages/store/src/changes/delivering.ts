import {
  type Audience,
  ChangedNoun,
  type DeliveryOutcome,
  fedNouns,
  type FeedRecord,
  isGivenUp,
  nextDelivery,
  type Received,
  receiverGone,
  Sequence,
  switchedOff,
  wantsNoMore,
  type Webhooks
} from "@ntm/domain/changes"
import { PersonId } from "@ntm/domain/people"
import { Moment } from "@ntm/domain/values"
import { Effect, Schema } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { readFeed } from "./feed.ts"

/** Records that travel in one message; of more the receiver is told where they are. */
const MOST_RECORDS = 100

/** Of an answer so many characters are kept. */
const MOST_ANSWER = 500

const isoOf = (milliseconds: number): Moment => Moment.make(new Date(milliseconds).toISOString())

type Options = Parameters<Webhooks["Service"]["deliver"]>[0]

interface Due {
  readonly id: number
  readonly person: string | null
  readonly url: string
  readonly nouns: unknown
  readonly secret: string
  readonly formerSecret: string | null
  readonly delivered: number
  readonly attempts: number
  readonly failingSince: number | null
}

const decodeNouns = Schema.decodeUnknownSync(Schema.NullOr(Schema.Array(ChangedNoun)))

/** The next endpoint whose time has come, held until the transaction ends; those that others serve are passed by. */
const due = (sql: Tag, now: number) => sql<Array<Due>>`
  select e.id, e.person, e.url, e.nouns, e.secret, case when e.former_until > ${isoOf(now)} then e.former_secret end as "formerSecret",
    e.delivered::float8 as delivered, e.attempts, (extract(epoch from e.failing_since) * 1000)::float8 as "failingSince"
  from webhook_endpoint e
  where e.active and e.removed_at is null and e.next_try <= ${isoOf(now)} and e.delivered < (select seq from change_head)
  order by e.next_try, e.id limit 1 for update of e skip locked`

/** What is to be sent: the records, null for too many, and the last entry that they are of. */
interface Parcel {
  readonly records: ReadonlyArray<FeedRecord> | null
  readonly until: number
}

/** Everything since the last delivery; of one that failed exactly what it was, however much was entered since. */
const parcelFor = async (sql: Tag, { delivered, id, nouns }: Due, { isTold, units }: Audience): Promise<Parcel> => {
  const [failed] = await sql<Array<{ until: number }>>`
    select until::float8 as until from webhook_delivery
    where endpoint = ${id} and since = ${delivered} and not ok order by id desc limit 1`
  const wanted = (decodeNouns(nouns) ?? fedNouns).filter((noun) => fedNouns.includes(noun))
  let since = { seq: Sequence.make(delivered), rows: 0 }
  let records: ReadonlyArray<FeedRecord> = []
  for (;;) {
    const page = await readFeed(sql, { since, nouns: wanted, units, limit: MOST_RECORDS + 1 })
    records = [...records, ...page.records.filter(isTold)].filter(
      ({ seq }) => failed === undefined || seq <= failed.until
    )
    since = { ...page.next }
    const over = failed !== undefined && since.seq >= failed.until
    if (records.length > MOST_RECORDS) {
      const [head] = await sql<Array<{ seq: number }>>`select seq::float8 as seq from change_head`
      return { records: null, until: failed?.until ?? head?.seq ?? delivered }
    }
    if (!page.more || over) return { records, until: failed?.until ?? since.seq }
  }
}

/** Notes an attempt, and when the next is due. */
const note = async (
  sql: Tag,
  endpoint: Due,
  attempt: { readonly message: string; readonly until: number; readonly at: number; readonly received: Received },
  { now, random }: Pick<Options, "now" | "random">
): Promise<DeliveryOutcome["result"]> => {
  const { attempts, delivered, failingSince, id } = endpoint
  const { at, message, received, until } = attempt
  const { answer, status, tookMs } = received
  const ok = status !== null && status >= 200 && status < 300
  await sql`
    insert into webhook_delivery (endpoint, message, since, until, attempt, at, took, status, answer, ok)
    values (${id}, ${message}, ${delivered}, ${until}, ${attempts + 1}, ${isoOf(at)}, ${Math.round(tookMs)}, ${status},
      ${answer.replaceAll("\0", "").slice(0, MOST_ANSWER)}, ${ok})`
  await sql`delete from webhook_delivery where endpoint = ${id} and at < ${isoOf(at)}::timestamptz - interval '30 days'`
  if (ok) {
    await sql`
      update webhook_endpoint set delivered = ${until}, attempts = 0, failing_since = null, next_try = ${isoOf(now())} where id = ${id}`
    return "delivered"
  }
  const since = failingSince ?? at
  const gone = wantsNoMore(status)
  const givenUp = gone || isGivenUp(since, now())
  const words = gone ? receiverGone : switchedOff(isoOf(since))
  await sql`
    update webhook_endpoint set attempts = ${attempts + 1}, failing_since = ${isoOf(since)}, active = ${!givenUp},
      next_try = ${isoOf(nextDelivery(attempts + 1, now(), random()))}, notice = ${givenUp ? `${words.vi} · ${words.en}` : null}
    where id = ${id}`
  return givenUp ? "switchedOff" : "failed"
}

const serve = Effect.fnUntraced(function* ({ audience, now, random, send }: Options) {
  const [endpoint] = yield* query((sql) => due(sql, now()))
  if (endpoint === undefined) return null
  const { delivered, formerSecret, id, person, secret, url } = endpoint
  const outcome = (result: DeliveryOutcome["result"], received: Received | null): DeliveryOutcome => ({
    endpoint: id,
    url,
    result,
    received
  })
  const allowed = yield* audience(person === null ? null : PersonId.make(person))
  if (allowed === null) {
    const words = "Người lập webhook không còn quyền nhận thay đổi · Whoever made it may not follow changes any more"
    yield* query((sql) => sql`update webhook_endpoint set active = false, notice = ${words} where id = ${id}`)
    return outcome("switchedOff", null)
  }
  const { records, until } = yield* query((sql) => parcelFor(sql, endpoint, allowed))
  if (records !== null && records.length === 0) {
    yield* query((sql) => sql`update webhook_endpoint set delivered = ${until} where id = ${id}`)
    return outcome("nothing", null)
  }
  const message = `chg_${id}_${delivered}_${until}`
  const at = now()
  const received = yield* Effect.promise(() =>
    send({
      id: message,
      url,
      secrets: formerSecret === null ? [secret] : [secret, formerSecret],
      at: isoOf(at),
      since: Sequence.make(delivered),
      until: Sequence.make(until),
      records
    })
  )
  const result = yield* query((sql) => note(sql, endpoint, { message, until, at, received }, { now, random }))
  return outcome(result, received)
})

/** Serves the next endpoint whose time has come, in a transaction that holds its row. */
export const deliverNext = (own: Database["Service"], options: Options): Effect.Effect<DeliveryOutcome | null> =>
  // A program that is told to stop notes first what it has handed over.
  inTransaction(serve(options)).pipe(Effect.provideService(Database, own), Effect.orDie, Effect.uninterruptible)
