import type { Moment } from "../../values/index.ts"
import { type ConditionAsked, evaluateCondition } from "../closing/evaluate.ts"
import type { ClosingCondition } from "../closing/condition.ts"
import type { ClosingFacts, ConditionOutcome } from "../closing/facts.ts"
import { unitHolders } from "../agencies/reading.ts"
import type { TaskBook } from "../tasks/book.ts"
import { holdersOf } from "../tasks/owners.ts"
import type { AskedRecommendation } from "./asked.ts"
import type { RecommendationEvent, RecommendationKey } from "./event.ts"
import type { RecommendationStanding } from "./standing.ts"
import { recommendationStateOf, stateOfParts } from "./state-of.ts"

/** What standings are made of, besides the recommendations themselves. */
export interface RecommendationsAsked {
  readonly events: ReadonlyArray<RecommendationEvent>
  /** The tasks as they stand on the day asked; the day is the book's. */
  readonly book: TaskBook
  readonly knownAt: Moment | null
  readonly facts: ClosingFacts | null
}

const conditionAsked = (
  { addressee, reading }: AskedRecommendation,
  { book, facts }: RecommendationsAsked
): ConditionAsked | null => {
  if (facts === null) return null
  const { chronicle, province } = reading
  const unit = addressee?._tag === "unit" ? addressee.unit : province.id
  return { chronicle, day: book.day, own: unitHolders(chronicle, unit, reading.askedOn, book.day), facts }
}

const outcome = (condition: ClosingCondition | null, asked: ConditionAsked | null): ConditionOutcome | null =>
  condition === null || asked === null ? null : evaluateCondition(condition, asked)

/**
 * Recommendations as they stand on the day of the book, in the order in which they are printed, each whole before its units'.
 *
 * **Details** Those of documents that were not issued by the day are left out. As of an earlier day nothing later shows.
 */
export const recommendationStandings = (
  recommendations: ReadonlyArray<AskedRecommendation>,
  asked: RecommendationsAsked
): ReadonlyArray<RecommendationStanding> => {
  const { book, knownAt } = asked
  const told = Map.groupBy(
    asked.events.filter((event) => event.day <= book.day && (knownAt === null || event.recordedAt <= knownAt)),
    ({ recommendation }) => recommendation
  )
  const made = new Map<RecommendationKey, RecommendationStanding>()
  const known = recommendations.filter(({ reading }) => reading.askedOn <= book.day)
  for (const one of known.toReversed()) {
    const { addressee, children, key, parent, reading, recommendation } = one
    const events = told.get(key) ?? []
    const measures = events.filter(({ body }) => body._tag === "measure")
    const named = measures.flatMap(({ body }) => (body._tag === "measure" && body.task !== null ? [body.task] : []))
    const tasks = [...new Set([...one.tasks, ...named])].flatMap((task) => book.byKey.get(task) ?? [])
    const about = conditionAsked(one, asked)
    const condition = outcome(recommendation.closing, about)
    const counted = tasks.filter(({ state }) => state !== "cancelled")
    const done = counted.length > 0 && counted.every(({ state }) => state === "accepted")
    const parts = children.flatMap((child) => made.get(child)?.state ?? [])
    made.set(key, {
      key,
      recommendation,
      addressee,
      holders: addressee === null ? [] : holdersOf([addressee], reading, book.day),
      parent,
      children,
      ...(children.length > 0 ? stateOfParts(parts) : recommendationStateOf(events, condition, done)),
      answers: events.filter(({ body }) => body._tag !== "measure"),
      measures,
      tasks,
      condition,
      contrasts: recommendation.contrasts.map((contrast) => ({
        ...contrast,
        outcome: outcome(contrast.condition, about)
      }))
    })
  }
  return known.flatMap(({ key }) => made.get(key) ?? [])
}
