import type { Figure } from "@ntm/domain/documents"
import {
  isObject,
  type JsonObject,
  looksNumeric,
  nameOf,
  numberAsText,
  pointer,
  textAt,
  warnUnknownKeys,
  type WrittenNumber,
  writtenNumber
} from "./fields.ts"
import { checkIds, checkPartCycles, type ReadFigure, referencesOf } from "./figure-relations.ts"
import type { Reading } from "../files/problem.ts"

const known = new Set([
  "id",
  "section",
  "part",
  "label",
  "value",
  "valueMax",
  "unit",
  "decimals",
  "asOf",
  "period",
  "scope",
  "per",
  "qualifier",
  "printed",
  "note",
  "notes",
  "status",
  "stage",
  "nature",
  "units",
  "page",
  "quantity",
  "breakdownOf",
  "breakdownBy",
  "outOf",
  "statedPercentOf",
  "restates",
  "differenceOf",
  "computedFrom"
])

const valueAt = (reading: Reading, path: string, object: JsonObject): WrittenNumber | string | null => {
  const raw = object["value"]
  if (raw === null) return null
  if (raw === undefined) {
    reading.problem(
      pointer(path, "value"),
      "thiếu giá trị (ghi null nếu không đọc được)",
      "the value is missing (write null if it is unreadable)"
    )
    return null
  }
  if (typeof raw !== "string") return writtenNumber(reading, pointer(path, "value"), raw)
  if (!looksNumeric(raw)) return raw.normalize("NFC")
  numberAsText(reading, pointer(path, "value"), raw)
  return null
}

const outOfAt = (reading: Reading, path: string, object: JsonObject): number | string | null => {
  const raw = object["outOf"]
  if (raw === undefined || raw === null) return null
  if (typeof raw === "string" && !looksNumeric(raw)) return raw
  return writtenNumber(reading, pointer(path, "outOf"), raw)?.value ?? null
}

const percentAt = (reading: Reading, path: string, object: JsonObject): Figure["statedPercentOf"] => {
  const raw = object["statedPercentOf"]
  if (raw === undefined || raw === null) return null
  const at = pointer(path, "statedPercentOf")
  const of = isObject(raw) ? textAt(reading, at, raw, "of") : null
  if (!isObject(raw) || of === null) {
    reading.problem(at, "phải có dạng { of, percent }", "must have the form { of, percent }")
    return null
  }
  const percent = writtenNumber(reading, pointer(at, "percent"), raw["percent"])
  return percent === null ? null : { of, percent: percent.value, decimals: percent.decimals }
}

const differenceAt = (reading: Reading, path: string, object: JsonObject): Figure["differenceOf"] => {
  const raw = object["differenceOf"]
  if (raw === undefined || raw === null) return null
  const at = pointer(path, "differenceOf")
  const of = isObject(raw) ? textAt(reading, at, raw, "of") : null
  const less = isObject(raw) ? textAt(reading, at, raw, "less") : null
  if (of !== null && less !== null) return { of, less }
  reading.problem(at, "phải có dạng { of, less }", "must have the form { of, less }")
  return null
}

const decimalsAt = (reading: Reading, path: string, object: JsonObject, value: WrittenNumber): number => {
  if (object["decimals"] === undefined) return value.decimals
  const stated = writtenNumber(reading, pointer(path, "decimals"), object["decimals"])
  if (stated === null) return value.decimals
  const kept = Math.abs(value.value) * 10 ** stated.value <= Number.MAX_SAFE_INTEGER
  if (Number.isInteger(stated.value) && stated.value >= value.decimals && stated.value <= 9 && kept) return stated.value
  reading.problem(
    pointer(path, "decimals"),
    "số chữ số thập phân không hợp lệ",
    "not a possible number of decimal places"
  )
  return value.decimals
}

const unitAt = (reading: Reading, path: string, object: JsonObject, numeric: boolean): string | null => {
  const unit = textAt(reading, path, object, "unit")
  if (!numeric || (unit !== null && unit.trim() !== "")) return unit
  reading.problem(pointer(path, "unit"), "thiếu đơn vị của số liệu", "the unit of the figure is missing")
  return null
}

/** Sections and periods are sometimes written as numbers (a year, a part): they are names here. */
const nameAt = (reading: Reading, path: string, object: JsonObject, key: string): string | null =>
  nameOf(object[key]) ?? textAt(reading, path, object, key)

/** The upper end of a range; null where there is none. */
const maxAt = (reading: Reading, path: string, object: JsonObject, value: WrittenNumber | null): number | null => {
  const raw = object["valueMax"] ?? null
  const max = raw === null ? null : writtenNumber(reading, pointer(path, "valueMax"), raw)
  if (max === null || value === null || max.value >= value.value) return max?.value ?? null
  reading.problem(
    pointer(path, "valueMax"),
    "đầu trên của khoảng nhỏ hơn giá trị",
    "the upper end of the range is below the value"
  )
  return null
}

const decodeFigure = (reading: Reading, path: string, json: unknown): ReadFigure | null => {
  if (!isObject(json)) {
    reading.problem(path, "phải là một đối tượng", "must be an object")
    return null
  }
  warnUnknownKeys(reading, path, json, known)
  const id = textAt(reading, path, json, "id")
  if (id === null || id === "") {
    reading.problem(pointer(path, "id"), "thiếu mã của số liệu", "the id of the figure is missing")
    return null
  }
  const value = valueAt(reading, path, json)
  const number = typeof value === "string" ? null : value
  const label = textAt(reading, path, json, "label")
  if (label === null) reading.warning(pointer(path, "label"), "số liệu không có tên", "the figure has no label")
  const figure: Figure = {
    id,
    section: nameAt(reading, path, json, "section"),
    label: label ?? id,
    value: typeof value === "string" ? value : (number?.value ?? null),
    decimals: number === null ? 0 : decimalsAt(reading, path, json, number),
    valueMax: maxAt(reading, path, json, number),
    unit: unitAt(reading, path, json, number !== null),
    asOf: nameAt(reading, path, json, "asOf"),
    period: nameAt(reading, path, json, "period"),
    scope: textAt(reading, path, json, "scope"),
    qualifier: textAt(reading, path, json, "qualifier"),
    printed: textAt(reading, path, json, "printed"),
    note: textAt(reading, path, json, "note"),
    quantity: textAt(reading, path, json, "quantity"),
    breakdownOf: textAt(reading, path, json, "breakdownOf"),
    breakdownBy: textAt(reading, path, json, "breakdownBy"),
    outOf: outOfAt(reading, path, json),
    statedPercentOf: percentAt(reading, path, json),
    restates: textAt(reading, path, json, "restates"),
    differenceOf: differenceAt(reading, path, json),
    computedFrom: textAt(reading, path, json, "computedFrom")
  }
  const references = referencesOf(figure, path)
  if (typeof value === "string" && references.length > 0) {
    reading.warning(
      pointer(path, "value"),
      "giá trị là chữ nên các quan hệ của số liệu không kiểm được",
      "the value is a text, so that the relations of the figure cannot be checked"
    )
  }
  return { figure, path, references }
}

/** Decodes `figures.json`: a list of figures, their ids unique and their relations pointing at figures of the list. */
export const decodeFigures = (reading: Reading, json: unknown): ReadonlyArray<Figure> => {
  const list = isObject(json) ? json["figures"] : json
  if (!Array.isArray(list)) {
    reading.problem("", "phải là một danh sách số liệu", "must be a list of figures")
    return []
  }
  const base = isObject(json) ? "/figures" : ""
  const figures = list.flatMap((figure, index) => decodeFigure(reading, `${base}/${index}`, figure) ?? [])
  checkIds(reading, figures)
  checkPartCycles(reading, figures)
  return figures.map(({ figure }) => figure)
}
