import { api } from "@ntm/contract"
import {
  ancestorsOn,
  countOn,
  historyOf,
  relativesOn,
  Reorganisations,
  standingUnits,
  storyIn,
  unitByCode,
  type UnitCode,
  UnitNotFound,
  wholeTree
} from "@ntm/domain/units"
import { addDays, type Day, type Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { DEFAULT_LIMIT } from "../http/parameters.ts"
import { todayInVietnam } from "../http/today.ts"
import { type KnownRegister, makeSearch } from "./search.ts"

/** The register as known at a moment; as it is known now where none is asked for. */
const registerThen = Effect.fnUntraced(function* (knownAt: Moment | undefined) {
  const port = yield* Reorganisations
  const known: KnownRegister = knownAt === undefined ? yield* port.register() : yield* port.registerAt(knownAt)
  return known
})

/** The unit that carries the code on the day, with the register that says so. */
const named = Effect.fnUntraced(function* (code: UnitCode, asOf: Day, knownAt: Moment | undefined) {
  const { chronicle } = yield* registerThen(knownAt)
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
      const asOf = dayOf(query.as_of)
      const { level = null, parent = null } = query
      const snapshot = yield* registerThen(query.known_at)
      const { register } = snapshot.chronicle
      const counts = countOn(register, asOf)
      const filter = { asOf, level, parent }
      const words = query.q?.trim() ?? ""
      if (words === "") return { asOf, counts, items: standingUnits(register, filter) }
      const found = (limit: number) => search(snapshot, { ...filter, query: words, limit })
      const { limit = DEFAULT_LIMIT } = query
      // One more than is told: whether there are others is known at once.
      const first = found(limit + 1)
      const part = (_: string | null, atMost: number) =>
        Effect.succeed({ items: (atMost <= limit + 1 ? first : found(atMost)).items, next: null })
      return { asOf, counts, hits: first.hits.slice(0, limit), items: { part } }
    })
  )
  // Before `/units/:code`, which would take “tree” for a code.
  mountListing(
    desk,
    api.units.tree,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = dayOf(query.as_of)
      const { unit: within = null } = query
      const items = wholeTree((yield* registerThen(query.known_at)).chronicle.register, asOf, within)
      if (within !== null && items.length === 0) return yield* new UnitNotFound({ code: within, asOf })
      return { asOf, items }
    })
  )
  mount(
    desk,
    api.units.get,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = dayOf(query.as_of)
      const { unit, chronicle } = yield* named(params.code, asOf, query.known_at)
      return { ...storyIn(chronicle, unit), asOf, above: ancestorsOn(chronicle.register, unit.id, asOf) }
    })
  )
  mount(
    desk,
    api.units.lineage,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = dayOf(query.as_of)
      const { unit, chronicle } = yield* named(params.code, asOf, query.known_at)
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
      const { unit, chronicle } = yield* named(params.code, asOf, query.known_at)
      return { asOf, unit, items: historyOf(chronicle, unit.id) }
    })
  )
}
