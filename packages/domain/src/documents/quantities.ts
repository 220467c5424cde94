import type { Report } from "./report.ts"
import { comparableOrDoubt, doubtSameness, restate } from "./relations.ts"
import type { FigureStatement } from "./statement.ts"

const width = (statement: FigureStatement): bigint => statement.claim.hi - statement.claim.lo

/**
 * The statement that the others are held against: the one that most of them agree with; of those, the one printed most
 * precisely; of those, the first.
 */
const leaderOf = (group: readonly [FigureStatement, ...ReadonlyArray<FigureStatement>]): FigureStatement => {
  let leader = group[0]
  let most = -1
  for (const candidate of group) {
    const agreeing = group.reduce((count, other) => count + (restate(candidate, other) ? 1 : 0), 0)
    if (agreeing > most || (agreeing === most && width(candidate) < width(leader))) {
      leader = candidate
      most = agreeing
    }
  }
  return leader
}

const byQuantity = (statements: Iterable<FigureStatement>): ReadonlyMap<string, [FigureStatement, ...Array<FigureStatement>]> => {
  const groups = new Map<string, [FigureStatement, ...Array<FigureStatement>]>()
  for (const statement of statements) {
    const { quantity } = statement.figure
    if (quantity === null) continue
    const group = groups.get(quantity)
    if (group === undefined) groups.set(quantity, [statement])
    else group.push(statement)
  }
  return groups
}

/**
 * Figures that share a `quantity`, in one document or several, state one quantity and must agree.
 *
 * **Details** One finding for each distinct value that disagrees with the leading statement, naming every place that
 * prints it.
 */
export const checkQuantities = (report: Report, statements: Iterable<FigureStatement>): void => {
  for (const group of byQuantity(statements).values()) {
    if (group.length < 2) continue
    const leader = leaderOf(group)
    const doubted = new Map<string, [FigureStatement, ...Array<FigureStatement>]>()
    for (const statement of group) {
      if (statement === leader || !comparableOrDoubt(report, statement, leader)) continue
      if (restate(statement, leader)) {
        report.holds()
        continue
      }
      const key = `${statement.value} ${statement.unit}`
      const same = doubted.get(key)
      if (same === undefined) doubted.set(key, [statement])
      else same.push(statement)
    }
    for (const [first, ...more] of doubted.values()) {
      doubtSameness(report, "sameQuantity", first, [leader, ...more], leader.figure.label)
    }
  }
}
