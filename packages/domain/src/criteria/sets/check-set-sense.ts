import { isPercent, type Tell, unitOf } from "./check-set-numbers.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import { partsOf } from "../rules/rule-parts.ts"
import type { Rule } from "../rules/rule.ts"
import { type Demand, demandOf, numberIn, type Stretch } from "./stricter-demand.ts"
import { worldsOf, worldWords } from "./stricter-worlds.ts"

/** Ways of meeting a demand: for each measure the numbers that do. A measure that is not named may be anything. */
type Ways = ReadonlyArray<ReadonlyMap<string, Stretch>>

/** Most ways that are told apart; with more of them a rule is taken to be one that can hold. */
const MOST_WAYS = 256

const anything: Ways = [new Map<string, Stretch>()]

const isEmpty = ({ high, highOpen, low, lowOpen }: Stretch): boolean =>
  low > high || (low === high && (lowOpen || highOpen))

const common = (a: Stretch, b: Stretch): Stretch => ({
  ...(a.low > b.low || (a.low === b.low && a.lowOpen)
    ? { low: a.low, lowOpen: a.lowOpen }
    : { low: b.low, lowOpen: b.lowOpen }),
  ...(a.high < b.high || (a.high === b.high && a.highOpen)
    ? { high: a.high, highOpen: a.highOpen }
    : { high: b.high, highOpen: b.highOpen })
})

const together = (a: ReadonlyMap<string, Stretch>, b: ReadonlyMap<string, Stretch>) => {
  const both = new Map(a)
  for (const [of, stretch] of b) {
    const before = both.get(of)
    const left = before === undefined ? stretch : common(before, stretch)
    if (isEmpty(left)) return []
    both.set(of, left)
  }
  return [both]
}

type Domain = (of: string) => Stretch

const waysOf = (demand: Demand, domain: Domain): Ways => {
  switch (demand.demand) {
    case "number": {
      const left = common(domain(demand.of), demand.within)
      return isEmpty(left) ? [] : [new Map([[demand.of, left]])]
    }
    case "any":
      return demand.parts.flatMap((part) => waysOf(part, domain)).slice(0, MOST_WAYS)
    case "all":
      return demand.parts.reduce<Ways>((ways, part) => {
        const more = waysOf(part, domain)
        return ways.length * more.length > MOST_WAYS ? ways : ways.flatMap((a) => more.flatMap((b) => together(a, b)))
      }, anything)
    case "atLeast":
      return demand.count > demand.parts.filter((part) => waysOf(part, domain).length > 0).length ? [] : anything
    default:
      return anything
  }
}

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
      const { high, low } = domain(a.of)
      return a.within.low <= low && b.within.high >= high && a.within.high >= b.within.low
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
    return { low: 0, lowOpen: false, high: upTo, highOpen: false }
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
  const never = demands.find(({ demand }) => waysOf(demand, domain).length === 0)
  if (never !== undefined) {
    const { en, vi } = worldWords(never.world)
    refuse(
      path,
      `quy tắc không bao giờ đạt được${vi === "" ? "" : ` (${vi})`}`,
      `the rule can never be met${en === "" ? "" : ` (${en})`}`
    )
    return
  }
  const asking = demands.filter(({ demand }) => demand.demand !== "nothing")
  if (asking.length > 0 && asking.every(({ demand }) => isSure(demand, domain)))
    remark(path, "quy tắc luôn luôn đạt", "the rule is always met")
}
