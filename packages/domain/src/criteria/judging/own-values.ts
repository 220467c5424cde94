import { Effect } from "effect"
import type { Unit } from "../../units/index.ts"
import type { Column } from "../evaluator/columns.ts"
import type { InputKey } from "../rules/condition.ts"
import { carriedInto, fresh, type Telling } from "./carried.ts"
import type { Known, Values } from "./known.ts"
import { boundariesDay, type JudgingQuestion } from "./question.ts"

/** What is wanted of units beside the question: which inputs, and whether rules ask how old they are. */
export interface Wanted {
  readonly units: ReadonlyArray<Unit>
  readonly inputs: ReadonlyArray<InputKey>
  readonly ages: boolean
}

/**
 * Values of units by input: their own, and derived ones where they have none; in the order of `inputs`.
 *
 * **Details** `knownAt` is the moment of the answer: asked again with it, the same comes back.
 */
export const valuesOf = Effect.fn("valuesOf")(function* (
  known: Known,
  values: Values,
  question: JudgingQuestion,
  { ages, inputs, units }: Wanted,
  telling: Telling | null
) {
  const boundaries = boundariesDay(question)
  const another = known.regrounded(boundaries)
  const changed = units.some(({ id }) => another.has(id))
  const asked = { ...question, units: units.map(({ id }) => id), inputs, days: ages || changed }
  const read = yield* values.columns(asked)
  if (changed) fresh(known, units, boundaries, read)
  const own = read.values.map((column, at): Column => ({ values: column, days: read.days?.[at] ?? null }))
  const settled = { ...question, knownAt: read.knownAt ?? question.knownAt }
  const columns = yield* carriedInto(known, values, settled, units, inputs, own, telling)
  return { columns, knownAt: settled.knownAt }
})
