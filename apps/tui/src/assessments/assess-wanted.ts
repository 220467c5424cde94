import type { AssessRead, Hint } from "./assess-reads.ts"
import {
  type AssessState,
  cardKey,
  cardSet,
  columnKey,
  daysKey,
  formKey,
  goKey,
  groupKey,
  movementKey,
  openKey,
  placesKey,
  replacementKey,
  targetsKey
} from "./assess-state.ts"
import { gridInput } from "./grid-step.ts"
import { chosenUnit } from "./matrix-rows.ts"

/** What the tab needs to know of the plan on show. */
export interface Context extends Hint {
  readonly document: string | null
}

/** A search is sent when no letter came for so long, a unit's why when the cursor stayed on it; milliseconds. */
const SETTLED = { search: 120, why: 120 }

const room = "assess"

/** The batch that is on its way: it stays so whatever a person turns to. */
export const sendingOf = ({ sending }: AssessState): ReadonlyArray<AssessRead> =>
  sending === null ? [] : [{ room, _tag: "Record", key: `assess record ${sending.turn}`, rows: sending.rows }]

/**
 * The questions whose answers the tab needs now and does not have.
 *
 * **Details** What is no longer among them is given up: an answer about another unit, day or text is never waited for.
 */
export const assessWanted = (assess: AssessState, context: Context): ReadonlyArray<AssessRead> => {
  const { answers, failed, going, spot, turn, view } = assess
  const reads: Array<AssessRead> = [...sendingOf(assess)]
  const missing = (read: AssessRead) => {
    if (!answers.has(read.key)) reads.push(read)
  }
  missing({ room, _tag: "Days", key: daysKey })
  if (assess.today === null) {
    const { day, place } = context
    if (failed === null) reads.push({ room, _tag: "Open", key: openKey(turn), hint: { day, place } })
    return reads
  }
  if (going !== null) reads.push({ room, _tag: "Go", key: goKey(turn), to: going, from: spot?.day ?? going.day })
  if (view._tag === "Places") {
    const query = view.query.trim()
    const day = spot?.day ?? assess.today
    const after = query === "" ? 0 : SETTLED.search
    missing({ room, _tag: "Places", key: placesKey(query, day), query, day, after })
  }
  if (spot === null) return reads
  const { accept, day } = spot
  const set = cardSet(assess)
  if (view._tag === "Targets" && context.document !== null) {
    const { document } = context
    missing({ room, _tag: "Targets", key: targetsKey(document, spot), document, day, accept })
  }
  missing({ room, _tag: "Group", key: groupKey(spot), spot })
  if (view._tag === "Movement")
    missing({ room, _tag: "Movement", key: movementKey(spot, view.from), spot, from: view.from })
  if (view._tag === "Replacement")
    missing({ room, _tag: "Replacement", key: replacementKey(spot, view.to), spot, to: view.to })
  const input = view._tag === "Grid" ? gridInput(assess, view) : ""
  if (input !== "") {
    const level = assess.matrix?.set.level ?? "commune"
    missing({ room, _tag: "Column", key: columnKey(assess, input), input, parent: spot.parent.code, level, day })
  }
  if (view._tag === "Card" && view.entry !== null)
    missing({ room, _tag: "Form", key: formKey(assess, view.code), code: view.code, day })
  const over = view._tag === "Card" || view._tag === "Grid"
  const code = over ? view.code : chosenUnit(assess)?.unit.code
  if (code === undefined) return reads
  const after = over ? 0 : SETTLED.why
  missing({ room, _tag: "Card", key: cardKey(assess, code), code, day, accept, set, after })
  if (view._tag === "Card" && view.trials.length > 0) {
    const { trials } = view
    missing({ room, _tag: "Tried", key: cardKey(assess, code, trials), code, day, accept, set, trials })
  }
  return reads
}
