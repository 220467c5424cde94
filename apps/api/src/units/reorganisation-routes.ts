import { api } from "@ntm/contract"
import {
  type AppliedReorganisation,
  type Chronicle,
  type Plan,
  plan,
  RegisterChanged,
  ReorganisationNotFound,
  Reorganisations,
  type UnitId
} from "@ntm/domain/units"
import { addDays, type Day, type Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import type { TasksOf } from "../assignments/tasks-book.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { asThing } from "../http/things.ts"
import { allowedAbout } from "../people/acting.ts"
import { preflight } from "./preflight.ts"

/** Units that an event changes, as far as they stood before it: what it makes is in nobody's scope yet. */
const changedBy = ({ begins, ends, transfers }: Plan, { register }: Chronicle): ReadonlyArray<UnitId> => {
  const made = new Set(begins.map(({ id }) => id))
  for (const { id } of ends) made.delete(id)
  const before = (id: UnitId) => !made.has(id) && register.byId.has(id)
  return [...new Set([...ends.map(({ id }) => id), ...transfers.map(({ fromId }) => fromId)])].filter(before)
}

/** The day of an event; null of one that is not there, which is refused elsewhere. */
const dayOf = Effect.fnUntraced(function* (id: string) {
  return (yield* (yield* Reorganisations).list()).find((one) => one.id === id)?.day ?? null
})

/** An event as it was known at a moment, up to a day: none that was applied later, and what was taken back since was in force. */
const eventThen = <Event extends AppliedReorganisation>(
  event: Event,
  { as_of, known_at }: { readonly as_of?: Day; readonly known_at?: Moment }
): ReadonlyArray<Event> => {
  if (as_of !== undefined && event.day > as_of) return []
  if (known_at === undefined) return [event]
  if (event.appliedAt > known_at) return []
  return [event.undoneAt !== null && event.undoneAt > known_at ? { ...event, undoneAt: null } : event]
}

/** Units that began, changed or ended on a day. */
const touchedOn = (day: Day | null, { register }: Chronicle): ReadonlyArray<UnitId> => {
  if (day === null) return []
  const eve = addDays(day, -1)
  const touched = register.rows.filter(({ validFrom, validTo }) => validFrom === day || validTo === eve)
  return [...new Set(touched.map(({ id }) => id))]
}

/** `/reorganisations`, their preview, and the taking back of one. */
export const reorganisationRoutes = (desk: Desk, tasksOn: TasksOf): void => {
  const { reorganisations } = api
  receive(desk, reorganisations.preview, ({ body }) => preflight(body, tasksOn))
  onlyPosts(desk, reorganisations.preview)
  receive(
    desk,
    reorganisations.apply,
    Effect.fnUntraced(function* ({ body, query }) {
      const port = yield* Reorganisations
      const { chronicle, version } = yield* port.register()
      if (query.version !== undefined && query.version !== version)
        return yield* new RegisterChanged({ event: body.id })
      const planned = yield* Effect.fromResult(plan(chronicle, body))
      yield* allowedAbout("units.reorganise", { units: changedBy(planned, chronicle) })
      return { id: body.id, version: yield* port.apply(planned, version) }
    })
  )
  receive(
    desk,
    reorganisations.undo,
    Effect.fnUntraced(function* ({ params: { id } }) {
      const port = yield* Reorganisations
      yield* allowedAbout("units.reorganise", {
        units: touchedOn(yield* dayOf(id), (yield* port.register()).chronicle)
      })
      return { id, version: yield* port.undo(id) }
    }),
    ({ params: { id } }) => [{ id }]
  )
  onlyPosts(desk, reorganisations.undo)
  // After the preview, which would be taken for an id.
  mount(
    desk,
    reorganisations.get,
    asThing(
      desk,
      reorganisations.get,
      Effect.fnUntraced(function* ({ params: { id }, query }) {
        const [event] = eventThen(yield* (yield* Reorganisations).get(id), query)
        return event ?? (yield* new ReorganisationNotFound({ id }))
      }),
      (event) => event
    )
  )
  mountListing(
    desk,
    reorganisations.list,
    Effect.fnUntraced(function* ({ query }) {
      const events = yield* (yield* Reorganisations).list()
      return { items: events.flatMap((event) => eventThen(event, query)) }
    }),
    { allow: "GET, HEAD, POST" }
  )
}
