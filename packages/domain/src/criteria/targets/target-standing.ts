import { type Bilingual, type Day, daysBetween, formatNumber, percentOf } from "../../values/index.ts"
import type { Target } from "./target.ts"

/** How many units reach what a target asks for on a day, out of how many; or the value that it asks for. */
export interface TargetActual {
  readonly reached: number
  /** Null for a value. */
  readonly outOf: number | null
  /** Units of which it is not known: neither reached nor not. */
  readonly unknown: number
}

/** `reached` keeps to the day only; what was reached may be lost again. */
export type TargetState = "reached" | "onCourse" | "behind" | "missed" | "noData" | "notMeasured"

export interface TargetStanding {
  readonly state: TargetState
  /** What has to be reached, in the unit of `actual`. Null where nothing is measured. */
  readonly needed: number | null
  /** Where a steady pace from the start of the plan would be on the day. */
  readonly expected: number | null
  readonly actual: TargetActual | null
  /** Reached of all, in per cent with one decimal; null for a value. */
  readonly percent: number | null
  /** What has to be added each month (of 30 days) from the day on; 0 once reached, null after the last day. */
  readonly perMonth: number | null
}

const DAYS_OF_A_MONTH = 30

/**
 * What a target needs, as a number of the units that are counted, or as a value.
 *
 * **Details** A share is of the units that stand, whatever number the plan printed: a merger changes what 100 % is. Half units
 * do not reach anything: the number is rounded up.
 */
export const neededOf = (target: Target, outOf: number | null): number | null => {
  const { added, baseline, subject, total, unit, value } = target
  if (subject._tag === "orientation") return null
  if (subject._tag === "value") return value
  if (unit === "%") return value === null || outOf === null ? null : Math.ceil((value * outOf) / 100 - 1e-9)
  return total ?? (baseline !== null && added !== null ? baseline + added : value)
}

const reaches = (target: Target, actual: number, needed: number): boolean =>
  target.operator === "<=" ? actual <= needed : actual >= needed

const still = (state: TargetState, actual: TargetActual | null): TargetStanding => ({
  state,
  needed: null,
  expected: null,
  actual,
  percent: null,
  perMonth: null
})

/**
 * Where a target stands on a day. `atStart`: what was reached on the first day of the plan, where it is known.
 *
 * **Details** Until the last day it is on course where a straight line from the start would be no further; without a known start it
 * is behind until it is reached. After the last day it is reached or missed. What is not known of some units never counts as reached;
 * where nothing is known at all there is no data.
 */
export const targetStanding = (
  target: Target,
  day: Day,
  actual: TargetActual | null,
  atStart: number | null = target.baseline
): TargetStanding => {
  if (target.subject._tag === "orientation") return still("notMeasured", null)
  if (actual === null || (actual.outOf !== null && actual.outOf > 0 && actual.unknown === actual.outOf))
    return still("noData", actual)
  const needed = neededOf(target, actual.outOf)
  if (needed === null) return still("notMeasured", actual)
  const { reached, outOf } = actual
  const percent = outOf === null ? null : percentOf(reached, outOf, 1)
  if (reaches(target, reached, needed))
    return { state: "reached", needed, expected: needed, actual, percent, perMonth: 0 }
  const left = daysBetween(day, target.by)
  if (left < 0) return { state: "missed", needed, expected: needed, actual, percent, perMonth: null }
  const whole = Math.max(1, daysBetween(target.from, target.by))
  const gone = Math.min(1, Math.max(0, daysBetween(target.from, day) / whole))
  const expected = atStart === null ? null : atStart + (needed - atStart) * gone
  const onCourse = expected !== null && (needed >= reached ? reached >= expected : reached <= expected)
  return {
    state: onCourse ? "onCourse" : "behind",
    needed,
    expected,
    actual,
    percent,
    perMonth: (Math.abs(needed - reached) * DAYS_OF_A_MONTH) / Math.max(1, left)
  }
}

/** What a printed target says that does not agree with itself; empty for one that does, or says too little to tell. */
export const targetFaults = (target: Target): ReadonlyArray<Bilingual> => {
  const { added, baseline, outOf, total, unit, value } = target
  const faults: Array<Bilingual> = []
  if (baseline !== null && added !== null && total !== null && baseline + added !== total)
    faults.push({
      vi: `${baseline} cộng ${added} là ${baseline + added}, văn bản ghi ${total}`,
      en: `${baseline} and ${added} are ${baseline + added}, the document says ${total}`
    })
  if (total !== null && outOf !== null && total > outOf)
    faults.push({ vi: `${total} nhiều hơn ${outOf} đơn vị`, en: `${total} are more than the ${outOf} units` })
  if (unit === "%" && value !== null && total !== null && outOf !== null && outOf > 0) {
    const decimals = (/\.(\d+)$/.exec(String(value))?.[1] ?? "").length
    const percent = percentOf(total, outOf, decimals)
    if (percent !== null && percent !== value)
      faults.push({
        vi: `${total}/${outOf} là ${formatNumber(percent)} %, văn bản ghi ${formatNumber(value)} %`,
        en: `${total} of ${outOf} are ${percent} %, the document says ${value} %`
      })
  }
  return faults
}
