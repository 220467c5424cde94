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
import type { Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { assessedSetOf, setNamed } from "../assessments/asking.ts"
import { makeKnown } from "../assessments/known.ts"
import { mentionedUnits } from "../assessments/scorecard.ts"
import { makeUnchanged } from "../assessments/unchanged.ts"
import { type Desk, mount } from "../http/mount.ts"
import { todayInVietnam } from "../http/today.ts"
import { isSeen } from "../people/seeing.ts"
import { loadsBetween, recognitionsBetween } from "./known-between.ts"
import { amendmentsBetween, eventsBehind, recordsOf } from "./records.ts"

/** The unit by its code on the last day, or on the first where nothing carries it then any more, as known by one of these. */
const parentNamed = (
  all: ReadonlyArray<Known>,
  code: UnitCode,
  from: Day,
  to: Day
): Effect.Effect<Unit, UnitNotFound> => {
  const [unit] = all.flatMap(
    ({ chronicle: { register } }) => unitByCode(register, code, to) ?? unitByCode(register, code, from) ?? []
  )
  return unit === undefined ? Effect.fail(new UnitNotFound({ code, asOf: to })) : Effect.succeed(unit)
}

/** The national set and those that derive from it: any of them may have judged. */
const setsBehind = ({ sets }: Known, id: CriteriaSetId): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => (set.id === id || set.derivesFrom?.set === id ? [set.id] : [])))

const unitsIn = ({ steps }: Movement): ReadonlySet<UnitId> =>
  new Set(steps.flatMap(({ units }) => units.map(({ unit }) => UnitId.make(unit))))

/** Units by the names that they have in the first of these that knows them: one that was taken back is known to the other alone. */
const namedIn = (all: ReadonlyArray<Known>, units: ReadonlySet<UnitId>, day: Day): MovementAnswer["mentioned"] => {
  const named = new Map(
    all.toReversed().flatMap((known) => mentionedUnits(known, units, day).map((one) => [one.id, one]))
  )
  return [...units].flatMap((id) => named.get(id) ?? [])
}

/** What is asked, and the day that it ends on. */
interface MovementAsked {
  readonly query: Omit<(typeof api.movements.group.query)["Type"], "fields">
  readonly to: Day
}

/** The country's between two reorganised days takes some 10 MB. */
const MOST_MOVEMENTS = 8

/** `/rollups/movement`. */
export const movementRoutes = (desk: Desk): void => {
  const now = makeKnown()
  const unchanged = makeUnchanged<MovementAnswer>(MOST_MOVEMENTS)
  const answerOf = Effect.fnUntraced(function* ({ query, to }: MovementAsked) {
    const { accept = "approved", from, from_known_at, unit: code, set: id, to_known_at } = query
    const later = yield* now({ asOf: to, knownAt: to_known_at ?? null, accept }, "to_known_at")
    // One moment for both ends where none is named: what is recorded meanwhile moves nothing.
    const earlier = yield* now({ asOf: from, knownAt: from_known_at ?? later.knownAt, accept }, "from_known_at")
    const { known } = later
    const parent = code === undefined ? null : yield* parentNamed([known, earlier.known], code, from, to)
    const set = yield* setNamed(known, id, parent, to)
    const port = yield* Observations
    const ends: readonly [AsKnownOn, AsKnownOn] = [
      { day: from, knownAt: earlier.knownAt },
      { day: to, knownAt: later.knownAt }
    ]
    const knowing = (knownAt: Moment | null) => (knownAt === later.knownAt ? later : earlier).known
    const group = { set: id, parent, accept, among: yield* isSeen }
    const moved = yield* movement(...ends, judgedFrom(knowing, port, group))
    const answer: MovementAnswer = {
      ...moved,
      accept,
      set: assessedSetOf(set),
      parent,
      order: orderWords,
      records: yield* recordsOf(moved, standpointsOf(...ends), accept),
      amendments: amendmentsBetween(known, setsBehind(known, id), from, to),
      events: eventsBehind(earlier.known, known, moved, from, to),
      loads: yield* loadsBetween(
        new Set([...setsBehind(known, id), ...setsBehind(earlier.known, id)]),
        earlier.knownAt,
        later.knownAt
      ),
      recognitions: recognitionsBetween(earlier.known, known, parent, [from, to]),
      mentioned: namedIn([known, earlier.known], unitsIn(moved), from < to ? to : from)
    }
    return answer
  })
  mount(desk, api.movements.group, ({ query: { fields: _, ...query } }) => {
    const asked = { query, to: query.to ?? todayInVietnam(desk.now()) }
    return unchanged(JSON.stringify(asked), answerOf(asked))
  })
}
