import { Effect } from "effect"
import type { Unit } from "../../units/index.ts"
import { assess } from "../evaluator/assess.ts"
import { profileOf } from "../evaluator/columns-build.ts"
import type { Column } from "../evaluator/columns.ts"
import type { ColumnNeed } from "../evaluator/compile-uses.ts"
import type { InputKey } from "../rules/condition.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import { NO_DATA } from "../rules/verdict.ts"
import { belowColumn } from "./below.ts"
import type { Telling } from "./carried.ts"
import { inputOf, inputsOf } from "./inputs.ts"
import type { Known, Values } from "./known.ts"
import { jurisdictionsOn } from "./own-sets.ts"
import { valuesOf } from "./own-values.ts"
import { placesOf } from "./places.ts"
import { boundariesDay, type JudgingQuestion, setsDay } from "./question.ts"
import { judgingOn, stackOf } from "./stack.ts"
import type { Judged, JudgedGroup, Stack } from "./judged.ts"
import { heldColumn } from "./titles.ts"
import { windowColumn } from "./windows.ts"

const groupsOf = (
  known: Known,
  ids: ReadonlyArray<CriteriaSetId>,
  units: ReadonlyArray<Unit>,
  question: JudgingQuestion
) => {
  const places = Map.groupBy(units, jurisdictionsOn(known, boundariesDay(question)))
  const stacks = new Map<Stack, Array<Unit>>()
  for (const [provinces, own] of places) {
    const stack = stackOf(known, ids, provinces, setsDay(question))
    const together = stacks.get(stack)
    if (together === undefined) stacks.set(stack, [...own])
    else together.push(...own)
  }
  return [...stacks]
    .filter(([{ sets }]) => sets.size > 0)
    .map(([stack, own]) => ({ stack: asked(stack, question), units: own }))
}

/** The sets as they ask on the day of judging; told apart from it, they ask what they ask on their own day. */
const asked = (stack: Stack, { asOf, setsOn }: JudgingQuestion): Stack =>
  setsOn === undefined ? stack : judgingOn(stack, asOf)

const profiled = ({ attributes, id, type }: Unit) => ({ id, type, attributes: attributes ?? {} })

/** The part of a column that one group has. */
const part = ({ bounds, days, values }: Column, from: number, to: number): Column => ({
  values: values.subarray(from, to),
  days: days?.subarray(from, to) ?? null,
  ...(bounds === undefined
    ? {}
    : { bounds: { low: bounds.low.subarray(from, to), high: bounds.high.subarray(from, to) } })
})

/**
 * Judges units of one level under sets, as of a day, as known at a moment.
 *
 * **Details** By the set of each unit's own province where it has one; skeletons judge nobody. Values are the unit's own, or
 * derived from what it was formed of as long as it has not reported itself. What a set asks of units below is judged first.
 * Set-based: a handful of questions, however many the units.
 */
export const judgeUnits: (
  known: Known,
  values: Values,
  question: JudgingQuestion,
  ids: ReadonlyArray<CriteriaSetId>,
  units: ReadonlyArray<Unit>,
  telling?: Telling | null
) => Effect.Effect<Judged> = Effect.fn("judgeUnits")(function* (known, values, question, ids, all, telling = null) {
  const boundaries = boundariesDay(question)
  const groups = groupsOf(known, ids, all, question)
  const needs = new Map<string, ColumnNeed>()
  for (const { stack } of groups)
    for (const need of stack.program.columns.values())
      needs.set(need.key, { ...need, ages: need.ages || needs.get(need.key)?.ages === true })
  const inputs = inputsOf(needs.values())
  const units = groups.flatMap((group) => group.units)
  const ages = [...needs.values()].some((need) => need.ages)
  const read = yield* valuesOf(known, values, question, { units, inputs, ages }, telling)
  const settled = { ...question, knownAt: read.knownAt }
  const place = new Map<InputKey | null, number>(inputs.map((input, at) => [input, at]))
  const codesUnder = (set: CriteriaSetId, below: ReadonlyArray<Unit>) =>
    Effect.map(judgeUnits(known, values, settled, [set], below), (judged) => codesOf(judged, set, below))
  let from = 0
  const judged: Array<JudgedGroup> = []
  for (const { stack, units: own } of groups) {
    const to = from + own.length
    const columns = new Map<string, Column>()
    for (const need of stack.program.columns.values()) {
      const { key, source } = need
      switch (source.of) {
        case "input":
        case "overdueDebt": {
          const column = read.columns[place.get(inputOf(need)) ?? -1]
          if (column !== undefined) columns.set(key, part(column, from, to))
          break
        }
        case "held":
          columns.set(key, { values: heldColumn(known, own, source.tier, boundaries), days: null })
          break
        case "window":
          columns.set(key, yield* windowColumn(known, values, settled, own, { key, source }, telling))
          break
        default:
          columns.set(key, { values: yield* belowColumn(known, values, settled, own, source, codesUnder), days: null })
      }
    }
    const assessment = assess(stack.program, {
      size: own.length,
      units: own.map(({ id }) => id),
      profile: profileOf(own.map(profiled)),
      values: columns
    })
    judged.push({ sets: stack.sets, units: own, assessment })
    from = to
  }
  return { knownAt: settled.knownAt, groups: judged }
})

/** The codes of verdicts about units where `set` was asked for, in their order; no data where nothing judges one. */
const codesOf = (judged: Judged, set: CriteriaSetId, units: ReadonlyArray<Unit>): Uint8Array => {
  const codes = new Map(
    placesOf(judged, set, units).map(({ at, bound, unit }) => [unit.id, bound.codes[at] ?? NO_DATA])
  )
  return Uint8Array.from(units, ({ id }) => codes.get(id) ?? NO_DATA)
}
