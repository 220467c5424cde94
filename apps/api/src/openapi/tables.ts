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
