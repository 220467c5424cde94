import { Effect } from "effect"
import type { Unit } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { yearsOfWindow } from "../evaluator/columns-window.ts"
import type { LatestQuestion } from "../observations/latest.ts"
import type { ColumnSource } from "../rules/leaf-key.ts"
import type { Values } from "./known.ts"
import { windowValue, yearOf } from "./years.ts"

/** The column of values of several years together, out of everything that the units reported in them. */
export const windowColumn = Effect.fn("windowColumn")(function* (
  { series }: Values,
  question: LatestQuestion,
  units: ReadonlyArray<Unit>,
  source: Extract<ColumnSource, { readonly of: "window" }>
) {
  const { asOf } = question
  const [first = yearOf(asOf)] = yearsOfWindow(source, yearOf(asOf))
  const read = yield* series({
    ...question,
    units: units.map(({ id }) => id),
    inputs: [source.input],
    from: Day.make(`${first}-01-01`)
  })
  const byUnit = Map.groupBy(read, ({ unit }) => unit)
  return Float64Array.from(units, ({ id }) => windowValue(source, byUnit.get(id) ?? [], asOf))
})
