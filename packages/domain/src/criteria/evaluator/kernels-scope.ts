import { dayNumber } from "../../values/index.ts"
import { type Columns, NO, YES } from "./columns.ts"
import type { AssessableSet } from "./assessable.ts"
import type { Program } from "./compile.ts"
import { type BoundSet, type Regions, type Scope, type Truth, VALUES } from "./kernels-bound.ts"
import { bindTruth } from "./kernels-truth.ts"

/** A condition within the set: its regions are the set's. */
export const truthIn = (scope: Scope, condition: Truth["condition"]): Truth =>
  bindTruth(condition, scope.columns, scope.regions, scope.truths)

/** Columns of codes that are cut from one piece of memory. */
const PIECE = 64

const codesFor = (size: number): (() => Uint8Array) => {
  let piece = new Uint8Array()
  let used = 0
  return () => {
    if (used + size > piece.length) {
      piece = new Uint8Array(size * PIECE)
      used = 0
    }
    used += size
    return piece.subarray(used - size, used)
  }
}

interface Override {
  readonly truth: Truth
  readonly place: number
  readonly region: string
}

/** The place of the region of one unit; −1 where what is unknown would make a difference. */
const regionAt = (overrides: ReadonlyArray<Override>, at: number, own: number): number => {
  // Mostly no override concerns a unit, or there is one.
  const [first] = overrides
  if (overrides.length === 1 && first !== undefined) {
    const code = first.truth.codes[at]
    return code === NO ? own : code === YES || first.place === own ? first.place : -1
  }
  let found: number | null = null
  for (const { truth, place } of overrides) {
    const code = truth.codes[at]
    if (code === NO) continue
    if (found !== null && found !== place) return -1
    found = place
    if (code === YES) return found
  }
  return found === null || found === own ? own : -1
}

/**
 * The scope of a set.
 *
 * **Details** The first override that holds decides a unit's region. One that is not known leaves the region unknown, unless
 * it would give the same.
 */
export const scopeOf = (
  program: Program,
  set: AssessableSet,
  columns: Columns,
  others: ReadonlyMap<string, BoundSet>
): Scope => {
  const { profile, size } = columns
  const names = [...new Set([...profile.regions, ...set.regionOverrides.map(({ region }) => region)])]
  const own: Regions = { names: profile.regions, region: profile.region, move: false }
  const truths = new Map<string, Truth>()
  const overrides = set.regionOverrides.map(({ when, region }) => ({
    truth: bindTruth(when, columns, own, truths),
    place: names.indexOf(region),
    region
  }))
  const region = profile.region.slice()
  const decide = (from: number, to: number): boolean => {
    for (const truth of truths.values()) if (truth.rests === VALUES) truth.run(from, to)
    let changed = false
    for (let at = from; at < to; at++) {
      const next = regionAt(overrides, at, profile.region[at] ?? -1)
      if (next !== region[at]) changed = true
      region[at] = next
    }
    return changed
  }
  if (overrides.length > 0) decide(0, size)
  const move = overrides.some(({ truth }) => truth.rests === VALUES)
  return {
    program,
    set,
    columns,
    newCodes: codesFor(size),
    year: Number(program.day.slice(0, 4)),
    today: dayNumber(program.day),
    regions: { names, region, move },
    overrides,
    moveRegions: move ? decide : null,
    truths: new Map(),
    thresholds: new Map(),
    others
  }
}
