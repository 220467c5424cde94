import type { TierFall } from "@ntm/contract"
import {
  type CriteriaSetId,
  type HeldRecognition,
  type JudgedPlace,
  judgeUnits,
  type Known,
  Observations,
  placesOf,
  setOfTier,
  type Tier,
  verdictOf
} from "@ntm/domain/criteria"
import type { Unit } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"

/** The tiers that a unit holds, or is to be brought back to. */
const tiersOf = (held: HeldRecognition | undefined): ReadonlyArray<Tier> =>
  held === undefined || held.kind === "revoked"
    ? []
    : held.kind === "toRestore"
      ? held.restore.map(({ tier }) => tier)
      : [held.tier]

const fallOf = ({ at, bound, unit }: JudgedPlace, tier: Tier): ReadonlyArray<TierFall> => {
  const criteria = bound.criteria.flatMap(({ codes, name, no }) => {
    const verdict = verdictOf(codes[at])
    return verdict === "notMet" || verdict === "noData" ? [{ no, name, verdict }] : []
  })
  return criteria.length === 0 ? [] : [{ unit: unit.id, set: bound.set.id, tier, criteria }]
}

/** What units that hold a tier, or were formed of some that did, would not meet of it on the day; `known` is what the event makes. */
export const fallsOf = Effect.fn("preflight.falls")(function* (known: Known, begun: ReadonlyArray<Unit>, day: Day) {
  const held = known.held(day)
  const asked = new Map<CriteriaSetId, { readonly tier: Tier; readonly units: Array<Unit> }>()
  for (const unit of begun)
    for (const tier of tiersOf(held.get(unit.id))) {
      const set = setOfTier(known, unit, tier, day)
      if (set === undefined) continue
      const together = asked.get(set.id) ?? { tier, units: [] }
      asked.set(set.id, together)
      together.units.push(unit)
    }
  const port = yield* Observations
  const question = { asOf: day, knownAt: null, accept: "approved" } as const
  const falls = yield* Effect.forEach(asked, ([set, { tier, units }]) =>
    Effect.map(judgeUnits(known, port, question, [set], units), (judged) =>
      placesOf(judged, set, units).flatMap((place) => fallOf(place, tier))
    )
  )
  return falls.flat()
})
