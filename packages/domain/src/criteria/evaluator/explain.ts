import { addDays, type Bilingual, Day } from "../../values/index.ts"
import { type Assessment, assessedSet, verdictOf } from "./assess.ts"
import { NO, UNKNOWN } from "./columns.ts"
import type { Comparison } from "../rules/condition.ts"
import { explainThreshold } from "./explain-threshold.ts"
import { comparisonWords, conditionWords, numberWords, verdictWords } from "./explain-words.ts"
import type {
  AppliedThreshold,
  ExplainedValue,
  Gap,
  LineExplanation,
  RuleExplanation,
  SetExplanation
} from "./explanation.ts"
import type { BoundLine, BoundMeasure, BoundRule, Scope } from "./kernels-bound.ts"
import { subtracted } from "./kernels-exact.ts"
import { type ColumnSource, columnKey } from "../rules/leaf-key.ts"
import type { Measure } from "../rules/measure.ts"
import type { Verdict } from "../rules/verdict.ts"

const epoch = Day.make("1970-01-01")
/** Null for what is no number; never −0. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null)

const columnsOf = (measure: Measure | ColumnSource): ReadonlyArray<string> => {
  if (measure.of === "ratio") return [...columnsOf(measure.part), ...columnsOf(measure.whole)]
  return measure.of === "criteriaLost" ? [] : [columnKey(measure)]
}

const explainValue = (scope: Scope, measure: BoundMeasure, at: number): ExplainedValue => {
  const value = finite(measure.values[at] ?? Number.NaN)
  const atMost = finite(measure.most?.[at] ?? Number.NaN)
  const day = measure.dayAt(at)
  return {
    columns: columnsOf(measure.measure),
    value,
    atMost: atMost === value ? null : atMost,
    day: day === null ? null : addDays(epoch, day),
    ageDays: day === null ? null : scope.today - day,
    tooOld: value === null && finite(measure.reportedAt(at)) !== null
  }
}

/** A computed value carries more digits than it has: what is told of its distance has twelve. */
const SIGNIFICANT = 12

const gapOf = (
  op: Comparison,
  { atMost, value }: ExplainedValue,
  threshold: AppliedThreshold,
  computed: boolean
): Gap | null => {
  // How far off a value is that may be anything between two numbers is not known.
  if (value === null || atMost !== null || threshold.value === null) return null
  const short = op === "<=" || op === "<" ? subtracted(value, threshold.value) : subtracted(threshold.value, value)
  const amount = Number((op === "=" ? Math.abs(short) : short).toPrecision(computed ? SIGNIFICANT : 15))
  const size = Math.abs(threshold.value)
  const share = size === 0 ? null : Number((amount / size).toPrecision(SIGNIFICANT))
  return Number.isFinite(amount) && (share === null || Number.isFinite(share)) ? { amount, share } : null
}

/** " (5,6 %)"; nothing where there is no share, or none that a number can hold. */
const percent = (share: number | null): string => {
  const tenths = Math.round(Math.abs(share ?? Number.NaN) * 1000)
  return Number.isFinite(tenths) ? ` (${numberWords(tenths / 10, "%")})` : ""
}

const comparedWords = (
  verdict: Verdict,
  op: Comparison,
  value: ExplainedValue,
  threshold: AppliedThreshold,
  gap: Gap | null,
  unit: string | null
): Bilingual => {
  if (verdict === "noThreshold" || threshold.value === null) return threshold.why
  const asked = comparisonWords(op, threshold.value, unit)
  if (value.value === null) {
    const { vi, en } = valueMissing(value)
    return { vi: `Cần ${asked}; ${vi}`, en: `Asked: ${asked}; ${en}` }
  }
  const told = (number: number): string => numberWords(Number(number.toPrecision(SIGNIFICANT)), unit)
  const least = told(value.value)
  const shown = value.atMost === null ? least : `${least} – ${told(value.atMost)}`
  if (verdict === "noData") return { vi: `${shown}, cần ${asked}`, en: `${shown}, asked: ${asked}` }
  if (verdict !== "notMet") return { vi: `${shown}, đạt mức ${asked}`, en: `${shown} meets ${asked}` }
  if (gap === null || gap.amount === 0) return { vi: `${shown}, chưa đạt mức ${asked}`, en: `${shown} fails ${asked}` }
  const [more, over] =
    op === "<=" || op === "<" ? ["vượt", "over by"] : op === "=" ? ["lệch", "off by"] : ["còn thiếu", "short by"]
  const by = numberWords(gap.amount, unit) + percent(gap.share)
  return { vi: `${shown}, chưa đạt mức ${asked}: ${more} ${by}`, en: `${shown} fails ${asked}: ${over} ${by}` }
}

const valueMissing = ({ ageDays, tooOld }: ExplainedValue): Bilingual =>
  !tooOld
    ? { vi: "chưa có số liệu", en: "no data" }
    : ageDays === null
      ? { vi: "số liệu không rõ ngày", en: "the value has no day" }
      : { vi: `số liệu đã cũ (${ageDays} ngày)`, en: `the value is too old (${ageDays} days)` }

/** What a rule without a number says: its verdict, and what decided it. */
const plainWords = (
  { condition, other, rule }: BoundRule,
  parts: ReadonlyArray<RuleExplanation>,
  verdict: Verdict,
  at: number,
  value: ExplainedValue | null
): Bilingual => {
  if (condition !== undefined) {
    const words = conditionWords(condition.condition)
    const code = condition.codes[at]
    if (code === UNKNOWN)
      return { vi: `Chưa biết có thuộc diện: ${words.vi}`, en: `Not known whether it is: ${words.en}` }
    if (code === NO && verdict === "exempt") {
      return { vi: `Không áp dụng: chỉ áp dụng khi ${words.vi}`, en: `Does not apply: only where ${words.en}` }
    }
  }
  if (other !== undefined) {
    const criterion = other.criterion === null ? "" : `, tiêu chí ${other.criterion}`
    const inEnglish = other.criterion === null ? "" : `, criterion ${other.criterion}`
    const { vi, en } = verdictWords[verdict]
    return { vi: `${vi} theo bộ ${other.set}${criterion}`, en: `${en} under ${other.set}${inEnglish}` }
  }
  if (value !== null && value.value === null) {
    const { vi, en } = valueMissing(value)
    return { vi: `Xác nhận: ${vi}`, en: `Attestation: ${en}` }
  }
  if (rule.op === "atLeast") {
    const met = parts.filter((part) => part.verdict === "met").length
    const { vi, en } = verdictWords[verdict]
    return { vi: `${vi}: có ${met}, cần ít nhất ${rule.count}`, en: `${en}: ${met} of at least ${rule.count}` }
  }
  const deciding = verdict === "met" ? undefined : parts.find((part) => part.verdict === verdict)
  return deciding?.says ?? verdictWords[verdict]
}

const explainRule = (scope: Scope, bound: BoundRule, at: number, unit: string | null): RuleExplanation => {
  const verdict = verdictOf(bound.codes[at])
  const { attested, compared, rule } = bound
  const parts = bound.parts.map((part) => explainRule(scope, part, at, unit))
  if (compared === undefined) {
    const value = attested === undefined ? null : explainValue(scope, attested, at)
    const says = plainWords(bound, parts, verdict, at, value)
    return { op: rule.op, verdict, says, value, comparison: null, threshold: null, gap: null, parts }
  }
  const { measure, op } = compared
  const value = explainValue(scope, measure, at)
  const threshold = explainThreshold(scope, compared.threshold, at)
  const gap = gapOf(op, value, threshold, measure.exact !== null)
  const says = comparedWords(verdict, op, value, threshold, gap, unit)
  return { op: rule.op, verdict, says, value, comparison: op, threshold, gap, parts }
}

const explainLine = (scope: Scope, line: BoundLine, at: number): LineExplanation => {
  const verdict = verdictOf(line.codes[at])
  const { from = null, legalBasis = null, to = null, unit = null } = line.source.line
  const applies = line.appliesWhen
  const code = applies?.codes[at]
  const rule = line.rule === null || code === NO || code === UNKNOWN ? null : explainRule(scope, line.rule, at, unit)
  const says = ((): Bilingual => {
    if (applies !== null && rule === null && code !== undefined && line.rule !== null) {
      const { vi, en } = conditionWords(applies.condition)
      return code === NO
        ? { vi: `Không áp dụng: chỉ áp dụng khi ${vi}`, en: `Does not apply: only where ${en}` }
        : { vi: `Chưa biết có thuộc diện: ${vi}`, en: `Not known whether it is: ${en}` }
    }
    if (rule !== null) return rule.says
    if (line.place !== "requires")
      return { vi: "Chưa biết quy tắc của văn bản", en: "The rule of the law is not known here" }
    const { vi, en } = verdictWords[verdict]
    return { vi: `${vi} theo bộ ${line.code}`, en: `${en} under ${line.code}` }
  })()
  return { code: line.code, verdict, says, legalBasis, from, to, rule }
}

/**
 * Why the unit at this place was judged so under a set; null where the set was not assessed or there is no such unit.
 *
 * **Details** It reads the same codes that the assessment holds, rule by rule, so it cannot say anything else.
 */
export const explain = (assessment: Assessment, set: string, at: number): SetExplanation | null => {
  const bound = assessedSet(assessment, set)
  const unit = assessment.columns.units[at]
  if (bound === undefined || unit === undefined) return null
  const lineOf = (line: BoundLine): LineExplanation => explainLine(bound.scope, line, at)
  const placed = (place: BoundLine["place"]) => [...bound.lines, ...bound.gates].filter((line) => line.place === place)
  const [withdraw] = placed("withdraw")
  return {
    set: bound.set.id,
    day: assessment.program.day,
    unit,
    verdict: verdictOf(bound.codes[at]),
    met: bound.met[at] ?? 0,
    outOf: bound.criteria.length,
    requires: placed("requires").map(lineOf),
    conditions: placed("condition").map(lineOf),
    criteria: bound.criteria.map(({ codes, name, no }, criterion) => ({
      no,
      name,
      verdict: verdictOf(codes[at]),
      indicators: bound.lines.filter((line) => line.criterion === criterion).map(lineOf)
    })),
    grant: placed("grant").map(lineOf),
    withdraw: withdraw === undefined ? null : lineOf(withdraw)
  }
}
