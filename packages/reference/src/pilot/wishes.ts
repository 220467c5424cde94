import {
  assess,
  assessedSet,
  type BoundLine,
  type BoundSet,
  type Columns,
  conditionsWithin,
  type CriteriaSet,
  EXEMPT,
  type InputKey,
  NO,
  partsOf,
  type Program
} from "@ntm/domain/criteria"
import type { Unit } from "@ntm/domain/units"
import type { Book } from "./book.ts"
import { type Draw, shuffled } from "./draw.ts"
import { type Allows, invert, type Wishes } from "./invert.ts"
import type { Wanted } from "./wanted.ts"

/** Values that the conditions of a set rest on, which have to be there before rules can be turned around; with what they are held against. */
export const conditionInputs = ({
  conditions,
  criteria,
  regionOverrides
}: CriteriaSet): ReadonlyMap<InputKey, number | null> => {
  const found = new Map<InputKey, number | null>()
  const lines = [...conditions, ...criteria.flatMap(({ indicators }) => indicators)]
  const stated = [
    ...regionOverrides.map(({ when }) => when),
    ...lines.flatMap(({ appliesWhen }) => (appliesWhen === null ? [] : [appliesWhen])),
    ...lines.flatMap(({ rule }) => (rule === null ? [] : partsOf(rule).conditions))
  ]
  for (const one of stated.flatMap(conditionsWithin)) {
    if (one.if === "stated") found.set(one.input, null)
    if (one.if === "value") found.set(one.input, one.than)
  }
  return found
}

/** A line turned around: an exempt unit meets it without a value, and cannot fail it. */
const invertLine = (line: BoundLine, at: number, met: boolean, draw: Draw, allows: Allows): Wishes => {
  if (line.appliesWhen?.codes[at] === NO || line.codes[at] === EXEMPT) return met ? [] : null
  return line.rule === null ? null : invert(line.rule, at, met, draw, allows)
}

/** One set turned around for one unit, into the book; `wrong` is told of lines that no value decides. */
const askSet = (
  bound: BoundSet,
  { met }: Wanted,
  at: number,
  unit: Unit,
  book: Book,
  draw: Draw,
  wrong: (line: string) => void
): void => {
  const allows: Allows = (wish) => book.allows(unit, wish)
  const wishesOf = (line: BoundLine, holds: boolean): Wishes =>
    invertLine(line, at, holds, (...names) => draw(bound.set.id, line.code, unit.code, ...names), allows)
  const ask = ({ code }: BoundLine, wishes: Wishes): void => {
    for (const wish of wishes ?? []) book.ask(unit, wish, `${bound.set.id} ${code}`)
  }
  const criteria = bound.criteria.map(({ no }, place) => ({
    no,
    meets: met.get(no)?.has(unit.id),
    lines: bound.lines.filter(({ criterion }) => criterion === place)
  }))
  const askLine = (line: BoundLine): void => {
    const wishes = wishesOf(line, true)
    if (wishes === null) wrong(line.code)
    ask(line, wishes)
  }
  for (const { lines, meets } of criteria) if (meets === true) for (const line of lines) askLine(line)
  for (const { lines, meets, no } of criteria) {
    if (meets !== false) continue
    // One line fails, the others are met: what fails is drawn among what may.
    const failing = shuffled(
      (...names) => draw(unit.code, no, ...names),
      lines,
      ({ code }) => code
    )
      .map((line) => ({ line, wishes: wishesOf(line, false) }))
      .find(({ wishes }) => wishes?.every(allows) === true)
    if (failing === undefined) wrong(`${no}`)
    else ask(failing.line, failing.wishes)
    for (const line of lines) if (line !== failing?.line) askLine(line)
  }
  // What stands beside the criteria is met where nothing speaks against it; it need not be something that is reported.
  const full = criteria.every(({ meets }) => meets !== false)
  for (const line of [...bound.lines, ...bound.gates]) {
    if (line.place !== "condition" && line.place !== "grant") continue
    const wishes = wishesOf(line, true)
    if (full || wishes?.some((wish) => book.asks(unit, wish)) === false) ask(line, wishes)
  }
}

/**
 * Writes into the book what would have to be reported for every unit to meet what it is wanted to meet, and fail the rest.
 *
 * **Details** `columns` hold the values that conditions rest on.
 */
export const askAll = (
  program: Program,
  columns: Columns,
  wanted: ReadonlyArray<Wanted>,
  book: Book,
  draw: Draw,
  wrong: (unit: Unit, line: string) => void
): void => {
  const assessment = assess(program, columns)
  const place = new Map(columns.units.map((unit, at) => [unit, at]))
  for (const one of wanted) {
    const bound = assessedSet(assessment, one.set.id)
    if (bound === undefined) continue
    for (const unit of one.units)
      askSet(bound, one, place.get(unit.id) ?? -1, unit, book, draw, (line) => wrong(unit, `${one.set.id} ${line}`))
  }
}
