import { Schema } from "effect"

/** Whole đồng as a safe integer: 9 million tỷ fits. May be negative (an adjustment). */
export const Dong = Schema.Int.pipe(Schema.brand("Dong"))
export type Dong = typeof Dong.Type

/** The units in which Vietnamese documents state money. A document that does not name one is refused. */
export const MoneyUnit = Schema.Literals(["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"])
export type MoneyUnit = typeof MoneyUnit.Type
