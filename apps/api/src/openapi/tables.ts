import { JSON_FORM, LINES_FORM, LISTING_FORMS, TABLE_FORM } from "../http/forms.ts"
import { fileForms } from "../http/file-forms.ts"
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

const calendar = text("iCalendar (RFC 5545)")

/** What a file is, by its question and, where it has several forms, by the form. */
const files: Readonly<Record<string, Shape>> = {
  "session.calendarFile": calendar,
  "assignments.calendar": calendar,
  "funding.activities": text("IATI 2.03"),
  "works.releases": json("Open Contracting 1.1, release package"),
  "works.records": json("Open Contracting 1.1, record package"),
  "observations.data": json("SDMX-JSON 2.0, data message"),
  "observations.structure": json("SDMX-JSON 2.0, structure message"),
  "proofs.annex text/markdown": text("format=md"),
  "proofs.annex application/json": json("format=json: chứng cứ niêm phong · the sealed proof"),
  "dossiers.bundle": json("Bộ hồ sơ niêm phong · The sealed file")
}

/** In what forms a question that hands out a file is answered to who accepts them; any, for files that were handed in. */
export const filesOf = (key: string, path: string): Shape =>
  Object.fromEntries((fileForms(path) ?? ["*/*"]).map((form) => [form, files[`${key} ${form}`] ?? files[key] ?? bytes]))
