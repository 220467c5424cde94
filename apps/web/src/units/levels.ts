import type { UnitLevel } from "@ntm/domain/units"

/** From the top down. */
export const levels: ReadonlyArray<UnitLevel> = ["province", "district", "commune", "village"]

/** The lowest level that has units; the province where none has. */
export const deepestOf = (counts: Readonly<Record<UnitLevel, number>>): UnitLevel =>
  levels.findLast((level) => counts[level] > 0) ?? "province"
