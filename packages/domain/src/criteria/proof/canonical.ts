const member = (key: string, value: unknown): ReadonlyArray<string> =>
  value === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(value)}`]

/**
 * The one text that a JSON value has by RFC 8785: members by their names, no blanks, numbers and text as ECMAScript prints them.
 *
 * **Details** Whoever computes it of the same values, in any language, gets the same bytes in UTF-8. Recursive: of values that
 * `isShallow` accepts.
 * **Gotchas** A number that JSON text can say and a double cannot hold ("1e999") is printed as no JSON, so that it never passes for
 * another value.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === "number") return Number.isFinite(value) ? JSON.stringify(value) : String(value)
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null"
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`
  // The order of UTF-16 code units, which RFC 8785 asks for, is that of `<` on strings.
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.flatMap(([key, inner]) => member(key, inner)).join(",")}}`
}

/** Members of all objects in a value that was read from JSON. */
const membersOf = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0
  const inner = Object.values(value)
  return inner.reduce<number>((sum, one) => sum + membersOf(one), Array.isArray(value) ? 0 : inner.length)
}

/**
 * Whether an object in the text names a member twice: readers take the first or the last as they like, so one of the two could
 * say anything.
 *
 * **Details** `value` is what was read from the text. A colon outside quotation marks stands once for each member.
 */
export const saysTwice = (text: string, value: unknown): boolean => {
  let colons = 0
  for (const [found] of text.matchAll(/"(?:[^"\\]|\\.)*"|:/g)) if (found === ":") colons += 1
  return colons !== membersOf(value)
}
