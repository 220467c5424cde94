import type { AssessableLine, AssessableSet } from "../evaluator/assessable.ts"
import type { Comparison, Condition } from "../rules/condition.ts"
import { columnKey } from "../rules/leaf-key.ts"
import type { Measure } from "../rules/measure.ts"
import type { Rule } from "../rules/rule.ts"
import type { Threshold } from "../rules/threshold.ts"
import type { Verdict } from "../rules/verdict.ts"
import { allOf, anyOf, atLeast } from "./naive-together.ts"
import { type Facts, type Exact, exact, holdsExactly, over } from "./naive-facts.ts"

/**
 * The meaning of rules, written down once more as plainly as possible: one unit, one rule, recursion, exact fractions, no
 * columns. The evaluator has to agree with it.
 */

type Truth = "yes" | "no" | "unknown"
type Number = Exact | "none" | "undecided"
interface World extends Facts {
  readonly sets: ReadonlyArray<AssessableSet>
  readonly set: AssessableSet
  /** "", "/men" or "/women": for whom inputs are read. */
  readonly sex: string
}

const truthOf = (known: boolean | undefined): Truth => (known === undefined ? "unknown" : known ? "yes" : "no")

const regionOf = (world: World): string | undefined => {
  const possible: Array<string | undefined> = []
  for (const { when, region } of world.set.regionOverrides) {
    const holds = isTrue({ ...world, set: { ...world.set, regionOverrides: [] } }, when)
    if (holds !== "no") possible.push(region)
    if (holds === "yes") return possible.every((one) => one === region) ? region : undefined
  }
  possible.push(world.attributes.region)
  return possible.every((one) => one === world.attributes.region) ? world.attributes.region : undefined
}

const isTrue = (world: World, condition: Condition): Truth => {
  switch (condition.if) {
    case "region": {
      const region = regionOf(world)
      return region === undefined ? "unknown" : truthOf(condition.in.includes(region))
    }
    case "type":
      return world.type === null ? "unknown" : truthOf(condition.in.includes(world.type))
    case "group": {
      const group = world.attributes.communeGroup
      return group === undefined ? "unknown" : truthOf(condition.in.includes(group))
    }
    case "flag":
      return truthOf(world.attributes[condition.is])
    case "stated": {
      const value = world.values[`input:${condition.input}`]?.value
      return value === 1 ? "yes" : value === 0 ? "no" : "unknown"
    }
    case "value": {
      const value = world.values[`input:${condition.input}`]?.value
      return value === undefined ? "unknown" : truthOf(holdsExactly(condition.op, exact(value), exact(condition.than)))
    }
    case "all": {
      const parts = condition.of.map((one) => isTrue(world, one))
      return parts.includes("no") ? "no" : parts.includes("unknown") ? "unknown" : "yes"
    }
    case "any": {
      const parts = condition.of.map((one) => isTrue(world, one))
      return parts.includes("yes") ? "yes" : parts.includes("unknown") ? "unknown" : "no"
    }
    case "not": {
      const inner = isTrue(world, condition.of)
      return inner === "unknown" ? inner : inner === "yes" ? "no" : "yes"
    }
  }
}

const comparisons = [">=", ">", "<=", "<", "="]
const isComparison = (rule: Rule): rule is Extract<Rule, { readonly op: Comparison }> => comparisons.includes(rule.op)

const thresholdOf = (world: World, threshold: Threshold): Number => {
  if ("times" in threshold) {
    const set = world.sets.find(({ id }) => id === threshold.set)
    const lines = [...(set?.criteria.flatMap(({ indicators }) => indicators) ?? []), ...(set?.conditions ?? [])]
    let rule = lines.find(({ code }) => code === threshold.code)?.rule ?? null
    while (rule?.op === "eachSex") rule = rule.rule
    if (set === undefined || rule === null || !isComparison(rule)) return "none"
    const other = thresholdOf({ ...world, set }, rule.threshold)
    if (other === "none" || other === "undecided") return other
    const times = exact(threshold.times)
    // A threshold is a double: the one nearest to the product of the decimals.
    const product = Number(`${other.top * times.top}e-${String(other.bottom * times.bottom).length - 1}`)
    return Number.isFinite(product) ? exact(product) : "none"
  }
  for (const { from, to, value, when, year } of threshold.rows) {
    if (year !== null && String(year) !== world.day.slice(0, 4)) continue
    if ((from !== null && world.day < from) || (to !== null && world.day > to)) continue
    const holds = when === null ? "yes" : isTrue(world, when)
    if (holds === "unknown") return "undecided"
    if (holds === "yes") return exact(value)
  }
  return "none"
}

const columnOf = (world: World, measure: Exclude<Measure, { readonly of: "ratio" | "criteriaLost" }>): string => {
  switch (measure.of) {
    case "input":
      return `input:${measure.input}${world.sex}`
    case "window":
      return `window:${measure.how}:${measure.years}:${measure.before ? "before" : "with"}:${measure.input}${world.sex}`
    case "leastBelow":
      return `leastBelow:${measure.level}:${measure.input}${world.sex}`
    default:
      return columnKey(measure)
  }
}

/** Every value that the measure may have; none where there is no data. */
const possible = (world: World, measure: Measure): ReadonlyArray<Exact> => {
  if (measure.of === "ratio") {
    const [part, ...others] = possible(world, measure.part)
    const [whole, ...more] = possible(world, measure.whole)
    if (part === undefined || whole === undefined || others.length > 0 || more.length > 0) return []
    const quotient = over(part, whole, exact(measure.times))
    return quotient === null ? [] : [quotient]
  }
  if (measure.of === "criteriaLost") {
    const { criteria } = world.set
    const all = criteria.map(({ indicators }) => criterionVerdict(world, indicators))
    const lost = all.filter((one) => one === "notMet").length
    const open = all.filter((one) => one === "noData" || one === "noThreshold").length
    return criteria.length === 0
      ? []
      : Array.from({ length: open + 1 }, (_, more) => ({
          top: BigInt((lost + more) * 100),
          bottom: BigInt(criteria.length)
        }))
  }
  const fact = world.values[columnOf(world, measure)]
  if (fact === undefined) return []
  const limit = measure.of === "input" ? measure.maxAgeDays : undefined
  if (limit !== undefined && (fact.ageDays === null || fact.ageDays > limit)) return []
  return [exact(fact.value)]
}

const compare = (world: World, op: Comparison, measure: Measure, threshold: Threshold): Verdict => {
  const than = thresholdOf(world, threshold)
  if (than === "none") return "noThreshold"
  const values = possible(world, measure)
  if (values.length === 0 || than === "undecided") return "noData"
  const met = values.filter((value) => holdsExactly(op, value, than)).length
  return met === values.length ? "met" : met === 0 ? "notMet" : "noData"
}

const asMet = (verdict: Verdict): Verdict => (verdict === "exempt" ? "met" : verdict)

const attestation = (world: World, column: string, limit: number | undefined): Verdict => {
  const fact = world.values[column]
  if (fact === undefined || (limit !== undefined && (fact.ageDays === null || fact.ageDays > limit))) return "noData"
  return fact.value === 1 ? "met" : fact.value === 0 ? "notMet" : "noData"
}

export const naiveRule = (world: World, rule: Rule): Verdict => {
  if (isComparison(rule)) return compare(world, rule.op, rule.measure, rule.threshold)
  const judge = (inner: Rule) => naiveRule(world, inner)
  switch (rule.op) {
    case "between":
      return allOf([
        compare(world, ">=", rule.measure, rule.low),
        compare(world, rule.highExclusive ? "<" : "<=", rule.measure, rule.high)
      ])
    case "attested":
      return attestation(world, `input:${rule.input}${world.sex}`, rule.maxAgeDays)
    case "all":
      return allOf(rule.rules.map(judge))
    case "any":
      return anyOf(rule.rules.map(judge))
    case "atLeast":
      return atLeast(rule.count, rule.rules.map(judge))
    case "when": {
      const holds = isTrue(world, rule.condition)
      if (holds === "unknown") return "noData"
      return holds === "yes" ? judge(rule.rule) : rule.otherwise === null ? "exempt" : judge(rule.otherwise)
    }
    case "eachSex":
      return world.sex === ""
        ? allOf(["/men", "/women"].map((sex) => naiveRule({ ...world, sex }, rule.rule)))
        : judge(rule.rule)
    case "holds": {
      const title = attestation(world, `held:${rule.tier}:${rule.set ?? "*"}`, undefined)
      if (!rule.revalidate) return title
      const sets = world.sets.filter(({ id, tier }) => (rule.set === null ? tier === rule.tier : id === rule.set))
      const [set] = sets
      return allOf([title, set === undefined || sets.length > 1 ? "noThreshold" : asMet(naiveSet(world, set))])
    }
    case "criterionMet": {
      const set = world.sets.find(({ id }) => id === rule.set)
      const criterion = set?.criteria.find(({ no }) => no === rule.criterion)
      if (set === undefined || criterion === undefined) return "noThreshold"
      return asMet(criterionVerdict({ ...world, set, sex: "" }, criterion.indicators))
    }
    case "criterionLost": {
      const plain = (name: string) => name.normalize("NFC").toLowerCase().trim()
      const named = world.set.criteria.filter(({ name }) => rule.names.some((one) => plain(one) === plain(name)))
      const all = named.map(({ indicators }) => criterionVerdict(world, indicators))
      if (named.length === 0) return "noThreshold"
      if (all.includes("notMet")) return "met"
      return all.includes("noData") || all.includes("noThreshold") ? "noData" : "notMet"
    }
    case "allCriteria":
      return allOf(world.set.criteria.map(({ indicators }) => criterionVerdict(world, indicators)))
  }
}

const lineVerdict = (world: World, { appliesWhen, rule }: AssessableLine): Verdict => {
  const applies = appliesWhen === null ? "yes" : isTrue(world, appliesWhen)
  if (applies !== "yes") return applies === "no" ? "exempt" : "noData"
  return rule === null ? "noThreshold" : naiveRule({ ...world, sex: "" }, rule)
}

const criterionVerdict = (world: World, indicators: ReadonlyArray<AssessableLine>): Verdict =>
  allOf(indicators.map((one) => lineVerdict(world, one)))

/** The verdict of a whole set about a unit. */
export const naiveSet = (
  facts: Facts & { readonly sets: ReadonlyArray<AssessableSet> },
  set: AssessableSet
): Verdict => {
  const world = { ...facts, set, sex: "" }
  return allOf([
    ...set.requires.map(({ set: id }) => {
      const other = facts.sets.find((one) => one.id === id)
      return other === undefined ? ("noThreshold" as const) : asMet(naiveSet(facts, other))
    }),
    ...set.conditions.map((one) => lineVerdict(world, one)),
    ...set.criteria.map(({ indicators }) => criterionVerdict(world, indicators))
  ])
}

/** What a recognition rule of the set says of a unit. */
export const naiveGate = (
  facts: Facts & { readonly sets: ReadonlyArray<AssessableSet> },
  set: AssessableSet,
  rule: Rule
): Verdict => naiveRule({ ...facts, set, sex: "" }, rule)
