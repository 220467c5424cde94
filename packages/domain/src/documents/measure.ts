/**
 * What a printed number measures: two figures can be added or compared only within one dimension.
 *
 * **Details** Documents name units in words. Money, length, area and mass come in several scales and convert exactly
 * by powers of ten; everything else ("xã", "công trình", "hộ, cá nhân, tổ chức") is counted.
 */
export interface Measure {
  readonly dimension: "money" | "area" | "length" | "mass" | "percent" | "rate" | "count"
  /** Power of ten from this unit to the base unit of its dimension (đồng, m², m, kg, %, one). */
  readonly exponent: number
  /** A whole number of these is exact; others are rounded to the last printed place. */
  readonly exact: boolean
}

const rounded = (dimension: Measure["dimension"], exponent: number): Measure => ({ dimension, exponent, exact: false })

const scales: ReadonlyMap<string, Measure> = new Map([
  ["đồng", { dimension: "money", exponent: 0, exact: true }],
  ["đ", { dimension: "money", exponent: 0, exact: true }],
  ["vnđ", { dimension: "money", exponent: 0, exact: true }],
  ["vnd", { dimension: "money", exponent: 0, exact: true }],
  ["nghìn", rounded("money", 3)],
  ["ngàn", rounded("money", 3)],
  ["1.000", rounded("money", 3)],
  ["1000", rounded("money", 3)],
  ["triệu", rounded("money", 6)],
  ["tr", rounded("money", 6)],
  ["tr.", rounded("money", 6)],
  ["trđ", rounded("money", 6)],
  ["tỷ", rounded("money", 9)],
  ["tỉ", rounded("money", 9)],
  ["nghìn tỷ", rounded("money", 12)],
  ["ngàn tỷ", rounded("money", 12)],
  ["km²", rounded("area", 6)],
  ["km2", rounded("area", 6)],
  ["ha", rounded("area", 4)],
  ["hecta", rounded("area", 4)],
  ["m²", rounded("area", 0)],
  ["m2", rounded("area", 0)],
  ["km", rounded("length", 3)],
  ["m", rounded("length", 0)],
  ["tấn", rounded("mass", 3)],
  ["tạ", rounded("mass", 2)],
  ["kg", rounded("mass", 0)],
  ["%", rounded("percent", 0)],
  ["phần trăm", rounded("percent", 0)]
])

const counted: Measure = { dimension: "count", exponent: 0, exact: true }
const ratio: Measure = { dimension: "rate", exponent: 0, exact: false }

const known = new Map<string, Measure>()

const read = (unit: string): Measure => {
  const words = unit
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\s*(đơn vị( tính)?|đvt)\s*:?\s*/u, "")
    .replace(/\s+/gu, " ")
    .trim()
  if (words.includes("/")) return ratio
  const exact = scales.get(words)
  if (exact !== undefined) return exact
  const money = scales.get(words.replace(/\s*\.?\s*(việt nam )?(đồng|đ|vnđ|vnd)$/u, ""))
  if (money !== undefined && money.dimension === "money") return money
  return counted
}

/**
 * Reads a unit as a document words it ("triệu đồng", "ĐVT: Tr.đ", "m²", "xã").
 *
 * **Gotchas** Rates ("tiêu chí/xã", "triệu đồng/người") are a dimension of their own: they are never summed.
 * An unknown word is a thing that is counted.
 */
export const measureOf = (unit: string): Measure => {
  const cached = known.get(unit)
  if (cached !== undefined) return cached
  const measure = read(unit)
  if (known.size < 1000) known.set(unit, measure)
  return measure
}

/** Whether numbers of the two measures can be added or compared. */
export const comparable = (a: Measure, b: Measure): boolean => a.dimension === b.dimension
