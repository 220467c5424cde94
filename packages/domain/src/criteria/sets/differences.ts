import type { CriteriaSet } from "./criteria-set.ts"
import type { InputKey } from "../rules/condition.ts"
import type { Confidence, Indicator } from "./indicator.ts"
import { partsOf } from "../rules/rule-parts.ts"
import type { Rule } from "../rules/rule.ts"
import type { CriteriaSetId } from "./set-id.ts"
import { stricterRule } from "./stricter.ts"

/** A line of one of two sets that are compared. */
export interface ComparedLine {
  /** Number of its criterion; null for a condition of the set. */
  readonly criterion: number | null
  readonly code: string
  readonly name: string
  readonly unit: string | null
  readonly rule: Rule | null
  readonly confidence: Confidence
}

/**
 * What the second set makes of a line of the first: asks for as much, more, less; for something that cannot be held against it;
 * or the number of one of them is not known.
 */
export type DifferenceKind = "same" | "stricter" | "looser" | "notComparable" | "unknown"

/** Two lines that read the same value. */
export interface PairedLines {
  readonly input: InputKey
  readonly is: DifferenceKind
  readonly from: ComparedLine
  readonly to: ComparedLine
}

/** What changes for a unit when one set takes the place of another. */
export interface SetDifferences {
  readonly from: CriteriaSetId
  readonly to: CriteriaSetId
  readonly paired: ReadonlyArray<PairedLines>
  readonly onlyFrom: ReadonlyArray<ComparedLine>
  readonly onlyTo: ReadonlyArray<ComparedLine>
  /** Names of criteria, in the order of their sets. Numbers of criteria never join two sets. */
  readonly criteriaOnlyFrom: ReadonlyArray<string>
  readonly criteriaOnlyTo: ReadonlyArray<string>
}

interface Line {
  readonly criterion: number | null
  readonly indicator: Indicator
}

const linesOf = (set: CriteriaSet): ReadonlyArray<Line> => [
  ...set.conditions.map((indicator) => ({ criterion: null, indicator })),
  ...set.criteria.flatMap(({ indicators, no }) => indicators.map((indicator) => ({ criterion: no, indicator })))
]

const shown = ({ criterion, indicator: { code, confidence, name, rule, unit } }: Line): ComparedLine => ({
  criterion,
  code,
  name,
  unit,
  rule,
  confidence
})

const isUnknown = (rule: Rule | null): boolean =>
  rule === null || partsOf(rule).thresholds.some((one) => "rows" in one && one.rows.length === 0)

const kindOf = (from: Indicator, to: Indicator): DifferenceKind => {
  if (isUnknown(from.rule) || isUnknown(to.rule)) return "unknown"
  const tighter = stricterRule(from.rule, to.rule).is === "asStrict"
  const wider = stricterRule(to.rule, from.rule).is === "asStrict"
  if (tighter) return wider ? "same" : "stricter"
  return wider ? "looser" : "notComparable"
}

/**
 * What `to` asks for beside `from`: lines that read the same value, and those that only one of them has.
 *
 * **Details** Lines are paired by the value that they read, never by number or name. Give both as of a day (`setOn`): otherwise
 * their rules are those that each set states.
 */
export const differences = (from: CriteriaSet, to: CriteriaSet): SetDifferences => {
  const left = linesOf(from)
  const right = linesOf(to)
  const free = new Set(right)
  const paired = left.flatMap((line): ReadonlyArray<readonly [Line, Line]> => {
    const other = [...free].find(({ indicator }) => indicator.input === line.indicator.input)
    if (other === undefined) return []
    free.delete(other)
    return [[line, other]]
  })
  const taken = new Set(paired.map(([line]) => line))
  const names = (set: CriteriaSet) => new Set(set.criteria.map(({ name }) => name))
  const [before, after] = [names(from), names(to)]
  return {
    from: from.id,
    to: to.id,
    paired: paired.map(([a, b]) => ({
      input: a.indicator.input,
      is: kindOf(a.indicator, b.indicator),
      from: shown(a),
      to: shown(b)
    })),
    onlyFrom: left.filter((line) => !taken.has(line)).map(shown),
    onlyTo: right.filter((line) => free.has(line)).map(shown),
    criteriaOnlyFrom: [...before].filter((name) => !after.has(name)),
    criteriaOnlyTo: [...after].filter((name) => !before.has(name))
  }
}
