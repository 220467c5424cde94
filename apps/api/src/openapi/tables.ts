import { JSON_FORM, LINES_FORM, LISTING_FORMS, TABLE_FORM } from "../http/forms.ts"
import { otherForms } from "../http/other-forms.ts"
import type { Shape } from "./given.ts"

const text = (description: string): Shape => ({ schema: { type: "string", description } })

const told: Readonly<Record<string, Shape>> = {
  [LINES_FORM]: text("Mỗi dòng một mục, JSON, không cắt trang · One item a line, as JSON, without pages"),
  [TABLE_FORM]: text("Bảng (UTF-8), không cắt trang · A table (UTF-8), without pages"),
  "text/markdown": text("Để đọc và in · To be read and printed")
}

/** In what other forms than JSON the question at a path is answered to who accepts them. */
export const tablesOf = (path: string, isList: boolean): Shape =>
  Object.fromEntries(
    (isList ? LISTING_FORMS : otherForms(path))
      .filter((form) => form !== JSON_FORM)
      .map((form) => [form, told[form] ?? {}])
  )

const bytes: Shape = { schema: { type: "string", format: "binary" } }
const json = (description: string): Shape => ({ schema: { type: "object", description } })

const calendar: Shape = { "text/calendar": { schema: { type: "string", description: "iCalendar (RFC 5545)" } } }

const files: Readonly<Record<string, Shape>> = {
  "session.calendarFile": calendar,
  "assignments.calendar": calendar,
  "funding.activities": { "application/xml": { schema: { type: "string", description: "IATI 2.03" } } },
  "works.releases": { "application/json": json("Open Contracting 1.1, release package") },
  "works.records": { "application/json": json("Open Contracting 1.1, record package") },
  "observations.data": { "application/vnd.sdmx.data+json": json("SDMX-JSON 2.0, data message") },
  "observations.structure": { "application/vnd.sdmx.structure+json": json("SDMX-JSON 2.0, structure message") },
  "proofs.annex": {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": bytes,
    "text/markdown": text("format=md"),
    "application/json": json("format=json: chứng cứ niêm phong · the sealed proof")
  },
  "dossiers.bundle": { "application/json": json("Bộ hồ sơ niêm phong · The sealed file") }
}

/** In what forms a question that hands out a file is answered, by its key: its one form, whatever is accepted; any, for files that were handed in. */
export const filesOf = (key: string): Shape => files[key] ?? { "*/*": bytes }
