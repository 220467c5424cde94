import { DocumentId } from "@ntm/domain/documents"
import type { ItemRecording } from "@ntm/domain/inventory"
import { type Chronicle, unitByCode, UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"

const FILE = "pilot/inventory.json"

const Issued = Schema.Struct({
  unit: UnitCode,
  /** The document that states them: itself, its bases or what it mentions. */
  document: DocumentId,
  numbers: Schema.NonEmptyArray(Schema.NonEmptyString)
})

const Meeting = Schema.Struct({
  unit: UnitCode,
  /** The document that gives the meeting's conclusion, and its day. */
  document: DocumentId,
  name: Schema.NonEmptyString,
  chair: Schema.NullOr(Schema.NonEmptyString)
})

const decodeEntries = decoder(Schema.Struct({ issued: Schema.Array(Issued), meetings: Schema.Array(Meeting) }))

const optional = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

const Stated = Schema.Struct({
  number: Schema.NullOr(Schema.String),
  kind: Schema.NonEmptyString,
  date: Schema.NullOr(Day),
  about: optional(Schema.String)
})
type Stated = typeof Stated.Type

const decodeHead = decoder(
  Schema.Struct({
    number: Schema.NullOr(Schema.String),
    kind: Schema.NonEmptyString,
    date: Schema.NullOr(Day),
    title: Schema.NonEmptyString,
    meetingDate: optional(Day),
    bases: Schema.Array(Stated),
    mentions: Schema.optionalKey(Schema.Array(Stated))
  })
)

type Wrong = (path: string, vi: string, en: string) => void

const headOf = (files: DataFiles, document: DocumentId, wrong: Wrong) => {
  const file = `documents/${document}/document.json`
  if (!files.has(file)) {
    wrong("document", `không có văn bản “${document}”`, `there is no document “${document}”`)
    return undefined
  }
  return decodeHead(
    readJson(files, file, () => undefined),
    (path, reason) => wrong("document", `${file} ${path}: ${reason.vi}`, `${file} ${path}: ${reason.en}`)
  )
}

const entry = (rest: Pick<ItemRecording, "unit" | "name" | "body" | "day" | "document">): ItemRecording => ({
  ...rest,
  evidence: [],
  note: null,
  illustrative: false
})

/** How a document is called where it has no number. */
const label = (document: DocumentId, number: string | null): string => number ?? document

/**
 * Entries of the pilot's registers that its documents state: what was issued for the programme, and meetings held.
 *
 * **Details** The file only points at the documents; number, kind, day and subject are theirs. Refused: a document or a number that is not
 * there, one without a day, and a unit that does not stand on it. `chronicle` undefined: units are not held against it.
 */
export const readItems = (
  files: DataFiles,
  chronicle: Chronicle | undefined,
  report: Report
): ReadonlyArray<ItemRecording> => {
  if (!files.has(FILE)) return []
  const told = decodeEntries(readJson(files, FILE, report), (path, reason) =>
    report(FILE, { path }, reason.vi, reason.en)
  )
  if (told === undefined) return []
  const stands = (unit: UnitCode, day: Day, wrong: Wrong) => {
    if (chronicle !== undefined && unitByCode(chronicle.register, unit, day) === undefined)
      wrong("unit", `không có đơn vị mã ${unit} ngày ${day}`, `no unit has the code ${unit} on ${day}`)
  }
  const issued = told.issued.flatMap(({ document, numbers, unit }, index) => {
    const wrong: Wrong = (path, vi, en) => report(FILE, { path: `issued[${index}].${path}` }, vi, en)
    const head = headOf(files, document, wrong)
    if (head === undefined) return []
    const own: Stated = { number: head.number, kind: head.kind, date: head.date, about: head.title }
    const all = [own, ...head.bases, ...(head.mentions ?? [])]
    return numbers.flatMap((number, at): ReadonlyArray<ItemRecording> => {
      const found = all.find((one) => one.number === number)
      const day = found?.date ?? null
      if (found === undefined || day === null) {
        wrong(
          `numbers[${at}]`,
          `văn bản “${document}” không nêu ${number} cùng với ngày ban hành`,
          `“${document}” does not state ${number} with its day`
        )
        return []
      }
      stands(unit, day, wrong)
      return [
        entry({
          unit,
          name: found.about ?? number,
          body: { _tag: "issued", number, kind: found.kind },
          day,
          document: found === own ? null : label(document, head.number)
        })
      ]
    })
  })
  const meetings = told.meetings.flatMap(({ chair, document, name, unit }, index): ReadonlyArray<ItemRecording> => {
    const wrong: Wrong = (path, vi, en) => report(FILE, { path: `meetings[${index}].${path}` }, vi, en)
    const head = headOf(files, document, wrong)
    const day = head?.meetingDate ?? null
    if (head === undefined) return []
    if (day === null) {
      wrong("document", `văn bản “${document}” không nêu ngày họp`, `“${document}” states no day of a meeting`)
      return []
    }
    stands(unit, day, wrong)
    const body = { _tag: "meeting", chair, participants: null } as const
    return [entry({ unit, name, body, day, document: label(document, head.number) })]
  })
  return [...issued, ...meetings]
}
