import { CriteriaSetId, flat, type Rule } from "@ntm/domain/criteria"
import { isObject, type JsonObject, own, pointer } from "../documents/fields.ts"
import { asks, inputKey, type LineContext, setOf, tierNames, tierOf } from "./context.ts"
import { regionsCondition } from "./condition-file.ts"
import { inputOf, measureOf, regionsOf } from "./measure-file.ts"
import { choiceOf, flagOf, listOf, numberOf, objectOf, refuseUnknownKeys, textOf, wholeOf, words } from "./notation.ts"
import { boundsOf, thresholdOf } from "./thresholds-file.ts"

/** The operators of the notation. `countOf` is "at least so many of them", counted by whoever reports. */
const operators = [">=", "<=", "=", ">", "<", "between", "attested", "all", "any", "atLeast", "countOf"] as const

const knownKeys = words(
  "op metric input thresholds thresholdsByYear when relativeTo onlyRegions exceptRegions rules of " +
    "count over window ratio ref revalidate revalidateOlderRecognitions eachSex maxAgeDays definition " +
    "listOpenEnded confidence source note"
)

/** Items of a checklist, each attested apart, under the line's input and its number. */
const checklistOf = (line: LineContext, path: string, rule: JsonObject, items: ReadonlyArray<unknown>): Array<Rule> => {
  const base = inputOf(line, path, rule)
  const attest = (end: string, name: string): Rule => ({
    op: "attested",
    input: asks(line, inputKey(`${base}/${end}`), { name, unit: null, measure: "attestation" })
  })
  const listed = items.flatMap((item, index) => {
    if (typeof item === "string" && item.trim() !== "") return [attest(String(index + 1), item)]
    line.reading.problem(pointer(pointer(path, "of"), index), "phải là một nội dung bằng chữ", "must be a text")
    return []
  })
  return flagOf(line.reading, path, rule, "listOpenEnded") ? [...listed, attest("other", "Nội dung khác")] : listed
}

const isAllCriteria = (of: unknown): boolean =>
  typeof of === "string" && (of === "all criteria of the set" || /^criteria\[\d+\.\.\d+\]$/.test(of))

/** `all`, `any`, `atLeast` over `rules`, or over the list `of`. */
const several = (line: LineContext, path: string, rule: JsonObject, op: "all" | "any" | "atLeast"): Rule | null => {
  const { reading } = line
  const of = own(rule, "of")
  if (op === "all" && isAllCriteria(of)) return { op: "allCriteria" }
  if (own(rule, "metric") === "criterionNoLongerMet") {
    const [first, ...others] = listOf(reading, path, rule, "of").filter(
      (name) => typeof name === "string" && name !== ""
    )
    if (typeof first === "string")
      return { op: "criterionLost", names: [first, ...others.filter((name) => typeof name === "string")] }
    reading.problem(pointer(path, "of"), "phải nêu tên các tiêu chí", "must name the criteria")
    return null
  }
  if (typeof of === "string") return attested(line, path, rule)
  const list = own(rule, "rules") === undefined ? "of" : "rules"
  const items = listOf(reading, path, rule, list)
  if (items.length === 0) {
    reading.problem(path, `“${op}” phải có rules hoặc of`, `“${op}” must have rules or of`)
    return null
  }
  const before = reading.problems.length
  const rules =
    list === "of"
      ? checklistOf(line, path, rule, items)
      : items.flatMap((item, index) => readRule(line, pointer(pointer(path, "rules"), index), item) ?? [])
  if (reading.problems.length > before) return null
  const thresholds = own(rule, "thresholds")
  const count =
    wholeOf(reading, path, rule, "count") ??
    (isObject(thresholds) ? wholeOf(reading, pointer(path, "thresholds"), thresholds, "default") : null)
  if (op === "atLeast" && count === null) {
    reading.problem(path, "“atLeast” phải có count", "“atLeast” must have count")
    return null
  }
  if (count === null || op === "all" || (op === "any" && count === 1))
    return { op: op === "all" ? "all" : "any", rules }
  return { op: "atLeast", count, rules }
}

/** A tier held, or a criterion of another set met: `ref` names it. */
const referred = (line: LineContext, path: string, rule: JsonObject): Rule | null => {
  const { reading } = line
  const at = pointer(path, "ref")
  const ref = objectOf(reading, at, own(rule, "ref"))
  if (ref === null) return null
  refuseUnknownKeys(reading, at, ref, ["set", "tier", "criterion"])
  const set = setOf(line, at, ref, "set")
  const tier = choiceOf(reading, at, ref, "tier", tierNames)
  const metric = choiceOf(reading, path, rule, "metric", ["tierHeld", "criterionMet"])
  const criterion = wholeOf(reading, at, ref, "criterion")
  const held = tier === null ? (set === null ? undefined : line.known.get(set)) : tierOf[tier]
  if (metric === "tierHeld" && held !== undefined) {
    const id = set === null ? null : CriteriaSetId.make(set)
    return { op: "holds", tier: held, set: id, revalidate: flagOf(reading, path, rule, "revalidate") }
  }
  if (metric === "criterionMet" && set !== null && criterion !== null)
    return { op: "criterionMet", set: CriteriaSetId.make(set), criterion }
  reading.problem(
    at,
    "phải là tierHeld với set hoặc tier, hoặc criterionMet với set và criterion",
    "must be tierHeld with a set or a tier, or criterionMet with a set and a criterion"
  )
  return null
}

/** What an attestation reads, where it stands in a line that is otherwise a number ("triển khai" after a percentage). */
const attested = (line: LineContext, path: string, rule: JsonObject): Rule => {
  const stated = textOf(line.reading, path, rule, "input") ?? textOf(line.reading, path, rule, "metric")
  const input = stated ?? (line.measure === "attestation" ? line.input : `${line.input}/attested`)
  const name = stated === null ? line.name : stated
  const maxAgeDays = wholeOf(line.reading, path, rule, "maxAgeDays")
  asks(line, inputKey(input), { name, unit: null, measure: "attestation" })
  return { op: "attested", input: inputKey(input), ...(maxAgeDays === null ? {} : { maxAgeDays }) }
}

const between = (line: LineContext, path: string, rule: JsonObject): Rule | null => {
  const bounds = boundsOf(line, path, rule)
  const measure = measureOf(line, path, rule)
  if (bounds === null || measure === null) return null
  const { low, high, highExclusive } = bounds
  return { op: "between", measure, low: flat(low), high: flat(high), highExclusive }
}

const compared = (
  line: LineContext,
  path: string,
  rule: JsonObject,
  op: ">=" | "<=" | "=" | ">" | "<"
): Rule | null => {
  if (own(rule, "ref") !== undefined) return referred(line, path, rule)
  const measure = measureOf(line, path, rule)
  const threshold = thresholdOf(line, path, rule)
  return measure === null || threshold === null ? null : { op, measure, threshold }
}

const bare = (line: LineContext, path: string, rule: JsonObject): Rule | null => {
  const op = choiceOf(line.reading, path, rule, "op", operators)
  switch (op) {
    case null:
      if (own(rule, "op") === undefined || own(rule, "op") === null)
        line.reading.problem(pointer(path, "op"), "thiếu phép so “op”", "the operator “op” is missing")
      return null
    case "attested":
      return attested(line, path, rule)
    case "all":
    case "any":
    case "atLeast":
      return several(line, path, rule, op)
    case "between":
      return between(line, path, rule)
    case "countOf":
      return Array.isArray(own(rule, "of")) ? several(line, path, rule, "atLeast") : compared(line, path, rule, ">=")
    default:
      return compared(line, path, rule, op)
  }
}

/**
 * One rule of the file notation as a rule of the domain, with everything inside it. Null after a problem.
 *
 * **Details** `onlyRegions` and `exceptRegions` become a condition: elsewhere the rule does not concern the unit. `eachSex`
 * asks for men and women apart.
 */
export const readRule = (line: LineContext, path: string, value: unknown): Rule | null => {
  const rule = objectOf(line.reading, path, value)
  if (rule === null) return null
  refuseUnknownKeys(line.reading, path, rule, knownKeys)
  const eachSex = flagOf(line.reading, path, rule, "eachSex")
  const judged = bare(eachSex ? { ...line, bySex: true } : line, path, rule)
  const where = regionsCondition(
    regionsOf(line, path, rule, "onlyRegions"),
    regionsOf(line, path, rule, "exceptRegions")
  )
  numberOf(line.reading, path, rule, "count")
  if (judged === null) return null
  const sexed: Rule = eachSex ? { op: "eachSex", rule: judged } : judged
  return where === null ? sexed : { op: "when", condition: where, rule: sexed, otherwise: null }
}
