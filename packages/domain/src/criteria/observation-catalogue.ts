import type { Condition, InputKey } from "./condition.ts"
import { InputKey as Key } from "./condition.ts"
import type { Measure } from "./measure.ts"
import type { InputCatalogue, InputKind, InputSpec } from "./observation-input.ts"
import { inputKindOf } from "./observation-input.ts"
import type { Rule } from "./rule.ts"
import type { Threshold } from "./threshold.ts"

/** A line of a criteria set, as far as its inputs are concerned. */
export interface AskingLine {
  readonly rule: Rule
  readonly name: string
  /** In which the line measures: "% hộ". */
  readonly unit: string | null
  /** The agency in charge, where the set names one. */
  readonly agency: string | null
}

/** Told of every input of a rule; `measured` ones are in the unit of the line. */
type See = (input: InputKey, how: "attested" | "measured" | "other") => void

const seeCondition = (condition: Condition, see: See): void => {
  switch (condition.if) {
    case "stated":
      return see(condition.input, "attested")
    case "value":
      return see(condition.input, "other")
    case "all":
    case "any":
      return condition.of.forEach((each) => seeCondition(each, see))
    case "not":
      return seeCondition(condition.of, see)
    default:
  }
}

const seeMeasure = (measure: Measure, see: See): void => {
  switch (measure.of) {
    case "input":
    case "window":
    case "leastBelow":
      return see(measure.input, "measured")
    case "ratio": {
      // Its parts are in units of their own: only the quotient is in the line's.
      const apart: See = (input, how) => see(input, how === "measured" ? "other" : how)
      seeMeasure(measure.part, apart)
      return seeMeasure(measure.whole, apart)
    }
    default:
  }
}

const seeThreshold = (threshold: Threshold, see: See): void => {
  if (!("rows" in threshold)) return
  for (const { when } of threshold.rows) if (when !== null) seeCondition(when, see)
}

const seeRule = (rule: Rule, see: See): void => {
  switch (rule.op) {
    case "attested":
      return see(rule.input, "attested")
    case "between":
      seeThreshold(rule.low, see)
      seeThreshold(rule.high, see)
      return seeMeasure(rule.measure, see)
    case "all":
    case "any":
    case "atLeast":
      return rule.rules.forEach((each) => seeRule(each, see))
    case "when":
      seeCondition(rule.condition, see)
      seeRule(rule.rule, see)
      if (rule.otherwise !== null) seeRule(rule.otherwise, see)
      return
    case "eachSex":
      return seeRule(rule.rule, (input, how) => {
        see(Key.make(`${input}/men`), how)
        see(Key.make(`${input}/women`), how)
      })
    case "holds":
    case "criterionMet":
    case "criterionLost":
    case "allCriteria":
      return
    default:
      seeThreshold(rule.threshold, see)
      return seeMeasure(rule.measure, see)
  }
}

/** What two lines ask of one input together: where they differ, whatever fits either. */
const together = (a: InputSpec, b: InputSpec): InputSpec => ({
  ...a,
  kind: a.kind === b.kind ? a.kind : "amount",
  unit: a.unit ?? b.unit,
  agencies: [...new Set([...a.agencies, ...b.agencies])]
})

/**
 * Every input that these lines ask for, in the order in which they first do.
 *
 * **Details** A value is read in the unit of its line; parts of a ratio and values that only conditions ask for are any
 * amount. Where lines of several sets ask for one input, its name is that of the first.
 */
export const catalogueOf = (lines: Iterable<AskingLine>): InputCatalogue => {
  const catalogue = new Map<InputKey, InputSpec>()
  for (const { rule, name, unit, agency } of lines)
    seeRule(rule, (key, how) => {
      const kind: InputKind = how === "attested" ? "attestation" : how === "measured" ? inputKindOf(unit) : "amount"
      const spec = {
        key,
        kind,
        unit: how === "measured" ? unit : null,
        name,
        agencies: agency === null ? [] : [agency]
      }
      const known = catalogue.get(key)
      catalogue.set(key, known === undefined ? spec : together(known, spec))
    })
  return catalogue
}
