import { Effect } from "effect"
import {
  type Answer,
  type CarryRule,
  reachedBy,
  type Report,
  type Unit,
  type UnitId,
  unitsAs
} from "../../units/index.ts"
import { type Day, dayAt, dayNumber } from "../../values/index.ts"
import { type Column, NO_DAY } from "../evaluator/columns.ts"
import type { InputKey } from "../rules/condition.ts"
import type { ObservationColumns } from "../observations/observations.ts"
import type { Known, Values } from "./known.ts"
import { boundariesDay, type JudgingQuestion } from "./question.ts"
import { groundOn, sourcesOf } from "./sources.ts"

/** Who is told of values that units have not reported themselves. */
export interface Telling {
  /** Whether also of those that could not be derived, with why; costs a look at every one. */
  readonly reasons: boolean
  readonly tell: (input: InputKey, unit: UnitId, answer: Answer<Report>) => void
  /** Likewise of values of several years, by their column: with the parts of every year, or the first year that has no value. */
  readonly tellWindow?: (column: string, unit: UnitId, answer: Answer<Report>) => void
}

const reportedValue = (rule: CarryRule, value: number): number | boolean =>
  rule.carry === "attested" && (value === 0 || value === 1) ? value === 1 : value

/** Columns that were read as of one day, with the places of the units that have any value in them. */
interface Reported extends ObservationColumns {
  readonly telling: ReadonlyArray<number>
}

/** Most of ten thousand units have reported nothing: they are passed over once, not in every column. */
const reportedIn = (read: ObservationColumns): Reported => {
  const some = new Uint8Array(read.units.length)
  for (const column of read.values)
    for (let at = 0; at < column.length; at++) if (!Number.isNaN(column[at])) some[at] = 1
  return { ...read, telling: [...some.keys()].filter((at) => some[at] === 1) }
}

/** What units reported of one input, out of columns that were read as of several days. */
const reportsOf = (rule: CarryRule, read: ReadonlyArray<Reported>, place: number): ReadonlyArray<Report> =>
  read.flatMap(({ days: dated, telling, units, values }) => {
    const [column, ages] = [values[place], dated?.[place]]
    const reports: Array<Report> = []
    for (const at of telling) {
      const [unit, value = Number.NaN, day = NO_DAY] = [units[at], column?.[at], ages?.[at]]
      if (Number.isNaN(value) || day === NO_DAY || unit === undefined) continue
      reports.push({ unit, day: dayAt(day), value: reportedValue(rule, value) })
    }
    return reports
  })

/** The places among these at which a column has no value. */
const missingAmong = (places: ReadonlyArray<number>, { values }: Column): ReadonlyArray<number> => {
  const missing: Array<number> = []
  for (const at of places) if (Number.isNaN(values[at] ?? Number.NaN)) missing.push(at)
  return missing
}

/** Whether any unit has no value. Asked of every column; `includes` looks several times as long for what is not a number. */
const lacksAny = ({ values }: Column): boolean => {
  for (let at = 0; at < values.length; at++) if (Number.isNaN(values[at])) return true
  return false
}

/** The day that a derived value stands for: that of its oldest part. */
const oldest = (parts: ReadonlyArray<{ readonly report: Report }>): number =>
  parts.reduce((least, { report }) => Math.min(least, dayNumber(report.day)), Number.POSITIVE_INFINITY)

/** A column in the making: what is known between bounds alone has these beside it. */
interface Making {
  readonly values: Float64Array
  readonly days: Int32Array | null
  bounds: { readonly low: Float64Array; readonly high: Float64Array } | null
}

const blank = ({ length }: Float64Array) => new Float64Array(length).fill(Number.NaN)

/** Puts what was derived in the place of what is missing: the value, its estimate, or the bounds between which it lies. */
const put = (column: Making, at: number, answer: Answer<Report>): void => {
  if (answer.kind !== "derived") return
  const { holds, parts, range } = answer
  if (column.days !== null) column.days[at] = parts.length === 0 ? NO_DAY : oldest(parts)
  const value = holds === null ? (range?.estimate ?? (answer.exact ? range?.low : undefined)) : Number(holds)
  if (value !== undefined) {
    column.values[at] = value
  } else if (range !== null) {
    column.bounds ??= { low: blank(column.values), high: blank(column.values) }
    column.bounds.low[at] = range.low
    column.bounds.high[at] = range.high
  }
}

/**
 * Own values without those that a unit reported about another ground than it has on the day, which are no longer its own.
 *
 * **Details** Asked with days only for the few units whose ground changed while they lived on.
 */
export const fresh = (
  { chronicle, regrounded }: Known,
  units: ReadonlyArray<Unit>,
  asOf: Day,
  { days: dated, values }: Pick<ObservationColumns, "days" | "values">
): void => {
  const another = regrounded(asOf)
  units.forEach(({ id }, at) => {
    const from = another.has(id) ? (groundOn(chronicle, id, asOf)?.from ?? null) : null
    if (from === null) return
    const since = dayNumber(from)
    values.forEach((column, input) => {
      const ages = dated?.[input]
      if (ages === undefined || (ages[at] ?? NO_DAY) >= since) return
      column[at] = Number.NaN
      ages[at] = NO_DAY
    })
  })
}

/**
 * Columns with the values that units have not reported themselves, derived from what they were formed of.
 *
 * **Details** Inputs of which nothing is missing cost nothing. A value is exact, an estimate, or bounded: see `Column.bounds`. It
 * yields as soon as the unit reports.
 */
export const carriedInto = Effect.fn("carriedInto")(function* (
  known: Known,
  { columns: read }: Values,
  question: JudgingQuestion,
  units: ReadonlyArray<Unit>,
  inputs: ReadonlyArray<InputKey>,
  own: ReadonlyArray<Column>,
  telling: Telling | null
) {
  const { chronicle } = known
  const { asOf } = question
  const boundaries = boundariesDay(question)
  const told = telling?.reasons === true
  const lacking = own.map((column, at) => {
    const input = inputs[at]
    return input !== undefined && (told || known.carry(input).carry !== "none") && lacksAny(column)
  })
  // As a rule everybody has reported: then nothing of this costs anything.
  if (!lacking.includes(true)) return own
  const grounds = units.map(({ id }) => groundOn(chronicle, id, boundaries))
  const formed = units.flatMap((_, at) => ((grounds[at]?.came.length ?? 0) > 0 ? [at] : []))
  const missing = own.map((column, at) => (lacking[at] === true ? missingAmong(formed, column) : []))
  const wanted = inputs.flatMap((input, at) => (missing[at]?.length === 0 ? [] : [input]))
  if (wanted.length === 0) return own
  const open = new Set(missing.flat())
  const asked = sourcesOf(
    chronicle,
    [...open].flatMap((at) => grounds[at] ?? []),
    asOf
  )
  const sources = yield* Effect.forEach(asked, (source) =>
    Effect.map(read({ ...question, units: source.units, asOf: source.asOf, inputs: wanted }), reportedIn)
  )
  // Why nothing can be told of a unit is worked out only for who wants to know.
  const reached = told
    ? () => true
    : reachedBy(
        chronicle,
        sources.flatMap(({ telling: some, units: from }) => some.flatMap((at) => from[at] ?? [])),
        wanted.map(known.carry)
      )
  const within = Uint8Array.from(grounds, (ground) => Number(ground !== undefined && reached(ground)))
  const [place, all] = [new Map(wanted.map((input, at) => [input, at])), new Map(units.map(({ id }, at) => [id, at]))]
  return inputs.map((input, at): Column => {
    const column = own[at] ?? { values: new Float64Array(units.length).fill(Number.NaN), days: null }
    const places = (missing[at] ?? []).filter((one) => within[one] === 1)
    if (places.length === 0) return column
    const rule = known.carry(input)
    const reports = reportsOf(rule, sources, place.get(input) ?? -1)
    if (!told && reports.length === 0) return column
    const filled: Making = {
      values: column.values.slice(),
      days: column.days?.slice() ?? null,
      bounds: column.bounds ?? null
    }
    const asking = places.flatMap((one) => units[one]?.id ?? [])
    for (const answer of unitsAs(chronicle, rule, reports, { on: asOf, boundaries, units: asking })) {
      put(filled, all.get(answer.unit) ?? -1, answer)
      telling?.tell(input, answer.unit, answer)
    }
    const { bounds, ...read } = filled
    return bounds === null ? read : { ...read, bounds }
  })
})
