import { catalogueOf, CriteriaSets } from "@ntm/domain/criteria"
import { Dossiers, DossiersRefused, ProceduresRefused } from "@ntm/domain/dossiers"
import { Moment } from "@ntm/domain/values"
import { Effect, Layer } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { queryOn } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { settle } from "../observations/ledger.ts"
import { loadProcedures, readProcedures } from "./procedures.ts"
import { readJournal } from "./reading.ts"
import { openDossiers, recordEvents } from "./recording.ts"

/** What a batch is refused for is the caller's to know; a database that refuses is a defect. */
const asRefused = (failed: QueryFailed): Effect.Effect<never, DossiersRefused> =>
  failed.cause instanceof DossiersRefused ? Effect.fail(failed.cause) : Effect.die(failed)

const asUnloaded = (failed: QueryFailed): Effect.Effect<never, ProceduresRefused> =>
  failed.cause instanceof ProceduresRefused ? Effect.fail(failed.cause) : Effect.die(failed)

/** `Dossiers` on PostgreSQL. */
export const dossiersLayer: Layer.Layer<Dossiers, never, Database | CriteriaSets> = Layer.effect(
  Dossiers,
  Effect.gen(function* () {
    const own = yield* Database
    const sets = yield* CriteriaSets
    const ask = <A>(run: (sql: Tag) => Promise<A>) => Effect.orDie(queryOn(own)(run))

    /** Writes in a transaction, inside the caller's where there is one. */
    const writing = <A, E>(body: (sql: Tag) => Promise<A>, refused: (failed: QueryFailed) => Effect.Effect<never, E>) =>
      Effect.serviceOption(Database).pipe(
        Effect.flatMap((current) =>
          inTransaction(query(body)).pipe(
            Effect.provideService(Database, current._tag === "Some" ? current.value : own)
          )
        ),
        Effect.catchTag("QueryFailed", refused)
      )

    return Dossiers.of({
      procedures: Effect.fn("Dossiers.procedures")((knownAt = null) =>
        ask(async (sql) => {
          if (knownAt !== null) await settle(sql, knownAt)
          return readProcedures(sql)
        })
      ),
      load: Effect.fn("Dossiers.load")((procedures, source) =>
        writing((sql) => loadProcedures(sql, procedures, source), asUnloaded)
      ),
      journal: Effect.fn("Dossiers.journal")((units, knownAt = null) =>
        ask(async (sql) => {
          if (knownAt !== null) await settle(sql, knownAt)
          return readJournal(sql, units === null ? "all" : { units }, knownAt)
        })
      ),
      open: Effect.fn("Dossiers.open")((batch, opener) =>
        writing((sql) => openDossiers(sql, batch, opener), asRefused)
      ),
      record: Effect.fn("Dossiers.record")(function* (batch, writer) {
        const inputs = catalogueOf(yield* sets.list())
        return yield* writing((sql) => recordEvents(sql, batch, writer, inputs), asRefused)
      }),
      moment: Effect.fn("Dossiers.moment")(() =>
        ask(async (sql) => {
          const { moment } = await settle(sql, null)
          return moment === null ? null : Moment.make(moment)
        })
      )
    })
  })
)
