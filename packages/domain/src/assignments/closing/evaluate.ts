import { tierWords } from "../../criteria/index.ts"
import { fundingSources } from "../../funding/index.ts"
import { itemKinds } from "../../inventory/index.ts"
import { type Chronicle, type Unit, unitByCode } from "../../units/index.ts"
import {
  type Bilingual,
  type Day,
  Dong,
  exactDecimal,
  formatDay,
  formatMoney,
  formatNumber,
  formatPercent,
  percentOf,
  powerOfTen
} from "../../values/index.ts"
import type { ClosingCondition } from "./condition.ts"
import type { ClosingFacts, ConditionOutcome } from "./facts.ts"

/** Of whom and when a condition is asked. */
export interface ConditionAsked {
  readonly chronicle: Chronicle
  readonly day: Day
  /** The units that "own" means: those that answer for the task on the day, or the province of an agency's. */
  readonly own: ReadonlyArray<Unit>
  readonly facts: ClosingFacts
}

type Of = Extract<ClosingCondition, { readonly of: unknown }>["of"]

const unitsOf = (of: Of, { chronicle, day, own }: ConditionAsked): ReadonlyArray<Unit> | null => {
  if (of === "own") return own.length === 0 ? null : own
  const units = of.map((code) => unitByCode(chronicle.register, code, day))
  return units.every((unit) => unit !== undefined) ? units : null
}

/** One number for each unit; null where one of them is not known. */
const each = <A>(units: ReadonlyArray<Unit> | null, read: (unit: Unit) => A | null): ReadonlyArray<A> | null => {
  if (units === null) return null
  const found = units.map(read)
  return found.every((one) => one !== null) ? found : null
}

const sum = (amounts: ReadonlyArray<number>): Dong => Dong.make(amounts.reduce((all, one) => all + one, 0))
const money = (amount: Dong): string => formatMoney(amount, { unit: "triệu đồng" })

const unknown = (wanted: number, vi: string, en: string): ConditionOutcome => ({
  holds: false,
  now: null,
  wanted,
  sentence: { vi: `${vi}: chưa có số liệu`, en: `${en}: not known` }
})

/** Counted: so many of so many. */
const counted = (now: number, wanted: number, what: Bilingual): ConditionOutcome => ({
  holds: wanted > 0 && now >= wanted,
  now,
  wanted,
  sentence: {
    vi: `${what.vi}: ${formatNumber(now)}/${formatNumber(wanted)}`,
    en: `${what.en}: ${now} of ${wanted}`
  }
})

const disbursed = (
  condition: Extract<ClosingCondition, { _tag: "disbursed" }>,
  asked: ConditionAsked
): ConditionOutcome => {
  const { percent, source, year } = condition
  // Before the day named what is paid so far counts; after it only what was paid by then.
  const by = condition.by === null || asked.day < condition.by ? asked.day : condition.by
  const named = fundingSources.find(({ key }) => key === source)?.name ?? { vi: source, en: source }
  const until = condition.by === null ? "" : ` đến ${formatDay(condition.by)}`
  const untilEn = condition.by === null ? "" : ` by ${condition.by}`
  const vi = `Giải ngân ${named.vi} năm ${year}${until} từ ${formatPercent(percent)} trở lên`
  const en = `Paid of ${named.en} ${year}${untilEn}, at least ${percent} %`
  const sums = each(unitsOf(condition.of, asked), (unit) => asked.facts.money(unit.id, source, year, by))
  if (sums === null) return unknown(percent, vi, en)
  const [given, paid] = [sum(sums.map(({ allocated }) => allocated)), sum(sums.map((one) => one.disbursed))]
  const now = percentOf(paid, given, 2)
  if (now === null) return unknown(percent, `${vi} (chưa giao vốn)`, `${en} (nothing allocated)`)
  const { coefficient, scale } = exactDecimal(percent)
  const holds = BigInt(paid) * 100n * powerOfTen(scale) >= BigInt(given) * coefficient
  return {
    holds,
    now,
    wanted: percent,
    sentence: {
      vi: `${vi}: ${formatPercent(now)} (${money(paid)} trên ${money(given)})`,
      en: `${en}: ${now} % (${money(paid)} of ${money(given)})`
    }
  }
}

const noDebt = (
  condition: Extract<ClosingCondition, { _tag: "noOverdueDebt" }>,
  asked: ConditionAsked
): ConditionOutcome => {
  const [vi, en] = ["Không còn nợ đọng xây dựng cơ bản quá hạn", "No overdue construction debt"]
  const debts = each(unitsOf(condition.of, asked), (unit) => asked.facts.overdueDebt(unit.id))
  if (debts === null) return unknown(0, vi, en)
  const now = sum(debts)
  return {
    holds: now === 0,
    now,
    wanted: 0,
    sentence: { vi: `${vi}: còn ${money(now)}`, en: `${en}: ${money(now)} left` }
  }
}

const criterionMet = (
  condition: Extract<ClosingCondition, { _tag: "criterionMet" }>,
  asked: ConditionAsked
): ConditionOutcome => {
  const { numbers, set } = condition
  const list = numbers.join(", ")
  const vi = numbers.length === 0 ? `Đạt bộ tiêu chí ${set}` : `Đạt tiêu chí ${list} của bộ ${set}`
  const en = numbers.length === 0 ? `The set ${set} is met` : `Criteria ${list} of ${set} are met`
  const lines = numbers.length === 0 ? [null] : numbers
  const verdicts = each(unitsOf(condition.of, asked), (unit) =>
    lines.map((line) => asked.facts.verdict(unit.id, set, line))
  )
  if (verdicts === null || verdicts.flat().includes(null)) return unknown(1, vi, en)
  // What a unit is exempt from does not hold it up.
  const met = verdicts.flat().filter((verdict) => verdict === "met" || verdict === "exempt").length
  return counted(met, verdicts.flat().length, { vi, en })
}

const recognised = (
  condition: Extract<ClosingCondition, { _tag: "recognised" }>,
  asked: ConditionAsked
): ConditionOutcome => {
  const units = unitsOf(condition.of, asked)
  const { vi, en } = tierWords(condition.tier, units?.[0]?.level ?? "commune")
  const what = { vi: `Được công nhận: ${vi}`, en: `Recognised: ${en}` }
  const held = each(units, (unit) => asked.facts.holds(unit.id, condition.tier))
  return held === null ? unknown(1, what.vi, what.en) : counted(held.filter(Boolean).length, held.length, what)
}

const approved = (
  condition: Extract<ClosingCondition, { _tag: "approved" }>,
  asked: ConditionAsked
): ConditionOutcome => {
  const what = {
    vi: `Số liệu “${condition.input}” đã báo cáo đều được duyệt`,
    en: `Every value of “${condition.input}” is approved`
  }
  const counts = each(unitsOf(condition.of, asked), (unit) => asked.facts.approvals(unit.id, condition.input))
  if (counts === null) return unknown(1, what.vi, what.en)
  const reported = counts.reduce((all, one) => all + one.reported, 0)
  // A unit that reported nothing has nothing approved, however much the others have.
  if (counts.some((one) => one.reported === 0)) return unknown(Math.max(1, reported), what.vi, what.en)
  return counted(
    counts.reduce((all, one) => all + one.approved, 0),
    reported,
    what
  )
}

const registered = (
  condition: Extract<ClosingCondition, { _tag: "registered" }>,
  asked: ConditionAsked
): ConditionOutcome => {
  const { kind, least, stars, year } = condition
  const { vi, en } = itemKinds[kind].words
  const [graded, gradedEn] = stars === null ? ["", ""] : [` từ ${stars} sao`, ` of at least ${stars} stars`]
  const [dated, datedEn] = year === null ? ["", ""] : [` mới trong năm ${year}`, ` new in ${year}`]
  const what = {
    vi: `Có ít nhất ${formatNumber(least)} ${vi}${graded}${dated}`,
    en: `At least ${least} of the register “${en}”${gradedEn}${datedEn}`
  }
  const counts = each(unitsOf(condition.of, asked), (unit) => asked.facts.registered(unit.id, { kind, stars, year }))
  return counts === null
    ? unknown(least, what.vi, what.en)
    : counted(
        counts.reduce((all, one) => all + one, 0),
        least,
        what
      )
}

/**
 * Whether a closing condition holds on a day, with how it stands and what is wanted.
 *
 * **Details** A function of the facts alone: what closed opens again when they fall back. What is not known never holds. `now` and `wanted`
 * are per cent of `disbursed`, đồng of `noOverdueDebt`, counts of the rest.
 */
export const evaluateCondition = (condition: ClosingCondition, asked: ConditionAsked): ConditionOutcome => {
  switch (condition._tag) {
    case "disbursed":
      return disbursed(condition, asked)
    case "noOverdueDebt":
      return noDebt(condition, asked)
    case "handedOver": {
      const what = {
        vi: `Bàn giao hết công trình của đợt ${condition.batch}`,
        en: `All works of ${condition.batch} are handed over`
      }
      const batch = asked.facts.batch(condition.batch)
      return batch === null ? unknown(1, what.vi, what.en) : counted(batch.handedOver, batch.works, what)
    }
    case "criterionMet":
      return criterionMet(condition, asked)
    case "recognised":
      return recognised(condition, asked)
    case "figureStated": {
      const { document, figure } = condition
      const what = { vi: `Văn bản ${document} nêu số liệu “${figure}”`, en: `${document} states “${figure}”` }
      return counted(asked.facts.states(document, figure) ? 1 : 0, 1, what)
    }
    case "approved":
      return approved(condition, asked)
    case "registered":
      return registered(condition, asked)
  }
}
