import { MAX_DECIMALS } from "@ntm/domain/documents"
import { parseVietnameseNumber } from "@ntm/domain/values"
import { Result } from "effect"
import { NumberAsPrinted } from "./json-file.ts"
import type { Reading } from "./problem.ts"

export type JsonObject = { readonly [key: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof NumberAsPrinted)

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

/** Whether a text is a number that somebody put between quotes, in Vietnamese or in programmers' form. */
export const looksNumeric = (text: string): boolean =>
  Result.isSuccess(parseVietnameseNumber(text)) || /^\s*[-+]?\d[\d.,\s]*(e[-+]?\d+)?\s*%?\s*$/iu.test(text)

/** Says that a number was written as a text. */
export const numberAsText = (reading: Reading, path: string, text: string): void =>
  reading.problem(path, `số viết dưới dạng chuỗi: “${text}”; hãy viết thành số`, `a number written as a text: “${text}”; write it as a number`)

/** A number that the arithmetic can hold, or null with a problem. */
export const writtenNumber = (reading: Reading, path: string, raw: unknown): WrittenNumber | null => {
  const value = raw instanceof NumberAsPrinted ? raw.value : raw
  if (typeof value !== "number") {
    if (typeof value === "string" && looksNumeric(value)) numberAsText(reading, path, value)
    else reading.problem(path, "phải là một số", "must be a number")
    return null
  }
  const decimals = raw instanceof NumberAsPrinted ? raw.decimals : decimalsOf(value)
  if (decimals > MAX_DECIMALS || Math.abs(value) * 10 ** decimals > Number.MAX_SAFE_INTEGER) {
    reading.problem(path, "số có quá nhiều chữ số, không giữ được chính xác", "the number has too many digits to be kept exactly")
    return null
  }
  return { value, decimals }
}

/** An optional text; null where it is absent or null. */
export const textAt = (reading: Reading, path: string, object: JsonObject, key: string): string | null => {
  const value = object[key]
  if (value === undefined || value === null) return null
  if (typeof value === "string") return value.normalize("NFC")
  reading.problem(pointer(path, key), "phải là một chuỗi", "must be a text")
  return null
}

/** An optional list; empty where it is absent or null. */
export const listAt = (reading: Reading, path: string, object: JsonObject, key: string): ReadonlyArray<unknown> => {
  const value = object[key]
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  reading.problem(pointer(path, key), "phải là một danh sách", "must be a list")
  return []
}

/** Remarks on keys that nobody reads: a misspelt relation would otherwise be passed over in silence. */
export const warnUnknownKeys = (reading: Reading, path: string, object: JsonObject, known: ReadonlySet<string>): void => {
  for (const key of Object.keys(object)) {
    if (!known.has(key)) reading.warning(pointer(path, key), `khóa lạ “${key}”, bỏ qua`, `unknown key “${key}”, ignored`)
  }
}

/** The first way round a cycle in a graph of names, or null. Iterative: a hostile chain must not exhaust the stack. */
export const cycleIn = (edges: ReadonlyMap<string, ReadonlyArray<string>>): ReadonlyArray<string> | null => {
  const done = new Set<string>()
  for (const start of edges.keys()) {
    const trail: Array<string> = []
    const onTrail = new Set<string>()
    const stack: Array<{ readonly node: string; next: number }> = [{ node: start, next: 0 }]
    while (stack.length > 0) {
      const frame = stack.at(-1)
      if (frame === undefined) break
      if (frame.next === 0) {
        if (done.has(frame.node)) {
          stack.pop()
          continue
        }
        trail.push(frame.node)
        onTrail.add(frame.node)
      }
      const target = edges.get(frame.node)?.[frame.next++]
      if (target === undefined) {
        stack.pop()
        trail.pop()
        onTrail.delete(frame.node)
        done.add(frame.node)
      } else if (onTrail.has(target)) {
        return [...trail.slice(trail.indexOf(target)), target]
      } else if (!done.has(target)) {
        stack.push({ node: target, next: 0 })
      }
    }
  }
  return null
}
