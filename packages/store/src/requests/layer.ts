import {
  type AnsweredChange,
  type AskedChange,
  ChangesBy,
  KeyInProgress,
  KeyReused,
  KeyUnsettled,
  Requests,
  ToldOnce,
  WithinChange
} from "@ntm/domain/changes"
import { Moment } from "@ntm/domain/values"
import { Effect, Exit, Layer } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import { QueryFailed } from "../database/query-failed.ts"
import { inTransaction } from "../database/transaction.ts"
import { isoMoment } from "../observations/ledger.ts"

/** What was begun so long ago without an end is not under way any more. */
const UNDER_WAY = "2 minutes"

interface Kept {
  readonly fingerprint: string
  readonly at: string
  readonly ended: boolean
  readonly underWay: boolean
  readonly answer: string | null
}

interface Named extends AskedChange {
  readonly key: string
  readonly caller: string
}

const find = async (sql: Tag, { caller, key }: Named): Promise<Kept | undefined> => {
  const [kept] = await sql<Array<Kept>>`
    select fingerprint, ${isoMoment(sql, sql`begun_at`)} as at, ended_at is not null as ended,
      begun_at > now() - ${UNDER_WAY}::interval as "underWay", answer
    from request_kept where caller = ${caller} and key = ${key} and begun_at > now() - interval '24 hours'`
  return kept
}

/** What was answered before, as far as the same was asked and the answer may be told again. */
const again = ({ answer, at, fingerprint }: Kept, asked: Named) => {
  const { key } = asked
  if (fingerprint !== asked.fingerprint) return Effect.fail(new KeyReused({ key, at: Moment.make(at) }))
  if (answer === null) return Effect.fail(new ToldOnce({ key, at: Moment.make(at) }))
  return Effect.succeed<AnsweredChange>({ answer, replayed: true })
}

/** Whoever asks first has it until their transaction ends; false for everybody else. */
const takeKey = async (sql: Tag, { caller, key }: Named): Promise<boolean> => {
  const [taken] = await sql<Array<{ taken: boolean }>>`
    select pg_try_advisory_xact_lock(hashtextextended(${`request ${caller} ${key}`}, 0)) as taken`
  return taken?.taken === true
}

/** Puts the request down as begun; false where it is there already. One that is older than a day is nobody's any more. */
const begin = async (sql: Tag, { caller, fingerprint, key, secret }: Named): Promise<boolean> => {
  await sql`select request_forget()`
  const begun = await sql`
    insert into request_kept as k (caller, key, fingerprint, begun_at, secret) values (${caller}, ${key}, ${fingerprint}, now(), ${secret})
    on conflict (caller, key) do update set fingerprint = excluded.fingerprint, begun_at = excluded.begun_at, secret = excluded.secret,
      ended_at = null, answer = null
    where k.begun_at <= now() - interval '24 hours'
    returning true`
  return begun.length === 1
}

const end = async (sql: Tag, { caller, key, secret }: Named, answer: string): Promise<void> => {
  await sql`
    update request_kept set ended_at = clock_timestamp(), answer = ${secret ? null : answer} where caller = ${caller} and key = ${key}`
}

const first = (answer: string): AnsweredChange => ({ answer, replayed: false })

/** `Requests` on PostgreSQL. */
export const requestsLayer: Layer.Layer<Requests, never, Database> = Layer.effect(
  Requests,
  Effect.gen(function* () {
    const own = yield* Database
    const current = Effect.map(Effect.serviceOption(Database), (given) => (given._tag === "Some" ? given.value : own))
    const named = (asked: AskedChange, key: string) =>
      Effect.map(ChangesBy, (by): Named => ({ ...asked, key, caller: by?.person ?? "" }))
    /** Outside every transaction, as the program itself: what is put down stays. */
    const note = <A>(run: (sql: Tag) => Promise<A>): Effect.Effect<A> =>
      Effect.orDie(Effect.provideService(query(run), Database, own))

    const underKey = Effect.fnUntraced(function* <E, R>(work: Effect.Effect<string, E, R>, asked: Named) {
      // What was done is answered without anybody waiting; whoever gets the key looks again, for it may have been done just before.
      const done = yield* query((sql) => find(sql, asked))
      if (done !== undefined) return yield* again(done, asked)
      if (!(yield* query((sql) => takeKey(sql, asked)))) return yield* new KeyInProgress({ key: asked.key })
      const kept = yield* query((sql) => find(sql, asked))
      if (kept !== undefined) return yield* again(kept, asked)
      const answer = yield* work
      yield* query(async (sql) => {
        await begin(sql, asked)
        await end(sql, asked, answer)
      })
      return first(answer)
    })

    return Requests.of({
      together: (asked) => (work) =>
        Effect.gen(function* () {
          const database = yield* current
          const within = Effect.provideService(work, WithinChange, true)
          const body = Effect.gen(function* () {
            yield* query((sql) => sql`select set_config('ntm.changing', 'on', true)`)
            return asked.key === null ? first(yield* within) : yield* underKey(within, yield* named(asked, asked.key))
          })
          return yield* inTransaction(body).pipe(
            Effect.provideService(Database, database),
            Effect.catch((error) => (error instanceof QueryFailed ? Effect.die(error) : Effect.fail(error)))
          )
        }),
      around: (asked) => (work) =>
        Effect.uninterruptible(
          Effect.gen(function* () {
            if (asked.key === null) return first(yield* work)
            const mine = yield* named(asked, asked.key)
            if (!(yield* note((sql) => begin(sql, mine)))) {
              const kept = yield* note((sql) => find(sql, mine))
              // It was free again in between: whoever asks once more gets it.
              if (kept === undefined) return yield* new KeyInProgress({ key: mine.key })
              if (kept.ended || kept.fingerprint !== mine.fingerprint) return yield* again(kept, mine)
              return yield* kept.underWay
                ? new KeyInProgress({ key: mine.key })
                : new KeyUnsettled({ key: mine.key, at: Moment.make(kept.at) })
            }
            const done = yield* Effect.exit(work)
            if (Exit.isSuccess(done)) yield* note((sql) => end(sql, mine, done.value))
            // A refusal changed nothing. Of a fault nobody knows what it left.
            else if (done.cause.reasons.some((reason) => reason._tag === "Fail"))
              yield* note((sql) =>
                sql`delete from request_kept where caller = ${mine.caller} and key = ${mine.key}`.then(() => undefined)
              )
            return first(yield* done)
          })
        ),
      holding: (things) =>
        Effect.gen(function* () {
          const database = yield* current
          // In one order, so that nobody waits in a circle.
          for (const thing of [...new Set(things)].sort())
            yield* query((sql) => sql`select pg_advisory_xact_lock(hashtextextended(${`thing ${thing}`}, 0))`).pipe(
              Effect.provideService(Database, database)
            )
        }).pipe(Effect.orDie)
    })
  })
)
