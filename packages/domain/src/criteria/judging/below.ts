import { Effect } from "effect"
import { descendantsOn, type Unit } from "../../units/index.ts"
import { leastBelow, shareBelow } from "../evaluator/columns-below.ts"
import type { ColumnSource } from "../rules/leaf-key.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Tier } from "../sets/tier.ts"
import { NO_DATA } from "../rules/verdict.ts"
import type { Known, Values } from "./known.ts"
import { valuesOf } from "./own-values.ts"
import { boundariesDay, type JudgingQuestion, setsDay } from "./question.ts"
import { canHold } from "./taking-part.ts"
import { grantedUnder, heldColumn, withdrawnColumn } from "./titles.ts"

/** What a column takes from the units below. */
type BelowSource = Extract<ColumnSource, { readonly of: "tierShare" | "leastBelow" | "withdrawnBelow" }>

/** The codes of a set's verdicts about units, in their order. */
export type CodesUnder = (set: CriteriaSetId, units: ReadonlyArray<Unit>) => Effect.Effect<Uint8Array>

/** The lowest tier of the programme: who cannot hold it takes no part. */
const lowest: Tier = "standard"

const belowOf = ({ chronicle }: Known, above: ReadonlyArray<Unit>, source: BelowSource, question: JudgingQuestion) => {
  const found = above.flatMap((unit, parent) =>
    descendantsOn(chronicle.register, unit.id, boundariesDay(question)).flatMap((child) =>
      child.level === source.level ? [{ child, parent }] : []
    )
  )
  const [tier, types] = source.of === "tierShare" ? [source.tier, source.types] : [lowest, null]
  const counting = found.filter(({ child }) => canHold(tier, child, types))
  return {
    units: counting.map(({ child }) => child),
    below: { size: above.length, parent: Int32Array.from(counting, ({ parent }) => parent), counted: null }
  }
}

/**
 * The column of what units below are, or of the least that they report.
 *
 * **Details** Units that can hold the tier are counted; of a withdrawal, or a value, those that take part in the programme. A title
 * that is checked again counts where it was granted under the set, or where the unit meets the set on the day.
 */
export const belowColumn = Effect.fn("belowColumn")(function* (
  known: Known,
  values: Values,
  question: JudgingQuestion,
  above: ReadonlyArray<Unit>,
  source: BelowSource,
  codesUnder: CodesUnder
) {
  const boundaries = boundariesDay(question)
  const { below, units } = belowOf(known, above, source, question)
  if (source.of === "withdrawnBelow")
    return shareBelow(below, { held: withdrawnColumn(known, units, lowest, boundaries), again: null })
  if (source.of === "leastBelow") {
    const wanted = { units, inputs: [source.input], ages: false }
    const { columns } = yield* valuesOf(known, values, question, wanted, null)
    return leastBelow(below, columns[0]?.values ?? new Float64Array(units.length).fill(Number.NaN))
  }
  const held = heldColumn(known, units, source.tier, boundaries)
  if (!source.revalidate || source.set === null) return shareBelow(below, { held, again: null })
  const underTheSet = grantedUnder(known, units, known.setOn(source.set, setsDay(question)), boundaries)
  const asked = units.filter((_, at) => held[at] === 1 && underTheSet[at] !== 1)
  const judged = yield* codesUnder(source.set, asked)
  const byUnit = new Map(asked.map(({ id }, at) => [id, judged[at] ?? NO_DATA]))
  const codes = Uint8Array.from(units, ({ id }) => byUnit.get(id) ?? NO_DATA)
  return shareBelow(below, { held, again: { underTheSet, codes } })
})
