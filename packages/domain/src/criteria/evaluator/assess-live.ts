import { assess, type Assessment, verdictOf } from "./assess.ts"
import type { Columns } from "./columns.ts"
import { type Change, withOwn, writeInto } from "./columns-change.ts"
import type { Program } from "./compile.ts"
import type { BoundLine, BoundSet, Run } from "./kernels-bound.ts"
import { countUnit, type Grouping, type Tally, tallyOf } from "./rollup-tallies.ts"
import type { Verdict } from "../rules/verdict.ts"

/** What a changed value did to a unit: under a set as a whole (`criterion` null), or to one of its criteria. */
export interface VerdictChange {
  readonly set: string
  readonly criterion: number | null
  readonly before: Verdict
  readonly after: Verdict
}

/** An assessment that is kept up to date, value by value, with its tallies. */
export interface LiveAssessment {
  readonly assessment: Assessment
  /** One for each grouping. */
  readonly tallies: ReadonlyArray<Tally>
  /** Puts a value in place, judges what rests on it again and adjusts the tallies; answers what changed. */
  readonly change: (change: Change) => ReadonlyArray<VerdictChange>
}

/** What of a set rests on one column. */
interface Affected {
  readonly bound: BoundSet
  readonly runs: ReadonlyArray<Run>
  readonly gates: ReadonlyArray<BoundLine>
}

const restingOn = (bound: BoundSet, key: string): Affected | null => {
  const lines = bound.lines.filter(({ source }) => source.columns.has(key))
  const gates = bound.gates.filter(({ source }) => source.columns.has(key))
  if (lines.length === 0 && gates.length === 0) return null
  const criteria = bound.criteria.filter((_, place) => lines.some(({ criterion }) => criterion === place))
  const whole = lines.length === 0 ? [] : [bound.countMet, bound.run]
  return { bound, runs: [bound.move, ...[...lines, ...criteria].map(({ run }) => run), ...whole], gates }
}

/** Verdicts of one unit: of the set, then of each criterion. */
const snapshot = ({ codes, criteria }: BoundSet, at: number): ReadonlyArray<number> => [
  codes[at] ?? 0,
  ...criteria.map((criterion) => criterion.codes[at] ?? 0)
]

/**
 * Judges all units and keeps the verdicts, and their tallies by group, up to date.
 *
 * **Details** The columns given are copied: changes are written to the copy. A change judges one unit, and of it the lines that
 * rest on the changed column, with the sets that rest on those. Tallies stay equal to what `tallyOf` would count.
 * **Gotchas** What the units are (regions, types, attributes) does not change here: assess anew.
 */
export const keepAssessed = (
  program: Program,
  columns: Columns,
  groupings: ReadonlyArray<Grouping>
): LiveAssessment => {
  const own = withOwn(columns, program.columns.keys())
  const assessment = assess(program, own)
  const tallies = groupings.map((grouping) => tallyOf(assessment, grouping))
  const affected = new Map(
    Array.from(program.columns.keys(), (key) => [
      key,
      assessment.sets.map((bound) => restingOn(bound, key)).filter((one) => one !== null)
    ])
  )
  const change = ({ at, column: key, ...value }: Change): ReadonlyArray<VerdictChange> => {
    const column = own.values.get(key)
    const sets = affected.get(key)
    if (column === undefined || sets === undefined || at < 0 || at >= own.size) return []
    const before = sets.map(({ bound }) => snapshot(bound, at))
    for (const tally of tallies) countUnit(assessment, tally, at, -1)
    writeInto(column, { at, ...value })
    for (const { bound, gates, runs } of sets) {
      for (const run of runs) run(at, at + 1)
      for (const gate of gates) gate.run(at, at + 1)
      bound.runGrant(at, at + 1)
    }
    for (const tally of tallies) countUnit(assessment, tally, at, 1)
    return sets.flatMap(({ bound }, place) =>
      snapshot(bound, at).flatMap((after, criterion) => {
        const then = before[place]?.[criterion]
        if (then === after) return []
        const no = criterion === 0 ? null : (bound.criteria[criterion - 1]?.no ?? null)
        return [{ set: bound.set.id, criterion: no, before: verdictOf(then), after: verdictOf(after) }]
      })
    )
  }
  return { assessment, tallies, change }
}
