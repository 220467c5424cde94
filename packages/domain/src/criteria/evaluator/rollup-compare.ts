import { type Assessment, assessedSet, verdictOf } from "./assess.ts"
import type { BoundLine, BoundSet } from "./kernels-bound.ts"
import { counts } from "./kernels-combine.ts"
import { NO_DATA, NO_THRESHOLD, NOT_MET, type Verdict } from "../rules/verdict.ts"

/** Lines of two sets that ask for the same: codes, which of one set say nothing about the other. */
export interface PairedLine {
  readonly from: string
  readonly to: string
}

/** What one unit loses and gains when one set takes the place of another on the same facts. */
export interface SetSwitch {
  readonly unit: number
  readonly before: Verdict
  readonly after: Verdict
  /** Met under the old, failed under the new; and the other way round. */
  readonly lost: ReadonlyArray<PairedLine>
  readonly gained: ReadonlyArray<PairedLine>
  /** Lines that only the new set has and the unit fails. */
  readonly newlyFailed: ReadonlyArray<string>
  /** Lines of the new set of which it is not known whether the unit meets them. */
  readonly open: ReadonlyArray<string>
}

export interface SetComparison {
  readonly from: string
  readonly to: string
  readonly paired: ReadonlyArray<PairedLine>
  /** Lines that only one of the sets has. */
  readonly dropped: ReadonlyArray<string>
  readonly added: ReadonlyArray<string>
  readonly units: ReadonlyArray<SetSwitch>
}

/** What a line reads of its unit; region overrides of the set are no part of what it asks for. */
const asked = (line: BoundLine, bound: BoundSet): ReadonlySet<string> => {
  const shared = new Set(bound.lines.flatMap(({ source }) => [...source.columns]))
  for (const { source } of bound.lines) for (const key of shared) if (!source.columns.has(key)) shared.delete(key)
  const own = [...line.source.columns]
  return new Set(bound.lines.length < 2 ? own : own.filter((key) => !shared.has(key)))
}

/**
 * What units lose and gain when the set `to` replaces the set `from`, both assessed on the same facts.
 *
 * **Details** Numbers of criteria and codes are never joined, since sets number as they like: lines are paired by what they ask
 * to be reported. A line of the new set is paired with the first of the old that asks for most of the same.
 * Null where one of the sets was not assessed.
 */
export const compareSets = (
  assessment: Assessment,
  from: string,
  to: string,
  places: ReadonlyArray<number>
): SetComparison | null => {
  const [old, next] = [assessedSet(assessment, from), assessedSet(assessment, to)]
  if (old === undefined || next === undefined) return null
  const [before, after] = [old, next].map((bound) =>
    bound.lines.filter(({ place }) => place !== "requires").map((line) => ({ line, keys: asked(line, bound) }))
  )
  const pairs = (after ?? []).flatMap(({ keys, line }) => {
    const shares = (before ?? []).map((one) => ({
      line: one.line,
      shared: [...one.keys].filter((key) => keys.has(key)).length
    }))
    const most = Math.max(0, ...shares.map(({ shared }) => shared))
    const best = most === 0 ? undefined : shares.find(({ shared }) => shared === most)
    return best === undefined ? [] : [{ from: best.line, to: line }]
  })
  const codes = ({ from, to }: { readonly from: BoundLine; readonly to: BoundLine }) => ({
    from: from.code,
    to: to.code
  })
  const alone = (all: ReadonlyArray<{ readonly line: BoundLine }> | undefined, paired: ReadonlyArray<BoundLine>) =>
    (all ?? []).filter(({ line }) => !paired.includes(line)).map(({ line }) => line)
  const added = alone(
    after,
    pairs.map((pair) => pair.to)
  )
  const dropped = alone(
    before,
    pairs.map((pair) => pair.from)
  )
  const ok = (line: BoundLine, at: number): boolean => counts(line.codes[at] ?? NOT_MET) === 1
  const fails = (line: BoundLine, at: number): boolean => line.codes[at] === NOT_MET
  const isOpen = (line: BoundLine, at: number): boolean => line.codes[at] === NO_DATA || line.codes[at] === NO_THRESHOLD
  return {
    from,
    to,
    paired: pairs.map(codes),
    dropped: dropped.map(({ code }) => code),
    added: added.map(({ code }) => code),
    units: places.map((at) => ({
      unit: assessment.columns.units[at] ?? -1,
      before: verdictOf(old.codes[at]),
      after: verdictOf(next.codes[at]),
      lost: pairs.filter((pair) => ok(pair.from, at) && fails(pair.to, at)).map(codes),
      gained: pairs.filter((pair) => fails(pair.from, at) && ok(pair.to, at)).map(codes),
      newlyFailed: added.filter((line) => fails(line, at)).map(({ code }) => code),
      open: (after ?? []).filter(({ line }) => isOpen(line, at)).map(({ line }) => line.code)
    }))
  }
}
