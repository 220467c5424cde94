import {
  chronicleAt,
  inForceAt,
  type JournalEvent,
  type KnownRegister,
  nothingRecorded,
  RegisterChanged,
  type RegisterSnapshot,
  Reorganisation,
  ReorganisationDocument,
  ReorganisationNotFound,
  Reorganisations,
  undo as undone
} from "@ntm/domain/units"
import { Day, type Moment } from "@ntm/domain/values"
import { Effect, Layer, Schema } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import { writeLock } from "../database/lock.ts"
import { queryOn, reader } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { nextMoment, settle } from "../observations/ledger.ts"
import { takeBack, versionOf, writePlan } from "./applying.ts"
import { recordedSince } from "./recorded.ts"
import { chronicleFrom, journalFrom, selectRegister } from "./snapshot.ts"

const applied = {
  id: Schema.String,
  document: ReorganisationDocument,
  day: Day,
  appliedAt: Schema.String,
  undoneAt: Schema.NullOr(Schema.String)
}
const Applied = Schema.Struct(applied)
const Recorded = Schema.Struct({
  ...applied,
  body: Reorganisation,
  changed: Schema.NullOr(Schema.Struct({ ends: Schema.Int, begins: Schema.Int, transfers: Schema.Int }))
})

/** The columns of an event `e`. */
const appliedColumns = (sql: Tag) => sql`
  e.id, e.body -> 'document' as document, e.day,
  to_char(e.applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "appliedAt",
  to_char(e.undone_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "undoneAt"`

/** The version once nobody else writes: to be asked first in a transaction that will. */
const lockedVersion = query(async (sql) => {
  await writeLock(sql)
  return versionOf(sql)
})

/** A register that was read, with everything that people did to it. */
interface Kept extends RegisterSnapshot {
  readonly journal: ReadonlyArray<JournalEvent>
}

/** Names what was in force at the moment, where that is not what is now. */
const versionAt = ({ journal, version }: Kept, moment: Moment): string => {
  const otherwise = journal.flatMap((event, place) => {
    const then = inForceAt(event, moment)
    return then === (event.undoneAt === null) ? [] : [`${then ? "+" : "-"}${place}`]
  })
  return [version, ...otherwise].join(" ")
}

/** Registers of the past that are kept: a report compares two moments, somebody looks at a few. */
const MOST_KEPT = 4

/** `Reorganisations` on PostgreSQL. The newest register that was read is kept; a version never names two. */
export const reorganisationsLayer: Layer.Layer<Reorganisations, never, Database> = Layer.effect(
  Reorganisations,
  Effect.gen(function* () {
    const own = yield* Database
    const read = reader(own)
    const ask = queryOn(own)
    const version = Effect.orDie(ask(versionOf))
    const events = read(Applied)
    const recorded = read(Recorded)
    let kept: Kept | undefined
    const past = new Map<string, KnownRegister>()

    /** Writes in a transaction, inside the caller's where there is one. A database that refuses is a defect. */
    const writing = <A, E>(body: Effect.Effect<A, E, Database>) =>
      Effect.serviceOption(Database).pipe(
        Effect.flatMap((current) =>
          inTransaction(body).pipe(Effect.provideService(Database, current._tag === "Some" ? current.value : own))
        )
      )

    const newest = Effect.fnUntraced(function* () {
      for (let current = yield* version; ;) {
        if (kept?.version === current) return kept
        const stored = yield* Effect.orDie(ask(selectRegister))
        const after = yield* version
        // Whoever writes units moves the version on in the same transaction: so nothing came in between.
        if (after === current) {
          kept = { version: current, chronicle: chronicleFrom(stored), journal: journalFrom(stored) }
          return kept
        }
        current = after
      }
    })

    const register: Reorganisations["Service"]["register"] = Effect.fn("Reorganisations.register")(newest)

    const registerAt: Reorganisations["Service"]["registerAt"] = Effect.fn("Reorganisations.registerAt")(
      function* (moment) {
        yield* Effect.orDie(ask((sql) => settle(sql, moment)))
        const now = yield* newest()
        const version = versionAt(now, moment)
        const known = past.get(version) ?? { version, chronicle: chronicleAt(now.chronicle, now.journal, moment) }
        past.delete(version)
        past.set(version, known)
        for (const oldest of past.keys()) if (past.size > MOST_KEPT) past.delete(oldest)
        return known
      }
    )

    const list: Reorganisations["Service"]["list"] = Effect.fn("Reorganisations.list")(function* () {
      return yield* events((sql) => sql`select ${appliedColumns(sql)} from reorganisation e order by e.sequence`)
    })

    const get: Reorganisations["Service"]["get"] = Effect.fn("Reorganisations.get")(function* (id) {
      const [event] = yield* recorded(
        (sql) => sql`
          select ${appliedColumns(sql)}, e.body, case when e.undone_at is null then json_build_object(
            'ends', (select count(*) from unit where ended_by = e.sequence),
            'begins', (select count(*) from unit where begun_by = e.sequence),
            'transfers', (select count(*) from transfer where event = e.sequence)) end as changed
          from reorganisation e where e.id = ${id} order by e.sequence desc limit 1`
      )
      return event === undefined ? yield* new ReorganisationNotFound({ id }) : event
    })

    const apply: Reorganisations["Service"]["apply"] = Effect.fn("Reorganisations.apply")(function* (plan, version) {
      const event = plan.reorganisation.id
      return yield* writing(
        Effect.gen(function* () {
          if ((yield* lockedVersion) !== version) return yield* new RegisterChanged({ event })
          return yield* query((sql) => writePlan(sql, plan))
        })
      ).pipe(Effect.catchTag("QueryFailed", Effect.die))
    })

    const undo: Reorganisations["Service"]["undo"] = Effect.fn("Reorganisations.undo")(function* (id) {
      return yield* writing(
        Effect.gen(function* () {
          yield* lockedVersion
          const { chronicle } = yield* register()
          yield* Effect.fromResult(undone(chronicle, id))
          const plan = chronicle.events.find(({ reorganisation }) => reorganisation.id === id)
          // Before anything of the journal is locked: who records takes the ledger first, too.
          const moment = yield* query(nextMoment)
          if (plan !== undefined) {
            const recorded = yield* query((sql) => recordedSince(sql, plan))
            yield* Effect.fromResult(nothingRecorded(plan, recorded))
          }
          return yield* query((sql) => takeBack(sql, id, moment))
        })
      ).pipe(Effect.catchTag("QueryFailed", Effect.die))
    })

    return Reorganisations.of({ register, registerAt, list, get, apply, undo })
  })
)
