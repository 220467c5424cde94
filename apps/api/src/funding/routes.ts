import { api } from "@ntm/contract"
import { Funding } from "@ntm/domain/funding"
import { Effect } from "effect"
import { existing } from "../documents/routes.ts"
import { type Desk, mount } from "../http/mount.ts"

/** `/funding/tables`. */
export const fundingRoutes = (desk: Desk): void =>
  mount(
    desk,
    api.funding.tables,
    Effect.fnUntraced(function* ({ query }) {
      const document = yield* existing(query.document)
      return { items: yield* (yield* Funding).tables(document) }
    })
  )
