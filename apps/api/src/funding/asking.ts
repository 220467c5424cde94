import { Funding, type FundingAsOf, type PlacementPlan, placementOf } from "@ntm/domain/funding"
import { type Chronicle, unitByCode, type UnitCode, UnitNotFound } from "@ntm/domain/units"
import type { Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { chronicleThen } from "../units/register-then.ts"

/** Of a unit, as of a day, as known at a moment: as every question about money may say. */
export interface FundingQuery {
  readonly unit?: UnitCode
  readonly as_of?: Day
  readonly known_at?: Moment
  /** The day of the boundaries: see the contract. */
  readonly boundaries?: Day
}

/** Whose money is meant, as of when: what all questions begin with. */
export interface AskedFunding {
  readonly chronicle: Chronicle
  readonly plan: PlacementPlan
  readonly question: FundingAsOf
}

/**
 * The unit asked about on the boundaries of a day, with the place of all money below it.
 *
 * **Details** Without a moment the question is asked as known at the last batch, so that all statements of an answer are of one moment,
 * and the answer can be asked for again.
 */
export const askedFunding = Effect.fnUntraced(function* (
  { known_at, unit: code }: FundingQuery,
  asOf: Day,
  boundaries: Day
) {
  const chronicle = yield* chronicleThen(known_at ?? null)
  const unit = code === undefined ? null : unitByCode(chronicle.register, code, boundaries)
  if (unit === undefined && code !== undefined) return yield* new UnitNotFound({ code, asOf: boundaries })
  const knownAt = known_at ?? (yield* (yield* Funding).moment())
  const asked: AskedFunding = {
    chronicle,
    plan: placementOf(chronicle, unit?.id ?? null, boundaries),
    question: { asOf, knownAt }
  }
  return asked
})
