import type { Assignment } from "@ntm/domain/assignments"
import type { DocumentId } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readJson } from "./files.ts"
import { decoder, type Report } from "./problem.ts"

const text = Schema.optionalKey(Schema.NullOr(Schema.String))
const names = Schema.optionalKey(Schema.Array(Schema.NonEmptyString))

const Row = Schema.Struct({
  no: Schema.NonEmptyString,
  parentNo: text,
  title: Schema.NonEmptyString,
  lead: text,
  coLeads: names,
  coordinating: names,
  start: Schema.optionalKey(Schema.NullOr(Day)),
  due: Schema.optionalKey(Schema.NullOr(Day)),
  dueText: text,
  /** "định kỳ": the time of a task that comes again instead of ending on a day. */
  frequency: text,
  deliverable: text,
  section: text,
  note: text,
  notes: text
})
type Row = typeof Row.Type

const decodeRows = decoder(Schema.Array(Row))

const joined = (...parts: ReadonlyArray<string | null | undefined>): string | null => {
  const told = parts.filter((part) => part !== null && part !== undefined && part !== "")
  return told.length === 0 ? null : told.join("; ")
}

const assignmentOf = (document: DocumentId, row: Row, section: string | null): Assignment => ({
  document,
  no: row.no,
  parentNo: row.parentNo ?? null,
  title: row.title,
  lead: row.lead ?? null,
  coLeads: row.coLeads ?? [],
  coordinating: row.coordinating ?? [],
  start: row.start ?? null,
  due: row.due ?? null,
  dueText: joined(row.dueText, row.frequency),
  deliverable: row.deliverable ?? null,
  section: row.section ?? section,
  notes: joined(row.notes, row.note)
})

interface Source {
  readonly file: string
  /** Section of assignments that name none: the appendix as a whole. */
  readonly section: string | null
}

/** An assignment with where it stands in the data. */
interface PlacedAssignment {
  readonly assignment: Assignment
  readonly file: string
  readonly path: string
}

/** Numbers of the assignments above one another, where they go in a circle. */
const circle = (of: Assignment, byNo: ReadonlyMap<string, Assignment>): ReadonlyArray<string> | undefined => {
  const line = [of.no]
  for (let at = of.parentNo; at !== null; at = byNo.get(at)?.parentNo ?? null) {
    line.push(at)
    if (at === of.no) return line
    if (line.indexOf(at) < line.length - 1) return undefined
  }
  return undefined
}

/**
 * Assignments of one document out of its files (an appendix, a list of tasks), in the order of the files.
 *
 * **Details** Checked: numbers are unique in the document, over all its files; parents exist and stand in no circle; nothing is due before
 * it starts; a window that begins has an end. An end that could not be read is null and `dueText` says what is printed.
 * Undefined where a file could not be read, after a report.
 */
export const readAssignments = (
  files: DataFiles,
  sources: ReadonlyArray<Source>,
  document: DocumentId,
  report: Report
): ReadonlyArray<PlacedAssignment> | undefined => {
  let whole = true
  const read = sources.flatMap(({ file, section }) => {
    const json = readJson(files, file, report)
    const rows = decodeRows(json, (path, reason) => report(file, { path }, reason.vi, reason.en))
    if (rows === undefined) {
      whole = false
      return []
    }
    return rows.map((row, index) => ({ file, path: `[${index}]`, assignment: assignmentOf(document, row, section) }))
  })
  const known = new Map<string, string>()
  for (const { file, path, assignment } of read) {
    const earlier = known.get(assignment.no)
    if (earlier !== undefined) {
      const { no } = assignment
      report(
        file,
        { path: `${path}.no` },
        `số “${no}” đã dùng ở ${earlier}`,
        `number “${no}” is already used at ${earlier}`
      )
    } else known.set(assignment.no, `${file} ${path}`)
  }
  const byNo = new Map(read.map(({ assignment }) => [assignment.no, assignment]))
  for (const { file, path, assignment } of read) {
    const { parentNo, start, due } = assignment
    if (parentNo !== null && (parentNo === assignment.no || !known.has(parentNo))) {
      report(
        file,
        { path: `${path}.parentNo` },
        `không có nhiệm vụ cấp trên “${parentNo}”`,
        `there is no parent “${parentNo}”`
      )
    }
    if (start !== null && due !== null && due < start) {
      report(
        file,
        { path: `${path}.due` },
        `hạn ${due} trước ngày bắt đầu ${start}`,
        `due ${due}, before it starts ${start}`
      )
    }
    if (start !== null && due === null && assignment.dueText === null) {
      report(
        file,
        { path: `${path}.due` },
        `bắt đầu ${start} mà không có hạn; nếu không đọc được thì ghi “dueText”`,
        `starts ${start} and has no end; if it cannot be read, say so in “dueText”`
      )
    }
    const line = circle(assignment, byNo)
    if (line !== undefined) {
      const way = line.join(" → ")
      report(
        file,
        { path: `${path}.parentNo` },
        `nhiệm vụ thuộc vòng tròn: ${way}`,
        `tasks are parts in a circle: ${way}`
      )
    }
  }
  return whole ? read : undefined
}
