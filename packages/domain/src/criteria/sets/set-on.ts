import { addDays, type Day } from "../../values/index.ts"
import type { Amendment, AmendmentChange } from "./amendment.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import type { Criterion, Indicator } from "./indicator.ts"
import { betterOf } from "../rules/rule-parts.ts"

/** The indicator or condition of that code, or undefined. */
export const indicatorOf = (set: Pick<CriteriaSet, "conditions" | "criteria">, code: string): Indicator | undefined =>
  set.conditions.find((one) => one.code === code) ??
  set.criteria.flatMap(({ indicators }) => indicators).find((one) => one.code === code)

/** The version in force on the day. Before the first one the first holds: a decision counts from the start of its period. */
const inForce = (indicator: Indicator, day: Day): Indicator => {
  const [first] = indicator.versions
  const version =
    indicator.versions.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to)) ?? first
  if (version === undefined) return indicator
  const { from, to, legalBasis, confidence, rule } = version
  return {
    ...indicator,
    name: version.name ?? indicator.name,
    rule,
    better: betterOf(rule),
    confidence,
    // Regions are missing from the rule that the set states, not from another.
    missing: JSON.stringify(rule) === JSON.stringify(indicator.rule) ? indicator.missing : [],
    legalBasis,
    from,
    to,
    versions: []
  }
}

interface Lines {
  readonly conditions: ReadonlyArray<Indicator>
  readonly criteria: ReadonlyArray<Criterion>
}

const everyIndicator = (lines: Lines, to: (list: ReadonlyArray<Indicator>) => ReadonlyArray<Indicator>): Lines => ({
  conditions: to(lines.conditions),
  criteria: lines.criteria.map((criterion) => ({ ...criterion, indicators: to(criterion.indicators) }))
})

/** A line that a later version already changed is no longer touched by an earlier decision. */
const changed = (lines: Lines, code: string, by: Amendment, to: (before: Indicator) => Indicator): Lines =>
  everyIndicator(lines, (list) =>
    list.map((one) =>
      one.code !== code || (one.from !== null && one.from > by.from)
        ? one
        : { ...to(one), legalBasis: by.number, from: by.from, versions: [] }
    )
  )

const replaced = (before: Indicator, change: Extract<AmendmentChange, { readonly change: "replace" }>): Indicator => ({
  ...before,
  name: change.name ?? before.name,
  measure: change.measure ?? before.measure,
  unit: change.unit ?? before.unit,
  rule: change.rule,
  better: betterOf(change.rule),
  appliesWhen: change.appliesWhen ?? before.appliesWhen,
  leadAgency: change.leadAgency ?? before.leadAgency,
  evidence: change.evidence ?? before.evidence,
  note: change.note ?? before.note,
  confidence: change.confidence,
  missing: []
})

const worked = (lines: Lines, by: Amendment, change: AmendmentChange): Lines => {
  switch (change.change) {
    case "addCriterion":
      return {
        ...lines,
        criteria: [...lines.criteria.filter(({ no }) => no !== change.criterion.no), change.criterion]
      }
    case "dropCriterion":
      return { ...lines, criteria: lines.criteria.filter(({ no }) => no !== change.no) }
    case "rewordCriterion":
      return {
        ...lines,
        criteria: lines.criteria.map((one) => (one.no === change.no ? { ...one, name: change.name } : one))
      }
    case "add": {
      const indicator = { ...change.indicator, legalBasis: by.number, from: by.from }
      const without = everyIndicator(lines, (list) => list.filter(({ code }) => code !== indicator.code))
      if (change.criterion === null) return { ...without, conditions: [...without.conditions, indicator] }
      const criteria = without.criteria.map((one) =>
        one.no === change.criterion ? { ...one, indicators: [...one.indicators, indicator] } : one
      )
      return { ...without, criteria }
    }
    case "drop":
      return everyIndicator(lines, (list) => list.filter(({ code }) => code !== change.code))
    case "reword":
      return changed(lines, change.code, by, (before) => ({ ...before, name: change.name }))
    case "replace":
      return changed(lines, change.code, by, (before) => replaced(before, change))
    case "mention":
      return lines
  }
}

/** The code that a change is about; null where it is about a criterion. */
export const codeOf = (change: AmendmentChange): string | null => {
  switch (change.change) {
    case "add":
      return change.indicator.code
    case "drop":
    case "reword":
    case "replace":
    case "mention":
      return change.code
    default:
      return null
  }
}

/** Orders decisions by the day from which they hold; where two begin on one day, by their own day and number. */
export const inOrder = (amendments: ReadonlyArray<Amendment>): ReadonlyArray<Amendment> => {
  const key = ({ from, issuedOn, number }: Amendment) => `${from} ${issuedOn ?? from} ${number}`
  return amendments.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** A line's last day in force: the end of its version, or the day before the next decision that changes it. */
const ending = (indicator: Indicator, later: ReadonlyArray<Amendment>): Indicator => {
  const next = later.find(({ changes }) =>
    changes.some((change) => change.change !== "mention" && codeOf(change) === indicator.code)
  )
  const end = next === undefined ? null : addDays(next.from, -1)
  return end === null || (indicator.to !== null && indicator.to < end) ? indicator : { ...indicator, to: end }
}

/**
 * The set as in force on a day: versions chosen, decisions that hold by then worked in, in the order of their days.
 *
 * **Details** The result has `asOf`, and neither versions nor amendments: an assessment that keeps it is not touched by later
 * decisions. In which order amendments were loaded does not matter. A set that is already of a day is given back as it is.
 */
export const setOn = (set: CriteriaSet, day: Day): CriteriaSet => {
  if (set.asOf !== null) return set
  const ordered = inOrder(set.amendments)
  const later = ordered.filter(({ from }) => from > day)
  const lines = ordered
    .filter(({ from }) => from <= day)
    .flatMap((by) => by.changes.map((change) => ({ by, change })))
    .reduce<Lines>(
      (before, { by, change }) => worked(before, by, change),
      everyIndicator(set, (list) => list.map((one) => inForce(one, day)))
    )
  const { conditions, criteria } = everyIndicator(lines, (list) => list.map((one) => ending(one, later)))
  return { ...set, conditions, criteria, amendments: [], asOf: day }
}
