import type { Recording } from "../criteria/index.ts"
import { type Bilingual, formatNumber, formatPercent, percentOf } from "../values/index.ts"
import type { Survey, SurveyContent, SurveyResult } from "./survey.ts"
import type { SurveyStanding } from "./survey-standing.ts"

/** How many standard errors a confidence is worth (two-sided, normal). */
const errors = { 90: 1.645, 95: 1.96, 99: 2.576 } as const

/**
 * How many must answer so that a share speaks for all of them with a confidence and a margin.
 *
 * **Details** Cochran (Sampling Techniques, 1977): n₀ = z²·p(1−p)/e² with p = 0.5, the share of which the most are needed, corrected for a finite
 * population: n = n₀ / (1 + (n₀ − 1)/N), rounded up. `margin` in percentage points. Never more than there are; 0 of none.
 */
export const sampleSize = ({
  confidence,
  margin,
  population
}: Pick<Survey, "confidence" | "margin" | "population">): number => {
  if (population === 0) return 0
  const z = errors[confidence]
  const endless = (z * z * 0.25) / (margin / 100) ** 2
  return Math.min(population, Math.ceil(endless / (1 + (endless - 1) / population)))
}

/**
 * By how many percentage points the share of those who answered may lie off that of all, at a confidence; null where nobody answered.
 *
 * **Details** The margin of the same formula, of p = 0.5: 0 where all of them answered.
 */
export const marginOf = (
  answered: number,
  { confidence, population }: Pick<Survey, "confidence" | "population">
): number | null => {
  if (answered === 0 || population === 0) return null
  if (population === 1 || answered >= population) return 0
  const spread = Math.sqrt((0.25 / answered) * ((population - answered) / (population - 1)))
  return errors[confidence] * spread * 100
}

const sum = (results: ReadonlyArray<SurveyResult>, of: "answered" | "satisfied"): number =>
  results.reduce((all, result) => all + result[of], 0)

/**
 * A survey as read: shares of those who answered, by content and over all, and whether enough of them answered.
 *
 * **Details** Enough answered if they did so of every content: the content with the fewest answers decides. Shares at two decimals; a content that
 * nobody answered has none.
 */
export const readSurvey = (survey: SurveyContent): SurveyStanding => {
  const { results } = survey
  const needed = sampleSize(survey)
  const answered = Math.min(...results.map((result) => result.answered))
  const enough = answered >= needed && needed > 0
  const margin = marginOf(answered, survey)
  const satisfiedPercent = percentOf(sum(results, "satisfied"), sum(results, "answered"), 2)
  const [share, off] = [
    satisfiedPercent === null ? "–" : formatPercent(satisfiedPercent),
    margin === null ? "–" : formatPercent(margin, 1)
  ]
  const of = survey.of === "households" ? { vi: "hộ", en: "households" } : { vi: "người", en: "people" }
  return {
    results: results.map((result) => ({
      ...result,
      satisfiedPercent: percentOf(result.satisfied, result.answered, 2)
    })),
    satisfiedPercent,
    needed,
    answered,
    enough,
    margin,
    sentence: {
      vi: `${share} hài lòng; ${formatNumber(answered)}/${formatNumber(needed)} ${of.vi} cần trả lời (tổng số ${formatNumber(survey.population)}, độ tin cậy ${survey.confidence} %), sai số ± ${off}`,
      en: `${share} are satisfied; ${answered} of ${needed} ${of.en} needed answered (of ${survey.population}, confidence ${survey.confidence} %), margin ± ${off}`
    }
  }
}

/** What is wrong with a survey, by field; empty where nothing is. */
export const checkSurvey = ({
  population,
  results
}: SurveyContent): ReadonlyArray<{ readonly field: string; readonly sentence: Bilingual }> => {
  const met = new Set<string>()
  return results.flatMap(({ asked, content }, at) => {
    const twice = met.has(content)
    met.add(content)
    return [
      ...(asked > population
        ? [
            {
              field: `results[${at}].asked`,
              sentence: {
                vi: `hỏi ${formatNumber(asked)}, nhiều hơn tổng số ${formatNumber(population)}`,
                en: `${asked} were asked, more than the ${population} that there are`
              }
            }
          ]
        : []),
      ...(twice
        ? [
            {
              field: `results[${at}].content`,
              sentence: { vi: `nội dung “${content}” có hai lần`, en: `the content “${content}” stands twice` }
            }
          ]
        : [])
    ]
  })
}

/**
 * The value that a survey gives to the criterion that asks for it, to be recorded like any other; null where no input asks for it, or too few
 * answered to speak for all.
 */
export const surveyObservation = (survey: Survey, document: string | null): Recording | null => {
  const { enough, satisfiedPercent, sentence } = readSurvey(survey)
  if (survey.input === null || !enough || satisfiedPercent === null) return null
  return {
    unit: survey.unit,
    input: survey.input,
    day: survey.day,
    kind: "stock",
    from: null,
    value: satisfiedPercent,
    state: "submitted",
    source: document === null ? { from: "form" } : { from: "document", document, place: null },
    evidence: [],
    note: sentence.vi,
    supersedes: null,
    illustrative: false
  }
}
