import { type Bounds, NO_DAY } from "./columns.ts"
import type { BoundCriteria, BoundMeasure, Scope } from "./kernels-bound.ts"
import { type Fraction, fractionOf, quotient } from "./kernels-exact.ts"
import { valuesOf } from "./kernels-truth.ts"
import { type ColumnSource, columnKey } from "../rules/leaf-key.ts"
import type { Measure } from "../rules/measure.ts"
import { NO_DATA, NO_THRESHOLD, NOT_MET } from "../rules/verdict.ts"

/** Below it doubles lose digits. A quotient smaller or greater than doubles hold well is left to `exact`. */
const TINY = 1e-290

/** None of what is only bounded: `values` is then the least that it can be. */
const exactOf = ({ exact, most, values }: BoundMeasure, at: number): Fraction | null => {
  if (most !== null) return null
  if (exact !== null) return exact(at)
  const value = values[at] ?? Number.NaN
  return Number.isFinite(value) ? fractionOf(value) : null
}

type Ratio = Extract<Measure, { readonly of: "ratio" }>

const bindRatio = (scope: Scope, own: BoundCriteria | null, measure: Ratio): BoundMeasure => {
  // A quotient of what is only bounded is no data: its parts are asked without their bounds.
  const bindPart = (part: Measure): BoundMeasure =>
    part.of === "input" ? bindColumn(scope, part, part.maxAgeDays) : bindMeasure(scope, own, part)
  const part = bindPart(measure.part)
  const whole = bindPart(measure.whole)
  const values = new Float64Array(scope.columns.size)
  const times = fractionOf(measure.times)
  const run = (from: number, to: number): void => {
    part.run?.(from, to)
    whole.run?.(from, to)
    for (let at = from; at < to; at++) {
      const top = part.values[at] ?? Number.NaN
      const value = (top * measure.times) / (whole.values[at] ?? Number.NaN)
      const size = Math.abs(value)
      values[at] = (size >= TINY && size < Number.POSITIVE_INFINITY) || (value === 0 && top === 0) ? value : Number.NaN
    }
    for (const { most } of [part, whole]) {
      if (most === null) continue
      for (let at = from; at < to; at++) values[at] = Number.NaN
    }
  }
  const exact = (at: number): Fraction | null => {
    const top = exactOf(part, at)
    const bottom = exactOf(whole, at)
    return top === null || bottom === null ? null : quotient(top, bottom, times)
  }
  const dayAt = (at: number): number | null => {
    const days = [part.dayAt(at), whole.dayAt(at)].filter((day) => day !== null)
    return days.length === 0 ? null : Math.min(...days)
  }
  const reportedAt = (at: number): number => values[at] ?? Number.NaN
  return { measure, values, most: null, run, exact, dayAt, reportedAt, parts: [part, whole] }
}

/** In the lower half of a number those that are lost are counted, in the upper half those that may be: by code. */
const LOST = Uint32Array.from({ length: NO_THRESHOLD + 1 }, (_, code) =>
  code === NOT_MET ? 0x1_0001 : code >= NO_DATA ? 0x1_0000 : 0
)

/** Outside of what is bound anew for every question, so that it stays compiled. */
const addLost = (counts: Uint32Array, codes: Uint8Array, from: number, to: number): void => {
  for (let at = from; at < to; at++) counts[at] = (counts[at] ?? 0) + (LOST[codes[at] ?? NO_DATA] ?? 0)
}

const shareLost = (
  {
    counts,
    most,
    values
  }: { readonly counts: Uint32Array; readonly most: Float64Array; readonly values: Float64Array },
  criteria: number,
  from: number,
  to: number
): void => {
  for (let at = from; at < to; at++) {
    const count = counts[at] ?? 0
    values[at] = ((count & 0xffff) * 100) / criteria
    most[at] = ((count >>> 16) * 100) / criteria
  }
}

/** Per cent of the set's criteria that are not met; those that are not known may or may not be. */
const bindCriteriaLost = (scope: Scope, own: BoundCriteria | null, measure: Measure): BoundMeasure => {
  const values = new Float64Array(scope.columns.size).fill(Number.NaN)
  const most = new Float64Array(scope.columns.size).fill(Number.NaN)
  const counts = new Uint32Array(scope.columns.size)
  const criteria = own ?? []
  const run = (from: number, to: number): void => {
    if (criteria.length === 0) return
    counts.fill(0, from, to)
    for (const { codes } of criteria) addLost(counts, codes, from, to)
    shareLost({ counts, most, values }, criteria.length, from, to)
  }
  const reportedAt = (at: number): number => values[at] ?? Number.NaN
  return { measure, values, most, run, exact: null, dayAt: () => null, reportedAt, parts: [] }
}

/** A column as reported, or only what is no older than `maxAgeDays`; without a day a value is too old. */
export const bindColumn = (scope: Scope, source: ColumnSource, maxAgeDays: number | undefined): BoundMeasure => {
  const column = scope.columns.values.get(columnKey(source))
  const reported = column?.values ?? valuesOf(scope.columns, columnKey(source))
  const days = column?.days ?? null
  const bound = {
    measure: source,
    most: null,
    exact: null,
    dayAt: (at: number): number | null => {
      const day = days?.[at] ?? NO_DAY
      return day === NO_DAY ? null : day
    },
    reportedAt: (at: number) => reported[at] ?? Number.NaN,
    parts: []
  }
  if (maxAgeDays === undefined) return { ...bound, values: reported, run: null }
  const values = new Float64Array(scope.columns.size).fill(Number.NaN)
  const oldest = scope.today - maxAgeDays
  const run = (from: number, to: number): void => {
    if (days === null) return
    for (let at = from; at < to; at++) {
      const day = days[at] ?? NO_DAY
      values[at] = day !== NO_DAY && day >= oldest ? (reported[at] ?? Number.NaN) : Number.NaN
    }
  }
  return { ...bound, values, run }
}

/** A column with the bounds of values that are not known: then `values` is the least that each can be. */
const bindBounded = (
  scope: Scope,
  measure: Extract<Measure, { readonly of: "input" }>,
  { low, high }: Bounds
): BoundMeasure => {
  const plain = bindColumn(scope, measure, measure.maxAgeDays)
  const values = new Float64Array(scope.columns.size).fill(Number.NaN)
  const most = new Float64Array(scope.columns.size).fill(Number.NaN)
  const run = (from: number, to: number): void => {
    plain.run?.(from, to)
    for (let at = from; at < to; at++) {
      const value = plain.values[at] ?? Number.NaN
      const known = value === value
      const day = plain.dayAt(at)
      const old = measure.maxAgeDays !== undefined && (day === null || day < scope.today - measure.maxAgeDays)
      values[at] = known ? value : old ? Number.NaN : (low[at] ?? Number.NaN)
      most[at] = known ? value : old ? Number.NaN : (high[at] ?? Number.NaN)
    }
  }
  const reportedAt = (at: number): number => {
    const value = plain.reportedAt(at)
    return Number.isNaN(value) ? (low[at] ?? Number.NaN) : value
  }
  return { ...plain, values, most, run, reportedAt }
}

/**
 * Makes a measure ready for the units.
 *
 * **Details** `own`: the set whose criteria `criteriaLost` counts.
 */
export const bindMeasure = (scope: Scope, own: BoundCriteria | null, measure: Measure): BoundMeasure => {
  switch (measure.of) {
    case "ratio":
      return bindRatio(scope, own, measure)
    case "criteriaLost":
      return bindCriteriaLost(scope, own, measure)
    case "input": {
      const bounds = scope.columns.values.get(columnKey(measure))?.bounds
      return bounds === undefined ? bindColumn(scope, measure, measure.maxAgeDays) : bindBounded(scope, measure, bounds)
    }
    default:
      return bindColumn(scope, measure, undefined)
  }
}
