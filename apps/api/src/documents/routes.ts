import { api } from "@ntm/contract"
import { type DocumentId, Documents } from "@ntm/domain/documents"
import { Effect } from "effect"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"

/**
 * The document that a filter names, once it is known to exist.
 *
 * **Details** A mistyped document must not read as "no findings": it is `DocumentNotFound`. No filter gives null.
 */
export const existing = Effect.fnUntraced(function* (id: DocumentId | undefined) {
  if (id === undefined) return null
  const { document } = yield* (yield* Documents).get(id)
  return document.id
})

/** `/documents`, `/documents/:id`, `/figures`, `/findings`. */
export const documentRoutes = (desk: Desk): void => {
  mountListing(
    desk,
    api.documents.list,
    Effect.fnUntraced(function* () {
      return { items: yield* (yield* Documents).list() }
    })
  )
  mount(
    desk,
    api.documents.get,
    Effect.fnUntraced(function* ({ params }) {
      const documents = yield* Documents
      const { document, figures, tables } = yield* documents.get(params.id)
      return { document, figures, tables, findings: yield* documents.findings(params.id) }
    })
  )
  mountListing(
    desk,
    api.documents.figures,
    Effect.fnUntraced(function* ({ query }) {
      const document = yield* existing(query.document)
      const items = yield* (yield* Documents).figures({
        document,
        query: query.q?.trim() || null,
        limit: null
      })
      return { items }
    })
  )
  mountListing(
    desk,
    api.documents.findings,
    Effect.fnUntraced(function* ({ query }) {
      const found = yield* (yield* Documents).findings(yield* existing(query.document))
      const { severity } = query
      return { items: severity === undefined ? found : found.filter((finding) => finding.severity === severity) }
    })
  )
}
