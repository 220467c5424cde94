import { api } from "@ntm/contract"
import { type CriteriaSetId, CriteriaSetNotFound, CriteriaSets, differences, setOn } from "@ntm/domain/criteria"
import type { Moment } from "@ntm/domain/values"
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

/** `/criteria-sets`, `/criteria-sets/:id`, its differences and versions, `/documents/:id/results`; and what an office loads. */
export const criteriaRoutes = (desk: Desk, acts: Acts): void => {
  // Before `/criteria-sets/:id`, which would take “preview” for an id.
  loadRoutes(desk, acts)
  mountListing(
    desk,
    api.criteria.list,
    Effect.fnUntraced(function* ({ query }) {
      const sets = yield* (yield* CriteriaSets).list(query.known_at)
      return { items: sets.map(summaryOf) }
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
    Effect.fnUntraced(function* ({ params }) {
      const sets = yield* CriteriaSets
      const items = yield* sets.versions(params.id)
      return items.length > 0 ? { items } : yield* new CriteriaSetNotFound({ id: params.id })
    })
  )
  mountListing(
    desk,
    api.criteria.results,
    Effect.fnUntraced(function* ({ params }) {
      yield* existing(params.id)
      return { items: yield* (yield* CriteriaSets).results(params.id) }
    })
  )
}
