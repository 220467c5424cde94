import { api } from "@ntm/contract"
import { CriteriaSets, differences, setOn } from "@ntm/domain/criteria"
import { Effect } from "effect"
import { existing } from "../documents/routes.ts"
import { type Desk, mount } from "../http/mount.ts"
import { summaryOf } from "./summary.ts"

/** `/criteria-sets`, `/criteria-sets/:id`, `/criteria-sets/:id/differences`, `/documents/:id/results`. */
export const criteriaRoutes = (desk: Desk): void => {
  mount(
    desk,
    api.criteria.list,
    Effect.fnUntraced(function* () {
      const sets = yield* (yield* CriteriaSets).list()
      return { items: sets.map(summaryOf) }
    })
  )
  mount(
    desk,
    api.criteria.get,
    Effect.fnUntraced(function* ({ params, query }) {
      const set = yield* (yield* CriteriaSets).get(params.id)
      return query.as_of === undefined ? set : setOn(set, query.as_of)
    })
  )
  mount(
    desk,
    api.criteria.differences,
    Effect.fnUntraced(function* ({ params, query }) {
      const sets = yield* CriteriaSets
      const [from, to] = yield* Effect.all([sets.get(params.id), sets.get(query.with)])
      const day = query.as_of
      const asOf = day ?? null
      return { ...differences(setOn(from, day ?? from.period.to), setOn(to, day ?? to.period.to)), asOf }
    })
  )
  mount(
    desk,
    api.criteria.results,
    Effect.fnUntraced(function* ({ params }) {
      yield* existing(params.id)
      return { items: yield* (yield* CriteriaSets).results(params.id) }
    })
  )
}
