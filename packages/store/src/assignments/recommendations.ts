import {
  askedRecommendations,
  checkRecommendationEvents,
  Limitation,
  Recommendation,
  RecommendationEvent,
  RecommendationEventId,
  type RecommendationProblem,
  type RecommendationRecording,
  Recommendations,
  RecommendationsRefused,
  type TaskPlan
} from "@ntm/domain/assignments"
import { type Actor, dayInVietnam, heardAs } from "@ntm/domain/criteria"
import type { DocumentId } from "@ntm/domain/documents"
import { listedProblems } from "@ntm/domain/values"
import { Effect, Layer, Schema } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { queryOn, reader } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { closeJournal, openJournal, settledMoment } from "../journal/ledger.ts"
import { unkept } from "../observations/evidence-named.ts"
import { appendEvents, documentOf, oneOrAll, readEvents } from "./events.ts"

const decodeEvents = Schema.decodeUnknownSync(Schema.Array(RecommendationEvent))

/** Files that are named as evidence and are not kept here. */
const fileProblems = async (
  sql: Tag,
  batch: ReadonlyArray<RecommendationRecording>
): Promise<ReadonlyArray<RecommendationProblem>> => {
  const files = await unkept(sql, batch)
  return files.map(({ field, row, sentence }) => ({ row, field, kind: "form", sentence }))
}

interface RecommendationWriter {
  readonly actor: Actor
  readonly plan: TaskPlan
  readonly recommendations: ReadonlyArray<Recommendation>
}

/** Appends events, in the transaction of `sql`; throws `RecommendationsRefused`, and the transaction has to be rolled back then. */
const recordEvents = async (
  sql: Tag,
  batch: ReadonlyArray<RecommendationRecording>,
  { actor: acting, plan, recommendations }: RecommendationWriter
) => {
  const { lastId, moment } = await openJournal(sql, "recommendations")
  const documents = [...new Set(batch.map((event) => documentOf(event.recommendation)))]
  const events = decodeEvents(await readEvents(sql, "recommendation_event", "recommendation", documents))
  const asked = askedRecommendations(recommendations, plan)
  const today = dayInVietnam(moment)
  const { actor, checked: refused } = heardAs(
    acting,
    (one) => checkRecommendationEvents(batch, { recommendations: asked, plan, events, actor: one, today }),
    (checked) => checked?.problems.length ?? 0
  )
  const listed = listedProblems([...(refused?.problems ?? []), ...(await fileProblems(sql, batch))])
  if (listed !== null) throw new RecommendationsRefused({ problems: listed })
  const happened = batch.map(({ recommendation: subject, ...event }) => ({ ...event, subject }))
  const ids = await appendEvents(sql, "recommendation_event", happened, { actor, lastId, moment })
  await closeJournal(sql, "recommendations", lastId + ids.length)
  return { ids: ids.map((id) => RecommendationEventId.make(id)), recordedAt: moment }
}

/** What a batch is refused for is the caller's to know; a database that refuses is a defect. */
const asRefused = (failed: QueryFailed): Effect.Effect<never, RecommendationsRefused> =>
  failed.cause instanceof RecommendationsRefused ? Effect.fail(failed.cause) : Effect.die(failed)

/** `Recommendations` on PostgreSQL. */
export const recommendationsLayer: Layer.Layer<Recommendations, never, Database> = Layer.effect(
  Recommendations,
  Effect.gen(function* () {
    const own = yield* Database
    const read = reader(own)
    const recommendations = read(Schema.Struct({ body: Recommendation }))
    const limitations = read(Schema.Struct({ body: Limitation }))
    const events = read(RecommendationEvent)
    const of = (sql: Tag, document: DocumentId | null) =>
      document === null ? sql`` : sql`where document_id = ${document}`

    const list: Recommendations["Service"]["list"] = Effect.fn("Recommendations.list")((document) =>
      Effect.map(
        recommendations((sql) => sql`select body from recommendation ${of(sql, document)} order by position`),
        (rows) => rows.map(({ body }) => body)
      )
    )

    return Recommendations.of({
      list,
      limitations: Effect.fn("Recommendations.limitations")((document) =>
        Effect.map(
          limitations((sql) => sql`select body from limitation ${of(sql, document)} order by position`),
          (rows) => rows.map(({ body }) => body)
        )
      ),
      journal: Effect.fn("Recommendations.journal")((document) =>
        events((sql) => readEvents(sql, "recommendation_event", "recommendation", oneOrAll(document)))
      ),
      record: Effect.fn("Recommendations.record")(function* (batch, writer) {
        const all = yield* list(null)
        const current = yield* Effect.serviceOption(Database)
        return yield* inTransaction(query((sql) => recordEvents(sql, batch, { ...writer, recommendations: all }))).pipe(
          Effect.provideService(Database, current._tag === "Some" ? current.value : own),
          Effect.catchTag("QueryFailed", asRefused)
        )
      }),
      moment: Effect.fn("Recommendations.moment")(() =>
        Effect.orDie(queryOn(own)((sql) => settledMoment(sql, "recommendations")))
      )
    })
  })
)
