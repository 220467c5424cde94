import { Schema } from "effect"
import type { Unit } from "../units/index.ts"
import type { Bilingual, Day } from "../values/index.ts"
import type { WorkId } from "../funding/index.ts"

const Days = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 3650 }))
const Points = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 100 }))

/** When to call somebody, as data: a province changes the numbers, not the program. */
export const AlertRule = Schema.Union([
  Schema.TaggedStruct("behind", { days: Days }),
  Schema.TaggedStruct("disbursement", { points: Points }),
  Schema.TaggedStruct("debt", { days: Days }),
  Schema.TaggedStruct("notHandedOver", { days: Days }),
  Schema.TaggedStruct("withoutOperator", { days: Days }),
  Schema.TaggedStruct("landNotCleared", { days: Days }),
  Schema.TaggedStruct("paidAhead", { points: Points }),
  Schema.TaggedStruct("builtAhead", { points: Points })
])
export type AlertRule = typeof AlertRule.Type

/** A rule that fired, worst first within its rule. */
export interface Alert {
  readonly rule: AlertRule
  readonly work: WorkId | null
  readonly unit: Pick<Unit, "id" | "code" | "name" | "type"> | null
  readonly since: Day | null
  /** Days, points or đồng over the limit, by which alerts are ordered. */
  readonly over: number
  readonly sentence: Bilingual
}
