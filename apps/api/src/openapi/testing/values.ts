import { hostile } from "@ntm/domain/testing"
import type { Shape } from "../given.ts"

export type Dice = () => number
const { oneOf } = hostile

const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null && !Array.isArray(value)

/** Text as somebody would send it who wants the program to fall. */
const texts: ReadonlyArray<string> = [
  "",
  " ",
  "0",
  "-1",
  "1e999",
  "NaN",
  "Infinity",
  "-0",
  "null",
  "undefined",
  "true",
  "[]",
  "{}",
  "9".repeat(400),
  "' OR 1=1 --",
  "'; DROP TABLE unit; --",
  "../../../etc/passwd",
  "..%2f..%2f",
  "/",
  "\\",
  ".",
  "..",
  "%",
  "%00",
  "\u0000",
  "\u{1F4A9}",
  "a\u0301\u0323".repeat(50),
  "\u202eabc",
  "\ud800",
  "\ufeff",
  "١٢٣",
  "２０２５-０７-０１",
  "2025-02-30",
  "2025-13-01",
  "0000-00-00",
  "-000001-01-01",
  "9999-12-31",
  "10000-01-01",
  "+275760-09-13",
  "2025-07-01T00:00:00Z",
  "2025-07-01T25:00:00Z",
  "0001-01-01",
  "2025-07-01T00:00:00+07:00",
  "9007199254740993",
  "2147483648",
  "-9223372036854775809",
  "0x10",
  "1_000",
  "1,5",
  "1.5",
  "__proto__",
  "constructor",
  "toString",
  "<script>alert(1)</script>",
  "${7*7}",
  "{{7*7}}",
  "a\r\nx-evil: 1",
  "Ă".normalize("NFD"),
  "x".repeat(3000),
  "31",
  "11824",
  "313",
  "99999",
  "vinh bao",
  "*",
  "(?:a+)+$",
  "\\u0000",
  "kh-61-2025-haiphong/1.2.a@313",
  "approved",
  "commune",
  "province"
]

/** Values of any type. */
export const hostileValue = (roll: Dice, depth = 0): unknown => {
  const at = Math.floor(roll() * 12)
  if (at < 5) return oneOf(roll, texts, "")
  if (at === 5) return oneOf(roll, [0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 31, 5e-324, -0], 0)
  if (at === 6) return roll() < 0.5
  if (at === 7) return null
  if (depth > 3) return {}
  if (at === 8) return Array.from({ length: Math.floor(roll() * 4) }, () => hostileValue(roll, depth + 1))
  if (at === 9) return nested(Math.floor(roll() * 2000))
  return Object.fromEntries(
    Array.from({ length: Math.floor(roll() * 4) }, () => [
      oneOf(roll, texts, "a").slice(0, 40),
      hostileValue(roll, depth + 1)
    ])
  )
}

/** Lists in lists: what walks down them without an end falls. */
const nested = (depth: number): unknown => {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

export const hostileText = (roll: Dice): string => oneOf(roll, texts, "")

const days = ["2024-01-01", "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2026-01-15", "1999-05-05"]

/** A value that a schema of the document lets pass, as far as a schema can say so. */
export const validValue = (
  roll: Dice,
  shape: Shape,
  schemas: Shape,
  pick: (name: string) => ReadonlyArray<string>,
  name = "",
  depth = 0
): unknown => {
  const inner = (each: unknown, as = name): unknown =>
    isShape(each) ? validValue(roll, each, schemas, pick, as, depth + 1) : null
  if (typeof shape["$ref"] === "string") return inner(schemas[shape["$ref"].slice(shape["$ref"].lastIndexOf("/") + 1)])
  if ("const" in shape) return shape["const"]
  if (Array.isArray(shape["enum"])) return oneOf(roll, shape["enum"], null)
  const forms = shape["anyOf"] ?? shape["oneOf"]
  if (Array.isArray(forms)) return inner(depth > 12 ? forms[0] : oneOf(roll, forms, forms[0]))
  if (Array.isArray(shape["allOf"])) return inner({ ...shape, ...shape["allOf"][0], allOf: undefined })
  const type = Array.isArray(shape["type"]) ? oneOf(roll, shape["type"], "null") : shape["type"]
  if (type === "null") return null
  if (type === "boolean") return roll() < 0.5
  if (type === "integer" || type === "number") {
    const low = typeof shape["minimum"] === "number" ? Math.max(shape["minimum"], -1000) : 0
    const high = typeof shape["maximum"] === "number" ? Math.min(shape["maximum"], 10_000) : 10_000
    const known = pick(name)
    if (known.length > 0 && roll() < 0.8) return Number(oneOf(roll, known, "1"))
    const value = low + roll() * (high - low)
    return type === "integer" ? Math.round(value) : value
  }
  if (type === "array") {
    const fixed = Array.isArray(shape["prefixItems"]) ? shape["prefixItems"].map((each) => inner(each)) : []
    const least = typeof shape["minItems"] === "number" ? shape["minItems"] : 0
    const more = Math.max(least - fixed.length, depth > 8 ? 0 : Math.floor(roll() * 3))
    return [...fixed, ...Array.from({ length: shape["items"] === false ? 0 : more }, () => inner(shape["items"] ?? {}))]
  }
  if (type === "object") {
    const required = Array.isArray(shape["required"]) ? shape["required"] : []
    const properties = Object.entries(isShape(shape["properties"]) ? shape["properties"] : {})
    const kept = properties.filter(([key]) => required.includes(key) || (depth < 8 && roll() < 0.4))
    return Object.fromEntries(kept.map(([key, each]) => [key, inner(each, key)]))
  }
  if (type === "string") {
    if (shape["format"] === "date") return oneOf(roll, days, "2025-07-01")
    if (shape["format"] === "date-time") return `${oneOf(roll, days, "2025-07-01")}T02:30:00.000Z`
    const known = pick(name)
    return known.length > 0 && roll() < 0.85
      ? oneOf(roll, known, "")
      : oneOf(roll, ["a", "Xã An Hòa", "31", "x-1"], "a")
  }
  return oneOf(roll, ["a", 1, null, {}], null)
}
