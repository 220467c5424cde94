import { api, type RecommendationLine } from "@ntm/contract"
import {
  holderId,
  holderName,
  type Limitation,
  type RecommendationKey,
  Recommendations,
  type RecommendationStanding,
  unitsMeant
} from "@ntm/domain/assignments"
import { unitByCode, UnitNotFound } from "@ntm/domain/units"
import { type Day, matchesFolded } from "@ntm/domain/values"
import { Effect } from "effect"
import { existing, issuedBy } from "../documents/routes.ts"
import { RecommendationNotFound } from "../http/errors.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { asThing, namedIn } from "../http/things.ts"
import { todayInVietnam } from "../http/today.ts"
import { shownFigures } from "./figures.ts"
import { nextOfRecommendation } from "./next.ts"
import { readRecommendationRows } from "./rows.ts"
import type { KeptTasks, TasksOf } from "./tasks-book.ts"
import type { Acts } from "../people/acting.ts"

/** A recommendation as lists show it; of one made to several, how many of its units answered and carried it out. */
const lineOf = ({ labels, standings }: Pick<KeptTasks, "labels" | "standings">) => {
  const byKey = new Map<RecommendationKey, RecommendationStanding>(standings.map((one) => [one.key, one]))
  return (standing: RecommendationStanding): RecommendationLine => {
    const { by, children, holders, key, parent, recommendation, state, tasks } = standing
    const { addressee, document, place, summary, supervisor, title } = recommendation
    const parts = children.length === 0 ? [standing] : children.flatMap((child) => byKey.get(child) ?? [])
    return {
      key,
      document,
      documentLabel: labels.get(document) ?? document,
      supervisor,
      addressee: parent === null ? addressee : holders.map(holderName).join(", "),
      place,
      title,
      summary,
      state,
      by,
      answered: parts.filter((part) => part.answers.some(({ body }) => body._tag === "answered")).length,
      carriedOut: parts.filter((part) => part.state === "carriedOut").length,
      count: parts.length,
      tasks: tasks.length,
      tasksDone: tasks.filter((task) => task.state === "accepted").length
    }
  }
}

/** The units that a limitation concerns, as they stood on the day of its document. */
const concerned = ({ plan }: Pick<KeptTasks, "plan">, { document, units }: Limitation) => {
  const reading = plan.readings.get(document)
  if (reading === undefined) return []
  const { askedOn, chronicle, province } = reading
  return unitsMeant(units, chronicle.register, province.id, askedOn).map(({ code, name, type }) => ({
    code,
    name,
    type
  }))
}

/** `/recommendations` of supervising bodies with what was answered and done, and `/limitations` that documents state. */
export const recommendationRoutes = (desk: Desk, tasksOn: TasksOf, acts: Acts): void => {
  const { recommendations } = api
  const today = (): Day => todayInVietnam(desk.now())

  mountListing(
    desk,
    recommendations.list,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = query.as_of ?? today()
      const document = yield* existing(query.document)
      const kept = yield* tasksOn({ asOf, knownAt: query.known_at ?? null })
      const { q, state: wanted, unit } = query
      const [reading] = kept.plan.readings.values()
      if (
        unit !== undefined &&
        reading !== undefined &&
        unitByCode(reading.chronicle.register, unit, asOf) === undefined
      )
        return yield* new UnitNotFound({ code: unit, asOf })
      const found = kept.standings.filter(
        ({ children, holders, parent, recommendation, state }) =>
          (unit === undefined
            ? parent === null
            : children.length === 0 && holders.some((holder) => holderId(holder) === `unit:${unit}`)) &&
          (document === null || recommendation.document === document) &&
          (wanted === undefined || state === wanted) &&
          matchesFolded(q ?? "", `${recommendation.no} ${recommendation.title} ${recommendation.summary ?? ""}`)
      )
      return { asOf, knownAt: kept.knownAt, items: found.map(lineOf(kept)) }
    })
  )
  mount(
    desk,
    recommendations.one,
    asThing(
      desk,
      recommendations.one,
      Effect.fnUntraced(function* ({ query }) {
        const asOf = query.as_of ?? today()
        const kept = yield* tasksOn({ asOf, knownAt: query.known_at ?? null })
        const standing = kept.standings.find(({ key }) => key === query.recommendation)
        if (standing === undefined) return yield* new RecommendationNotFound({ key: query.recommendation, asOf })
        const { contrasts, document, figures, no } = standing.recommendation
        const refs = [...figures, ...contrasts.flatMap((contrast) => contrast.figures)]
        const each = [...new Map(refs.map((ref) => [`${ref.document} ${ref.figure}`, ref])).values()]
        const shown = yield* shownFigures(each)
        const line = lineOf(kept)
        return {
          asOf,
          knownAt: kept.knownAt,
          standing,
          next: yield* nextOfRecommendation(
            acts,
            kept.recommendations.find(({ key }) => key === standing.key),
            standing.state,
            asOf
          ),
          figures: shown(each),
          children: kept.standings.filter(({ parent }) => parent === standing.key).map(line),
          limitations: kept.limitations.filter((one) => one.document === document && one.recommendations.includes(no))
        }
      }),
      ({ standing: { answers, measures, recommendation, since, state } }) => [
        recommendation,
        state,
        since,
        answers,
        measures
      ]
    )
  )
  mountListing(
    desk,
    recommendations.limitations,
    Effect.fnUntraced(function* ({ query }) {
      const document = yield* existing(query.document)
      const asOf = query.as_of ?? today()
      const kept = yield* tasksOn({ asOf, knownAt: query.known_at ?? null })
      const { kind, q, unit } = query
      const issued = yield* issuedBy(query.as_of)
      const found = kept.limitations
        .filter(
          (one) =>
            (issued === null || issued.has(one.document)) &&
            (document === null || one.document === document) &&
            (kind === undefined || one.kind === kind) &&
            matchesFolded(q ?? "", `${one.category} ${one.text}`)
        )
        .map((one) => ({ ...one, concerns: concerned(kept, one) }))
        .filter(({ concerns }) => unit === undefined || concerns.some(({ code }) => code === unit))
      const shown = yield* shownFigures(found.flatMap(({ figures }) => figures))
      return {
        asOf,
        knownAt: kept.knownAt,
        items: found.map((one) => ({
          ...one,
          documentLabel: kept.labels.get(one.document) ?? one.document,
          shown: shown(one.figures)
        }))
      }
    })
  )
  receive(
    desk,
    recommendations.record,
    Effect.fnUntraced(function* ({ body }) {
      const rows = yield* readRecommendationRows(body.rows)
      const { plan } = yield* tasksOn({ asOf: today(), knownAt: null })
      const { ids, recordedAt } = yield* (yield* Recommendations).record(rows, {
        actor: yield* acts("recommendations.answer"),
        plan
      })
      return { recordedAt, items: ids.map((id, row) => ({ row, id })) }
    }),
    ({ body }) => namedIn(body.rows, "recommendation").map((recommendation) => ({ recommendation }))
  )
  onlyPosts(desk, recommendations.record)
}
