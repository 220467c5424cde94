import { Schema } from "effect"
import { Day, formatDay } from "../values/index.ts"

/** A document's own short name, unique in the system: `kh-61-2025-haiphong`. */
export const DocumentId = Schema.NonEmptyString.pipe(Schema.brand("DocumentId"))
export type DocumentId = typeof DocumentId.Type

/** A document that another one cites as its ground ("Căn cứ …"). Number and date may be unreadable in the source. */
export const LegalBasis = Schema.Struct({
  number: Schema.NullOr(Schema.String),
  kind: Schema.String,
  issuer: Schema.NullOr(Schema.String),
  date: Schema.NullOr(Day),
  about: Schema.NullOr(Schema.String),
  amends: Schema.Array(Schema.String),
  note: Schema.NullOr(Schema.String)
})
export type LegalBasis = typeof LegalBasis.Type

/** Văn bản: a plan, notice, decision or report as issued. */
export const Document = Schema.Struct({
  id: DocumentId,
  number: Schema.NullOr(Schema.String),
  kind: Schema.String,
  issuer: Schema.NullOr(Schema.String),
  date: Schema.NullOr(Day),
  title: Schema.String,
  period: Schema.NullOr(Schema.String),
  locality: Schema.NullOr(Schema.String),
  bases: Schema.Array(LegalBasis)
})
export type Document = typeof Document.Type

/** Titles run to half a page: this much of one is enough to tell documents apart. */
const TITLE_LENGTH = 60

const shortened = (title: string): string => {
  if (title.length <= TITLE_LENGTH) return title
  const cut = title.slice(0, TITLE_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`
}

/** How a document is called in a sentence: by its number, else by its kind and date, else by its kind and title. */
export const documentLabel = (document: Pick<Document, "number" | "kind" | "date" | "title">): string =>
  document.number ??
  (document.date === null
    ? `${document.kind} “${shortened(document.title)}”`
    : `${document.kind} ${formatDay(document.date)}`)
