import { type Bilingual, formatDay, formatNumber } from "../../values/index.ts"
import type { Comparison, Condition, Flag } from "../rules/condition.ts"
import type { ThresholdRow } from "../rules/threshold.ts"
import type { Verdict } from "../rules/verdict.ts"

/** Words of explanations. Numbers are printed as the law prints them: 1.234,5. */

const flags: { readonly [F in Flag]: Bilingual } = {
  border: { vi: "xã biên giới", en: "on the border" },
  island: { vi: "xã đảo", en: "an island" },
  speciallyDifficult: { vi: "đặc biệt khó khăn", en: "in special difficulty" },
  safeZone: { vi: "xã an toàn khu", en: "a wartime safe zone" },
  urban: { vi: "đô thị", en: "urban" },
  programme: { vi: "thuộc Chương trình", en: "in the programme" }
}

const signs: { readonly [Op in Comparison]: string } = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=" }

const both = (word: (language: "vi" | "en") => string): Bilingual => ({ vi: word("vi"), en: word("en") })

/** "≥ 80 %"; the unit, where one is known, is that of the indicator. */
export const comparisonWords = (op: Comparison, than: number, unit: string | null): string =>
  `${signs[op]} ${numberWords(than, unit)}`

export const numberWords = (value: number, unit: string | null): string =>
  unit === null ? formatNumber(value) : `${formatNumber(value)} ${unit}`

/** The condition in a phrase: "vùng DBSH", "không phải xã đảo". */
export const conditionWords = (condition: Condition): Bilingual => {
  switch (condition.if) {
    case "region":
      return { vi: `vùng ${condition.in.join(", ")}`, en: `region ${condition.in.join(", ")}` }
    case "group":
      return { vi: `nhóm xã ${condition.in.join(", ")}`, en: `commune group ${condition.in.join(", ")}` }
    case "type":
      return { vi: `là ${condition.in.join(", ")}`, en: `a ${condition.in.join(", ")}` }
    case "flag":
      return flags[condition.is]
    case "stated":
      return { vi: condition.text, en: `stated: “${condition.text}”` }
    case "value":
      return both(() => `${condition.input} ${comparisonWords(condition.op, condition.than, null)}`)
    case "not": {
      const inner = conditionWords(condition.of)
      return { vi: `không phải: ${inner.vi}`, en: `not: ${inner.en}` }
    }
    case "all":
    case "any": {
      const parts = condition.of.map(conditionWords)
      const [vi, en] = condition.if === "all" ? [" và ", " and "] : [" hoặc ", " or "]
      if (parts.length === 0) return { vi: "mọi đơn vị", en: "every unit" }
      return { vi: parts.map((part) => part.vi).join(vi), en: parts.map((part) => part.en).join(en) }
    }
  }
}

/** Whom and when a row of thresholds is for: "vùng DBSH, năm 2024". */
export const rowWords = ({ from, to, when, year }: ThresholdRow): Bilingual => {
  const whom = when === null ? { vi: "mọi đơn vị", en: "every unit" } : conditionWords(when)
  const vi = [
    whom.vi,
    year === null ? null : `năm ${year}`,
    from === null ? null : `từ ${formatDay(from)}`,
    to === null ? null : `đến ${formatDay(to)}`
  ]
  const en = [
    whom.en,
    year === null ? null : `for ${year}`,
    from === null ? null : `from ${formatDay(from)}`,
    to === null ? null : `to ${formatDay(to)}`
  ]
  const told = (words: ReadonlyArray<string | null>) => words.filter((word) => word !== null).join(", ")
  return { vi: told(vi), en: told(en) }
}

/** The verdict in words. */
export const verdictWords: { readonly [V in Verdict]: Bilingual } = {
  met: { vi: "Đạt", en: "Met" },
  notMet: { vi: "Chưa đạt", en: "Not met" },
  exempt: { vi: "Không áp dụng", en: "Does not apply" },
  noData: { vi: "Chưa có số liệu", en: "No data" },
  noThreshold: { vi: "Chưa có mức quy định", en: "No threshold" }
}
