import { api } from "@ntm/contract"
import { CriteriaSets } from "@ntm/domain/criteria"
import { Effect } from "effect"
import { existing } from "../documents/routes.ts"
import { type Desk, mount } from "../http/mount.ts"
import { summaryOf } from "./summary.ts"

/** `/criteria-sets`, `/criteria-sets/:id`, `/documents/:id/results`. */
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
    Effect.fnUntraced(function* ({ params }) {
      return yield* (yield* CriteriaSets).get(params.id)
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
