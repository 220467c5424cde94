import { Funding, FundingRefused } from "@ntm/domain/funding"
import { Reorganisations } from "@ntm/domain/units"
import type { Moment } from "@ntm/domain/values"
import { Effect, Layer } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { queryOn } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { journalMoment, settleJournal } from "../journal/ledger.ts"
import { readTables } from "./printed.ts"
import { readEntries, readLate, readResting, readSums, readTiers } from "./reading.ts"
import { recordEntries } from "./recording.ts"
import { worksOf } from "./works-of.ts"

/** What a batch is refused for is the caller's to know; a database that refuses is a defect. */
const asRefused = (failed: QueryFailed): Effect.Effect<never, FundingRefused> =>
  failed.cause instanceof FundingRefused ? Effect.fail(failed.cause) : Effect.die(failed)

/** `Funding` on PostgreSQL. */
export const fundingLayer: Layer.Layer<Funding, never, Database | Reorganisations> = Layer.effect(
  Funding,
  Effect.gen(function* () {
    const own = yield* Database
    const { register } = yield* Reorganisations
    const ask = queryOn(own)
    /** A moment up to which everything is written: what is asked as known by then needs not wait. */
    let settled: Moment | null = null

    /** Reads as known at a moment (null: now), once what may bear an earlier one is written. */
    const reading = <A>(knownAt: Moment | null, read: (sql: Tag) => Promise<A>): Effect.Effect<A> =>
      Effect.orDie(
        ask(async (sql) => {
          if (knownAt !== null && (settled === null || settled < knownAt))
            settled = await settleJournal(sql, "funding", knownAt)
          return read(sql)
        })
      )

    const record: Funding["Service"]["record"] = Effect.fn("Funding.record")(function* (batch, actor) {
      const { chronicle } = yield* register()
      const writer = { actor, chronicle, worksOf, onlyNew: true }
      return yield* Effect.serviceOption(Database).pipe(
        Effect.flatMap((current) =>
          inTransaction(query((sql) => recordEntries(sql, batch, writer))).pipe(
            Effect.provideService(Database, current._tag === "Some" ? current.value : own)
          )
        ),
        Effect.catchTag("QueryFailed", asRefused)
      )
    })

    return Funding.of({
      record,
      tables: Effect.fn("Funding.tables")((document) => reading(null, (sql) => readTables(sql, document))),
      sums: Effect.fn("Funding.sums")((question) => reading(question.knownAt, (sql) => readSums(sql, question))),
      tiers: Effect.fn("Funding.tiers")((question) => reading(question.knownAt, (sql) => readTiers(sql, question))),
      entries: Effect.fn("Funding.entries")((question) =>
        reading(question.knownAt, (sql) => readEntries(sql, question))
      ),
      late: Effect.fn("Funding.late")((question) => reading(question.knownAt, (sql) => readLate(sql, question))),
      resting: Effect.fn("Funding.resting")((question) =>
        reading(question.knownAt, (sql) => readResting(sql, question))
      ),
      moment: Effect.fn("Funding.moment")(() => reading(null, (sql) => journalMoment(sql, "funding")))
    })
  })
)
