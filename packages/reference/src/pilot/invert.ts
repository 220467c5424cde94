import { type BoundLine, type InputKey, type Leaf, NO, YES } from "@ntm/domain/criteria"
import { type Draw, shuffled } from "./draw.ts"
import { anything, type Range, rangeOf } from "./ranges.ts"

type BoundRule = NonNullable<BoundLine["rule"]>

/** What a value, or the values that a window joins, or those of the units below, would have to be. */
export interface Wish {
  readonly of: "input" | "window" | "below"
  readonly input: InputKey
  readonly leaf: Leaf
  readonly range: Range
}

/** Wishes that make a rule say what is wanted of the unit; null where reported values cannot bring that about. */
export type Wishes = ReadonlyArray<Wish> | null

const wishOf = (leaf: Leaf, range: Range): Wishes => {
  switch (leaf.of) {
    case "input":
    case "window":
      return [{ of: leaf.of, input: leaf.input, leaf, range }]
    case "leastBelow":
      return [{ of: "below", input: leaf.input, leaf, range }]
    default:
      return null
  }
}

const joined = (all: ReadonlyArray<Wishes>): Wishes => {
  const found: Array<Wish> = []
  for (const wishes of all) {
    if (wishes === null) return null
    found.push(...wishes)
  }
  return found
}

/** Whether there is a value that does what is wished beside what others ask of it. */
export type Allows = (wish: Wish) => boolean

/** One of them as wanted, the first as drawn of which that can be; the others as `rest` says. */
const oneOf = (
  parts: ReadonlyArray<BoundRule>,
  draw: Draw,
  allows: Allows,
  wanted: (part: BoundRule) => Wishes,
  rest: (part: BoundRule) => Wishes
): Wishes => {
  for (const part of shuffled(draw, parts, (one) => parts.indexOf(one))) {
    const own = wanted(part)
    if (own === null || own.length === 0 || !own.every(allows)) continue
    return joined([own, ...parts.filter((other) => other !== part).map(rest)])
  }
  return null
}

/**
 * Turns a rule around: what has to be reported of the unit at that place for it to be met, or not to be.
 *
 * **Details** Where one of several parts is enough, it is one that `allows` says can be. Conditions and thresholds are those that the rule is bound to, so values that they ask for come first. Verdicts of
 * other sets and titles held are taken to be as wanted where met is wanted: whether they are is for the evaluator to say.
 */
export const invert = (bound: BoundRule, at: number, met: boolean, draw: Draw, allows: Allows): Wishes => {
  const { parts, rule } = bound
  const as =
    (wanted: boolean) =>
    (part: BoundRule, index = 0) =>
      invert(part, at, wanted, (...names) => draw(index, ...names), allows)
  const every = (wanted: boolean): Wishes => joined(parts.map((part, index) => as(wanted)(part, index)))
  switch (rule.op) {
    case ">=":
    case ">":
    case "<=":
    case "<":
    case "=": {
      const threshold = bound.compared?.threshold
      const than = threshold?.constant ?? threshold?.values[at]
      if (than === undefined || !Number.isFinite(than) || rule.measure.of === "ratio") return null
      return wishOf(rule.measure, rangeOf(rule.op, than, met))
    }
    case "attested":
      return wishOf({ of: "input", input: rule.input }, rangeOf("=", met ? 1 : 0, true))
    case "between":
    case "eachSex":
    case "all":
      return met ? every(true) : oneOf(parts, draw, allows, as(false), as(true))
    case "any":
      return met ? oneOf(parts, draw, allows, as(true), freely) : every(false)
    case "atLeast":
      return every(met)
    case "when": {
      const truth = bound.condition?.codes[at]
      if (truth !== YES && truth !== NO) return null
      const part = truth === YES ? parts[0] : parts[1]
      // Nobody is asked: the unit is exempt, and cannot fail.
      if (part === undefined) return met ? [] : null
      return as(met)(part)
    }
    case "holds":
    case "criterionMet":
    case "allCriteria":
      return met ? [] : null
    case "criterionLost":
      return null
  }
}

/** What is attested may be either way; other values beside the one that matters are not made up. */
const freely = ({ rule }: BoundRule): Wishes =>
  rule.op === "attested" ? wishOf({ of: "input", input: rule.input }, anything) : []
