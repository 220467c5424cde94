import { Effect } from "effect"
import { type Answer, type Epoch, type Part, type Range, type Report, type Unit, UnitId } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import type { Column } from "../evaluator/columns.ts"
import { overYears, yearsOfWindow } from "../evaluator/columns-window.ts"
import type { ColumnSource } from "../rules/leaf-key.ts"
import type { Telling } from "./carried.ts"
import type { Known, Values } from "./known.ts"
import { boundariesDay, type JudgingQuestion } from "./question.ts"
import { groundOn } from "./sources.ts"
import { madeOf, type YearAnswer, yearAnswers } from "./window-years.ts"
import { yearOf } from "./years.ts"

/** A column of values of several years together, under the name that rules know it by. */
export interface WindowNeed {
  readonly key: string
  readonly source: Extract<ColumnSource, { readonly of: "window" }>
}

/** What the years come to, each way of joining them growing with every year: between which numbers it lies. */
const rangeOver = (how: WindowNeed["source"]["how"], years: ReadonlyArray<YearAnswer>): Range | null => {
  const ranges = years.map(({ answer }) => (answer.kind === "none" ? null : answer.range))
  const of = (pick: (range: Range) => number | null) =>
    overYears(
      how,
      ranges.map((range) => (range === null ? null : pick(range)))
    )
  const [low, high] = [of((range) => range.low), of((range) => range.high)]
  return low === null || high === null
    ? null
    : { low, high, estimate: low === high ? low : of((range) => range.estimate) }
}

const whole = { share: { low: 1, high: 1, estimate: 1 }, whole: true, weight: null, inferred: false }

/** The years as one answer; null where the unit reported all of them itself. */
const answerOver = (unit: UnitId, range: Range | null, years: ReadonlyArray<YearAnswer>): Answer<Report> | null => {
  for (const { answer, year } of years) {
    if (answer.kind !== "none") continue
    const { vi, en } = answer.reason.sentence
    return { ...answer, reason: { ...answer.reason, sentence: { vi: `Năm ${year}: ${vi}`, en: `${year}: ${en}` } } }
  }
  const derived = years.flatMap(({ answer }) => (answer.kind === "derived" ? [answer] : []))
  const [first] = derived
  if (first === undefined) return null
  const parts = years.flatMap(({ answer }): ReadonlyArray<Part<Report>> =>
    answer.kind === "derived"
      ? answer.parts
      : answer.kind === "reported"
        ? [{ unit: answer.unit, report: answer.report, ...whole }]
        : []
  )
  return {
    ...first,
    unit,
    range,
    exact: range?.low === range?.high,
    basis: derived.every(({ basis }) => basis === "exact") ? "exact" : "apportioned",
    parts,
    inferred: derived.some(({ inferred }) => inferred)
  }
}

/**
 * The column of values of several years together, out of everything that the units reported in them, or those did that they were
 * formed of.
 *
 * **Details** Each year is carried by the input's own rule: exact, an estimate, or bounded. One year without a value leaves none.
 */
export const windowColumn = Effect.fn("windowColumn")(function* (
  known: Known,
  { series }: Values,
  question: JudgingQuestion,
  units: ReadonlyArray<Unit>,
  { key, source }: WindowNeed,
  telling: Telling | null
) {
  const { chronicle } = known
  const { asOf } = question
  const boundaries = boundariesDay(question)
  const window = yearsOfWindow(source, yearOf(asOf))
  const [first = yearOf(asOf)] = window
  const grounds = units.flatMap(({ id }): ReadonlyArray<Epoch> => {
    const ground = groundOn(chronicle, id, boundaries)
    return ground === undefined ? [] : [ground]
  })
  const read = yield* series({
    ...question,
    units: [...new Set([...madeOf(grounds)].map(({ unit }) => unit))],
    inputs: [source.input],
    from: Day.make(`${first}-01-01`)
  })
  const reported = Map.groupBy(read, ({ unit }) => UnitId.make(unit))
  const asked = { chronicle, rule: known.carry(source.input), grounds, reported, on: asOf, boundaries }
  const byUnit = new Map<UnitId, Array<YearAnswer>>(grounds.map(({ unit }) => [unit, []]))
  for (const year of window)
    for (const answer of yearAnswers(asked, year)) byUnit.get(answer.unit)?.push({ year, answer })
  const blank = () => new Float64Array(units.length).fill(Number.NaN)
  const [values, low, high] = [blank(), blank(), blank()]
  units.forEach(({ id }, at) => {
    const years = byUnit.get(id) ?? []
    const range = rangeOver(source.how, years)
    values[at] = range?.estimate ?? Number.NaN
    if (range !== null && range.estimate === null) [low[at], high[at]] = [range.low, range.high]
    const answer = telling === null ? null : answerOver(id, range, years)
    if (answer !== null) telling?.tellWindow?.(key, id, answer)
  })
  const column: Column = { values, days: null }
  return low.every(Number.isNaN) ? column : { ...column, bounds: { low, high } }
})
