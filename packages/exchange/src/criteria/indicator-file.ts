import {
  betterOf,
  type Confidence,
  type Indicator,
  type IndicatorVersion,
  partsOf,
  type Rule
} from "@ntm/domain/criteria"
import { addDays } from "@ntm/domain/values"
import { type JsonObject, own, pointer } from "../documents/fields.ts"
import { conditionFromText } from "./condition-file.ts"
import { confidenceOf, dayOf, inputKey, type LineContext, type SetContext } from "./context.ts"
import {
  choiceOf,
  flagOf,
  listOf,
  objectOf,
  refuseUnknownKeys,
  requiredText,
  textOf,
  textsOf,
  words
} from "./notation.ts"
import { readRule } from "./rule-file.ts"

const measures = ["percent", "count", "ratio", "money", "attestation"] as const

const knownKeys = words(
  "code name measure unit input rule versions appliesWhen evidence leadAgency confidence " +
    "nameConfidence source otherSources note partial missing"
)

const versionKeys = ["from", "to", "name", "rule", "legalBasis", "confidence", "source", "note"]

const sameRule = (a: Rule | null, b: Rule | null): boolean => JSON.stringify(a) === JSON.stringify(b)

const readVersion = (line: LineContext, path: string, value: unknown): IndicatorVersion | null => {
  const version = objectOf(line.reading, path, value)
  if (version === null) return null
  refuseUnknownKeys(line.reading, path, version, versionKeys)
  const name = textOf(line.reading, path, version, "name")
  const from = dayOf(line.reading, path, version, "from")
  const to = dayOf(line.reading, path, version, "to")
  if (from !== null && to !== null && to < from)
    line.reading.problem(pointer(path, "to"), "kết thúc trước khi bắt đầu", "ends before it begins")
  return {
    from,
    to,
    name,
    rule: readRule({ ...line, name: name ?? line.name }, pointer(path, "rule"), own(version, "rule")),
    legalBasis: textOf(line.reading, path, version, "legalBasis"),
    confidence: confidenceOf(line.reading, path, version, "confidence") ?? "unknown"
  }
}

/** Versions side by side without holes; the line's own rule stands before the first where none of them restates it. */
const readVersions = (
  line: LineContext,
  path: string,
  indicator: JsonObject,
  base: { readonly rule: Rule | null; readonly confidence: Confidence }
): ReadonlyArray<IndicatorVersion> => {
  const at = pointer(path, "versions")
  const stated = listOf(line.reading, path, indicator, "versions").flatMap((value, index) => {
    const version = readVersion(line, pointer(at, index), value)
    return version === null ? [] : [{ version, path: pointer(at, index) }]
  })
  const sorted = stated.toSorted((a, b) => ((a.version.from ?? "") < (b.version.from ?? "") ? -1 : 1))
  sorted.forEach(({ version, path }, index) => {
    const next = sorted[index + 1]
    if (next === undefined) {
      if (version.to !== null)
        line.reading.problem(
          pointer(path, "to"),
          `sau ngày ${version.to} không có bản nào`,
          `after ${version.to} there is no version`
        )
      return
    }
    const expected = version.to === null ? null : addDays(version.to, 1)
    if (next.version.from === expected && expected !== null) return
    const hole = expected !== null && next.version.from !== null && next.version.from > expected
    line.reading.problem(
      pointer(next.path, "from"),
      hole ? `hở từ ngày ${expected} đến trước ngày ${next.version.from}` : "chồng lên bản trước",
      hole ? `a hole from ${expected} until before ${next.version.from}` : "overlaps the version before"
    )
  })
  const versions = sorted.map(({ version }) => version)
  const [first] = versions
  if (first === undefined || first.from === null || versions.some(({ rule }) => sameRule(rule, base.rule)))
    return versions
  const before: IndicatorVersion = {
    from: null,
    to: addDays(first.from, -1),
    name: null,
    rule: base.rule,
    legalBasis: null,
    confidence: base.confidence
  }
  return [before, ...versions]
}

/** The value that stands for the line: its own input if a rule reads it, else the first that one does. */
const shownInput = (line: LineContext, rules: ReadonlyArray<Rule | null>): Indicator["input"] => {
  const read = rules.flatMap((rule) => (rule === null ? [] : partsOf(rule).inputs))
  return read.includes(line.input) ? line.input : (read[0] ?? line.input)
}

/**
 * One indicator, or a condition of the set. Null after a problem that leaves nothing to keep.
 *
 * **Details** `key` names its own input where the file names none: "<set>/<code>".
 */
export const readIndicator = (
  context: SetContext,
  path: string,
  value: unknown,
  key: string,
  agency: string | null
): Indicator | null => {
  const { reading } = context
  const indicator = objectOf(reading, path, value)
  if (indicator === null) return null
  refuseUnknownKeys(reading, path, indicator, knownKeys)
  const code = requiredText(reading, path, indicator, "code")
  const name = requiredText(reading, path, indicator, "name")
  const measure = choiceOf(reading, path, indicator, "measure", measures)
  const unit = textOf(reading, path, indicator, "unit")
  const input = inputKey(textOf(reading, path, indicator, "input") ?? key)
  const line: LineContext = { ...context, input, name, unit, measure: measure ?? "count", bySex: false }
  const raw = own(indicator, "rule")
  const rule = raw === undefined || raw === null ? null : readRule(line, pointer(path, "rule"), raw)
  const applies = textOf(reading, path, indicator, "appliesWhen")
  const confidence = confidenceOf(reading, path, indicator, "confidence") ?? "unknown"
  const versions = readVersions(line, path, indicator, { rule, confidence })
  const missing = textsOf(reading, path, indicator, "missing")
  missing.forEach((region, index) => {
    if (!context.regions.includes(region))
      reading.problem(
        pointer(pointer(path, "missing"), index),
        `không có vùng “${region.slice(0, 60)}”`,
        `there is no region “${region.slice(0, 60)}”`
      )
  })
  flagOf(reading, path, indicator, "partial")
  return {
    code,
    name,
    measure,
    unit,
    input: shownInput(line, [rule, ...versions.map((version) => version.rule)]),
    better: betterOf(rule),
    rule,
    appliesWhen: applies === null ? null : conditionFromText(line, applies, "applies"),
    confidence,
    nameConfidence: confidenceOf(reading, path, indicator, "nameConfidence"),
    leadAgency: textOf(reading, path, indicator, "leadAgency") ?? agency,
    evidence: textsOf(reading, path, indicator, "evidence"),
    missing,
    source: textOf(reading, path, indicator, "source"),
    note: textOf(reading, path, indicator, "note"),
    legalBasis: null,
    from: null,
    to: null,
    versions
  }
}
