import { CriteriaSetId, InputKey, type Target } from "@ntm/domain/criteria"
import type { DocumentId } from "@ntm/domain/documents"
import type { UnitLevel } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readJson } from "./files.ts"
import { decoder, type Report } from "./problem.ts"
import type { SetCodes } from "./set-codes.ts"

const count = Schema.optionalKey(Schema.NullOr(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))))

const RawTarget = Schema.Struct({
  id: Schema.NonEmptyString,
  group: Schema.NonEmptyString,
  groupTitle: Schema.String,
  subject: Schema.NonEmptyString,
  scope: Schema.Struct({
    text: Schema.String,
    units: Schema.Array(Schema.NonEmptyString),
    count: Schema.NullOr(Schema.Int)
  }),
  /** Sets by the code that the document's tables give them; see `set-codes.json`. */
  criteriaSet: Schema.NullOr(Schema.NonEmptyString),
  alsoCriteriaSets: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  criterionNos: Schema.Array(Schema.Int),
  criterionNames: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  /** What is reported, where the target is a number about one unit. */
  input: Schema.optionalKey(InputKey),
  measure: Schema.NonEmptyString,
  operator: Schema.NullOr(Schema.Literals([">=", "<=", "="])),
  /** A word where the plan sets no number: "đạt". */
  value: Schema.NullOr(Schema.Union([Schema.Finite, Schema.NonEmptyString])),
  unit: Schema.NullOr(Schema.NonEmptyString),
  baseline: count,
  added: count,
  total: count,
  outOf: count,
  action: Schema.NullOr(Schema.String),
  note: Schema.optionalKey(Schema.NullOr(Schema.String))
})
type RawTarget = typeof RawTarget.Type

const decodeTargets = decoder(Schema.Array(RawTarget))

/** Levels by the words with which plans name what they count. */
const levels: Readonly<Record<string, UnitLevel>> = {
  xã: "commune",
  phường: "commune",
  huyện: "district",
  "thành phố thuộc thành phố": "district",
  "thành phố": "province",
  tỉnh: "province"
}

const subjectOf = ({ criteriaSet, criterionNos, input }: RawTarget, codes: SetCodes): Target["subject"] => {
  if (input !== undefined) return { _tag: "value", input }
  const set = criteriaSet === null ? null : (codes.get(criteriaSet)?.set ?? null)
  return set === null
    ? { _tag: "orientation" }
    : { _tag: "criteria", set: CriteriaSetId.make(set), numbers: criterionNos }
}

/** What the fields of a target have no place for: sets that the system does not know, further sets, a word for a value. */
const noteOf = (raw: RawTarget, codes: SetCodes): string | null => {
  const named = (code: string): string => codes.get(code)?.name ?? code
  const unknown = raw.criteriaSet !== null && codes.get(raw.criteriaSet)?.set === null ? [raw.criteriaSet] : []
  const numbers = raw.criterionNos.length === 0 ? "" : `, tiêu chí ${raw.criterionNos.join(", ")}`
  const told = [
    ...unknown.map((code) => `Theo ${named(code)}${numbers}; bộ này chưa có trong hệ thống.`),
    ...(raw.alsoCriteriaSets ?? []).map((code) => `Tính cả ${named(code)}.`),
    ...(typeof raw.value === "string" ? [`Mức phải đạt ghi bằng chữ: “${raw.value}”.`] : []),
    ...(raw.note === undefined || raw.note === null ? [] : [raw.note])
  ]
  return told.length === 0 ? null : told.join(" ")
}

const targetOf = (document: DocumentId, year: string, raw: RawTarget, codes: SetCodes): Target => {
  const names = raw.criterionNames ?? []
  const { scope } = raw
  return {
    document,
    id: raw.id,
    group: { no: raw.group, title: raw.groupTitle },
    text: names.length === 0 ? raw.measure : `${raw.measure}: ${names.join(", ")}`,
    subject: subjectOf(raw, codes),
    // A number about the province is asked of the province, whatever it measures.
    level: raw.input === undefined ? (levels[raw.subject] ?? null) : "province",
    scope: { text: scope.text, units: scope.units, count: scope.count },
    operator: raw.operator,
    value: typeof raw.value === "number" ? raw.value : null,
    unit: raw.unit,
    baseline: raw.baseline ?? null,
    added: raw.added ?? null,
    total: raw.total ?? null,
    outOf: raw.outOf ?? null,
    action: raw.action,
    from: Day.make(`${year}-01-01`),
    by: Day.make(`${year}-12-31`),
    note: noteOf(raw, codes)
  }
}

/**
 * Targets of a plan for one year, as `targets-<year>.json` states them, in its order.
 *
 * **Details** A set that the system does not hold makes the target an orientation that names the set. Refused: an id twice, a
 * code of a set that nobody knows, numbers of criteria without a set, and units listed that are not as many as are said.
 */
export const readTargets = (
  files: DataFiles,
  file: string,
  document: DocumentId,
  codes: SetCodes,
  report: Report
): ReadonlyArray<Target> => {
  const json = readJson(files, file, report)
  const year = /targets-(\d{4})\.json$/.exec(file)?.[1]
  if (json === undefined || year === undefined) return []
  const raw = decodeTargets(json, (path, reason) => report(file, { path }, reason.vi, reason.en)) ?? []
  const met = new Set<string>()
  for (const [index, { id, alsoCriteriaSets, criteriaSet, criterionNos, scope }] of raw.entries()) {
    const wrong = (path: string, vi: string, en: string) => report(file, { path: `[${index}].${path}` }, vi, en)
    if (met.has(id)) wrong("id", `chỉ tiêu “${id}” có hai lần`, `target “${id}” stands twice`)
    met.add(id)
    for (const code of [...(criteriaSet === null ? [] : [criteriaSet]), ...(alsoCriteriaSets ?? [])]) {
      if (!codes.has(code)) wrong("criteriaSet", `không biết bộ tiêu chí “${code}”`, `the set “${code}” is not known`)
    }
    if (criteriaSet === null && criterionNos.length > 0)
      wrong("criterionNos", "có số tiêu chí mà không có bộ", "numbers of criteria without a set")
    if (scope.units.length > 1 && scope.count !== null && scope.units.length !== scope.count) {
      const [found, said] = [scope.units.length, scope.count]
      wrong("scope.units", `liệt kê ${found} đơn vị, phải là ${said}`, `lists ${found} units, not ${said}`)
    }
  }
  return raw.map((one) => targetOf(document, year, one, codes))
}
