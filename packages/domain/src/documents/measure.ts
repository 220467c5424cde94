/**
 * What a printed number measures: two figures can be added or compared only within one dimension.
 *
 * **Details** Documents name units in words. Money, length, area, volume and mass come in several scales and convert exactly
 * by powers of ten; everything else ("xã", "công trình", "hộ, cá nhân, tổ chức") is counted.
 */
export interface Measure {
  readonly dimension: "money" | "area" | "length" | "volume" | "mass" | "percent" | "rate" | "count"
  /** Power of ten from this unit to the base unit of its dimension (đồng, m², m, lít, kg, %, one). */
  readonly exponent: number
  /** A whole number of these is exact; others are rounded to the last printed place. */
  readonly exact: boolean
}

const rounded = (dimension: Measure["dimension"], exponent: number): Measure => ({ dimension, exponent, exact: false })

const scales: ReadonlyMap<string, Measure> = new Map([
  ["km²", rounded("area", 6)],
  ["km2", rounded("area", 6)],
  ["ha", rounded("area", 4)],
  ["hecta", rounded("area", 4)],
  ["héc-ta", rounded("area", 4)],
  ["m²", rounded("area", 0)],
  ["m2", rounded("area", 0)],
  ["km", rounded("length", 3)],
  ["m", rounded("length", 0)],
  ["m³", rounded("volume", 3)],
  ["m3", rounded("volume", 3)],
  ["lít", rounded("volume", 0)],
  ["tấn", rounded("mass", 3)],
  ["tạ", rounded("mass", 2)],
  ["kg", rounded("mass", 0)],
  ["%", rounded("percent", 0)],
  ["phần trăm", rounded("percent", 0)],
  ["điểm %", rounded("percent", 0)],
  ["điểm phần trăm", rounded("percent", 0)]
])

/** Multiples by name, as powers of ten. Alone, or before đồng, they are money. */
const multiples: ReadonlyMap<string, number> = new Map([
  ["nghìn", 3],
  ["1.000", 3],
  ["1000", 3],
  ["triệu", 6],
  ["tr", 6],
  ["tr.", 6],
  ["1.000.000", 6],
  ["1000000", 6],
  ["tỷ", 9],
  ["nghìn tỷ", 12]
])

const currency = /(^|[\s.]|(?<=tr))((việt nam )?đồng|đ|vnđ|vnd|đồng việt nam)$/u
/** "nghìn ha", "triệu lượt người"; but "tỷ lệ" is a word of its own. */
const multiplied = /^(nghìn tỷ|nghìn|triệu|tỷ|1\.000|1000) (?!lệ|suất|trọng|số)(.+)$/u

const counted: Measure = { dimension: "count", exponent: 0, exact: true }

/** Words for places of one rank: "xã/phường" counts either, it is no rate. */
const ranks = [
  /^(thôn|bản|ấp|xóm|làng|buôn|tổ dân phố|khu phố|khu dân cư)$/u,
  /^(xã|phường|thị trấn|đặc khu)$/u,
  /^(huyện|quận|thị xã|thành phố)$/u
]

const known = new Map<string, Measure>()

const moneyOf = (words: string): Measure | null => {
  if (words === "") return null
  const bare = words.replace(currency, "").trim()
  if (bare === "") return { dimension: "money", exponent: 0, exact: true }
  const exponent = multiples.get(bare)
  return exponent === undefined ? null : rounded("money", exponent)
}

const measureOfWords = (words: string): Measure => {
  const plain = scales.get(words) ?? moneyOf(words)
  if (plain !== null) return plain
  const [, multiple = "", thing = ""] = multiplied.exec(words) ?? []
  const exponent = multiples.get(multiple)
  if (exponent === undefined) return counted
  const one = scales.get(thing) ?? counted
  return rounded(one.dimension, one.exponent + exponent)
}

const read = (unit: string): Measure => {
  const words = unit
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\s*\(?\s*(đơn vị( tính)?|đvt)\s*:?\s*/u, "")
    .replace(/^\s*\(|[\s.)]+$/gu, "")
    .replace(/\s+/gu, " ")
    .replaceAll("tỉ", "tỷ")
    .replaceAll("ngàn", "nghìn")
    .trim()
  const [numerator = "", ...per] = words.split("/").map((part) => part.trim())
  if (per.length === 0) return measureOfWords(numerator)
  if (ranks.some((rank) => [numerator, ...per].every((word) => rank.test(word)))) return counted
  return rounded("rate", measureOfWords(numerator).exponent)
}

/**
 * Reads a unit as a document words it ("triệu đồng", "ĐVT: Tr.đ", "m²", "xã").
 *
 * **Gotchas** Rates ("tiêu chí/xã", "triệu đồng/người") are a dimension of their own: they are never summed down
 * a table, and compared by the scale of their numerator. An unknown word is a thing that is counted; "nghìn người" is
 * counted too, but rounded.
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
