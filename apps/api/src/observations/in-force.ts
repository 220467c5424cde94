import type { StreamedObservation } from "@ntm/contract"
import { type InputKey, type LatestQuestion, Observations } from "@ntm/domain/criteria"
import type { Unit, UnitId } from "@ntm/domain/units"
import { Effect } from "effect"
import type { Parts } from "../http/page.ts"

/** Units that are read at once: some 6,000 values. */
const UNITS_AT_ONCE = 50

/** About as many values as a commune has. */
const OF_A_UNIT = 100

/**
 * The values in force of units, unit by unit: each part begins at the place of a unit in the list.
 *
 * **Details** Those that never reported anything are passed over: nobody waits for ten thousand of them to be asked. `reported`: those that did; a
 * place counts all units, so that it stays where it is when another reports.
 */
export const inForceParts = (
  units: ReadonlyArray<Unit>,
  reported: ReadonlySet<UnitId>,
  input: InputKey | null,
  question: LatestQuestion
): Parts<StreamedObservation, never, Observations> => ({
  part: Effect.fnUntraced(function* (at, atMost) {
    const from = at === null ? 0 : Number(at)
    const most = Math.min(UNITS_AT_ONCE, Math.ceil(atMost / (input === null ? OF_A_UNIT : 1)))
    const some: Array<Unit> = []
    let next = from
    for (; next < units.length && some.length < most; next++) {
      const unit = units[next]
      if (unit !== undefined && reported.has(unit.id)) some.push(unit)
    }
    const codes = new Map(some.map(({ code, id }) => [id, code]))
    const records = yield* (yield* Observations).inForce({
      units: [...codes.keys()],
      inputs: input === null ? null : [input],
      ...question
    })
    const of = Map.groupBy(records, ({ observation }) => observation.unit)
    const items = some.flatMap(({ code, id }) => (of.get(id) ?? []).map((record) => ({ code, ...record })))
    return { items, next: next < units.length ? String(next) : null }
  })
})
