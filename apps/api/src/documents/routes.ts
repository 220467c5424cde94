import { api } from "@ntm/contract"
import { type DocumentId, DocumentNotFound, Documents, type Finding } from "@ntm/domain/documents"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"

/**
 * The document that a filter names, once it is known to exist.
 *
 * **Details** A mistyped document must not read as "no findings": it is `DocumentNotFound`. No filter gives null.
 */
export const existing = Effect.fnUntraced(function* (id: DocumentId | undefined, asOf?: Day) {
  if (id === undefined) return null
  const { document } = yield* (yield* Documents).get(id)
  return isIssued(document, asOf) ? document.id : yield* new DocumentNotFound({ id })
})

/** Whether a document was issued up to a day; one whose day nobody knows always is. */
const isIssued = ({ date }: { readonly date: Day | null }, asOf: Day | undefined): boolean =>
  asOf === undefined || date === null || date <= asOf

/** Tells of documents whether they were issued up to a day; null where no day is asked for, and all of them are. */
export const issuedBy = Effect.fnUntraced(function* (asOf: Day | undefined) {
  if (asOf === undefined) return null
  const documents = yield* (yield* Documents).list()
  return new Set(documents.filter((document) => isIssued(document, asOf)).map(({ id }) => id))
})

/** Findings of which every place stands in a document of those; null: all of them. */
const upTo = (findings: ReadonlyArray<Finding>, issued: ReadonlySet<DocumentId> | null): ReadonlyArray<Finding> =>
  issued === null ? findings : findings.filter(({ places }) => places.every(({ document }) => issued.has(document)))

/** `/documents`, `/documents/:id`, `/figures`, `/findings`. */
export const documentRoutes = (desk: Desk): void => {
  mountListing(
    desk,
    api.documents.list,
    Effect.fnUntraced(function* ({ query }) {
      const documents = yield* (yield* Documents).list()
      return { items: documents.filter((document) => isIssued(document, query.as_of)) }
    })
  )
  mount(
    desk,
    api.documents.get,
    Effect.fnUntraced(function* ({ params, query }) {
      const documents = yield* Documents
      const { document, figures, tables } = yield* documents.get(params.id)
      if (!isIssued(document, query.as_of)) return yield* new DocumentNotFound({ id: params.id })
      const findings = yield* documents.findings(params.id)
      return { document, figures, tables, findings: upTo(findings, yield* issuedBy(query.as_of)) }
    })
  )
  mountListing(
    desk,
    api.documents.figures,
    Effect.fnUntraced(function* ({ query }) {
      const document = yield* existing(query.document, query.as_of)
      const issued = yield* issuedBy(query.as_of)
      const found = yield* (yield* Documents).figures({
        document,
        query: query.q?.trim() || null,
        limit: null
      })
      return { items: issued === null ? found : found.filter((one) => issued.has(one.document)) }
    })
  )
  mountListing(
    desk,
    api.documents.findings,
    Effect.fnUntraced(function* ({ query }) {
      const found = yield* (yield* Documents).findings(yield* existing(query.document, query.as_of))
      const { severity } = query
      const known = upTo(found, yield* issuedBy(query.as_of))
      return { items: severity === undefined ? known : known.filter((finding) => finding.severity === severity) }
    })
  )
}
