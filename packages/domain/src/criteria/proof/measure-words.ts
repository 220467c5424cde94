import { levelWords } from "../../units/index.ts"
import type { Bilingual } from "../../values/index.ts"
import { numberWords } from "../evaluator/explain-words.ts"
import { InputKey } from "../rules/condition.ts"
import type { ColumnSource } from "../rules/leaf-key.ts"
import type { Measure } from "../rules/measure.ts"
import type { InputCatalogue } from "../observations/observation-input.ts"
import { tierWords } from "../sets/tier-words.ts"
import type { Tier } from "../sets/tier.ts"

type Window = Extract<Measure, { readonly of: "window" }>

const ways: { readonly [How in Window["how"]]: Bilingual } = {
  sum: { vi: "tổng", en: "sum" },
  average: { vi: "bình quân", en: "average" },
  least: { vi: "thấp nhất", en: "least" },
  most: { vi: "cao nhất", en: "most" }
}

/** An input by its name; by its key where no set tells one. */
const inputWords = (key: string, inputs: InputCatalogue): Bilingual => {
  const [base = key, sex] = key.split(/\/(men|women)$/u)
  // Where men and women are reported apart, the rule that holds for both names neither.
  const name = (inputs.get(InputKey.make(key)) ?? inputs.get(InputKey.make(`${base}/men`)))?.name ?? base
  if (sex === undefined) return { vi: name, en: name }
  return sex === "men" ? { vi: `${name} (nam)`, en: `${name} (men)` } : { vi: `${name} (nữ)`, en: `${name} (women)` }
}

const titleWords = (tier: Tier, set: string | null): Bilingual => {
  const { en, vi } = tierWords(tier, "commune")
  const [, words = vi] = /^\S+ (.*)$/u.exec(vi) ?? []
  const [, inEnglish = en] = /, (.*)$/u.exec(en) ?? []
  return set === null ? { vi: words, en: inEnglish } : { vi: `${words} (bộ ${set})`, en: `${inEnglish} (set ${set})` }
}

/** What is measured, as the formula of an indicator says it. */
export const measureWords = (measure: Measure | ColumnSource, inputs: InputCatalogue): Bilingual => {
  switch (measure.of) {
    case "input":
      return inputWords(measure.input, inputs)
    case "window": {
      const { before, how, years } = measure
      const of = inputWords(measure.input, inputs)
      const [vi, en] = before ? [`${years} năm trước`, `the ${years} years before`] : [`${years} năm`, `${years} years`]
      return { vi: `${of.vi}, ${ways[how].vi} ${vi}`, en: `${of.en}, ${ways[how].en} of ${en}` }
    }
    case "tierShare": {
      const { level, set, tier, types } = measure
      const title = titleWords(tier, set)
      const whose = types === null ? { vi: `đơn vị ${levelWords[level].vi}`, en: `${levelWords[level].en}s` } : null
      const listed = (types ?? []).join(", ")
      return {
        vi: `tỷ lệ ${whose?.vi ?? listed} ${title.vi}`,
        en: `share of ${whose?.en ?? listed} that are ${title.en}`
      }
    }
    case "leastBelow": {
      const of = inputWords(measure.input, inputs)
      const level = levelWords[measure.level]
      return { vi: `${of.vi}, mức thấp nhất ở ${level.vi}`, en: `${of.en}, the least of its ${level.en}s` }
    }
    case "withdrawnBelow": {
      const level = levelWords[measure.level]
      return {
        vi: `tỷ lệ đơn vị ${level.vi} bị thu hồi công nhận`,
        en: `share of its ${level.en}s whose title was withdrawn`
      }
    }
    case "overdueDebt":
      return { vi: "nợ đọng xây dựng cơ bản quá hạn", en: "overdue construction debt" }
    case "criteriaLost":
      return { vi: "tỷ lệ tiêu chí không còn đạt", en: "share of criteria no longer met" }
    case "held": {
      const title = titleWords(measure.tier, measure.set)
      return { vi: `được công nhận ${title.vi}`, en: `recognised as ${title.en}` }
    }
    case "ratio": {
      const [part, whole] = [measureWords(measure.part, inputs), measureWords(measure.whole, inputs)]
      const times = measure.times === 1 ? "" : ` × ${numberWords(measure.times, null)}`
      return { vi: `[${part.vi}] : [${whole.vi}]${times}`, en: `[${part.en}] : [${whole.en}]${times}` }
    }
  }
}
