import { canHold, type Domain, MOST_STEPS } from "./can-hold.ts"
import { isPercent, type Tell, unitOf } from "./check-set-numbers.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import { partsOf } from "../rules/rule-parts.ts"
import type { Rule } from "../rules/rule.ts"
import { type Demand, demandOf, numberIn } from "./stricter-demand.ts"
import { worldsOf, worldWords } from "./stricter-worlds.ts"

/** Whether every number that the measure can take meets the demand. */
const isSure = (demand: Demand, domain: Domain): boolean => {
  switch (demand.demand) {
    case "number": {
      const { high, highOpen, low, lowOpen } = domain(demand.of)
      const { within } = demand
      return (
        (within.low < low || (within.low === low && (!within.lowOpen || lowOpen))) &&
        (within.high > high || (within.high === high && (!within.highOpen || highOpen)))
      )
    }
    case "all":
      return demand.parts.every((part) => isSure(part, domain))
    case "any":
      return demand.parts.some((part) => isSure(part, domain)) || coversTogether(demand.parts, domain)
    default:
      return false
  }
}

/** "x ≥ 50 hoặc x ≤ 60" leaves nothing out. */
const coversTogether = (parts: ReadonlyArray<Demand>, domain: Domain): boolean =>
  parts.some((a) =>
    parts.some((b) => {
      if (a.demand !== "number" || b.demand !== "number" || a.of !== b.of) return false
      const { high, highOpen, low } = domain(a.of)
      const [under, over] = [a.within, b.within]
      return (
        (under.low < low || (under.low === low && !under.lowOpen)) &&
        (over.high > high || (over.high === high && (!over.highOpen || highOpen))) &&
        (under.high > over.low || (under.high === over.low && !(under.highOpen && over.lowOpen)))
      )
    })
  )

/** Numbers that a measure can take: per cent from 0 to 100, everything else from 0. */
const domainsOf = (set: Pick<CriteriaSet, "inputs">, rule: Rule): Domain => {
  const percents = partsOf(rule).rules.flatMap((one) =>
    "measure" in one && isPercent(unitOf(set, one.measure)) ? [one.measure] : []
  )
  const names = new Set(
    percents.map((measure) => JSON.stringify(measure.of === "input" ? { of: "input", input: measure.input } : measure))
  )
  return (of) => {
    const upTo = names.has(of.replace(/\/(men|women)$/, "")) ? 100 : Number.POSITIVE_INFINITY
    return { low: 0, lowOpen: false, high: upTo, highOpen: upTo > 100 }
  }
}

const emptyRange = (rule: Rule): Rule | undefined =>
  partsOf(rule).rules.find((one) => {
    if (one.op !== "between") return false
    return (worldsOf([one]) ?? []).some((world) => {
      const [low, high] = [numberIn(world, one.low), numberIn(world, one.high)]
      return low !== null && high !== null && low >= high
    })
  })

/** Rules that no unit can ever meet are refused; a rule that every unit meets is remarked on. */
export const checkSense = (
  set: Pick<CriteriaSet, "inputs">,
  rule: Rule,
  path: string,
  { refuse, remark }: { readonly refuse: Tell; readonly remark: Tell }
): void => {
  const { rules } = partsOf(rule)
  const tooMany = rules.find((one) => one.op === "atLeast" && one.count > one.rules.length)
  if (tooMany !== undefined && tooMany.op === "atLeast") {
    const { count, rules: of } = tooMany
    refuse(path, `đòi ít nhất ${count} trong ${of.length} nội dung`, `asks for at least ${count} of ${of.length}`)
    return
  }
  if (emptyRange(rule) !== undefined) {
    refuse(path, "khoảng có mức dưới không nhỏ hơn mức trên", "a range whose lower end is not below its upper end")
    return
  }
  const worlds = worldsOf([rule])
  if (worlds === null) {
    remark(path, "quy tắc có quá nhiều điều kiện, không xét được hết", "too many conditions to be gone through")
    return
  }
  const domain = domainsOf(set, rule)
  const demands = worlds.map((world) => ({ world, demand: demandOf(rule, world, (id) => id) }))
  const steps = { left: MOST_STEPS }
  const never = demands.find(({ demand }) => canHold(demand, domain, steps) === false)
  if (never !== undefined) {
    const { en, vi } = worldWords(never.world)
    refuse(
      path,
      `quy tắc không bao giờ đạt được${vi === "" ? "" : ` (${vi})`}`,
      `the rule can never be met${en === "" ? "" : ` (${en})`}`
    )
    return
  }
  if (steps.left < 0) {
    remark(path, "quy tắc có quá nhiều cách đạt, không xét được hết", "too many ways of meeting it to be gone through")
    return
  }
  const asking = demands.filter(({ demand }) => demand.demand !== "nothing")
  if (asking.length > 0 && asking.every(({ demand }) => isSure(demand, domain)))
    remark(path, "quy tắc luôn luôn đạt", "the rule is always met")
}
