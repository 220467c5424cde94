import { hasUnits } from "@ntm/domain/people"
import type { UnitId } from "@ntm/domain/units"
import { Effect } from "effect"
import { Asks } from "./asks.ts"

/**
 * Whether a unit is theirs to see who asks; the program itself sees all.
 *
 * **Details** Facts of other units are kept from them below. This is for what lists units of the register: one of which nothing may be told
 * is not told to be without values either.
 */
export const isSeen: Effect.Effect<(unit: UnitId) => boolean> = Effect.map(
  Asks,
  (access) => (unit) => access === null || hasUnits(access.sees, [unit])
)
