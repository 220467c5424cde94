import {
  AccountEvent,
  type AccountNote,
  checkPersonEvents,
  People,
  PeopleRefused,
  PersonEvent,
  PersonEventId,
  type PeopleWriter,
  type PersonRecording
} from "@ntm/domain/people"
import { dayInVietnam } from "@ntm/domain/criteria"
import { Effect, Layer, Schema } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { queryOn, reader } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { closeJournal, openJournal, settledMoment } from "../journal/ledger.ts"
import { appendRows } from "../observations/copy.ts"
import { isoMoment } from "../observations/ledger.ts"

const decodeEvents = Schema.decodeUnknownSync(Schema.Array(PersonEvent))

const readEvents = (sql: Tag): PromiseLike<ReadonlyArray<unknown>> => sql`
  select id, person, body as what, ${isoMoment(sql, sql`recorded_at`)} as "recordedAt",
    json_build_object('person', recorder, 'name', recorder_name) as "recordedBy"
  from person_event order by id`

/** Appends events, in the transaction of `sql`; throws `PeopleRefused`, and the transaction has to be rolled back then. */
const recordEvents = async (sql: Tag, batch: ReadonlyArray<PersonRecording>, writer: PeopleWriter) => {
  const { lastId, moment } = await openJournal(sql, "people")
  // Read once the journal is held: of two who end each other's administrator, the second is refused.
  const events = decodeEvents(await readEvents(sql))
  const { by, chronicle, demonstration } = writer
  const refused = checkPersonEvents(batch, { events, chronicle, demonstration, today: dayInVietnam(moment) })
  if (refused !== null) throw refused
  await appendRows(
    sql,
    "person_event",
    ["id", "person", "body", "recorded_at", "recorder", "recorder_name"],
    batch.map(({ person, what }, at) => [lastId + 1 + at, person, { json: what }, moment, by.person, by.name])
  )
  await closeJournal(sql, "people", lastId + batch.length)
  return { ids: batch.map((_, at) => PersonEventId.make(lastId + 1 + at)), recordedAt: moment }
}

/** Appends what happened to accounts, in the transaction of `sql`. */
const noteEvents = async (sql: Tag, notes: ReadonlyArray<AccountNote>, by: PeopleWriter["by"]): Promise<void> => {
  const { lastId, moment } = await openJournal(sql, "accounts")
  await appendRows(
    sql,
    "account_event",
    ["id", "person", "body", "recorded_at", "recorder", "recorder_name"],
    notes.map(({ person, what }, at) => [lastId + 1 + at, person, { json: what }, moment, by.person, by.name])
  )
  await closeJournal(sql, "accounts", lastId + notes.length)
}

/** What a batch is refused for is the caller's to know; a database that refuses is a defect. */
const asRefused = (failed: QueryFailed): Effect.Effect<never, PeopleRefused> =>
  failed.cause instanceof PeopleRefused ? Effect.fail(failed.cause) : Effect.die(failed)

/** `People` on PostgreSQL. */
export const peopleLayer: Layer.Layer<People, never, Database> = Layer.effect(
  People,
  Effect.gen(function* () {
    const own = yield* Database
    const events = reader(own)(PersonEvent)
    const accountEvents = reader(own)(AccountEvent)
    const ofRequest = Effect.map(Effect.serviceOption(Database), (current) =>
      current._tag === "Some" ? current.value : own
    )
    return People.of({
      journal: Effect.fn("People.journal")(() => events(readEvents)),
      record: Effect.fn("People.record")(function* (batch, writer) {
        return yield* inTransaction(query((sql) => recordEvents(sql, batch, writer))).pipe(
          Effect.provideService(Database, yield* ofRequest),
          Effect.catchTag("QueryFailed", asRefused)
        )
      }),
      note: Effect.fn("People.note")(function* (notes, by) {
        if (notes.length === 0) return
        yield* inTransaction(query((sql) => noteEvents(sql, notes, by))).pipe(
          Effect.provideService(Database, yield* ofRequest),
          Effect.orDie
        )
      }),
      accountEvents: Effect.fn("People.accountEvents")((person) =>
        accountEvents(
          (sql) => sql`
            select id, person, body as what, ${isoMoment(sql, sql`recorded_at`)} as "recordedAt",
              json_build_object('person', recorder, 'name', recorder_name) as "recordedBy"
            from account_event where person = ${person} order by id`
        )
      ),
      moment: Effect.fn("People.moment")(() => Effect.orDie(queryOn(own)((sql) => settledMoment(sql, "people"))))
    })
  })
)
