import { Effect } from "effect"
import type { Unit, UnitId } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import { verdictOf } from "../evaluator/assess.ts"
import type { HeldRecognition } from "../recognitions/recognitions-follow.ts"
import type { Verdict } from "../rules/verdict.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Tier } from "../sets/tier.ts"
import { judgeUnits } from "./judging.ts"
import type { Known, Values } from "./known.ts"
import { type Place, placesOf } from "./places.ts"
import { setOfTier } from "./scope.ts"

/** What a unit would not meet of a tier on the day of the event, by the values of those that it was formed of. */
export interface TierFall {
  readonly unit: UnitId
  /** The set that it is held to: its province's own where it has one. */
  readonly set: string
  readonly tier: Tier
  /** Those that it fails, or of which something is not known. */
  readonly criteria: ReadonlyArray<{
    readonly no: number
    readonly name: string
    readonly verdict: Extract<Verdict, "notMet" | "noData">
  }>
}

/** The tiers that a unit holds, or is to be brought back to. */
const tiersOf = (held: HeldRecognition | undefined): ReadonlyArray<Tier> =>
  held === undefined || held.kind === "revoked"
    ? []
    : held.kind === "toRestore"
      ? held.restore.map(({ tier }) => tier)
      : [held.tier]

const fallOf = ({ at, bound, unit }: Place, tier: Tier): ReadonlyArray<TierFall> => {
  const criteria = bound.criteria.flatMap(({ codes, name, no }) => {
    const verdict = verdictOf(codes[at])
    return verdict === "notMet" || verdict === "noData" ? [{ no, name, verdict }] : []
  })
  return criteria.length === 0 ? [] : [{ unit: unit.id, set: bound.set.id, tier, criteria }]
}

/** What units that hold a tier, or were formed of some that did, would not meet of it on the day; `known` is what the event makes. */
export const fallsOf = Effect.fnUntraced(function* (
  known: Known,
  values: Values,
  begun: ReadonlyArray<Unit>,
  day: Day
) {
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
  const question = { asOf: day, knownAt: null, accept: "approved" } as const
  const falls = yield* Effect.forEach(asked, ([set, { tier, units }]) =>
    Effect.map(judgeUnits(known, values, question, [set], units), (judged) =>
      placesOf(judged, set, units).flatMap((place) => fallOf(place, tier))
    )
  )
  return falls.flat()
})
