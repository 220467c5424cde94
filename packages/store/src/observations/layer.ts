import { Observations, ObservationsRefused } from "@ntm/domain/criteria"
import { Reorganisations, UnitId } from "@ntm/domain/units"
import { Effect, Layer } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import { queryOn } from "../database/read.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { inTransaction } from "../database/transaction.ts"
import { readColumns } from "./columns.ts"
import { numbers } from "./copy.ts"
import { positionsOf } from "./dictionaries.ts"
import { isShort, madeUp, ofUnits, rowsInForce, standingBetween } from "./journal.ts"
import { settle } from "./ledger.ts"
import { moveBatch } from "./moving.ts"
import { rebuildPacked } from "./rebuild.ts"
import { recordBatch } from "./recording.ts"
import { readRecords, seriesValueFrom } from "./records.ts"

/** What a batch is refused for is the caller's to know; a database that refuses is a defect. */
const asRefused = (failed: QueryFailed): Effect.Effect<never, ObservationsRefused> =>
  failed.cause instanceof ObservationsRefused ? Effect.fail(failed.cause) : Effect.die(failed)

/** About as many inputs as there are, where all of them are asked for. */
const USUAL_INPUTS = 200

/** `Observations` on PostgreSQL. */
export const observationsLayer: Layer.Layer<Observations, never, Database | Reorganisations> = Layer.effect(
  Observations,
  Effect.gen(function* () {
    const own = yield* Database
    const { register } = yield* Reorganisations
    const ask = queryOn(own)

    /** Writes in a transaction, inside the caller's where there is one. */
    const writing = <A>(body: (sql: Tag) => Promise<A>) =>
      Effect.serviceOption(Database).pipe(
        Effect.flatMap((current) =>
          inTransaction(query(body)).pipe(
            Effect.provideService(Database, current._tag === "Some" ? current.value : own)
          )
        )
      )

    const record: Observations["Service"]["record"] = Effect.fn("Observations.record")(function* (batch, writer) {
      const { chronicle } = yield* register()
      return yield* writing((sql) => recordBatch(sql, chronicle, batch, writer)).pipe(
        Effect.catchTag("QueryFailed", asRefused)
      )
    })

    const move: Observations["Service"]["move"] = Effect.fn("Observations.move")(function* (batch, writer) {
      const { chronicle } = yield* register()
      return yield* writing((sql) => moveBatch(sql, chronicle.register, batch, writer)).pipe(
        Effect.catchTag("QueryFailed", asRefused)
      )
    })

    const columns: Observations["Service"]["columns"] = Effect.fn("Observations.columns")(function* (question) {
      return yield* ask((sql) => readColumns(sql, question)).pipe(Effect.orDie)
    })

    const inForceOf: Observations["Service"]["inForce"] = Effect.fn("Observations.inForce")(function* (question) {
      const { units, inputs } = question
      return yield* ask(async (sql) => {
        await settle(sql, question.knownAt)
        const positions = inputs === null ? null : [...(await positionsOf(sql, inputs)).values()]
        const short = await isShort(sql, units, positions?.length ?? USUAL_INPUTS)
        return readRecords(sql, rowsInForce(sql, units, positions, question, short), question.knownAt)
      }).pipe(Effect.orDie)
    })

    const series: Observations["Service"]["series"] = Effect.fn("Observations.series")(function* (question) {
      const { units, inputs, from } = question
      return yield* ask(async (sql) => {
        await settle(sql, question.knownAt)
        const reach = ofUnits(units, (await positionsOf(sql, inputs)).values())
        const rows: ReadonlyArray<unknown> = await standingBetween(sql, reach, from, question)
        return rows.map(seriesValueFrom)
      }).pipe(Effect.orDie)
    })

    const illustrative: Observations["Service"]["illustrative"] = Effect.fn("Observations.illustrative")(
      function* (question) {
        const { units, inputs } = question
        return yield* ask(async (sql) => {
          await settle(sql, question.knownAt)
          const positions = (await positionsOf(sql, inputs)).values()
          const rows = await madeUp(sql, units, positions, question)
          return new Set(rows.map(({ unit }) => UnitId.make(unit)))
        }).pipe(Effect.orDie)
      }
    )

    const reported: Observations["Service"]["reported"] = Effect.fn("Observations.reported")(function* (units) {
      return yield* ask(async (sql) => {
        const rows = await sql<Array<{ readonly unit: number }>>`
          select unit from observed_unit where unit = any(${numbers(units)}::int[])`
        return new Set(rows.map(({ unit }) => UnitId.make(unit)))
      }).pipe(Effect.orDie)
    })

    const history: Observations["Service"]["history"] = Effect.fn("Observations.history")(function* (of, input) {
      const units = typeof of === "number" ? [of] : of
      return yield* ask(async (sql) => {
        const wanted: ReturnType<Tag> = sql`
          select o.* from observed_unit u join observation o on o.province = u.province and o.unit = u.unit
          where u.unit = any(${numbers(units)}::int[]) ${
            input === null ? sql`` : sql`and o.input = (select position from observation_input where key = ${input})`
          }`
        return readRecords(sql, wanted)
      }).pipe(Effect.orDie)
    })

    const rebuild: Observations["Service"]["rebuild"] = Effect.fn("Observations.rebuild")(function* () {
      return yield* writing(rebuildPacked).pipe(Effect.orDie)
    })

    return Observations.of({
      record,
      move,
      columns,
      inForce: inForceOf,
      series,
      illustrative,
      reported,
      history,
      rebuild
    })
  })
)
