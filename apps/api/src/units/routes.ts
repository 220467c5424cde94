import { api } from "@ntm/contract"
import {
  ancestorsOn,
  historyOf,
  relativesOn,
  Reorganisations,
  unitByCode,
  type UnitCode,
  UnitNotFound,
  Units
} from "@ntm/domain/units"
import { addDays, type Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { DEFAULT_LIMIT } from "../http/parameters.ts"
import { todayInVietnam } from "../http/today.ts"
import { makeSearch } from "./search.ts"

/** The unit that carries the code on the day, with the register that says so. */
const named = Effect.fnUntraced(function* (code: UnitCode, asOf: Day) {
  const { chronicle } = yield* (yield* Reorganisations).register()
  const unit = unitByCode(chronicle.register, code, asOf)
  return unit === undefined ? yield* new UnitNotFound({ code, asOf }) : { unit, chronicle }
})

/** `/units`, `/units/tree`, `/units/:code`, and its lineage and history. */
export const unitRoutes = (desk: Desk): void => {
  const search = makeSearch()
  const dayOf = (asked: Day | undefined): Day => asked ?? todayInVietnam(desk.now())

  mountListing(
    desk,
    api.units.list,
    Effect.fnUntraced(function* ({ query }) {
      const units = yield* Units
      const asOf = dayOf(query.as_of)
      const counts = yield* units.count(asOf)
      const filter = {
        asOf,
        level: query.level ?? null,
        parent: query.parent ?? null,
        limit: query.limit ?? DEFAULT_LIMIT
      }
      const words = query.q?.trim() ?? ""
      if (words === "") return { asOf, counts, items: yield* units.find({ ...filter, query: null }) }
      const snapshot = yield* (yield* Reorganisations).register()
      return { asOf, counts, ...search(snapshot, { ...filter, query: words }) }
    })
  )
  // Before `/units/:code`, which would take “tree” for a code.
  mountListing(
    desk,
    api.units.tree,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = dayOf(query.as_of)
      const { unit: within = null } = query
      const items = yield* (yield* Units).tree(asOf, within)
      if (within !== null && items.length === 0) return yield* new UnitNotFound({ code: within, asOf })
      return { asOf, items }
    })
  )
  mount(
    desk,
    api.units.get,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = dayOf(query.as_of)
      const story = yield* (yield* Units).get(params.code, asOf)
      const { chronicle } = yield* (yield* Reorganisations).register()
      return { ...story, asOf, above: ancestorsOn(chronicle.register, story.unit.id, asOf) }
    })
  )
  mount(
    desk,
    api.units.lineage,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = dayOf(query.as_of)
      const { unit, chronicle } = yield* named(params.code, asOf)
      const { on, weight = null } = query
      const told = { asOf, unit, ...(weight === null ? {} : { weight }) }
      if (on !== undefined) {
        const kin = { on, items: relativesOn(chronicle, unit.id, asOf, on, weight) }
        return { ...told, predecessors: on < asOf ? kin : null, successors: on < asOf ? null : kin }
      }
      const [first] = chronicle.lineage.days
      const last = chronicle.lineage.days.at(-1)
      const before = first !== undefined && first <= asOf ? addDays(first, -1) : undefined
      const after = last !== undefined && last > asOf ? last : undefined
      const kin = (day: Day | undefined) =>
        day === undefined ? null : { on: day, items: relativesOn(chronicle, unit.id, asOf, day, weight) }
      return { ...told, predecessors: kin(before), successors: kin(after) }
    })
  )
  mountListing(
    desk,
    api.units.history,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = dayOf(query.as_of)
      const { unit, chronicle } = yield* named(params.code, asOf)
      return { asOf, unit, items: historyOf(chronicle, unit.id) }
    })
  )
}
