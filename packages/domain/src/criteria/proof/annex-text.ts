import { type Bilingual, type Day, formatDay } from "../../values/index.ts"
import { numberWords } from "../evaluator/explain-words.ts"
import { Confidence } from "../sets/indicator.ts"
import { isIllustrative } from "./annex-values.ts"
import { confidenceWords, words } from "./annex-words.ts"
import type { ProofValue } from "./proof-values.ts"
import type { Decision, VerdictProof } from "./proof.ts"

/** One language of a sentence. */
export type Say = (sentence: Bilingual) => string

/** "09:00:00 01/03/2025": in Việt Nam, which is seven hours ahead all year. */
export const momentWords = (moment: string): string => {
  const local = new Date(Date.parse(moment) + 7 * 3_600_000).toISOString()
  const [year = "", month = "", day = ""] = local.slice(0, 10).split("-")
  return `${local.slice(11, 19)} ${day}/${month}/${year}`
}

/** " (từ 01/01/2025 đến 31/12/2025)"; empty where neither is told. */
export const span = (from: Day | null, to: Day | null, say: Say): string => {
  const told = [
    ...(from === null ? [] : [`${say(words.from)} ${formatDay(from)}`]),
    ...(to === null ? [] : [`${say(words.to)} ${formatDay(to)}`])
  ]
  return told.length === 0 ? "" : ` (${told.join(" ")})`
}

/** "Điều 1, 125/QĐ-TTg ngày 15/01/2025 (sửa đổi)". */
export const decisionWords = ({ article, date, number, role }: Decision, say: Say): string => {
  const told = `${number} ${role ?? ""}`.toLowerCase()
  const place = article === null || told.includes(article.toLowerCase()) ? "" : `${article}, `
  const day = date === null ? "" : ` ${say(words.of)} ${formatDay(date)}`
  return `${place}${number}${day}${role === null ? "" : ` (${role})`}`
}

/** "641 hộ", "có" for what is attested, "1–3 km" where only bounds are known. */
export const amountWords = ({ bounds, unit, value }: ProofValue, attested: boolean, say: Say): string => {
  if (attested && (value === 0 || value === 1)) return say(value === 1 ? words.yes : words.no)
  if (value !== null) return numberWords(value, unit)
  return bounds === null ? say(words.none) : `${numberWords(bounds.low, null)}–${numberWords(bounds.high, unit)}`
}

/** How sure what is told is: rules by their confidence, and values that were made up. */
export const certaintyWords = ({ lines, values }: VerdictProof, say: Say): string => {
  const rules = Confidence.literals.flatMap((sure) => {
    const count = lines.filter(({ confidence }) => confidence === sure).length
    return count === 0 ? [] : [`${count} ${say(confidenceWords[sure])}`]
  })
  const made = values.filter((value) => isIllustrative(value)).length
  return [
    `${say(words.rules)}: ${rules.join(", ")}`,
    ...(made === 0 ? [] : [`${made} ${say(words.illustrativeValues)}`])
  ].join("; ")
}
