import { assess, type Assessment } from "./assess.ts"
import type { Columns } from "./columns.ts"
import { type Change, overlaid, picked } from "./columns-change.ts"
import type { Program } from "./compile.ts"

/**
 * What these units would be judged if some values were others: nothing is recorded and the columns stay as they are.
 *
 * **Details** The answer holds the chosen units only, in the order of `places`. Changes name places in the columns given;
 * those of other units are left out.
 */
export const whatIf = (
  program: Program,
  columns: Columns,
  places: ReadonlyArray<number>,
  changes: ReadonlyArray<Change>
): Assessment => {
  const moved = changes.flatMap((change) => {
    const at = places.indexOf(change.at)
    return at < 0 ? [] : [{ ...change, at }]
  })
  return assess(program, overlaid(picked(columns, places), moved))
}
