import {
  type HeldRecognition,
  type LineExplanation,
  type LinePlace,
  reaches,
  type SetExplanation,
  type Tier,
  tierOrder,
  tierWords
} from "../criteria/index.ts"
import type { Unit } from "../units/index.ts"
import { type Bilingual, type Day, type Dong, formatDay, formatMoney } from "../values/index.ts"
import { isOfDebt, type LineNames, lineTold } from "./line-names.ts"
import { formOn, formWords } from "./procedure-for.ts"
import type { Procedure } from "./procedure.ts"
import type { OpeningCheck, OpeningReason } from "./standing.ts"

/** What the facts say of a unit that asks for a tier. */
export interface OpeningFacts {
  readonly unit: Unit
  readonly tier: Tier
  /** The day of the opening. */
  readonly day: Day
  readonly procedure: Procedure | undefined
  /** The set of the tier as judged for the unit; null: it could not be judged. */
  readonly explanation: SetExplanation | null
  /** What the lines of that set are called. */
  readonly names: LineNames
  /** What the unit holds on the day; null: nothing that is known. */
  readonly held: HeldRecognition | null
  /** Construction debt beyond the limit; null: not known. */
  readonly overdueDebt: Dong | null
}

const reason = (kind: OpeningReason["kind"], overridable: boolean, vi: string, en: string): OpeningReason => ({
  kind,
  overridable,
  vi,
  en
})

/** The tiers below one, of which a unit has to hold one before it asks for it; the last rank alone, for a rank holds all below. */
const belowOf = (unit: Unit, tier: Tier): ReadonlyArray<Tier> =>
  tierOrder[unit.level].flatMap(({ ranks }) => {
    const rank = ranks.findIndex((one) => one.includes(tier))
    return rank > 0 ? (ranks[rank - 1] ?? []) : []
  })

const heldReasons = ({ held, tier, unit }: OpeningFacts): ReadonlyArray<OpeningReason> => {
  const { level } = unit
  const words = tierWords(tier, level)
  const found: Array<OpeningReason> = []
  if (held !== null && held.kind === "decided" && reaches(level, tier, held)) {
    const { decidedOn, document } = held.recognition
    found.push(
      reason(
        "alreadyHeld",
        true,
        `đã được công nhận ${tierWords(held.tier, level).vi} (${document}, ${formatDay(decidedOn)})`,
        `it holds “${tierWords(held.tier, level).en}” already (${document}, ${decidedOn})`
      )
    )
  }
  const below = belowOf(unit, tier)
  const [first] = below
  if (first !== undefined && !(held !== null && below.some((one) => reaches(level, one, held)))) {
    const asked = tierWords(first, level)
    found.push(
      reason(
        "lowerTier",
        true,
        `chưa được công nhận ${asked.vi}, phải có trước khi đề nghị ${words.vi}`,
        `it does not hold “${asked.en}”, which comes before “${words.en}”`
      )
    )
  }
  return found
}

/** Codes that a sentence can hold. */
const MOST_CODES = 12

const listed = (codes: ReadonlyArray<string>): string =>
  codes.length > MOST_CODES ? `${codes.slice(0, MOST_CODES).join(", ")}, …` : codes.join(", ")

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const setReasons = ({ explanation, names }: OpeningFacts): ReadonlyArray<OpeningReason> => {
  if (explanation === null)
    return [reason("notJudged", true, "chưa đánh giá được theo bộ tiêu chí", "it could not be judged by the set")]
  const { conditions, criteria, met, outOf, requires, verdict } = explanation
  if (verdict === "met") return []
  const called = (place: LinePlace, { code, verdict: stood }: LineExplanation) => {
    const name = names(place, code)?.name
    return { name: name === undefined ? code : `“${name}”`, stood }
  }
  const open = [
    ...requires.map((line) => called("requires", line)),
    ...conditions.map((line) => called("condition", line)),
    ...criteria.map(({ no, verdict: stood }) => ({ name: String(no), stood }))
  ].filter(({ stood }) => stood !== "met" && stood !== "exempt")
  const of = (wanted: boolean) => open.filter(({ stood }) => (stood === "notMet") === wanted).map(({ name }) => name)
  const [failed, unknown] = [of(true), of(false)]
  return [
    reason(
      "notMet",
      true,
      `đạt ${met}/${outOf} tiêu chí${failed.length === 0 ? "" : `; chưa đạt: ${listed(failed)}`}${unknown.length === 0 ? "" : `; chưa đủ số liệu: ${listed(unknown)}`}`,
      `${met} of ${outOf} criteria are met${failed.length === 0 ? "" : `; not met: ${listed(failed)}`}${unknown.length === 0 ? "" : `; not known: ${listed(unknown)}`}`
    )
  ]
}

const grantReasons = ({ explanation, names, overdueDebt }: OpeningFacts): ReadonlyArray<OpeningReason> =>
  (explanation?.grant ?? []).flatMap((line) => {
    const { code, says, verdict } = line
    // Debt that is known is told by itself, in money.
    if ((verdict !== "notMet" && verdict !== "noData") || (overdueDebt !== null && isOfDebt(line))) return []
    const told = lineTold(names, "grant", code)
    return [reason("grant", true, `${uncapital(told.vi)}: ${says.vi}`, `${uncapital(told.en)}: ${says.en}`)]
  })

const remarksOf = ({ explanation, names, overdueDebt }: OpeningFacts): ReadonlyArray<Bilingual> => [
  ...(explanation?.grant ?? []).flatMap(({ code, says, verdict }) => {
    if (verdict !== "noThreshold") return []
    const told = lineTold(names, "grant", code)
    return [
      {
        vi: `${uncapital(told.vi)} chưa xét được, vì chưa biết mức quy định: ${says.vi}`,
        en: `${uncapital(told.en)} cannot be told, for its number is not known: ${says.en}`
      }
    ]
  }),
  ...(overdueDebt === null
    ? [{ vi: "chưa có số liệu về nợ đọng xây dựng cơ bản", en: "construction debt is not known" }]
    : [])
]

const debtReasons = ({ overdueDebt }: OpeningFacts): ReadonlyArray<OpeningReason> => {
  if (overdueDebt === null || overdueDebt === 0) return []
  const amount = formatMoney(overdueDebt, { unit: "triệu đồng" })
  return [reason("debt", true, `còn nợ đọng xây dựng cơ bản ${amount}`, `construction debt of ${amount} is left`)]
}

const procedureReasons = ({ day, procedure, tier, unit }: OpeningFacts): ReadonlyArray<OpeningReason> => {
  if (procedure !== undefined) return []
  const [words, form] = [tierWords(tier, unit.level), formWords[formOn(day)]]
  return [
    reason(
      "noProcedure",
      false,
      `chưa có trình tự công nhận ${words.vi} vào ngày ${formatDay(day)} (${form.vi})`,
      `there is no procedure for “${words.en}” on ${day} (${form.en})`
    )
  ]
}

/**
 * Whether a dossier may be opened by what the facts say, with every reason why not.
 *
 * **Details** The whole set is met, the conditions of the grant hold, no construction debt is overdue, the tier below is held and the tier itself is
 * not. What is not known makes nothing met; only a condition of which nobody knows the law's number is a remark, for there is nothing that anybody
 * could do about it. Whether another dossier is open is told by the journal (`checkDossierOpenings`).
 */
export const openingCheck = (facts: OpeningFacts): OpeningCheck => {
  const reasons = [
    ...procedureReasons(facts),
    ...heldReasons(facts),
    ...setReasons(facts),
    ...grantReasons(facts),
    ...debtReasons(facts)
  ]
  return { allowed: reasons.length === 0, reasons, remarks: remarksOf(facts) }
}
