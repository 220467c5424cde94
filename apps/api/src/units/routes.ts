import { api } from "@ntm/contract"
import { Units } from "@ntm/domain/units"
import { Effect } from "effect"
import { type Desk, mount } from "../http/mount.ts"
import { DEFAULT_LIMIT } from "../http/parameters.ts"
import { todayInVietnam } from "../http/today.ts"

/** `/units`, `/units/:code`. */
export const unitRoutes = (desk: Desk): void => {
  mount(
    desk,
    api.units.list,
    Effect.fnUntraced(function* ({ query }) {
      const units = yield* Units
      const asOf = query.as_of ?? todayInVietnam(desk.now())
      const items = yield* units.find({
        asOf,
        level: query.level ?? null,
        parent: query.parent ?? null,
        query: query.q?.trim() || null,
        limit: query.limit ?? DEFAULT_LIMIT
      })
      return { asOf, counts: yield* units.count(asOf), items }
    })
  )
  mount(
    desk,
    api.units.get,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = query.as_of ?? todayInVietnam(desk.now())
      return { ...(yield* (yield* Units).get(params.code, asOf)), asOf }
    })
  )
}
