import {
  Agencies,
  type Agency,
  type Duty,
  type Limitation,
  type Recommendation,
  type RecommendationEvent,
  Recommendations,
  type TaskEvent,
  type Tasking,
  Tasks,
  weekendsOff,
  type WorkCalendar,
  WorkCalendars
} from "@ntm/domain/assignments"
import { Effect, Layer } from "effect"

const notHere = () => Effect.die(new Error("the journal is on a real database in these specs"))

/** Who owes what, as a spec tells it. */
export interface Owed {
  readonly agencies: ReadonlyArray<Agency>
  readonly calendar: WorkCalendar
  readonly taskings: ReadonlyArray<Tasking>
  readonly duties: ReadonlyArray<Duty>
  readonly recommendations: ReadonlyArray<Recommendation>
  readonly limitations: ReadonlyArray<Limitation>
  readonly events: ReadonlyArray<TaskEvent>
  readonly answers: ReadonlyArray<RecommendationEvent>
}

export const nothingOwed: Owed = {
  agencies: [],
  calendar: weekendsOff,
  taskings: [],
  duties: [],
  recommendations: [],
  limitations: [],
  events: [],
  answers: []
}

const of = <A extends { readonly document: string }>(all: ReadonlyArray<A>, document: string | null) =>
  all.filter((one) => document === null || one.document === document)

/** The ports over what a spec tells; nothing can be written. */
export const owedInMemory = (owed: Owed) => {
  const { agencies, answers, calendar, duties, events, limitations, recommendations, taskings } = owed
  return Layer.mergeAll(
    Layer.succeed(Agencies, Agencies.of({ list: () => Effect.succeed(agencies) })),
    Layer.succeed(WorkCalendars, WorkCalendars.of({ calendar: () => Effect.succeed(calendar) })),
    Layer.succeed(
      Tasks,
      Tasks.of({
        taskings: () => Effect.succeed(taskings),
        duties: () => Effect.succeed(duties),
        journal: () => Effect.succeed(events),
        record: notHere,
        moment: () => Effect.succeed(events.at(-1)?.recordedAt ?? null)
      })
    ),
    Layer.succeed(
      Recommendations,
      Recommendations.of({
        list: (document) => Effect.succeed(of(recommendations, document)),
        limitations: (document) => Effect.succeed(of(limitations, document)),
        journal: () => Effect.succeed(answers),
        record: notHere,
        moment: () => Effect.succeed(answers.at(-1)?.recordedAt ?? null)
      })
    )
  )
}
