import {
  type AmendmentChange,
  type CriteriaSet,
  flat,
  type Indicator,
  indicatorOf,
  type Rule,
  type Threshold
} from "@ntm/domain/criteria"
import { isObject, type JsonObject, own, pointer } from "../documents/fields.ts"
import { asks, confidenceOf, type LineContext, type SetContext } from "./context.ts"
import { conditionFromText } from "./condition-file.ts"
import { type Keys, readCriterion } from "./criteria-file.ts"
import { readIndicator } from "./indicator-file.ts"
import { choiceOf, numberOf, refuseUnknownKeys, requiredText, textOf, textsOf, wholeOf, words } from "./notation.ts"
import { readRule } from "./rule-file.ts"
import { thresholdOf } from "./thresholds-file.ts"

/** The set as it stands on the day of the change, before it, and where its lines are read into. */
export interface Amending {
  readonly context: SetContext
  readonly before: CriteriaSet
  readonly keys: Keys
}

const lineOf = ({ context }: Amending, { input, measure, name, unit }: Indicator): LineContext => ({
  ...context,
  input,
  name,
  unit,
  measure: measure ?? "count",
  bySex: false
})

type Compared = Extract<Rule, { readonly threshold: Threshold }>

/** The comparison that a new threshold belongs to, also inside "men and women apart"; null where there is not exactly one. */
const comparison = (rule: Rule | null): Compared | null => {
  if (rule === null) return null
  if (rule.op === "eachSex") return comparison(rule.rule)
  return "threshold" in rule ? rule : null
}

const withThreshold = (rule: Rule, threshold: Threshold): Rule => {
  if (rule.op === "eachSex") return { ...rule, rule: withThreshold(rule.rule, threshold) }
  return "threshold" in rule ? { ...rule, threshold } : rule
}

const noComparison = (at: Amending, path: string): null => {
  at.context.reading.problem(
    path,
    "chỉ tiêu này không có một ngưỡng đơn lẻ để thay; hãy ghi cả quy tắc “rule”",
    "the indicator has no single threshold to replace; write the whole “rule”"
  )
  return null
}

/** `{ from: { ">=": 90 }, to: { ">=": 80 } }`: the number before must be the one in force. */
const fromTo = (at: Amending, path: string, change: JsonObject, base: Indicator): Rule | null => {
  const { reading } = at.context
  const compared = comparison(base.rule)
  if (compared === null || base.rule === null) return noComparison(at, path)
  const numberIn = (key: string): number | null => {
    const side = own(change, key)
    if (!isObject(side)) return null
    refuseUnknownKeys(reading, pointer(path, key), side, [compared.op])
    return numberOf(reading, pointer(path, key), side, compared.op)
  }
  const to = numberIn("to")
  const from = numberIn("from")
  const rows = "rows" in compared.threshold ? compared.threshold.rows : []
  if (from !== null && !rows.every(({ value }) => value === from || value === to))
    reading.problem(
      pointer(path, "from"),
      `trước đó ngưỡng không phải là ${from} mà là ${rows.map(({ value }) => value).join(", ")}`,
      `the threshold before was not ${from} but ${rows.map(({ value }) => value).join(", ")}`
    )
  if (to !== null) return withThreshold(base.rule, flat(to))
  reading.problem(pointer(path, "to"), `phải ghi { "${compared.op}": số }`, `must say { "${compared.op}": a number }`)
  return null
}

const ruleOf = (at: Amending, path: string, change: JsonObject, base: Indicator): Rule | null => {
  const line = lineOf(at, base)
  if (own(change, "rule") !== undefined) return readRule(line, pointer(path, "rule"), own(change, "rule"))
  if (own(change, "to") !== undefined) return fromTo(at, path, change, base)
  const compared = comparison(base.rule)
  if (compared === null || base.rule === null) return noComparison(at, path)
  const threshold = thresholdOf(line, path, change)
  if (threshold !== null && compared.measure.of === "input") asks(line, compared.measure.input)
  return threshold === null ? null : withThreshold(base.rule, threshold)
}

const changeKeys = words(
  "code name measure unit rule from to thresholds thresholdsByYear when relativeTo appliesWhen " +
    "leadAgency evidence confidence source note"
)

const measures = ["percent", "count", "ratio", "money", "attestation"] as const

const ofCode = (at: Amending, path: string, change: JsonObject): AmendmentChange | null => {
  const { reading } = at.context
  refuseUnknownKeys(reading, path, change, changeKeys)
  const code = requiredText(reading, path, change, "code")
  const base = indicatorOf(at.before, code)
  if (base === undefined) {
    reading.problem(
      pointer(path, "code"),
      `bộ ${at.before.id} không có mã “${code.slice(0, 60)}” vào ngày đó`,
      `${at.before.id} has no code “${code.slice(0, 60)}” on that day`
    )
    return null
  }
  const confidence = confidenceOf(reading, path, change, "confidence")
  const name = textOf(reading, path, change, "name")
  const rewrites = ["rule", "to", "thresholds", "thresholdsByYear", "when", "relativeTo"].some(
    (key) => own(change, key) !== undefined
  )
  if (!rewrites && name !== null) return { change: "reword", code, name }
  if (!rewrites) return { change: "mention", code, confidence: confidence ?? "unknown" }
  const measure = choiceOf(reading, path, change, "measure", measures)
  const unit = textOf(reading, path, change, "unit")
  const restated = { ...base, name: name ?? base.name, measure: measure ?? base.measure, unit: unit ?? base.unit }
  const rule = ruleOf(at, path, change, restated)
  const applies = textOf(reading, path, change, "appliesWhen")
  const appliesWhen = applies === null ? null : conditionFromText(lineOf(at, base), applies, "applies")
  const evidence = own(change, "evidence") === undefined ? null : textsOf(reading, path, change, "evidence")
  if (rule === null) return null
  return {
    change: "replace",
    code,
    name,
    measure,
    unit,
    appliesWhen,
    leadAgency: textOf(reading, path, change, "leadAgency"),
    note: textOf(reading, path, change, "note"),
    evidence,
    rule,
    confidence: confidence ?? "unknown"
  }
}

const noSuch = (at: Amending, path: string, no: number): null => {
  at.context.reading.problem(
    path,
    `bộ ${at.before.id} không có tiêu chí số ${no} vào ngày đó`,
    `${at.before.id} has no criterion ${no} on that day`
  )
  return null
}

const has = (at: Amending, no: number): boolean => at.before.criteria.some((criterion) => criterion.no === no)

const adding = (at: Amending, path: string, change: JsonObject): AmendmentChange | null => {
  const { reading } = at.context
  refuseUnknownKeys(reading, path, change, ["add", "criterion", "source", "note"])
  const no = wholeOf(reading, path, change, "criterion")
  if (no !== null && !has(at, no)) return noSuch(at, pointer(path, "criterion"), no)
  const raw = own(change, "add")
  const key = at.keys.of(isObject(raw) ? own(raw, "code") : undefined)
  const indicator = readIndicator(at.context, pointer(path, "add"), raw, key, null)
  if (indicator === null) return null
  if (indicatorOf(at.before, indicator.code) === undefined) return { change: "add", criterion: no, indicator }
  reading.problem(
    pointer(pointer(path, "add"), "code"),
    `mã “${indicator.code}” đã có trong bộ`,
    `the set already has the code “${indicator.code}”`
  )
  return null
}

const dropping = (at: Amending, path: string, change: JsonObject): AmendmentChange | null => {
  const { reading } = at.context
  refuseUnknownKeys(reading, path, change, ["drop", "confidence", "source", "note"])
  const code = requiredText(reading, path, change, "drop")
  if (indicatorOf(at.before, code) !== undefined) return { change: "drop", code }
  reading.problem(
    pointer(path, "drop"),
    `bộ ${at.before.id} không có mã “${code.slice(0, 60)}” vào ngày đó`,
    `${at.before.id} has no code “${code.slice(0, 60)}” on that day`
  )
  return null
}

/** One change: `{ code, … }`, `{ add, criterion }`, `{ drop }`, `{ addCriterion }`, `{ dropCriterion }`, `{ rewordCriterion, name }`. */
export const readChange = (at: Amending, path: string, value: unknown): AmendmentChange | null => {
  const { reading } = at.context
  if (!isObject(value)) {
    reading.problem(path, "phải là một đối tượng { … }", "must be an object { … }")
    return null
  }
  if (own(value, "add") !== undefined) return adding(at, path, value)
  if (own(value, "drop") !== undefined) return dropping(at, path, value)
  if (own(value, "addCriterion") !== undefined) {
    refuseUnknownKeys(reading, path, value, ["addCriterion", "source", "note"])
    const criterion = readCriterion(at.context, pointer(path, "addCriterion"), own(value, "addCriterion"), at.keys)
    if (criterion === null) return null
    if (!has(at, criterion.no)) return { change: "addCriterion", criterion }
    reading.problem(
      pointer(path, "addCriterion"),
      `bộ đã có tiêu chí số ${criterion.no}`,
      `the set already has criterion ${criterion.no}`
    )
    return null
  }
  for (const key of ["dropCriterion", "rewordCriterion"] as const) {
    if (own(value, key) === undefined) continue
    refuseUnknownKeys(reading, path, value, [key, "name", "source", "note"])
    const no = wholeOf(reading, path, value, key)
    if (no === null) return null
    if (!has(at, no)) return noSuch(at, pointer(path, key), no)
    if (key === "dropCriterion") return { change: "dropCriterion", no }
    const name = requiredText(reading, path, value, "name")
    return name === "" ? null : { change: "rewordCriterion", no, name }
  }
  return ofCode(at, path, value)
}
