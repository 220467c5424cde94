import { createHash } from "node:crypto"
import {
  Agencies,
  agencyDirectory,
  type AskedRecommendation,
  askedRecommendations,
  Assignments,
  bookOn,
  type ClosingFacts,
  type Limitation,
  planOf,
  type RecommendationEvent,
  Recommendations,
  type RecommendationStanding,
  recommendationStandings,
  type TaskBook,
  type TaskEvent,
  type TaskPlan,
  Tasks,
  type Tasking,
  type WorkCalendar,
  WorkCalendars
} from "@ntm/domain/assignments"
import { type DocumentId, documentLabel, Documents } from "@ntm/domain/documents"
import { Funding } from "@ntm/domain/funding"
import { Inventory } from "@ntm/domain/inventory"
import { Reorganisations } from "@ntm/domain/units"
import { Day, type Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { Kept } from "../assessments/kept.ts"
import { makeKnown } from "../assessments/known.ts"
import type { BookOf } from "../works/book.ts"
import { factsFor } from "./closing/facts.ts"
import { perScope } from "../people/kept-per-scope.ts"

/** What tasks are made of, with what answers show beside them. */
interface Sources {
  readonly taskings: ReadonlyArray<Tasking>
  readonly calendar: WorkCalendar
  readonly limitations: ReadonlyArray<Limitation>
  readonly labels: ReadonlyMap<DocumentId, string>
  readonly plan: TaskPlan
  readonly recommendations: ReadonlyArray<AskedRecommendation>
  /** Another one as soon as anything of it changed. */
  readonly version: string
}

/** Tasks and recommendations as they stand on a day, with all that they are made of. */
export interface KeptTasks extends Sources {
  readonly book: TaskBook
  readonly events: ReadonlyArray<TaskEvent>
  readonly answers: ReadonlyArray<RecommendationEvent>
  readonly standings: ReadonlyArray<RecommendationStanding>
  /** Asked again with it the answer is the same for ever; null while nothing was recorded. */
  readonly knownAt: Moment | null
}

/** As of which day, as known when; recurring tasks up to `until`, the end of the year of the day unless it is later. */
export interface TasksAsked {
  readonly asOf: Day
  readonly knownAt: Moment | null
  readonly until?: Day
}

/** A book of a province's documents takes some 5 MB. */
const MOST_BOOKS = 8
const MOST_PLANS = 4

const latest = (...moments: ReadonlyArray<Moment | null>): Moment | null =>
  moments.reduce((last, moment) => (moment !== null && (last === null || moment > last) ? moment : last), null)

const horizon = ({ asOf, until }: TasksAsked): Day => {
  const end = Day.make(`${asOf.slice(0, 4)}-12-31`)
  return until === undefined || until < end ? end : until
}

const hashOf = (...parts: ReadonlyArray<unknown>): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url")

/** Whether anything closes by evidence: without, no facts need be read. */
const hasConditions = ({ plan, recommendations }: Sources): boolean =>
  plan.tasks.some(({ closing }) => closing !== null) ||
  recommendations.some(
    ({ recommendation: { closing, contrasts } }) =>
      closing !== null || contrasts.some(({ condition }) => condition !== null)
  )

/**
 * Makes the books that answers about tasks and recommendations come from, and keeps the last ones as long as nothing they rest on changes.
 *
 * **Details** Tasks are made of documents, agencies and the register, and events of the journals: both are read whole, for they are small.
 * Without a moment the book is as known at the last batch of anything that it looks at, so that it can be asked for again.
 */
export const makeTasks = (bookOf: BookOf) => {
  const plans = new Kept<Sources>(MOST_PLANS)
  const booksOf = perScope(() => new Kept<KeptTasks>(MOST_BOOKS))
  const knownOn = makeKnown()

  const sourcesAt = Effect.fnUntraced(function* (asked: TasksAsked) {
    const register = yield* Reorganisations
    const { chronicle, version } =
      asked.knownAt === null ? yield* register.register() : yield* register.registerAt(asked.knownAt)
    const assignments = yield* (yield* Assignments).printed()
    const tasks = yield* Tasks
    const [taskings, duties] = [yield* tasks.taskings(), yield* tasks.duties()]
    const agencies = yield* (yield* Agencies).list()
    const calendar = yield* (yield* WorkCalendars).calendar()
    const port = yield* Recommendations
    const [recommendations, limitations] = [yield* port.list(null), yield* port.limitations(null)]
    const documents = yield* (yield* Documents).list()
    const until = horizon(asked)
    const heads = documents.map(({ date, id, kind, number, title }) => ({ date, id, kind, number, title }))
    const said = hashOf(assignments, taskings, duties, agencies, calendar, recommendations, limitations, heads)
    const key = `${version} ${until} ${said}`
    const before = plans.get(key)
    if (before !== undefined) return before
    const plan = planOf(
      { assignments, duties, taskings, agencies: agencyDirectory(agencies), calendar, chronicle },
      until
    )
    const made: Sources = {
      taskings,
      calendar,
      limitations,
      labels: new Map(documents.map((document) => [document.id, documentLabel(document)])),
      plan,
      recommendations: askedRecommendations(recommendations, plan),
      version: key
    }
    plans.put(key, made)
    return made
  })

  return Effect.fn("assignments.book")(function* (asked: TasksAsked) {
    const { asOf } = asked
    const sources = yield* sourcesAt(asked)
    const conditions = hasConditions(sources)
    const question = { asOf, knownAt: asked.knownAt, accept: "approved" as const }
    const facts = conditions ? yield* knownOn(question) : null
    const paid = conditions ? yield* (yield* Funding).moment() : null
    const listed = conditions ? yield* (yield* Inventory).moment() : null
    // The journals of this room come last: their moments wait for what is being written.
    const [tasks, recommendations] = [yield* Tasks, yield* Recommendations]
    const [told, answered] = [yield* tasks.moment(), yield* recommendations.moment()]
    const knownAt = asked.knownAt ?? latest(facts?.knownAt ?? null, paid, listed, told, answered)
    const key = JSON.stringify([sources.version, facts?.version, paid, listed, told, answered, asOf, knownAt])
    const books = yield* booksOf
    const before = books.get(key)
    if (before !== undefined) return before
    const events = told === null ? [] : yield* tasks.journal(null)
    const answers = answered === null ? [] : yield* recommendations.journal(null)
    const standing = (given: ClosingFacts | null) => {
      const book = bookOn(sources.plan, { events, day: asOf, knownAt, facts: given })
      const world = { events: answers, book, knownAt, facts: given }
      return { book, standings: recommendationStandings(sources.recommendations, world) }
    }
    const world =
      facts === null ? null : { known: facts.known, asOf, knownAt, book: (yield* bookOf({ asOf, knownAt })).book }
    const made: KeptTasks = {
      ...sources,
      events,
      answers,
      knownAt,
      ...standing(world === null ? null : yield* factsFor(world, standing))
    }
    books.put(key, made)
    return made
  })
}

/** The way to books of tasks, shared by all who ask. */
export type TasksOf = ReturnType<typeof makeTasks>
