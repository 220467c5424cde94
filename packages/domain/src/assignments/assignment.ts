import { Schema } from "effect"
import { DocumentId } from "../documents/index.ts"
import { Day } from "../values/index.ts"

/** Nhiệm vụ: what a document asks of an agency, with its window as printed and as read. */
export const Assignment = Schema.Struct({
  document: DocumentId,
  /** Number in the document ("1.2.a"), unique in it. */
  no: Schema.NonEmptyString,
  parentNo: Schema.NullOr(Schema.String),
  title: Schema.String,
  lead: Schema.NullOr(Schema.String),
  coLeads: Schema.Array(Schema.String),
  coordinating: Schema.Array(Schema.String),
  start: Schema.NullOr(Day),
  due: Schema.NullOr(Day),
  /** As printed: "trước 30/4/2025", "Quý III/2025". */
  dueText: Schema.NullOr(Schema.String),
  deliverable: Schema.NullOr(Schema.String),
  section: Schema.NullOr(Schema.String),
  notes: Schema.NullOr(Schema.String)
})
export type Assignment = typeof Assignment.Type

/** How an assignment stands to its due day on a given day; derived, never stored. */
export const DueState = Schema.Literals(["noDue", "notStarted", "open", "dueSoon", "overdue"])
export type DueState = typeof DueState.Type

/** Days before the due day at which an assignment counts as due soon. */
export const DUE_SOON_DAYS = 14
