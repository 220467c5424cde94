import { Result } from "effect"
import { addDays } from "../../values/index.ts"
import { assess, type Assessment, verdictOf } from "../evaluator/assess.ts"
import type { AssessableSet } from "../evaluator/assessable.ts"
import { columnsOf } from "../evaluator/columns-build.ts"
import type { Columns } from "../evaluator/columns.ts"
import { compile } from "../evaluator/compile.ts"
import type { Facts } from "./naive-facts.ts"
import { day } from "./sets.ts"

/** What is known of a unit on the day that all specs share. */
export type Known = Omit<Facts, "day">

/** Units 0, 1 … as columns. */
export const columnsOfUnits = (units: ReadonlyArray<Known>): Columns =>
  columnsOf(
    units.map(({ type, attributes }, at) => ({ id: at, type, attributes })),
    units.flatMap(({ values }, unit) =>
      Object.entries(values).flatMap(([column, fact]) =>
        fact === undefined
          ? []
          : [
              {
                unit,
                column,
                value: fact.value,
                ...(fact.ageDays === null ? {} : { day: addDays(day, -fact.ageDays) })
              }
            ]
      )
    )
  )

export const judged = (sets: ReadonlyArray<AssessableSet>, units: ReadonlyArray<Known>): Assessment =>
  assess(Result.getOrThrow(compile(sets, day)), columnsOfUnits(units))

/** Every verdict of an assessment, in words and in an order that does not depend on the program. */
export const allVerdicts = ({ sets }: Assessment) =>
  Object.fromEntries(
    sets
      .toSorted((a, b) => (a.set.id < b.set.id ? -1 : 1))
      .map(({ codes, criteria, gates, grant, lines, met, set, withdraw }) => [
        set.id,
        {
          met: [...met],
          verdicts: [codes, grant, withdraw, ...[...lines, ...criteria, ...gates].map((one) => one.codes)].map((one) =>
            Array.from(one, verdictOf)
          )
        }
      ])
  )
