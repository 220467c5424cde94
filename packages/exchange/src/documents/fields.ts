import { MAX_DECIMALS } from "@ntm/domain/documents"
import { parseVietnameseNumber } from "@ntm/domain/values"
import { Result } from "effect"
import { NumberAsPrinted } from "./printed-json.ts"
import type { Reading } from "../files/problem.ts"

export type JsonObject = { readonly [key: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof NumberAsPrinted)

/** The object's own value: a column may be called "constructor" or "__proto__", and what is inherited is not in the file. */
export const own = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined)

/** A text as it is quoted in a message: a line of it is enough. */
export const excerpt = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 60)}…`)

/** A number as written in the file, with its decimal places. */
export interface WrittenNumber {
  readonly value: number
  readonly decimals: number
}

/** Escapes a key for a JSON pointer (RFC 6901). */
export const pointer = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`

const decimalsOf = (value: number): number => {
  const text = String(value)
  if (!text.includes("e")) return text.split(".")[1]?.length ?? 0
  return value.toFixed(20).replace(/0+$/, "").split(".")[1]?.length ?? 0
}

/** No number has more characters. A longer text is not tried, since trying takes time with the square of its length. */
const LONGEST_NUMBER = 60

/** Whether a text is a number that somebody put between quotes, in Vietnamese or in programmers' form. */
export const looksNumeric = (text: string): boolean =>
  text.length <= LONGEST_NUMBER &&
  (Result.isSuccess(parseVietnameseNumber(text)) || /^\s*[-+]?\d[\d.,\s]*(e[-+]?\d+)?\s*%?\s*$/iu.test(text))

/** Says that a number was written as a text. */
export const numberAsText = (reading: Reading, path: string, text: string): void =>
  reading.problem(
    path,
    `số viết dưới dạng chuỗi: “${excerpt(text)}”; hãy viết thành số`,
    `a number written as a text: “${excerpt(text)}”; write it as a number`
  )

/** A number that the arithmetic can hold, or null with a problem. */
export const writtenNumber = (reading: Reading, path: string, raw: unknown): WrittenNumber | null => {
  const value = raw instanceof NumberAsPrinted ? raw.value : raw
  if (typeof value !== "number") {
    if (typeof value === "string" && looksNumeric(value)) numberAsText(reading, path, value)
    else if (value === undefined) reading.problem(path, "thiếu số", "the number is missing")
    else reading.problem(path, "phải là một số", "must be a number")
    return null
  }
  if (!Number.isFinite(value)) {
    reading.problem(path, "số quá lớn", "the number is too large")
    return null
  }
  const decimals = raw instanceof NumberAsPrinted ? raw.decimals : decimalsOf(value)
  if (decimals > MAX_DECIMALS || Math.abs(value) * 10 ** decimals > Number.MAX_SAFE_INTEGER) {
    reading.problem(
      path,
      "số có quá nhiều chữ số, không giữ được chính xác",
      "the number has too many digits to be kept exactly"
    )
    return null
  }
  return { value, decimals }
}

/** An optional text; null where it is absent or null. */
export const textAt = (reading: Reading, path: string, object: JsonObject, key: string): string | null => {
  const value = own(object, key)
  if (value === undefined || value === null) return null
  if (typeof value === "string") return value.normalize("NFC")
  reading.problem(pointer(path, key), "phải là một chuỗi", "must be a text")
  return null
}

/** A name that may be written as a number: a section (2.10 keeps its zero), a year, the number of a row. */
export const nameOf = (value: unknown): string | null => {
  if (typeof value === "string") return value.normalize("NFC")
  if (value instanceof NumberAsPrinted) return value.value.toFixed(value.decimals)
  return typeof value === "number" ? String(value) : null
}

/** An optional list; empty where it is absent or null. */
export const listAt = (reading: Reading, path: string, object: JsonObject, key: string): ReadonlyArray<unknown> => {
  const value = own(object, key)
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  reading.problem(pointer(path, key), "phải là một danh sách", "must be a list")
  return []
}

/** Remarks on keys that nobody reads: a misspelt relation would otherwise be passed over in silence. */
export const warnUnknownKeys = (
  reading: Reading,
  path: string,
  object: JsonObject,
  known: ReadonlySet<string>
): void => {
  for (const key of Object.keys(object)) {
    if (known.has(key)) continue
    reading.warning(pointer(path, key), `khóa lạ “${excerpt(key)}”, bỏ qua`, `unknown key “${excerpt(key)}”, ignored`)
  }
}
