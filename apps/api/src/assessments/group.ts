import type { GroupStanding } from "@ntm/contract"
import {
  type Band,
  bandsOf,
  changesOf,
  debtOf,
  distribution,
  holdersOf,
  isToRestore,
  type JudgedPlace,
  type Known,
  type LatestQuestion,
  mostMissing,
  nearestOf,
  reaches,
  rollUpOf
} from "@ntm/domain/criteria"
import { type Unit, UnitId } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { assessedSetOf } from "./asking.ts"
import type { JudgedScope } from "./judged.ts"
import { mentionedUnits } from "./scorecard.ts"

/** The same units judged on another day. */
export interface Before {
  readonly from: Day
  readonly scope: JudgedScope
}

/** What a group is asked for. */
export interface GroupAsked {
  readonly question: LatestQuestion
  readonly parent: Unit | null
  readonly limit: number
  /** Ranges of numbers of criteria; those of reports where null. */
  readonly bands: ReadonlyArray<Band> | null
}

/** Units below one under a set, from every side that reports ask. */
export const groupOf = (
  known: Known,
  { bands, limit, parent, question }: GroupAsked,
  { judged, places, set }: JudgedScope,
  illustrative: ReadonlySet<UnitId>,
  before: Before | null
): GroupStanding => {
  const { accept, asOf } = question
  const own = known.held(asOf)
  const heldBy = ({ unit }: JudgedPlace) => own.get(unit.id) ?? []
  const all = places.flatMap(heldBy)
  const roll = rollUpOf(set, places)
  const closest = nearestOf(places, limit)
  const recognised = places.filter((place) => [heldBy(place)].flat().some((held) => reaches(set.level, set.tier, held)))
  const debt = debtOf(recognised, limit)
  const changes = before === null ? null : changesOf(before.scope.places, places)
  const named = [
    ...[...closest, ...debt, ...(changes?.changed ?? [])].map(({ unit }) => unit),
    ...(changes?.appeared ?? []),
    ...(changes?.gone ?? [])
  ]
  return {
    asOf,
    knownAt: judged.knownAt,
    accept,
    set: assessedSetOf(set),
    parent,
    rollUp: roll,
    average: roll.units === 0 ? null : roll.metTotal / roll.units,
    bands: distribution(roll, bands ?? bandsOf(set)),
    tiers: holdersOf(set.level, set.tier, all),
    toRestore: all.filter((held) => isToRestore(set.level, set.tier, held)).length,
    illustrative: illustrative.size,
    nearest: closest,
    mostMissing: mostMissing(roll),
    debt,
    change:
      before === null || changes === null
        ? null
        : { from: before.from, rollUp: rollUpOf(before.scope.set, before.scope.places), ...changes },
    mentioned: mentionedUnits(
      known,
      named.map((id) => UnitId.make(id)),
      asOf
    )
  }
}
