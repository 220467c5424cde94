import { UNKNOWN, YES } from "./columns.ts"
import { eachSexOf } from "./compile-sexes.ts"
import { revalidatedSet } from "./compile-uses.ts"
import type { BoundCriteria, BoundMeasure, BoundRule, RuleScope, Run, Scope, Truth } from "./kernels-bound.ts"
import { ALL, ANY, atLeast, combine } from "./kernels-combine.ts"
import { compareInto } from "./kernels-compare.ts"
import { attest } from "./kernels.ts"
import { bindColumn, bindMeasure } from "./kernels-measure.ts"
import { truthIn } from "./kernels-scope.ts"
import { bindThreshold } from "./kernels-threshold.ts"
import type { Rule } from "../rules/rule.ts"
import { EXEMPT, MET, NO_DATA, NO_THRESHOLD, NOT_MET } from "../rules/verdict.ts"

const nothing: Run = () => {}

const noThreshold = (rule: Rule, codes: Uint8Array): BoundRule => {
  codes.fill(NO_THRESHOLD)
  return { rule, codes, run: nothing, parts: [] }
}

/** The parts run first. */
const composed = (rule: Rule, codes: Uint8Array, parts: ReadonlyArray<BoundRule>, last: Run): BoundRule => {
  const run: Run = (from, to) => {
    for (const part of parts) part.run(from, to)
    last(from, to)
  }
  return { rule, codes, run, parts }
}

const codesOf = (parts: ReadonlyArray<{ readonly codes: Uint8Array }>) => parts.map(({ codes }) => codes)

/** A verdict of another set as a rule's own: exempt counts as met. */
export const passOn = (codes: Uint8Array, of: Uint8Array): Run => {
  return (from, to) => {
    for (let at = from; at < to; at++) {
      const code = of[at] ?? NO_DATA
      codes[at] = code === EXEMPT ? MET : code
    }
  }
}

/** A set that is not among those that are judged is not known: no threshold. */
const otherSet = (scope: Scope, rule: Rule, codes: Uint8Array, set: string, criterion: number | null): BoundRule => {
  const other = scope.others.get(set)
  const source = criterion === null ? other?.codes : other?.criteria.find(({ no }) => no === criterion)?.codes
  if (source === undefined) return { ...noThreshold(rule, codes), other: { set, criterion } }
  return { rule, codes, run: passOn(codes, source), parts: [], other: { set, criterion } }
}

const attested = (rule: Rule, codes: Uint8Array, column: BoundMeasure): BoundRule => {
  const { values } = column
  const judge: Run = (from, to) => attest(codes, values, from, to)
  const run: Run = (from, to) => {
    column.run?.(from, to)
    judge(from, to)
  }
  return { rule, codes, run: column.run === null ? judge : run, parts: [], attested: column }
}

const conditional = (
  rule: Extract<Rule, { readonly op: "when" }>,
  codes: Uint8Array,
  condition: Truth,
  then: BoundRule,
  otherwise: BoundRule | null
): BoundRule => {
  const choose: Run = (from, to) => {
    for (let at = from; at < to; at++) {
      const truth = condition.codes[at] ?? UNKNOWN
      const code = truth === YES ? then.codes[at] : truth === UNKNOWN ? NO_DATA : (otherwise?.codes[at] ?? EXEMPT)
      codes[at] = code ?? NO_DATA
    }
  }
  return { ...composed(rule, codes, otherwise === null ? [then] : [then, otherwise], choose), condition }
}

/** One of the named criteria is among those that the unit does not meet. */
const criterionLost = (
  rule: Extract<Rule, { readonly op: "criterionLost" }>,
  codes: Uint8Array,
  own: BoundCriteria | null
): BoundRule => {
  const same = (name: string) => name.normalize("NFC").toLowerCase().trim()
  const wanted = new Set(rule.names.map(same))
  const named = codesOf((own ?? []).filter(({ name }) => wanted.has(same(name))))
  const run: Run = (from, to) => {
    for (let at = from; at < to; at++) {
      let seen = 0
      for (const code of named) seen |= 1 << (code[at] ?? NO_DATA)
      codes[at] = (seen & (1 << NOT_MET)) !== 0 ? MET : seen >> NO_DATA !== 0 ? NO_DATA : NOT_MET
    }
  }
  return named.length === 0 ? noThreshold(rule, codes) : { rule, codes, run, parts: [] }
}

/** Makes a rule ready for the units. */
export const bindRule = (within: RuleScope, rule: Rule): BoundRule => {
  const { scope, own } = within
  const codes = scope.newCodes()
  const bind = (inner: Rule): BoundRule => bindRule(within, inner)
  switch (rule.op) {
    case ">=":
    case ">":
    case "<=":
    case "<":
    case "=": {
      const measure = bindMeasure(scope, own, rule.measure)
      const threshold = bindThreshold(scope, rule.threshold)
      const run = compareInto(codes, rule.op, measure, threshold)
      return { rule, codes, run, parts: [], compared: { op: rule.op, measure, threshold } }
    }
    case "between": {
      const { high, highExclusive, low, measure } = rule
      const ends: ReadonlyArray<Rule> = [
        { op: ">=", measure, threshold: low },
        { op: highExclusive ? "<" : "<=", measure, threshold: high }
      ]
      const parts = ends.map(bind)
      return composed(rule, codes, parts, combine(codes, codesOf(parts), ALL))
    }
    case "attested":
      return attested(rule, codes, bindColumn(scope, { of: "input", input: rule.input }, rule.maxAgeDays))
    case "all":
    case "any": {
      const parts = rule.rules.map(bind)
      return composed(rule, codes, parts, combine(codes, codesOf(parts), rule.op === "all" ? ALL : ANY))
    }
    case "atLeast": {
      const parts = rule.rules.map(bind)
      return composed(rule, codes, parts, atLeast(codes, codesOf(parts), rule.count))
    }
    case "when": {
      const otherwise = rule.otherwise === null ? null : bind(rule.otherwise)
      return conditional(rule, codes, truthIn(scope, rule.condition), bind(rule.rule), otherwise)
    }
    case "eachSex": {
      const parts = eachSexOf(rule.rule).map(bind)
      return composed(rule, codes, parts, combine(codes, codesOf(parts), ALL))
    }
    case "holds": {
      const title = { ...rule, revalidate: false }
      const held = bindColumn(scope, { of: "held", tier: rule.tier, set: rule.set }, undefined)
      if (!rule.revalidate) return attested(rule, codes, held)
      const sets = scope.program.sets.map(({ set }) => set)
      const still = otherSet(scope, rule, scope.newCodes(), revalidatedSet(rule, sets) ?? "", null)
      const parts = [attested(title, scope.newCodes(), held), still]
      return composed(rule, codes, parts, combine(codes, codesOf(parts), ALL))
    }
    case "criterionMet":
      return otherSet(scope, rule, codes, rule.set, rule.criterion)
    case "criterionLost":
      return criterionLost(rule, codes, own)
    case "allCriteria":
      return own === null
        ? noThreshold(rule, codes)
        : { rule, codes, run: combine(codes, codesOf(own), ALL), parts: [] }
  }
}
