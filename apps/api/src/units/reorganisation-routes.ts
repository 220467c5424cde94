import { api } from "@ntm/contract"
import { plan, RegisterChanged, Reorganisations } from "@ntm/domain/units"
import { Effect } from "effect"
import type { TasksOf } from "../assignments/tasks-book.ts"
import { type Desk, mount } from "../http/mount.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { preflight } from "./preflight.ts"

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
      return { id: body.id, version: yield* port.apply(planned, version) }
    })
  )
  receive(
    desk,
    reorganisations.undo,
    Effect.fnUntraced(function* ({ params: { id } }) {
      return { id, version: yield* (yield* Reorganisations).undo(id) }
    })
  )
  onlyPosts(desk, reorganisations.undo)
  // After the preview, which would be taken for an id.
  mount(
    desk,
    reorganisations.get,
    Effect.fnUntraced(function* ({ params: { id } }) {
      return yield* (yield* Reorganisations).get(id)
    })
  )
  mount(
    desk,
    reorganisations.list,
    Effect.fnUntraced(function* () {
      return { items: yield* (yield* Reorganisations).list() }
    }),
    "GET, HEAD, POST"
  )
}
