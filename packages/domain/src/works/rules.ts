import { Schema } from "effect"
import { Written } from "../criteria/index.ts"
import { AlertRule } from "./alert.ts"

/**
 * What the programme holds works to, as data: a province changes the numbers, not the program.
 *
 * **Details** `overdueAfterDays`: how many days accepted volume may stay unpaid before it is nợ đọng that counts against the criterion.
 * No law names a number of days for the programme; the source says where each comes from.
 */
export const WorksRules = Schema.Struct({
  source: Written,
  overdueAfterDays: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 3650 })),
  alerts: Schema.Array(AlertRule)
})
export type WorksRules = typeof WorksRules.Type
