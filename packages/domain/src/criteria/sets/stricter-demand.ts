import type { Comparison } from "../rules/condition.ts"
import type { Measure } from "../rules/measure.ts"
import type { Rule } from "../rules/rule.ts"
import { holdsIn, type World } from "./stricter-worlds.ts"
import type { Threshold, ThresholdRow } from "../rules/threshold.ts"

/** A stretch of numbers; an end that is `open` does not belong to it. */
export interface Stretch {
  readonly low: number
  readonly lowOpen: boolean
  readonly high: number
  readonly highOpen: boolean
}

/**
 * What a rule demands in one world, its conditions decided and its thresholds found.
 *
 * **Details** `nothing`: the rule does not concern the unit, or its number is not known; then nothing can be looser.
 */
export type Demand =
  | { readonly demand: "nothing"; readonly why: "exempt" | "unknown" }
  | { readonly demand: "number"; readonly of: string; readonly maxAge: number; readonly within: Stretch }
  | {
      readonly demand: "times"
      readonly of: string
      readonly op: Comparison
      readonly other: string
      readonly times: number
    }
  | { readonly demand: "fact"; readonly of: string; readonly maxAge: number }
  | { readonly demand: "all" | "any"; readonly parts: ReadonlyArray<Demand> }
  | { readonly demand: "atLeast"; readonly count: number; readonly parts: ReadonlyArray<Demand> }

/** Takes a set's name for that of the national set that it stands in for, so that both are the same. */
export type NationalName = (set: string) => string

const exempt: Demand = { demand: "nothing", why: "exempt" }
const unknown: Demand = { demand: "nothing", why: "unknown" }

const concerns = (world: World, row: ThresholdRow): boolean =>
  (row.when === null || holdsIn(world, row.when)) &&
  (row.year === null || row.year === world.year) &&
  (row.from === null || (world.day !== null && world.day >= row.from)) &&
  (row.to === null || (world.day !== null && world.day <= row.to))

/** The number of the law in the world; null where there is none. */
export const numberIn = (world: World, threshold: Threshold): number | null =>
  "rows" in threshold ? (threshold.rows.find((row) => concerns(world, row))?.value ?? null) : null

const stretchOf = (op: Comparison, value: number): Stretch => {
  const all = { low: Number.NEGATIVE_INFINITY, lowOpen: true, high: Number.POSITIVE_INFINITY, highOpen: true }
  switch (op) {
    case ">=":
      return { ...all, low: value, lowOpen: false }
    case ">":
      return { ...all, low: value }
    case "<=":
      return { ...all, high: value, highOpen: false }
    case "<":
      return { ...all, high: value }
    case "=":
      return { low: value, lowOpen: false, high: value, highOpen: false }
  }
}

/** The measure as a name, without the age that a value may have. */
const nameOf = (measure: Measure, sex: string, national: NationalName): string => {
  const plain = (one: Measure): unknown => {
    if (one.of === "ratio") return { ...one, part: plain(one.part), whole: plain(one.whole) }
    if (one.of === "tierShare") return { ...one, set: one.set === null ? null : national(one.set) }
    return one.of === "input" ? { of: one.of, input: one.input } : one
  }
  return JSON.stringify(plain(measure)) + sex
}

const ageOf = (measure: Measure): number =>
  measure.of === "input" && measure.maxAgeDays !== undefined ? measure.maxAgeDays : Number.POSITIVE_INFINITY

const joined = (demand: "all" | "any", parts: ReadonlyArray<Demand>): Demand => {
  const left = parts.filter((part) => part.demand !== "nothing" || part.why !== "exempt")
  const [only] = left
  return only === undefined ? exempt : left.length === 1 ? only : { demand, parts: left }
}

/** What the rule demands in the world. `sex` is appended to what it measures, for rules that hold for men and women apart. */
export const demandOf = (rule: Rule, world: World, national: NationalName, sex: string = ""): Demand => {
  const inside = (one: Rule) => demandOf(one, world, national, sex)
  switch (rule.op) {
    case "when":
      return holdsIn(world, rule.condition)
        ? inside(rule.rule)
        : rule.otherwise === null
          ? exempt
          : inside(rule.otherwise)
    case "all":
    case "any":
      return joined(rule.op, rule.rules.map(inside))
    case "atLeast": {
      const parts = rule.rules.map(inside).filter((part) => part.demand !== "nothing" || part.why !== "exempt")
      if (parts.length === 0) return exempt
      if (rule.count === 1) return joined("any", parts)
      return rule.count === parts.length ? joined("all", parts) : { demand: "atLeast", count: rule.count, parts }
    }
    case "eachSex":
      return joined("all", [
        demandOf(rule.rule, world, national, "/men"),
        demandOf(rule.rule, world, national, "/women")
      ])
    case "between": {
      const [low, high] = [numberIn(world, rule.low), numberIn(world, rule.high)]
      if (low === null || high === null) return unknown
      const within = { low, lowOpen: false, high, highOpen: rule.highExclusive }
      return { demand: "number", of: nameOf(rule.measure, sex, national), maxAge: ageOf(rule.measure), within }
    }
    case "attested":
      return { demand: "fact", of: `attested ${rule.input}${sex}`, maxAge: rule.maxAgeDays ?? Number.POSITIVE_INFINITY }
    case "holds":
    case "criterionMet":
    case "criterionLost":
    case "allCriteria": {
      const of = "set" in rule && rule.set !== null ? { ...rule, set: national(rule.set) } : rule
      return { demand: "fact", of: JSON.stringify(of), maxAge: Number.POSITIVE_INFINITY }
    }
    default: {
      const of = nameOf(rule.measure, sex, national)
      if ("times" in rule.threshold) {
        const { code, set, times } = rule.threshold
        return { demand: "times", of, op: rule.op, other: `${national(set)} ${code}`, times }
      }
      const value = numberIn(world, rule.threshold)
      if (value === null) return unknown
      return { demand: "number", of, maxAge: ageOf(rule.measure), within: stretchOf(rule.op, value) }
    }
  }
}

const inside = (a: Stretch, b: Stretch): boolean =>
  (a.low > b.low || (a.low === b.low && (a.lowOpen || !b.lowOpen))) &&
  (a.high < b.high || (a.high === b.high && (a.highOpen || !b.highOpen)))

const timesImply = (op: Comparison, a: number, b: number): boolean =>
  op === ">=" || op === ">" ? a >= b : op === "=" ? a === b : a <= b

/** How many of `a`'s parts each imply another one of `b`'s. */
const matched = (a: ReadonlyArray<Demand>, b: ReadonlyArray<Demand>): number => {
  const left = [...b]
  return a.filter((part) => {
    const at = left.findIndex((other) => implies(part, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

/** Asks for nothing that could be told: a choice of which one part does is as open as that part. */
const isOpen = (demand: Demand): boolean => {
  switch (demand.demand) {
    case "nothing":
      return true
    case "any":
      return demand.parts.some(isOpen)
    case "all":
      return demand.parts.every(isOpen)
    default:
      return false
  }
}

/** Whether whoever meets `a` surely meets `b`. False where it cannot be shown. */
export const implies = (a: Demand, b: Demand): boolean => {
  if (isOpen(b)) return true
  if (isOpen(a)) return false
  if (b.demand === "all") return b.parts.every((part) => implies(a, part))
  if (a.demand === "any") return a.parts.every((part) => implies(part, b))
  if (a.demand === "all" && a.parts.some((part) => implies(part, b))) return true
  if (b.demand === "any" && b.parts.some((part) => implies(a, part))) return true
  if (a.demand === "number" && b.demand === "number")
    return a.of === b.of && a.maxAge <= b.maxAge && inside(a.within, b.within)
  if (a.demand === "times" && b.demand === "times")
    return a.of === b.of && a.op === b.op && a.other === b.other && timesImply(a.op, a.times, b.times)
  if (a.demand === "fact" && b.demand === "fact") return a.of === b.of && a.maxAge <= b.maxAge
  if (a.demand === "atLeast" && b.demand === "atLeast")
    return a.count - (a.parts.length - matched(a.parts, b.parts)) >= b.count
  return false
}
