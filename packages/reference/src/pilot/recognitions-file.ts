import { CriteriaSetId, Tier } from "@ntm/domain/criteria"
import { UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Codes = Schema.NonEmptyArray(UnitCode)

/**
 * `pilot/recognitions.json`: how many units hold which tier, as documents count them. Which units, and the days of the decisions
 * on communes, are not public: they are drawn.
 */
export const RecognitionFile = Schema.Struct({
  seed: Schema.NonEmptyString,
  /** The xã that take part in the programme, of one province on one day. */
  communes: Schema.Array(
    Schema.Struct({
      province: UnitCode,
      day: Day,
      /** What is said of every recognition drawn from here. */
      note: Schema.NonEmptyString,
      /** Lowest first: each is given to units that hold the one before. */
      tiers: Schema.NonEmptyArray(
        Schema.Struct({
          tier: Tier,
          set: Schema.NullOr(CriteriaSetId),
          document: Schema.NonEmptyString,
          /** Decisions, oldest first, and how many units each is about. */
          rounds: Schema.NonEmptyArray(Schema.Struct({ day: Day, count: Count })),
          /** Later days, oldest first, on which as many units must be formed of holders alone as are said to be `whole`. */
          later: Schema.optionalKey(
            Schema.Array(
              Schema.Struct({
                day: Day,
                whole: Count,
                /** Only units below these may be without the tier on the day. */
                withoutBelow: Schema.optionalKey(Codes)
              })
            )
          )
        })
      )
    })
  ),
  /** Units that are named: what they were recognised as in which year is public, the decision is not. */
  named: Schema.Array(
    Schema.Struct({
      tier: Tier,
      set: Schema.NullOr(CriteriaSetId),
      document: Schema.NonEmptyString,
      day: Day,
      units: Codes,
      note: Schema.NonEmptyString
    })
  ),
  /** What must follow: on a day so many units of a type below a province hold the tier, or a higher one. */
  counts: Schema.Array(
    Schema.Struct({
      day: Day,
      within: UnitCode,
      types: Schema.NonEmptyArray(Schema.NonEmptyString),
      /** Only those that take part in the programme. */
      programme: Schema.Boolean,
      tier: Tier,
      count: Count,
      outOf: Count,
      source: Schema.NonEmptyString
    })
  )
})
export type RecognitionFile = typeof RecognitionFile.Type
