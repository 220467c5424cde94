import { roundedClaim } from "./claim.ts"
import type { Report } from "./report.ts"
import { comparableOrDoubt, doubtSameness, restate } from "./relations.ts"
import type { FigureStatement } from "./statement.ts"

const width = ({ claim }: FigureStatement): bigint => claim.hi - claim.lo

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many of the sorted numbers lie below `limit`. */
const below = (sorted: ReadonlyArray<bigint>, limit: bigint): number => {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? limit) < limit) from = middle + 1
    else to = middle
  }
  return from
}

/** Whether `a` leads rather than `b`, of two that as many statements agree with. Never by their order in the file. */
const ahead = (a: FigureStatement, b: FigureStatement): boolean => {
  const [mine, other] = [width(a), width(b)]
  if (mine !== other) return mine < other
  return a.document.id === b.document.id ? a.figure.id < b.figure.id : a.document.id < b.document.id
}

/**
 * The statement that the others are held against: the one that most of them agree with; of those, the one printed most
 * precisely; of those, the first by document and id.
 *
 * **Details** Agreement is counted on sorted ends (those that neither end before it nor begin after it), so that a
 * quantity stated a hundred thousand times takes no longer than its sorting.
 */
const leaderOf = (group: readonly [FigureStatement, ...ReadonlyArray<FigureStatement>]): FigureStatement => {
  const claims = group.map(({ claim, measure }) => roundedClaim(claim, measure))
  const starts = claims.map(({ lo }) => lo).toSorted(ascending)
  const ends = claims.map(({ hi }) => hi).toSorted(ascending)
  let leader = group[0]
  let most = -1
  group.forEach((candidate, index) => {
    const claim = claims[index] ?? candidate.claim
    const agreeing = below(starts, claim.hi + 1n) - below(ends, claim.lo)
    if (agreeing > most || (agreeing === most && ahead(candidate, leader))) {
      leader = candidate
      most = agreeing
    }
  })
  return leader
}

const byQuantity = (
  statements: Iterable<FigureStatement>
): ReadonlyMap<string, [FigureStatement, ...Array<FigureStatement>]> => {
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
