import { Schema } from "effect"
import { UnitLevel } from "../../units/index.ts"
import { InputKey } from "./condition.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import { Tier } from "../sets/tier.ts"

const Years = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 20 }))

const Days = Schema.Int.check(Schema.isGreaterThan(0))

/** The value in force on the day. Older than `maxAgeDays` it counts as no data. */
const Input = Schema.Struct({
  of: Schema.Literal("input"),
  input: InputKey,
  maxAgeDays: Schema.optionalKey(Days)
})

/** Values of the last `years` calendar years together, the year of the day among them ("bình quân 3 năm", "trong 2 năm trước"). */
const Window = Schema.Struct({
  of: Schema.Literal("window"),
  input: InputKey,
  how: Schema.Literals(["sum", "average", "least", "most"]),
  years: Years,
  /** Years before the year of the day, which is then not counted itself. */
  before: Schema.Boolean
})

/** Per cent of the units of a level below that hold a tier on the day; of `types` only, where a rule counts thị trấn apart. */
const TierShare = Schema.Struct({
  of: Schema.Literal("tierShare"),
  level: UnitLevel,
  types: Schema.NullOr(Schema.NonEmptyArray(Schema.NonEmptyString)),
  tier: Tier,
  set: Schema.NullOr(CriteriaSetId),
  /** Recognitions under earlier sets count only if the unit meets this one on the day. */
  revalidate: Schema.Boolean
})

/** The least value among the units of a level below; no data as long as one of them has none. */
const LeastBelow = Schema.Struct({ of: Schema.Literal("leastBelow"), level: UnitLevel, input: InputKey })

/** Per cent of the criteria under which the unit was recognised that it no longer meets. */
const CriteriaLost = Schema.Struct({ of: Schema.Literal("criteriaLost") })

/** Per cent of the units of a level below whose recognition was withdrawn. */
const WithdrawnBelow = Schema.Struct({ of: Schema.Literal("withdrawnBelow"), level: UnitLevel })

/** Overdue construction debt of the programme on the unit's ground, in đồng. */
const OverdueDebt = Schema.Struct({ of: Schema.Literal("overdueDebt") })

/** What a column of values is made of: everything but arithmetic on other measures. */
export const Leaf = Schema.Union([Input, Window, TierShare, LeastBelow, CriteriaLost, WithdrawnBelow, OverdueDebt])
export type Leaf = typeof Leaf.Type

/** A number about a unit on a day, made of what is reported about it and about the units below it. */
export type Measure =
  | Leaf
  | { readonly of: "ratio"; readonly part: Measure; readonly whole: Measure; readonly times: number }

export const Measure: Schema.Codec<Measure, unknown> = Schema.suspend(() =>
  Schema.Union([
    ...Leaf.members,
    Schema.Struct({
      of: Schema.Literal("ratio"),
      part: Measure,
      whole: Measure,
      /** 100 for per cent, 1 for "lần". No data where the whole is 0. */
      times: Schema.Finite.check(Schema.isGreaterThan(0))
    })
  ])
)
