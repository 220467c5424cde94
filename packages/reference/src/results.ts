import type { SetResults } from "@ntm/domain/criteria"
import type { DocumentId } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readJson } from "./files.ts"
import { decoder, type Report } from "./problem.ts"

/** Levels as documents name them. */
const levels = { xã: "commune", huyện: "district", tỉnh: "province" } as const

const Line = Schema.Struct({
  no: Schema.Int,
  name: Schema.NonEmptyString,
  /** A number of units, or the word that the table prints for a set with one unit; null where the cell is blank. */
  result: Schema.NullOr(Schema.Union([Schema.Int, Schema.Literals(["Đạt", "Chưa đạt", "Không đạt"])]))
})

const CriteriaTable = Schema.Struct({
  asOf: Day,
  sets: Schema.NonEmptyArray(
    Schema.Struct({
      code: Schema.NonEmptyString,
      name: Schema.NonEmptyString,
      level: Schema.Literals(["xã", "huyện", "tỉnh"]),
      unit: Schema.NullOr(Schema.String),
      criteriaCount: Schema.Int,
      evaluated: Schema.Struct({ count: Schema.Int, units: Schema.optionalKey(Schema.Array(Schema.String)) }),
      average: Schema.Struct({ value: Schema.Finite, of: Schema.Int }),
      notes: Schema.NullOr(Schema.String),
      criteria: Schema.Array(Line)
    })
  )
})
type RawSet = (typeof CriteriaTable.Type)["sets"][number]

const decodeTable = decoder(CriteriaTable)

/** Decimal places of a number as JSON writes it: 5.14 has two. */
const decimalsOf = (value: number): number => String(value).split(".")[1]?.length ?? 0

const metCount = (result: (typeof Line.Type)["result"], evaluated: number): number | null =>
  typeof result === "number" || result === null ? result : result === "Đạt" ? evaluated : 0

const resultsOf = (document: DocumentId, asOf: Day, set: RawSet): SetResults => ({
  document,
  asOf,
  code: set.code,
  name: set.name,
  level: levels[set.level],
  unitWord: set.unit,
  evaluatedCount: set.evaluated.count,
  evaluatedUnits: set.evaluated.units ?? [],
  statedAverage: set.average.value,
  statedAverageDecimals: decimalsOf(set.average.value),
  outOf: set.average.of,
  criteria: set.criteria.map(({ no, name, result }) => ({
    no,
    name,
    metCount: metCount(result, set.evaluated.count),
    printed: result === null ? "" : String(result)
  })),
  notes: set.notes
})

/**
 * Results by criteria set as one table prints them ("Phụ lục 01"), in its order.
 *
 * **Details** Only the transcription is checked: that no line is lost or doubled. A count above the number of units,
 * or an average that its lines do not give, is what the document says and stays.
 */
export const readResults = (
  files: DataFiles,
  file: string,
  document: DocumentId,
  report: Report
): ReadonlyArray<SetResults> => {
  const json = readJson(files, file, report)
  if (json === undefined) return []
  const table = decodeTable(json, (path, reason) => report(file, { path }, reason.vi, reason.en))
  if (table === undefined) return []
  const met = new Set<string>()
  table.sets.forEach((set, index) => {
    const wrong = (path: string, vi: string, en: string) => report(file, { path: `sets[${index}].${path}` }, vi, en)
    if (met.has(set.code)) wrong("code", `bộ “${set.code}” có hai lần`, `set “${set.code}” stands twice`)
    met.add(set.code)
    if (set.criteria.length !== set.criteriaCount) {
      const [found, count] = [set.criteria.length, set.criteriaCount]
      wrong("criteria", `có ${found} dòng, phải là ${count}`, `has ${found} lines, not ${count}`)
    }
    const numbers = new Set(set.criteria.map(({ no }) => no))
    if (numbers.size !== set.criteria.length) {
      wrong("criteria", "có số thứ tự tiêu chí trùng nhau", "a number of a criterion stands twice")
    }
    if (set.evaluated.units !== undefined && set.evaluated.units.length !== set.evaluated.count) {
      const [found, count] = [set.evaluated.units.length, set.evaluated.count]
      wrong("evaluated.units", `liệt kê ${found} đơn vị, phải là ${count}`, `lists ${found} units, not ${count}`)
    }
  })
  return table.sets.map((set) => resultsOf(document, table.asOf, set))
}
