import {
  checkTaskEvents,
  Duty,
  Tasking,
  TaskEvent,
  TaskEventId,
  type TaskEventRecording,
  type RecordedTaskEvents,
  type TaskProblem,
  Tasks,
  TasksRefused,
  type TaskWriter
} from "@ntm/domain/assignments"
import { dayInVietnam, heardAs } from "@ntm/domain/criteria"
import { listedProblems } from "@ntm/domain/values"
import { Effect, Layer, Schema } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { queryOn, reader } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { closeJournal, openJournal, settledMoment } from "../journal/ledger.ts"
import { unkept } from "../observations/evidence-named.ts"
import { appendEvents, documentOf, oneOrAll, readEvents } from "./events.ts"

const decodeEvents = Schema.decodeUnknownSync(Schema.Array(TaskEvent))

/** Files that are named as evidence and are not kept here. */
const fileProblems = async (
  sql: Tag,
  batch: ReadonlyArray<TaskEventRecording>
): Promise<ReadonlyArray<TaskProblem>> => {
  const files = await unkept(sql, batch)
  return files.map(({ field, row, sentence }) => ({ row, field, kind: "form", sentence, rule: null, next: null }))
}

/** Appends events, in the transaction of `sql`; throws `TasksRefused`, and the transaction has to be rolled back then. */
const recordEvents = async (
  sql: Tag,
  batch: ReadonlyArray<TaskEventRecording>,
  { actor: acting, closedByEvidence, plan }: TaskWriter
): Promise<RecordedTaskEvents> => {
  const { lastId, moment } = await openJournal(sql, "tasks")
  const documents = [...new Set(batch.map(({ task }) => documentOf(task)))]
  const events = decodeEvents(await readEvents(sql, "task_event", "task", documents))
  const today = dayInVietnam(moment)
  const { actor, checked: refused } = heardAs(
    acting,
    (one) => checkTaskEvents(batch, { plan, events, actor: one, closedByEvidence, today }),
    (checked) => checked?.problems.length ?? 0
  )
  const listed = listedProblems([...(refused?.problems ?? []), ...(await fileProblems(sql, batch))])
  if (listed !== null) throw new TasksRefused({ problems: listed })
  const happened = batch.map(({ task, ...event }) => ({ ...event, subject: task }))
  const ids = await appendEvents(sql, "task_event", happened, { actor, lastId, moment })
  await closeJournal(sql, "tasks", lastId + ids.length)
  return { ids: ids.map((id) => TaskEventId.make(id)), recordedAt: moment }
}

/** What a batch is refused for is the caller's to know; a database that refuses is a defect. */
const asRefused = (failed: QueryFailed): Effect.Effect<never, TasksRefused> =>
  failed.cause instanceof TasksRefused ? Effect.fail(failed.cause) : Effect.die(failed)

/** `Tasks` on PostgreSQL. */
export const tasksLayer: Layer.Layer<Tasks, never, Database> = Layer.effect(
  Tasks,
  Effect.gen(function* () {
    const own = yield* Database
    const read = reader(own)
    const taskings = read(Schema.Struct({ body: Tasking }))
    const duties = read(Schema.Struct({ body: Duty }))
    const events = read(TaskEvent)
    return Tasks.of({
      taskings: Effect.fn("Tasks.taskings")(() =>
        Effect.map(
          taskings((sql) => sql`select body from tasking order by position`),
          (rows) => rows.map(({ body }) => body)
        )
      ),
      duties: Effect.fn("Tasks.duties")(() =>
        Effect.map(
          duties((sql) => sql`select body from duty order by position`),
          (rows) => rows.map(({ body }) => body)
        )
      ),
      journal: Effect.fn("Tasks.journal")((document) =>
        events((sql) => readEvents(sql, "task_event", "task", oneOrAll(document)))
      ),
      record: Effect.fn("Tasks.record")(function* (batch, writer) {
        const current = yield* Effect.serviceOption(Database)
        return yield* inTransaction(query((sql) => recordEvents(sql, batch, writer))).pipe(
          Effect.provideService(Database, current._tag === "Some" ? current.value : own),
          Effect.catchTag("QueryFailed", asRefused)
        )
      }),
      moment: Effect.fn("Tasks.moment")(() => Effect.orDie(queryOn(own)((sql) => settledMoment(sql, "tasks"))))
    })
  })
)
