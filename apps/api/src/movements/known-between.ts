import type { MovingRecognition } from "@ntm/contract"
import { CriteriaSets, type Known, type Recognition, type SetVersion } from "@ntm/domain/criteria"
import { ancestorsOn, type Unit } from "@ntm/domain/units"
import type { Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { namedUnit } from "../assessments/asking.ts"

/** Bodies of these sets that became known between two moments, the oldest first. */
export const loadsBetween = Effect.fn("movements.loads")(function* (
  ids: ReadonlySet<string>,
  one: Moment | null,
  other: Moment | null
) {
  if (one === null || other === null || one === other) return [] satisfies ReadonlyArray<SetVersion>
  const [from, to] = one < other ? [one, other] : [other, one]
  const versions = yield* (yield* CriteriaSets).versions(null)
  return versions.filter(({ knownFrom, set }) => ids.has(set) && from < knownFrom && knownFrom <= to).toReversed()
})

const keyOf = ({ decidedOn, document, tier, unit }: Recognition): string =>
  JSON.stringify([unit, document, decidedOn, tier])

/** Whether the unit lies, or lay, in the one that carries the parent's code; on any of the days. */
const liesIn = (known: Known, unit: Recognition["unit"], parent: Unit, days: ReadonlyArray<Day>): boolean =>
  unit === parent.id ||
  days.some((day) =>
    ancestorsOn(known.chronicle.register, unit, day).some(({ code, id }) => id === parent.id || code === parent.code)
  )

/**
 * Decisions on titles that the two moments do not know alike, of units below one (null: in the country).
 *
 * **Details** A decision is the same one by its unit, document, day and tier: what else it says may have been put right.
 */
export const recognitionsBetween = (
  earlier: Known,
  later: Known,
  parent: Unit | null,
  days: ReadonlyArray<Day>
): ReadonlyArray<MovingRecognition> => {
  if (earlier === later) return []
  const [before, after] = [earlier, later].map(
    ({ recognitions }) => new Map(recognitions.map((one) => [keyOf(one), one] as const))
  )
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].flatMap((key) => {
    const [was, is] = [before?.get(key) ?? null, after?.get(key) ?? null]
    const told = is ?? was
    if (told === null || JSON.stringify(was) === JSON.stringify(is)) return []
    const known = is === null ? earlier : later
    if (parent !== null && !liesIn(known, told.unit, parent, [...days, told.decidedOn])) return []
    const rows = known.chronicle.register.byId.get(told.unit) ?? []
    const unit = rows.find(({ validFrom }) => validFrom === null || validFrom <= told.decidedOn) ?? rows.at(-1)
    return unit === undefined ? [] : [{ unit: namedUnit(unit), before: was, after: is }]
  })
}
