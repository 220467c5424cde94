import type { Recorder } from "@ntm/domain/criteria"
import type { ChangedNoun } from "@ntm/domain/changes"
import { stateOf } from "../observations/codes.ts"

type Row = Readonly<Record<string, unknown>>

/** By what a thing is told from all others of its noun; without a line by `id`. */
const keys: Readonly<Partial<Record<ChangedNoun, ReadonlyArray<string>>>> = {
  observationMove: ["observation", "at"],
  observationNote: ["observation"],
  fundingNote: ["entry"],
  evidenceFile: ["sha256"],
  boundary: ["import_id", "code"],
  observationInput: ["position"],
  observedUnit: ["unit"],
  unit: ["id", "start"],
  transfer: ["event", "from_id", "to_id"],
  reorganisation: ["sequence"],
  landEvent: ["gift", "id"],
  legalBasis: ["document_id", "position"],
  printedTable: ["document_id", "id"],
  figure: ["document_id", "id"],
  criteriaSetVersion: ["set_id"],
  criteriaSetBasis: ["set_id", "position"],
  dossierProcedureVersion: ["procedure"],
  assignment: ["document_id", "no"],
  duty: ["document_id", "no"],
  recommendation: ["document_id", "no"],
  limitation: ["document_id", "id"],
  tasking: ["document_id"],
  workCalendar: ["position"],
  inventoryTarget: ["document_id", "position"],
  worksRules: ["import_id"]
}

/** Of the store alone: how it finds and keeps things. */
const hidden: ReadonlySet<string> = new Set([
  "province",
  "folded",
  "import_id",
  "import_key",
  "start",
  "known_until",
  "withdrawn_at",
  "as_shipped",
  "shipped_sha256",
  "position"
])

const named = (column: string): string => column.replace(/_([a-z])/g, (_, sign: string) => sign.toUpperCase())

const isMoment = (column: string): boolean => column === "at" || column === "known_from" || column.endsWith("_at")

const momentOf = (text: unknown): unknown => (typeof text === "string" ? new Date(text).toISOString() : text)

/** The columns by which a row is told from all others of its noun. */
export const keyColumns = (noun: ChangedNoun, columns: ReadonlyArray<string>): ReadonlyArray<string> =>
  keys[noun] ?? (columns.includes("id") ? ["id"] : columns.filter((column) => /(^|_)(id|no|position)$/.test(column)))

/** The key of a row, in the words that the feed tells it by. */
export const keyOf = (noun: ChangedNoun, row: Row): string => {
  const columns = keyColumns(noun, Object.keys(row))
  return columns.map((column) => String(isMoment(column) ? momentOf(row[column]) : row[column])).join("/")
}

/** Whether a row says that it holds no more: another took its place, or none did. */
export const isEnded = (row: Row): boolean =>
  (row["known_until"] ?? null) !== null || (row["withdrawn_at"] ?? null) !== null || (row["undone_at"] ?? null) !== null

/** Columns that the API has under another name, by noun. */
const renamed: Readonly<Partial<Record<ChangedNoun, Readonly<Record<string, string>>>>> = {
  taskEvent: { subject: "task" },
  recommendationEvent: { subject: "recommendation" }
}

/** What rows name by number. */
interface Looked {
  readonly recorders: ReadonlyMap<number, Recorder>
  /** Of values, by their numbers. */
  readonly inputs: ReadonlyMap<number, string>
}

/** A row in the shape in which the API has it: names, moments, and who recorded it. */
export const recordOf = (noun: ChangedNoun, row: Row, { inputs, recorders }: Looked): Row => {
  const record: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row)) {
    if (hidden.has(column)) continue
    if (column === "recorder") {
      record[noun === "observationMove" ? "by" : "recordedBy"] = recorders.get(Number(value)) ?? null
      continue
    }
    const name = renamed[noun]?.[column] ?? named(column)
    record[name] = isMoment(column) ? momentOf(value) : value
  }
  if ("evidence" in record) record["evidence"] ??= []
  if (noun === "observationMove") {
    record["state"] = stateOf(Number(row["state"]))
    record["input"] = inputs.get(Number(row["observation"])) ?? null
  }
  if (noun === "transfer") {
    record["share"] = { all: row["share_all"], by: row["share_by"] }
    for (const name of ["shareAll", "shareBy", "recordedAt"]) delete record[name]
  }
  if (noun === "unit") {
    delete record["recordedAt"]
    // Left out where there are none, as everywhere else.
    for (const name of ["weights", "attributes"]) if (record[name] === null) delete record[name]
  }
  return record
}
