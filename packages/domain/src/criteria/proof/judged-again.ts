import { Result } from "effect"
import { type Day, dayNumber } from "../../values/index.ts"
import { assess } from "../evaluator/assess.ts"
import { type ProfiledUnit, profileOf } from "../evaluator/columns-build.ts"
import { type Column, NO_DAY } from "../evaluator/columns.ts"
import type { RulesRefused } from "../evaluator/compile-error.ts"
import { compile } from "../evaluator/compile.ts"
import { explain } from "../evaluator/explain.ts"
import type { SetExplanation } from "../evaluator/explanation.ts"
import type { ProofRules } from "./proof-rules.ts"
import type { ProofValue } from "./proof-values.ts"

/** What judging needs: rules, the unit, and its values on the day. */
export interface Given {
  readonly asOf: Day
  readonly unit: ProfiledUnit
  readonly rules: ReadonlyArray<ProofRules>
  readonly values: ReadonlyArray<GivenValue>
}

type GivenValue = Pick<ProofValue, "column" | "value" | "bounds" | "day">

const columnOf = ({ bounds, day, value }: GivenValue): Column => ({
  values: Float64Array.of(value ?? Number.NaN),
  days: Int32Array.of(day === null ? NO_DAY : dayNumber(day)),
  ...(bounds === null ? {} : { bounds: { low: Float64Array.of(bounds.low), high: Float64Array.of(bounds.high) } })
})

/** Explanations of the unit under each of the sets, in the order of `rules`; or why the rules are none. */
export const judgedAgain = ({
  asOf,
  rules,
  unit,
  values
}: Given): Result.Result<ReadonlyArray<SetExplanation>, RulesRefused> =>
  Result.map(compile(rules, asOf), (program) => {
    const columns = new Map(values.map((one) => [one.column, columnOf(one)]))
    const assessment = assess(program, { size: 1, units: [unit.id], profile: profileOf([unit]), values: columns })
    return rules.flatMap(({ id }) => explain(assessment, id, 0) ?? [])
  })
