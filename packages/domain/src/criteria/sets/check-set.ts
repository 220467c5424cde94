import type { Bilingual } from "../../values/index.ts"
import { checkAmendments } from "./check-set-amendments.ts"
import { checkNumbers, type Tell } from "./check-set-numbers.ts"
import { checkSense } from "./check-set-sense.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import type { Indicator } from "./indicator.ts"
import type { Rule } from "../rules/rule.ts"

/** Something wrong in a set, or odd about it: where in it (JSON pointer), and why. */
export interface SetProblem {
  readonly path: string
  readonly message: Bilingual
  /** Warnings do not keep a set from being used. */
  readonly severity: "error" | "warning"
}

interface Placed<A> {
  readonly path: string
  readonly of: A
}

const linesOf = (set: CriteriaSet): ReadonlyArray<Placed<Indicator>> => [
  ...set.conditions.map((of, index) => ({ path: `/conditions/${index}`, of })),
  ...set.criteria.flatMap(({ indicators }, outer) =>
    indicators.map((of, inner) => ({ path: `/criteria/${outer}/indicators/${inner}`, of }))
  )
]

/** A rule with the unit of the line that it stands in; null where it is no line's, or the line names none. */
interface PlacedRule extends Placed<Rule> {
  readonly unit: string | null
}

const rulesOfLine = ({ of, path }: Placed<Indicator>): ReadonlyArray<PlacedRule> => {
  const { unit } = of
  return [
    ...(of.rule === null ? [] : [{ path: `${path}/rule`, of: of.rule, unit }]),
    ...of.versions.flatMap(({ rule }) =>
      rule === null || JSON.stringify(rule) === JSON.stringify(of.rule)
        ? []
        : [{ path: `${path}/versions`, of: rule, unit }]
    )
  ]
}

/** Every rule of a set, with where it stands: of its lines, of the decisions that change it, of recognition. */
export const rulesIn = (set: CriteriaSet): ReadonlyArray<PlacedRule> => [
  ...linesOf(set).flatMap(rulesOfLine),
  ...set.amendments.flatMap(({ changes }, outer) =>
    changes.flatMap((change, inner) => {
      const path = `/amendments/${outer}/changes/${inner}`
      if (change.change === "replace") return [{ path: `${path}/rule`, of: change.rule, unit: null }]
      if (change.change === "add") return rulesOfLine({ path: `${path}/add`, of: change.indicator })
      if (change.change !== "addCriterion") return []
      return change.criterion.indicators.flatMap((of, index) =>
        rulesOfLine({ path: `${path}/addCriterion/indicators/${index}`, of })
      )
    })
  ),
  ...set.recognition.grant.map(({ rule }, index) => ({
    path: `/recognition/grant/${index}/rule`,
    of: rule,
    unit: null
  })),
  ...(set.recognition.withdraw === null
    ? []
    : [{ path: "/recognition/withdraw", of: set.recognition.withdraw, unit: null }])
]

/** Codes and numbers that stand twice; "5.?" says that a number is not known, and may. */
const checkCodes = (set: CriteriaSet, tell: Tell): void => {
  const once = (names: ReadonlyArray<readonly [path: string, name: string]>) => {
    const first = new Map<string, string>()
    for (const [path, name] of names) {
      const earlier = first.get(name)
      if (earlier === undefined) first.set(name, path)
      else tell(path, `“${name}” đã dùng ở ${earlier}`, `“${name}” is already used at ${earlier}`)
    }
  }
  once(set.criteria.map(({ no }, index) => [`/criteria/${index}/no`, String(no)]))
  once(linesOf(set).flatMap(({ of, path }) => (of.code.endsWith("?") ? [] : [[`${path}/code`, of.code] as const])))
}

/**
 * Everything that keeps a set from being used, and what is odd about it.
 *
 * **Details** Codes that stand twice, numbers in the wrong unit, rules that can never be met (and, as a remark, those that
 * always are), decisions that contradict each other. What it says of other sets `checkLinks` looks at.
 */
export const checkSet = (set: CriteriaSet): ReadonlyArray<SetProblem> => {
  const problems: Array<SetProblem> = []
  const told = new Set<string>()
  const teller =
    (severity: SetProblem["severity"]): Tell =>
    (path, vi, en) => {
      if (told.has(path + vi)) return
      told.add(path + vi)
      problems.push({ path, message: { vi, en }, severity })
    }
  const refuse = teller("error")
  checkCodes(set, refuse)
  for (const { of, path, unit } of rulesIn(set)) {
    const before = problems.length
    checkNumbers(set, of, unit, path, refuse)
    // A number in the wrong unit is also one that nothing can meet.
    if (problems.length === before) checkSense(set, of, path, { refuse, remark: teller("warning") })
  }
  checkAmendments(set, refuse)
  return problems
}
