import { api, type MovementAnswer } from "@ntm/contract"
import {
  type AsKnownOn,
  type CriteriaSetId,
  judgedFrom,
  type Known,
  movement,
  type Movement,
  Observations,
  orderWords,
  standpointsOf
} from "@ntm/domain/criteria"
import { type Unit, unitByCode, type UnitCode, UnitId, UnitNotFound } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { assessedSetOf, setNamed } from "../assessments/asking.ts"
import { makeKnown } from "../assessments/known.ts"
import { mentionedUnits } from "../assessments/scorecard.ts"
import { type Desk, mount } from "../http/mount.ts"
import { todayInVietnam } from "../http/today.ts"
import { amendmentsBetween, eventsBetween, recordsOf } from "./records.ts"

/** The unit by its code on the last day, or on the first where nothing carries it then any more. */
const parentNamed = (
  { chronicle: { register } }: Known,
  code: UnitCode,
  from: Day,
  to: Day
): Effect.Effect<Unit, UnitNotFound> => {
  const unit = unitByCode(register, code, to) ?? unitByCode(register, code, from)
  return unit === undefined ? Effect.fail(new UnitNotFound({ code, asOf: to })) : Effect.succeed(unit)
}

/** The national set and those that derive from it: any of them may have judged. */
const setsBehind = ({ sets }: Known, id: CriteriaSetId): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => (set.id === id || set.derivesFrom?.set === id ? [set.id] : [])))

const unitsIn = ({ steps }: Movement): ReadonlySet<UnitId> =>
  new Set(steps.flatMap(({ units }) => units.map(({ unit }) => UnitId.make(unit))))

/** `/rollups/movement`. */
export const movementRoutes = (desk: Desk): void => {
  const now = makeKnown()
  mount(
    desk,
    api.movements.group,
    Effect.fnUntraced(function* ({ query }) {
      const { accept = "approved", from, from_known_at, parent: code, set: id, to_known_at } = query
      const to = query.to ?? todayInVietnam(desk.now())
      const { known } = yield* now()
      const parent = code === undefined ? null : yield* parentNamed(known, code, from, to)
      const set = yield* setNamed(known, id, parent, to)
      const port = yield* Observations
      const ends: readonly [AsKnownOn, AsKnownOn] = [
        { day: from, knownAt: from_known_at ?? null },
        { day: to, knownAt: to_known_at ?? null }
      ]
      const group = { set: id, parent, accept }
      const moved = yield* movement(...ends, judgedFrom(known, port, group))
      const answer: MovementAnswer = {
        ...moved,
        accept,
        set: assessedSetOf(set),
        parent,
        order: orderWords,
        records: yield* recordsOf(moved, standpointsOf(...ends), accept),
        amendments: amendmentsBetween(known, setsBehind(known, id), from, to),
        events: eventsBetween(known, moved, from, to),
        mentioned: mentionedUnits(known, unitsIn(moved), from < to ? to : from)
      }
      return answer
    })
  )
}
