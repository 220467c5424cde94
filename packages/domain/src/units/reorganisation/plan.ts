import { Schema } from "effect"
import { Reorganisation } from "./reorganisation.ts"
import { Transfer } from "../transfer.ts"
import { Unit } from "../unit.ts"

/** What an event does to the rows of the register: enough to apply it, to take it back, and to tell it later. */
export const Plan = Schema.Struct({
  reorganisation: Reorganisation,
  /** Rows that end on the day before, with that `validTo`; undoing opens them again. */
  ends: Schema.Array(Unit),
  /** Rows that begin on the day: new units, and those that live on changed. */
  begins: Schema.Array(Unit),
  transfers: Schema.Array(Transfer)
})
export type Plan = typeof Plan.Type
