import type { Condition } from "@ntm/domain/criteria"
import { conditionsWithin } from "@ntm/domain/criteria"
import { excerpt } from "../documents/fields.ts"
import { asks, inputKey, type LineContext } from "./context.ts"
import { conditionOfText } from "./condition-text.ts"
import { parseExpression } from "./expression.ts"

/** Notes down what a condition asks to be reported. */
const asking = (line: LineContext, condition: Condition): Condition => {
  for (const one of conditionsWithin(condition)) {
    if (one.if === "stated") asks(line, one.input, { name: one.text, unit: null, measure: "attestation" })
    if (one.if === "value") asks(line, one.input, { name: one.input, unit: null, measure: "count" })
  }
  return condition
}

/** An expression ("schoolCount > 3") as a condition; null after a problem. */
export const conditionFrom = (line: LineContext, path: string, value: unknown): Condition | null => {
  const condition = typeof value === "string" ? parseExpression(value) : null
  if (condition === null) {
    const shown = typeof value === "string" ? ` “${excerpt(value)}”` : ""
    line.reading.problem(
      path,
      `điều kiện${shown} phải viết như: schoolCount > 3 and population >= 5000`,
      `the condition${shown} must be written like: schoolCount > 3 and population >= 5000`
    )
    return null
  }
  return asking(line, condition)
}

/** A sentence ("Xã có làng nghề") as a condition: what no attribute of the unit answers is stated, under the line's own input. */
export const conditionFromText = (line: LineContext, text: string, what: string): Condition =>
  asking(line, conditionOfText(text, inputKey(`${line.input}/${what}`)))

/** Where a sub-rule holds: `onlyRegions` and `exceptRegions`. Null where it holds everywhere. */
export const regionsCondition = (only: ReadonlyArray<string>, except: ReadonlyArray<string>): Condition | null => {
  const [first, ...others] = only
  const [left, ...more] = except
  const inside: Condition | null = first === undefined ? null : { if: "region", in: [first, ...others] }
  const outside: Condition | null = left === undefined ? null : { if: "not", of: { if: "region", in: [left, ...more] } }
  if (inside === null || outside === null) return inside ?? outside
  return { if: "all", of: [inside, outside] }
}
