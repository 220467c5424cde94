import { api } from "@ntm/contract"
import {
  type CriteriaSet,
  type CriteriaSetId,
  CriteriaSetNotFound,
  CriteriaSets,
  differences,
  setOn,
  type SetVersion
} from "@ntm/domain/criteria"
import type { Day, Moment } from "@ntm/domain/values"
import { asThing } from "../http/things.ts"
import { Effect } from "effect"
import { existing } from "../documents/routes.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { loadRoutes } from "./load-routes.ts"
import { frameOf, summaryOf } from "./summary.ts"
import type { Acts } from "../people/acting.ts"

/** A set as it was known at a moment; as it is known now where none is asked. */
const setKnown = Effect.fnUntraced(function* (id: CriteriaSetId, knownAt: Moment | undefined) {
  const sets = yield* CriteriaSets
  if (knownAt === undefined) return yield* sets.get(id)
  const set = (yield* sets.list(knownAt)).find((one) => one.id === id)
  return set ?? (yield* new CriteriaSetNotFound({ id }))
})

/** Whether the period of a set holds a day; any does where none is asked. */
export const holdsOn = ({ period }: Pick<CriteriaSet, "period">, asOf: Day | undefined): boolean =>
  asOf === undefined || (period.from <= asOf && asOf <= period.to)

/** A version as it was known at a moment: none that was loaded later, and what took its place since had not. */
const versionThen = (version: SetVersion, knownAt: Moment | undefined): ReadonlyArray<SetVersion> => {
  if (knownAt === undefined) return [version]
  if (version.knownFrom > knownAt) return []
  const { knownUntil } = version
  return [{ ...version, knownUntil: knownUntil !== null && knownUntil > knownAt ? null : knownUntil }]
}

/** `/criteria-sets`, `/criteria-sets/:id`, its differences and versions, `/documents/:id/results`; and what an office loads. */
export const criteriaRoutes = (desk: Desk, acts: Acts): void => {
  // Before `/criteria-sets/:id`, which would take “preview” for an id.
  loadRoutes(desk, acts)
  mountListing(
    desk,
    api.criteria.list,
    Effect.fnUntraced(function* ({ query }) {
      const sets = yield* (yield* CriteriaSets).list(query.known_at)
      return { items: sets.filter((set) => holdsOn(set, query.as_of)).map(summaryOf) }
    }),
    { allow: "GET, HEAD, POST" }
  )
  mount(
    desk,
    api.criteria.get,
    asThing(
      desk,
      api.criteria.get,
      Effect.fnUntraced(function* ({ params, query }) {
        const set = yield* setKnown(params.id, query.known_at)
        return query.as_of === undefined ? set : setOn(set, query.as_of)
      }),
      (set) => set
    )
  )
  mount(
    desk,
    api.criteria.differences,
    Effect.fnUntraced(function* ({ params, query }) {
      const [from, to] = yield* Effect.all([setKnown(params.id, query.known_at), setKnown(query.with, query.known_at)])
      const day = query.as_of
      const asOf = day ?? null
      const frames = [from, to].filter(({ doNotEvaluate }) => doNotEvaluate).map(frameOf)
      return { ...differences(setOn(from, day ?? from.period.to), setOn(to, day ?? to.period.to)), asOf, frames }
    })
  )
  mountListing(
    desk,
    api.criteria.versions,
    Effect.fnUntraced(function* ({ params, query: { known_at } }) {
      const sets = yield* CriteriaSets
      const items = (yield* sets.versions(params.id)).flatMap((version) => versionThen(version, known_at))
      return items.length > 0 ? { items } : yield* new CriteriaSetNotFound({ id: params.id })
    })
  )
  mountListing(
    desk,
    api.criteria.results,
    Effect.fnUntraced(function* ({ params, query }) {
      yield* existing(params.id, query.as_of)
      return { items: yield* (yield* CriteriaSets).results(params.id) }
    })
  )
}
