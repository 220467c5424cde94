import { api } from "@ntm/contract"
import { Assignments, dueStateOn } from "@ntm/domain/assignments"
import { Effect } from "effect"
import { existing } from "../documents/routes.ts"
import { type Desk, mount } from "../http/mount.ts"
import { todayInVietnam } from "../http/today.ts"

/** `/assignments`: each with how it stands to its due day on the day asked for. */
export const assignmentRoutes = (desk: Desk): void =>
  mount(
    desk,
    api.assignments.list,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = query.as_of ?? todayInVietnam(desk.now())
      const document = yield* existing(query.document)
      const found = yield* (yield* Assignments).list({ document, query: query.q?.trim() || null })
      return { asOf, items: found.map((assignment) => ({ ...assignment, ...dueStateOn(assignment, asOf) })) }
    })
  )
