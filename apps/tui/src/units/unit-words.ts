import type { Unit, UnitLevel } from "@ntm/domain/units"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"

/** Words that more than one answer about units uses. */
export const unitWords = {
  unit: both("Đơn vị", "Unit"),
  code: both("Mã", "Code"),
  area: both("Diện tích (km²)", "Area (km²)"),
  population: both("Dân số", "Population"),
  onDay: both("Ngày", "As of"),
  nothing: both("Không có đơn vị nào.", "No units."),
  inferred: both("suy ra, chưa đọc thấy trong văn bản", "inferred, not read in a legal text"),
  part: both("một phần", "a part")
} as const

const levels = {
  province: both("tỉnh", "provinces"),
  district: both("huyện", "districts"),
  commune: both("xã", "communes"),
  village: both("thôn", "villages")
} as const satisfies Record<UnitLevel, unknown>

const order: ReadonlyArray<UnitLevel> = ["province", "district", "commune", "village"]

/** "34 tỉnh, 3.321 xã": levels that do not stand are left out. */
export const countWords = (counts: Readonly<Record<UnitLevel, number>>, lang: Lang): string =>
  order
    .filter((level) => counts[level] > 0)
    .map((level) => `${formatNumber(counts[level])} ${say(levels[level], lang)}`)
    .join(", ")

/** "114 xã", "15 huyện, 2 xã": units directly below one, by level. */
export const belowWords = (units: ReadonlyArray<Pick<Unit, "level">>, lang: Lang): string => {
  const counts = { province: 0, district: 0, commune: 0, village: 0 }
  for (const { level } of units) counts[level] += 1
  return countWords(counts, lang)
}

/** A number that may not be known. */
export const numberText = (value: number | null): string => (value === null ? "" : formatNumber(value))
