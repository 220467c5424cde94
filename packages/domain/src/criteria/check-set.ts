import type { Bilingual } from "../values/index.ts"
import type { CriteriaSet } from "./criteria-set.ts"

/** Something wrong in a set, or odd about it: where in it (JSON pointer), and why. */
export interface SetProblem {
  readonly path: string
  readonly message: Bilingual
  /** Warnings do not keep a set from being used. */
  readonly severity: "error" | "warning"
}

/** Takes down a problem. */
export type Tell = (path: string, vi: string, en: string) => void

/** Codes and numbers that stand twice; "5.?" says that a number is not known, and may. */
export const checkCodes = (set: CriteriaSet, tell: Tell): void => {
  const once = (names: ReadonlyArray<readonly [path: string, name: string]>) => {
    const first = new Map<string, string>()
    for (const [path, name] of names) {
      const earlier = first.get(name)
      if (earlier === undefined) first.set(name, path)
      else tell(path, `“${name}” đã dùng ở ${earlier}`, `“${name}” is already used at ${earlier}`)
    }
  }
  once(set.criteria.map(({ no }, index) => [`/criteria/${index}/no`, String(no)]))
  const lines = [
    ...set.conditions.map(({ code }, index) => [`/conditions/${index}/code`, code] as const),
    ...set.criteria.flatMap(({ indicators }, outer) =>
      indicators.map(({ code }, inner) => [`/criteria/${outer}/indicators/${inner}/code`, code] as const)
    )
  ]
  once(lines.filter(([, code]) => !code.endsWith("?")))
}

/** Everything that keeps a set from being used, and what is odd about it, in the order of the set. */
export const checkSet = (set: CriteriaSet): ReadonlyArray<SetProblem> => {
  const problems: Array<SetProblem> = []
  checkCodes(set, (path, vi, en) => problems.push({ path, message: { vi, en }, severity: "error" }))
  return problems
}
