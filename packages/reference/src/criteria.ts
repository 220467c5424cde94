import { Confidence, CriteriaSet, CriteriaSetId } from "@ntm/domain/criteria"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readJson } from "./files.ts"
import { decoder, type Report, within } from "./problem.ts"

/** The operators that a rule may use. An evaluator must know every one of them. */
export const ruleOperators = [">=", "<=", "=", "between", "attested", "all", "any", "countOf"] as const

/** Tiers as the files call them, and the identifiers of the system. */
const tiers = {
  ntm: "standard",
  "nang-cao": "advanced",
  "kieu-mau": "model",
  "dac-thu": "special",
  "hien-dai": "modern",
  "hoan-thanh": "completed",
  "do-thi-van-minh": "civilised"
} as const

const isTier = (name: string): name is keyof typeof tiers => Object.hasOwn(tiers, name)

const hasOperator = (value: unknown): boolean => typeof value === "object" && value !== null && "op" in value

/** A rule is kept as written: operands differ by operator, the evaluator reads them. `checkReferences` knows the operators. */
const Rule = Schema.Unknown.check(
  Schema.makeFilter((value) => hasOperator(value) || "quy tắc phải có phép so “op” · a rule must have an operator “op”")
)

const text = Schema.optionalKey(Schema.NullOr(Schema.String))

const RawIndicator = Schema.Struct({
  code: Schema.NonEmptyString,
  name: Schema.NonEmptyString,
  measure: text,
  unit: text,
  rule: Schema.optionalKey(Schema.NullOr(Rule)),
  confidence: Schema.optionalKey(Confidence),
  nameConfidence: Schema.optionalKey(Confidence),
  leadAgency: text
})

const RawSet = Schema.Struct({
  id: CriteriaSetId,
  name: Schema.NonEmptyString,
  level: CriteriaSet.fields.level,
  tier: Schema.String.check(
    Schema.makeFilter((name: string) => isTier(name) || `không biết bậc “${name}” · unknown tier “${name}”`)
  ),
  period: Schema.Struct({ from: Day, to: Day }),
  legalBasis: Schema.NonEmptyArray(
    Schema.Struct({ number: Schema.NonEmptyString, date: Schema.NullOr(Day), role: text })
  ),
  requires: Schema.optionalKey(Schema.Array(Schema.Struct({ set: Schema.String }))),
  completeness: Schema.optionalKey(Schema.Struct({ doNotEvaluate: Schema.optionalKey(Schema.Boolean) })),
  conditions: Schema.optionalKey(Schema.Array(RawIndicator)),
  criteria: Schema.Array(
    Schema.Struct({
      no: Schema.Int,
      name: Schema.NonEmptyString,
      leadAgency: text,
      indicators: Schema.Array(RawIndicator)
    })
  ),
  counts: Schema.Struct({
    criteria: Schema.Int,
    indicators: Schema.Int,
    conditions: Schema.Int,
    official: Schema.Struct({ criteria: Schema.NullOr(Schema.Int), indicators: Schema.NullOr(Schema.Int) })
  }),
  sources: Schema.Record(Schema.String, Schema.Unknown)
})
type RawSet = typeof RawSet.Type

const decodeSet = decoder(RawSet)

/** Keys whose value names a source, or several. */
const citations: ReadonlySet<string> = new Set(["source", "nameSource", "otherSources", "sourceKeys"])

type Wrong = (path: string, vi: string, en: string) => void

/** Calls `visit` with every key of a JSON value, however deep, and the path to it. */
const walk = (value: unknown, path: string, visit: (key: string, value: unknown, path: string) => void): void => {
  if (Array.isArray(value)) value.forEach((item, index) => walk(item, within(path, `[${index}]`), visit))
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const inside = within(path, key)
      visit(key, item, inside)
      walk(item, inside, visit)
    }
  }
}

/** Operators, sources cited and sets referred to, wherever they stand: also in recognition, withdrawal, groups. */
const checkReferences = (json: unknown, raw: RawSet, sets: ReadonlySet<string>, wrong: Wrong) => {
  walk(json, "", (key, value, path) => {
    if (key === "op" && !ruleOperators.some((known) => known === value)) {
      wrong(path, `không biết phép so “${String(value)}”`, `unknown operator “${String(value)}”`)
    }
    if (key === "rules" && !(Array.isArray(value) && value.every(hasOperator))) {
      wrong(path, "mỗi quy tắc con phải có phép so “op”", "every rule inside must have an operator “op”")
    }
    for (const source of citations.has(key) ? (Array.isArray(value) ? value : [value]) : []) {
      if (typeof source !== "string" || !Object.hasOwn(raw.sources, source)) {
        wrong(path, `không có nguồn “${String(source)}” trong “sources”`, `“sources” has no “${String(source)}”`)
      }
    }
    // `aggregation.set` is a sentence, not a reference.
    if (key === "set" && path !== "aggregation.set" && (typeof value !== "string" || !sets.has(value))) {
      wrong(path, `không có bộ tiêu chí “${String(value)}”`, `there is no criteria set “${String(value)}”`)
    }
  })
}

const checkUnique = (names: ReadonlyArray<readonly [path: string, name: string]>, wrong: Wrong) => {
  const first = new Map<string, string>()
  for (const [path, name] of names) {
    const earlier = first.get(name)
    if (earlier !== undefined) wrong(path, `“${name}” đã dùng ở ${earlier}`, `“${name}” is already used at ${earlier}`)
    else first.set(name, path)
  }
}

const checkSet = (raw: RawSet, wrong: Wrong) => {
  checkUnique(
    raw.criteria.map(({ no }, index) => [`criteria[${index}].no`, String(no)]),
    wrong
  )
  const indicators = raw.criteria.flatMap((criterion, outer) =>
    criterion.indicators.map(({ code }, inner) => [`criteria[${outer}].indicators[${inner}].code`, code] as const)
  )
  const conditions = (raw.conditions ?? []).map(({ code }, index) => [`conditions[${index}].code`, code] as const)
  // "5.?" says that the number of the indicator is not known; there may be several of them.
  checkUnique(
    [...conditions, ...indicators].filter(([, code]) => !code.endsWith("?")),
    wrong
  )
  const count = (path: "criteria" | "indicators" | "conditions", found: number) => {
    if (raw.counts[path] !== found) {
      wrong(
        `counts.${path}`,
        `ghi ${raw.counts[path]} nhưng tệp có ${found}`,
        `says ${raw.counts[path]} but the file has ${found}`
      )
    }
  }
  count("criteria", raw.criteria.length)
  count("indicators", indicators.length)
  count("conditions", conditions.length)
  if (raw.period.from > raw.period.to) wrong("period.to", "kết thúc trước khi bắt đầu", "ends before it begins")
}

const criteriaSetOf = (raw: RawSet, source: unknown): CriteriaSet => ({
  id: raw.id,
  name: raw.name,
  level: raw.level,
  tier: isTier(raw.tier) ? tiers[raw.tier] : raw.tier,
  periodFrom: Number(raw.period.from.slice(0, 4)),
  periodTo: Number(raw.period.to.slice(0, 4)),
  legalBases: raw.legalBasis.map(({ number, date, role }) => ({ number, date, role: role ?? null })),
  officialCriteria: raw.counts.official.criteria,
  officialIndicators: raw.counts.official.indicators,
  doNotEvaluate: raw.completeness?.doNotEvaluate ?? false,
  criteria: raw.criteria.map((criterion) => ({
    no: criterion.no,
    name: criterion.name,
    indicators: criterion.indicators.map((indicator) => ({
      code: indicator.code,
      name: indicator.name,
      measure: indicator.measure ?? null,
      unit: indicator.unit ?? null,
      rule: indicator.rule ?? null,
      confidence: indicator.confidence ?? "unknown",
      nameConfidence: indicator.nameConfidence ?? null,
      leadAgency: indicator.leadAgency ?? criterion.leadAgency ?? null
    }))
  })),
  source
})

/**
 * The criteria sets of `criteria/*.json`, in the order of their files. `source` is the whole file as read.
 *
 * **Details** Checked: the id is the file's name; numbers of criteria and codes of indicators and conditions are unique
 * in the set; operators, cited sources and referred sets exist; the file holds as many entries as it says it does.
 * An indicator that does not say how sure its rule is counts as `unknown`.
 */
export const readCriteria = (files: DataFiles, report: Report): ReadonlyArray<CriteriaSet> => {
  const names = [...files.keys()].filter((file) => /^criteria\/[^/]+\.json$/.test(file))
  const idOf = (file: string) => file.slice("criteria/".length, -".json".length)
  const sets = new Set(names.map(idOf))
  if (names.length === 0) report("criteria", {}, "không có bộ tiêu chí nào", "there is no criteria set")
  return names.flatMap((file) => {
    const wrong: Wrong = (path, vi, en) => report(file, { path }, vi, en)
    const json = readJson(files, file, report)
    if (json === undefined) return []
    const raw = decodeSet(json, (path, reason) => wrong(path, reason.vi, reason.en))
    if (raw === undefined) return []
    if (raw.id !== idOf(file)) wrong("id", `“${raw.id}” khác tên tệp`, `“${raw.id}” differs from the file's name`)
    checkReferences(json, raw, sets, wrong)
    checkSet(raw, wrong)
    return [criteriaSetOf(raw, json)]
  })
}
