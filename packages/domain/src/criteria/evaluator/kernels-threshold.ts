import type { Day } from "../../values/index.ts"
import { NO, UNKNOWN, YES } from "./columns.ts"
import { followed } from "./compile.ts"
import { type BoundRow, type BoundThreshold, type Run, type Scope, STILL, VALUES } from "./kernels-bound.ts"
import { multiplied } from "./kernels-exact.ts"
import { UNDECIDED } from "./kernels.ts"
import { truthIn } from "./kernels-scope.ts"
import { mostOf } from "./kernels-truth.ts"
import type { Threshold, ThresholdRow } from "../rules/threshold.ts"

const nothing = (): void => {}

const inForce = ({ year, from, to }: ThresholdRow, day: Day, today: number): boolean =>
  (year === null || year === today) && (from === null || from <= day) && (to === null || day <= to)

/** The rows that can be asked on the day: those in force, up to the first that concerns everybody. */
const rowsInForce = (rows: ReadonlyArray<ThresholdRow>, day: Day, year: number): ReadonlyArray<ThresholdRow> => {
  const live = rows.filter((row) => inForce(row, day, year))
  const last = live.findIndex(({ when }) => when === null)
  return last < 0 ? live : live.slice(0, last + 1)
}

/** The first row that concerns a unit; "undecided" where it is not known whether one does. */
export const rowAt = (rows: ReadonlyArray<BoundRow>, at: number): BoundRow | "undecided" | null => {
  for (const bound of rows) {
    const truth = bound.truth === null ? YES : (bound.truth.codes[at] ?? UNKNOWN)
    if (truth === UNKNOWN) return "undecided"
    if (truth === YES) return bound
  }
  return null
}

const constant = (threshold: Threshold, value: number, rest: Partial<BoundThreshold>): BoundThreshold => ({
  threshold,
  rows: [],
  follows: null,
  constant: value,
  values: new Float64Array(),
  gaps: { any: Number.isNaN(value) },
  rests: STILL,
  run: nothing,
  ...rest
})

/** Every row asks for the region and nothing else, as most do: one look in a table for each unit. Null where they do not. */
const byRegion = ({ regions }: Scope, rows: ReadonlyArray<BoundRow>, values: Float64Array): Run | null => {
  const asked = rows.map(({ row }) => ({ value: row.value, when: row.when }))
  if (!asked.every(({ when }) => when === null || when.if === "region")) return null
  const numberOf = (name: string): number =>
    asked.find(({ when }) => when === null || (when.if === "region" && when.in.includes(name)))?.value ?? Number.NaN
  const table = Float64Array.from([UNDECIDED, ...regions.names.map(numberOf)])
  return (from, to) => {
    for (let at = from; at < to; at++) values[at] = table[(regions.region[at] ?? -1) + 1] ?? UNDECIDED
  }
}

/** From the last row to the first, so that the first that concerns the unit is what remains. */
const byRows = (rows: ReadonlyArray<BoundRow>, values: Float64Array): Run => {
  const backwards = rows.toReversed()
  return (from, to) => {
    values.fill(Number.NaN, from, to)
    for (const { row, truth } of backwards) {
      if (truth === null) {
        values.fill(row.value, from, to)
        continue
      }
      const { codes } = truth
      for (let at = from; at < to; at++) {
        const code = codes[at]
        if (code !== NO) values[at] = code === YES ? row.value : UNDECIDED
      }
    }
  }
}

/** Fills, and remembers whether a number was missing. */
const watchingGaps = (values: Float64Array, fill: Run): Pick<BoundThreshold, "gaps" | "run"> => {
  const gaps = { any: false }
  const run: Run = (from, to) => {
    fill(from, to)
    for (let at = from; at < to && !gaps.any; at++) gaps.any = !((values[at] ?? Number.NaN) < UNDECIDED)
  }
  return { gaps, run }
}

const bindRows = (scope: Scope, threshold: Extract<Threshold, { readonly awaiting: unknown }>): BoundThreshold => {
  const rows = rowsInForce(threshold.rows, scope.program.day, scope.year).map((row) => ({
    row,
    truth: row.when === null ? null : truthIn(scope, row.when)
  }))
  const [first] = rows
  if (first === undefined) return constant(threshold, Number.NaN, { rows })
  if (first.truth === null) return constant(threshold, first.row.value, { rows })
  const values = new Float64Array(scope.columns.size)
  const fill = byRegion(scope, rows, values) ?? byRows(rows, values)
  const rests = mostOf(rows.map(({ truth }) => truth?.rests ?? STILL))
  return { threshold, rows, follows: null, constant: null, values, rests, ...watchingGaps(values, fill) }
}

const bindFollowing = (scope: Scope, threshold: Extract<Threshold, { readonly times: number }>): BoundThreshold => {
  const { times } = threshold
  const other = scope.others.get(threshold.set)
  const target = followed(
    scope.program.sets.map(({ set }) => set),
    threshold
  )
  if (other === undefined || target === null) return constant(threshold, Number.NaN, {})
  const source = bindThreshold(other.scope, target)
  const follows = { times, scope: other.scope, threshold: source }
  const products = new Map<number, number>()
  const product = (value: number): number => {
    const known = products.get(value)
    if (known !== undefined) return known
    const made = Number.isFinite(value) ? multiplied(times, value) : value
    products.set(value, made)
    return made
  }
  if (source.constant !== null) return constant(threshold, product(source.constant), { follows })
  const values = new Float64Array(scope.columns.size)
  const fill = (from: number, to: number): void => {
    for (let at = from; at < to; at++) values[at] = product(source.values[at] ?? Number.NaN)
  }
  // The other set's regions change by that set's rules: this one cannot tell when.
  const rests = source.rests === STILL ? STILL : VALUES
  return { threshold, rows: [], follows, constant: null, values, rests, ...watchingGaps(values, fill) }
}

/** Resolves a threshold for all units, once per set for those that are written alike. */
export const bindThreshold = (scope: Scope, threshold: Threshold): BoundThreshold => {
  const key = JSON.stringify(threshold)
  const known = scope.thresholds.get(key)
  if (known !== undefined) return known
  const bound = "times" in threshold ? bindFollowing(scope, threshold) : bindRows(scope, threshold)
  bound.run(0, scope.columns.size)
  scope.thresholds.set(key, bound)
  return bound
}
