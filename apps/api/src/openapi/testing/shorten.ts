const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** Characters of a text in an example. */
const TEXT = 200

/** An answer with its lists cut to their first lines and its long texts to their beginning; what is short stays as it is. */
export const shortened = (value: unknown, items = 2): unknown => {
  if (typeof value === "string") return value.length > TEXT ? `${value.slice(0, TEXT)}…` : value
  // Four numbers are a box, two a place: they are no list.
  const isPlace = Array.isArray(value) && value.length <= 4 && value.every((each) => typeof each === "number")
  if (isPlace) return value
  if (Array.isArray(value)) return value.slice(0, items).map((each) => shortened(each, items))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each, items)]))
}
