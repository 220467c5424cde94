import type { Bilingual } from "../../values/index.ts"
import { conditionWords, numberWords, rowWords } from "../evaluator/explain-words.ts"
import type { InputCatalogue } from "../observations/observation-input.ts"
import { partsOf } from "../rules/rule-parts.ts"
import type { Rule } from "../rules/rule.ts"
import type { Threshold, ThresholdRow } from "../rules/threshold.ts"
import { measureWords } from "./measure-words.ts"

const signs = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=" } as const

/** Whether units or days are told apart. */
const isVaried = (rows: ReadonlyArray<ThresholdRow>): boolean =>
  rows.length > 1 || rows.some(({ from, to, when, year }) => [from, to, when, year].some((narrows) => narrows !== null))

/** The number of a threshold where it is the same for every unit and day; else what decides it. */
const thresholdWords = (threshold: Threshold, unit: string | null): Bilingual => {
  if ("times" in threshold) {
    const times = numberWords(threshold.times, null)
    return {
      vi: `${times} × mức của chỉ tiêu ${threshold.code}, bộ ${threshold.set}`,
      en: `${times} × the threshold of ${threshold.code}, set ${threshold.set}`
    }
  }
  const [first] = threshold.rows
  if (first === undefined)
    return threshold.awaiting === "province"
      ? { vi: "mức do tỉnh quy định", en: "the threshold that the province sets" }
      : { vi: "mức chưa biết", en: "a threshold not known" }
  if (isVaried(threshold.rows)) return { vi: "mức quy định cho đơn vị", en: "the threshold for the unit" }
  const number = numberWords(first.value, unit)
  return { vi: number, en: number }
}

const listed = (parts: ReadonlyArray<Bilingual>, vi: string, en: string): Bilingual => ({
  vi: parts.map((part) => `(${part.vi})`).join(` ${vi} `),
  en: parts.map((part) => `(${part.en})`).join(` ${en} `)
})

/** A rule in words, as one formula: "[hộ dùng nước sạch] : [số hộ] × 100 ≥ 65 %". */
export const formulaOf = (rule: Rule, inputs: InputCatalogue, unit: string | null): Bilingual => {
  const inner = (one: Rule): Bilingual => formulaOf(one, inputs, unit)
  switch (rule.op) {
    case "between": {
      const of = measureWords(rule.measure, inputs)
      const [low, high] = [thresholdWords(rule.low, unit), thresholdWords(rule.high, unit)]
      const sign = rule.highExclusive ? "<" : "≤"
      return { vi: `${low.vi} ≤ ${of.vi} ${sign} ${high.vi}`, en: `${low.en} ≤ ${of.en} ${sign} ${high.en}` }
    }
    case "attested": {
      const of = measureWords({ of: "input", input: rule.input }, inputs)
      return { vi: `Được xác nhận đạt: ${of.vi}`, en: `Attested: ${of.en}` }
    }
    case "all":
      return listed(rule.rules.map(inner), "và", "and")
    case "any":
      return listed(rule.rules.map(inner), "hoặc", "or")
    case "atLeast": {
      const { en, vi } = listed(rule.rules.map(inner), ";", ";")
      return { vi: `Ít nhất ${rule.count} trong số: ${vi}`, en: `At least ${rule.count} of: ${en}` }
    }
    case "when": {
      const [condition, then] = [conditionWords(rule.condition), inner(rule.rule)]
      const otherwise = rule.otherwise === null ? null : inner(rule.otherwise)
      return {
        vi: `Nếu ${condition.vi} thì ${then.vi}; ${otherwise === null ? "nếu không thì không áp dụng" : `nếu không thì ${otherwise.vi}`}`,
        en: `Where ${condition.en}: ${then.en}; ${otherwise === null ? "else it does not apply" : `else ${otherwise.en}`}`
      }
    }
    case "eachSex": {
      const of = inner(rule.rule)
      return { vi: `Riêng nam và riêng nữ: ${of.vi}`, en: `For men and for women apart: ${of.en}` }
    }
    case "holds": {
      const of = measureWords({ of: "held", tier: rule.tier, set: rule.set }, inputs)
      return rule.revalidate
        ? { vi: `${of.vi} và vẫn còn đạt`, en: `${of.en}, and still meets it` }
        : { vi: `Đã ${of.vi}`, en: `Is ${of.en}` }
    }
    case "criterionMet":
      return {
        vi: `Đạt tiêu chí ${rule.criterion}, bộ ${rule.set}`,
        en: `Meets criterion ${rule.criterion} of set ${rule.set}`
      }
    case "criterionLost":
      return {
        vi: `Không còn đạt một trong các tiêu chí: ${rule.names.join(", ")}`,
        en: `No longer meets one of: ${rule.names.join(", ")}`
      }
    case "allCriteria":
      return { vi: "Đạt tất cả các tiêu chí của bộ", en: "Meets every criterion of the set" }
    default: {
      const of = measureWords(rule.measure, inputs)
      const than = thresholdWords(rule.threshold, unit)
      return { vi: `${of.vi} ${signs[rule.op]} ${than.vi}`, en: `${of.en} ${signs[rule.op]} ${than.en}` }
    }
  }
}

/** The numbers of thresholds that are not the same for every unit and day: "≥ 45 triệu đồng/người/năm: vùng TDMNPB, năm 2024". */
export const thresholdRowsOf = (rule: Rule, unit: string | null): ReadonlyArray<Bilingual> =>
  partsOf(rule).rules.flatMap((one) => {
    const asked: ReadonlyArray<readonly [sign: string, threshold: Threshold]> =
      one.op === "between"
        ? [
            [signs[">="], one.low],
            [one.highExclusive ? signs["<"] : signs["<="], one.high]
          ]
        : "threshold" in one
          ? [[signs[one.op], one.threshold]]
          : []
    return asked.flatMap(([sign, threshold]) => {
      if ("times" in threshold || !isVaried(threshold.rows)) return []
      return threshold.rows.map((row) => {
        const [words, number] = [rowWords(row), `${sign} ${numberWords(row.value, unit)}`]
        return { vi: `${number}: ${words.vi}`, en: `${number}: ${words.en}` }
      })
    })
  })
