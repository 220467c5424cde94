import { excerpt, isObject, type JsonObject, own, pointer } from "../documents/fields.ts"
import type { Reading } from "../files/problem.ts"

/** Keys that would reach into an object's inheritance; no file has a reason to use them. */
const RESERVED: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"])

/** Deepest nesting of a file. The deepest rule seen has 6 levels below its set's own 4. */
const DEEPEST = 40

/** Most values in a file; the largest set seen has some 3,000. */
const MOST_VALUES = 200_000

/** Most characters of one text. */
const LONGEST_TEXT = 5_000

/** Whether any store can keep the text: no NUL, no half of a character. */
const isKept = (text: string): boolean => text.isWellFormed() && !text.includes("\0")

const refuseText = (reading: Reading, path: string): false => {
  reading.problem(
    path,
    "có ký tự không lưu được (NUL hoặc nửa ký tự)",
    "has characters that cannot be kept (NUL, or half of one)"
  )
  return false
}

/**
 * Refuses what nothing below could read safely: nesting without end, millions of values, numbers beyond arithmetic, keys
 * that reach into inheritance. Returns false after the first of them; the rest of the file is then not looked at.
 */
export const isSound = (reading: Reading, json: unknown): boolean => {
  const open: Array<{ readonly value: unknown; readonly path: string; readonly depth: number }> = [
    { value: json, path: "", depth: 0 }
  ]
  let seen = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, depth } = next
    seen += 1
    if (depth > DEEPEST) {
      reading.problem(
        excerpt(path),
        `lồng quá ${DEEPEST} tầng, không đọc tiếp`,
        `nested deeper than ${DEEPEST} levels, not read further`
      )
      return false
    }
    if (seen > MOST_VALUES) {
      reading.problem("", `tệp có quá ${MOST_VALUES} giá trị`, `the file has more than ${MOST_VALUES} values`)
      return false
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      reading.problem(path, "số quá lớn, không tính được", "the number is too large to reckon with")
      return false
    }
    if (typeof value === "string" && value.length > LONGEST_TEXT) {
      reading.problem(
        path,
        `chuỗi dài ${value.length} ký tự, chỉ đọc đến ${LONGEST_TEXT}`,
        `a text of ${value.length} characters, at most ${LONGEST_TEXT} are read`
      )
      return false
    }
    if (typeof value === "string" && !isKept(value)) return refuseText(reading, path)
    if (Array.isArray(value) && value.length > MOST_VALUES) {
      reading.problem(path, `danh sách có ${value.length} phần tử`, `a list of ${value.length} elements`)
      return false
    }
    if (typeof value !== "object" || value === null) continue
    for (const key of Object.keys(value)) {
      if (!isKept(key)) return refuseText(reading, path)
      if (RESERVED.has(key)) {
        reading.problem(pointer(path, key), `không được đặt khóa “${key}”`, `a key may not be called “${key}”`)
        return false
      }
      const inside: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
      open.push({ value: inside, path: pointer(path, key), depth: depth + 1 })
    }
  }
  return true
}

const sameLetters = (a: string, b: string): boolean =>
  a.length === b.length && [...a].toSorted().join("") === [...b].toSorted().join("")

/** The known key that was probably meant: other case, two letters swapped, one missing or too many. */
const meant = (key: string, known: ReadonlyArray<string>): string | undefined => {
  if (key.length > 40) return undefined
  const typed = key.toLowerCase()
  return known.find((one) => {
    const name = one.toLowerCase()
    if (typed === name || sameLetters(typed, name)) return true
    const [short, long] = typed.length < name.length ? [typed, name] : [name, typed]
    if (long.length - short.length > 1) return false
    let at = 0
    while (at < short.length && short[at] === long[at]) at += 1
    return (
      short.slice(at) === long.slice(at + 1) ||
      (short.length === long.length && short.slice(at + 1) === long.slice(at + 1))
    )
  })
}

/** “Ý bạn là …” for a word that is near a known one; empty otherwise. */
export const didYouMean = (
  word: string,
  known: ReadonlyArray<string>
): { readonly vi: string; readonly en: string } => {
  const near = meant(word, known)
  return near === undefined ? { vi: "", en: "" } : { vi: `; có phải “${near}”?`, en: `; is “${near}” meant?` }
}

/** Refuses keys that mean nothing here: a mistyped key would silently leave out a part of a rule. */
export const refuseUnknownKeys = (
  reading: Reading,
  path: string,
  object: JsonObject,
  known: ReadonlyArray<string>
): void => {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue
    const near = didYouMean(key, known)
    reading.problem(
      pointer(path, key),
      `không có khóa “${excerpt(key)}” ở đây${near.vi}`,
      `there is no key “${excerpt(key)}” here${near.en}`
    )
  }
}

/** The object, or null after a problem. */
export const objectOf = (reading: Reading, path: string, value: unknown): JsonObject | null => {
  if (isObject(value)) return value
  reading.problem(path, "phải là một đối tượng { … }", "must be an object { … }")
  return null
}

/** The list below the key; empty where the key is absent, and after a problem. */
export const listOf = (reading: Reading, path: string, object: JsonObject, key: string): ReadonlyArray<unknown> => {
  const value = own(object, key)
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  reading.problem(pointer(path, key), "phải là một danh sách [ … ]", "must be a list [ … ]")
  return []
}

/** The text below the key, null where absent; a text of blanks is refused. */
export const textOf = (reading: Reading, path: string, object: JsonObject, key: string): string | null => {
  const value = own(object, key)
  if (value === undefined || value === null) return null
  if (typeof value === "string" && value.trim() !== "") return value
  reading.problem(pointer(path, key), "phải là một chuỗi chữ không rỗng", "must be a text that is not empty")
  return null
}

/** As `textOf`, where the text must be there; "" after a problem. */
export const requiredText = (reading: Reading, path: string, object: JsonObject, key: string): string => {
  const value = own(object, key)
  if (value === undefined || value === null) {
    reading.problem(pointer(path, key), `thiếu “${key}”`, `“${key}” is missing`)
    return ""
  }
  return textOf(reading, path, object, key) ?? ""
}

/** Every element that is a text; anything else is a problem. */
export const textsOf = (reading: Reading, path: string, object: JsonObject, key: string): ReadonlyArray<string> =>
  listOf(reading, path, object, key).flatMap((value, index) => {
    if (typeof value === "string" && value.trim() !== "") return [value]
    reading.problem(
      pointer(pointer(path, key), index),
      "phải là một chuỗi chữ không rỗng",
      "must be a text that is not empty"
    )
    return []
  })

/** true or false below the key; `otherwise` where absent. */
export const flagOf = (
  reading: Reading,
  path: string,
  object: JsonObject,
  key: string,
  otherwise: boolean = false
): boolean => {
  const value = own(object, key)
  if (value === undefined) return otherwise
  if (typeof value === "boolean") return value
  reading.problem(pointer(path, key), "phải là true hoặc false", "must be true or false")
  return otherwise
}

/** One of the words below the key; null where absent and after a problem. */
export const choiceOf = <Choice extends string>(
  reading: Reading,
  path: string,
  object: JsonObject,
  key: string,
  choices: ReadonlyArray<Choice>
): Choice | null => {
  const value = own(object, key)
  if (value === undefined || value === null) return null
  const choice = choices.find((one) => one === value)
  if (choice !== undefined) return choice
  const near = typeof value === "string" ? didYouMean(value, choices) : { vi: "", en: "" }
  const shown = typeof value === "string" ? `“${excerpt(value)}”` : typeof value
  reading.problem(
    pointer(path, key),
    `không hiểu ${shown}; phải là một trong: ${choices.join(", ")}${near.vi}`,
    `${shown} means nothing here; must be one of: ${choices.join(", ")}${near.en}`
  )
  return null
}

/** A number that arithmetic can hold below the key; null where absent and after a problem. */
export const numberOf = (reading: Reading, path: string, object: JsonObject, key: string): number | null => {
  const value = own(object, key)
  if (value === undefined || value === null) return null
  if (typeof value === "number" && Number.isFinite(value)) return value
  reading.problem(
    pointer(path, key),
    typeof value === "string" ? `số phải viết không có ngoặc kép: ${excerpt(value)}` : "phải là một số",
    typeof value === "string" ? `write the number without quotes: ${excerpt(value)}` : "must be a number"
  )
  return null
}

/** A whole number from `least` on below the key; null where absent and after a problem. */
export const wholeOf = (
  reading: Reading,
  path: string,
  object: JsonObject,
  key: string,
  least: number = 1
): number | null => {
  const value = numberOf(reading, path, object, key)
  if (value === null || (Number.isSafeInteger(value) && value >= least)) return value
  reading.problem(
    pointer(path, key),
    `phải là số nguyên từ ${least} trở lên`,
    `must be a whole number from ${least} on`
  )
  return null
}

/** Keys, as they are written one after the other. */
export const words = (text: string): ReadonlyArray<string> => text.split(" ")
