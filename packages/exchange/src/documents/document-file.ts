import type { Document, DocumentId, LegalBasis } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { isObject, type JsonObject, listAt, pointer, textAt, warnUnknownKeys } from "./fields.ts"
import type { Reading } from "../files/problem.ts"

const known = new Set([
  "number",
  "kind",
  "issuer",
  "date",
  "title",
  "period",
  "locality",
  "bases",
  "signature",
  "appendices",
  "criteriaSets",
  "mentions",
  "programmes",
  "meetingDate",
  "notes",
  "note",
  "seed"
])

const isDay = Schema.is(Day)

const dayAt = (reading: Reading, path: string, object: JsonObject, key: string): Day | null => {
  const text = textAt(reading, path, object, key)
  if (text === null || isDay(text)) return text
  reading.problem(
    pointer(path, key),
    `“${text}” không phải là ngày (yyyy-mm-dd)`,
    `“${text}” is not a day (yyyy-mm-dd)`
  )
  return null
}

const basisOf = (reading: Reading, path: string, value: unknown): ReadonlyArray<LegalBasis> => {
  if (!isObject(value)) {
    reading.problem(path, "phải là một đối tượng", "must be an object")
    return []
  }
  return [
    {
      number: textAt(reading, path, value, "number"),
      kind: textAt(reading, path, value, "kind") ?? "Văn bản",
      issuer: textAt(reading, path, value, "issuer"),
      date: dayAt(reading, path, value, "date"),
      about: textAt(reading, path, value, "about"),
      amends: listAt(reading, path, value, "amends").filter((number) => typeof number === "string"),
      note: textAt(reading, path, value, "note")
    }
  ]
}

/** Decodes `document.json`. Number, date and period may be unread in the source; a missing title falls back to the id. */
export const decodeDocument = (reading: Reading, id: DocumentId, json: unknown): Document | null => {
  if (!isObject(json)) {
    reading.problem("", "phải là một đối tượng mô tả văn bản", "must be an object that describes the document")
    return null
  }
  warnUnknownKeys(reading, "", json, known)
  const title = textAt(reading, "", json, "title")
  const kind = textAt(reading, "", json, "kind")
  if (title === null) reading.warning("/title", "văn bản không có tên", "the document has no title")
  if (kind === null) reading.warning("/kind", "văn bản không ghi loại", "the document does not say its kind")
  return {
    id,
    number: textAt(reading, "", json, "number"),
    kind: kind ?? "Văn bản",
    issuer: textAt(reading, "", json, "issuer"),
    date: dayAt(reading, "", json, "date"),
    title: title ?? id,
    period: textAt(reading, "", json, "period"),
    locality: textAt(reading, "", json, "locality"),
    bases: listAt(reading, "", json, "bases").flatMap((basis, index) => basisOf(reading, `/bases/${index}`, basis))
  }
}
