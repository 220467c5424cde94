import { Duty, DutyRule } from "@ntm/domain/assignments"
import type { DocumentId } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import type { ReferenceDocument } from "../documents.ts"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"

const text = Schema.optionalKey(Schema.NullOr(Schema.String))

const Row = Schema.Struct({
  id: Duty.fields.no,
  section: text,
  agency: Duty.fields.lead,
  responsibility: Duty.fields.title,
  kind: Duty.fields.kind,
  coordinating: Schema.optionalKey(Duty.fields.coordinating),
  reportsTo: text,
  frequency: text,
  /** A year where the text names no day: "2025". */
  due: Schema.optionalKey(Schema.String.check(Schema.isPattern(/^\d{4}$/))),
  note: text
})
type Row = typeof Row.Type

const Rules = Schema.Struct({
  from: Day,
  to: Schema.NullOr(Day),
  rules: Schema.Array(
    Schema.Struct({ nos: Schema.NonEmptyArray(Schema.NonEmptyString), rules: Schema.NonEmptyArray(DutyRule) })
  )
})
type Rules = typeof Rules.Type

/** A rule that comes for every period of a year leaves out which. */
const decodeRules = decoder(
  Schema.Struct({
    ...Rules.fields,
    rules: Schema.Array(
      Schema.Struct({
        nos: Schema.NonEmptyArray(Schema.NonEmptyString),
        rules: Schema.NonEmptyArray(
          Schema.Struct({ ...DutyRule.fields, only: Schema.optionalKey(DutyRule.fields.only) })
        )
      })
    )
  })
)
const decodeRows = decoder(Schema.Array(Row))

const dutyOf = (document: DocumentId, row: Row, { from, to }: Rules, rules: ReadonlyArray<DutyRule>): Duty => ({
  document,
  no: row.id,
  section: row.section ?? null,
  kind: row.kind,
  title: row.responsibility,
  lead: row.agency,
  coordinating: row.coordinating ?? [],
  reportsTo: row.reportsTo ?? null,
  frequency: row.frequency ?? null,
  rules,
  from,
  to,
  by: row.due === undefined ? null : Day.make(`${row.due}-12-31`),
  notes: row.note ?? null
})

const readRules = (files: DataFiles, file: string, report: Report): Rules | undefined => {
  const json = readJson(files, file, report)
  if (json === undefined) return undefined
  const read = decodeRules(json, (path, reason) => report(file, { path }, reason.vi, reason.en))
  if (read === undefined) return undefined
  return {
    ...read,
    rules: read.rules.map(({ nos, rules: [first, ...others] }) => ({
      nos,
      rules: [{ only: null, ...first }, ...others.map((rule) => ({ only: null, ...rule }))]
    }))
  }
}

/** The file in which a document lists its standing responsibilities. */
export const dutiesFile = (document: string): string => `documents/${document}/assignments.json`

/**
 * Standing responsibilities of a document (`assignments.json`), with the rules by which some come again (`duties.json`).
 *
 * **Details** Refused: a number twice or one of an assignment, a rule for a responsibility that does not exist or for which the text names no
 * frequency, an end before the start.
 */
export const readDuties = (
  files: DataFiles,
  documents: ReadonlyArray<ReferenceDocument>,
  report: Report
): ReadonlyArray<Duty> =>
  documents.flatMap(({ assignments, id }): ReadonlyArray<Duty> => {
    const [rowsFile, rulesFile] = [dutiesFile(id), `documents/${id}/duties.json`]
    if (!files.has(rulesFile)) return []
    const json = readJson(files, rowsFile, report)
    const ruled = readRules(files, rulesFile, report)
    if (json === undefined || ruled === undefined) return []
    const rows = decodeRows(json, (path, reason) => report(rowsFile, { path }, reason.vi, reason.en)) ?? []
    if (ruled.to !== null && ruled.to < ruled.from)
      report(rulesFile, { path: "to" }, "kết thúc trước khi bắt đầu", "ends before it begins")
    const taken = new Set(assignments.map(({ no }) => no))
    for (const [at, { id: no }] of rows.entries()) {
      if (taken.has(no))
        report(rowsFile, { path: `[${at}].id` }, `số “${no}” đã dùng`, `number “${no}” is already used`)
      taken.add(no)
    }
    const byNo = new Map(rows.map((row) => [row.id, row]))
    for (const [at, { nos }] of ruled.rules.entries()) {
      for (const [place, no] of nos.entries()) {
        const [path, row] = [`rules[${at}].nos[${place}]`, byNo.get(no)]
        if (row === undefined)
          report(rulesFile, { path }, `không có trách nhiệm “${no}”`, `there is no responsibility “${no}”`)
        else if ((row.frequency ?? null) === null)
          report(
            rulesFile,
            { path },
            `văn bản không nêu “${no}” lặp lại`,
            `the document does not say that “${no}” comes again`
          )
      }
    }
    const rulesOf = (no: string) => ruled.rules.flatMap(({ nos, rules }) => (nos.includes(no) ? rules : []))
    return rows.map((row) => dutyOf(id, row, ruled, rulesOf(row.id)))
  })
