import { catalogueOf, CriteriaSets } from "@ntm/domain/criteria"
import { Reorganisations } from "@ntm/domain/units"
import { Works, WorksRefused, WorksRules } from "@ntm/domain/works"
import { Effect, Layer, Schema } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { queryOn, reader } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { journalMoment } from "../journal/ledger.ts"
import { readJournal, readResting } from "./reading.ts"
import { approveWorks, recordGifts, recordLandEvents, recordReports, type WorksWriter } from "./recording.ts"
import { noRules, rulesAt } from "./rules.ts"

/** What a batch is refused for is the caller's to know; a database that refuses is a defect. */
const asRefused = (failed: QueryFailed): Effect.Effect<never, WorksRefused> =>
  failed.cause instanceof WorksRefused ? Effect.fail(failed.cause) : Effect.die(failed)

/** `Works` on PostgreSQL. */
export const worksLayer: Layer.Layer<Works, never, Database | Reorganisations | CriteriaSets> = Layer.effect(
  Works,
  Effect.gen(function* () {
    const own = yield* Database
    const { register } = yield* Reorganisations
    const { list } = yield* CriteriaSets
    const ask = queryOn(own)
    const rules = reader(own)(Schema.Struct({ body: WorksRules }))

    /** Writes in a transaction, inside the caller's where there is one. */
    const writing = Effect.fnUntraced(function* <A>(
      actor: WorksWriter["actor"],
      write: (sql: Tag, writer: WorksWriter) => Promise<A>
    ) {
      const { chronicle } = yield* register()
      const writer = { actor, chronicle, inputs: catalogueOf(yield* list(null)) }
      const current = yield* Effect.serviceOption(Database)
      return yield* inTransaction(query((sql) => write(sql, writer))).pipe(
        Effect.provideService(Database, current._tag === "Some" ? current.value : own),
        Effect.catchTag("QueryFailed", asRefused)
      )
    })

    return Works.of({
      journal: Effect.fn("Works.journal")((units) =>
        Effect.orDie(ask((sql) => readJournal(sql, units === null ? null : { units })))
      ),
      approve: Effect.fn("Works.approve")((batch, works, actor) =>
        writing(actor, (sql, writer) => approveWorks(sql, writer, batch, works))
      ),
      report: Effect.fn("Works.report")((reports, actor) =>
        writing(actor, (sql, writer) => recordReports(sql, writer, reports))
      ),
      giveLand: Effect.fn("Works.giveLand")((gifts, actor) =>
        writing(actor, (sql, writer) => recordGifts(sql, writer, gifts))
      ),
      followLand: Effect.fn("Works.followLand")((events, actor) =>
        writing(actor, (sql, writer) => recordLandEvents(sql, writer, events))
      ),
      resting: Effect.fn("Works.resting")(() => Effect.orDie(ask(readResting))),
      rules: Effect.fn("Works.rules")((knownAt) =>
        Effect.map(
          rules((sql) => rulesAt(sql, knownAt)),
          ([known]) => known?.body ?? noRules
        )
      ),
      moment: Effect.fn("Works.moment")(() => Effect.orDie(ask((sql) => journalMoment(sql, "works"))))
    })
  })
)
