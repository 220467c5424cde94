import { addDays, type Day } from "../values/index.ts"
import type { Register } from "./register.ts"
import type { UnitLevel } from "./unit.ts"

/** Days from first to last on which a level stands; null = not known to begin, or still standing. */
export interface LevelPeriod {
  readonly from: Day | null
  readonly to: Day | null
}

/** The periods in which at least one unit of the level stood, oldest first. Districts: one that ends on 2025-06-30. */
export const levelPeriods = (register: Register, level: UnitLevel): ReadonlyArray<LevelPeriod> => {
  const { unbounded, begins, ends } = register.levels[level]
  const steps = new Map<Day, number>()
  for (const day of begins) steps.set(day, (steps.get(day) ?? 0) + 1)
  for (const end of ends) {
    const after = addDays(end, 1)
    steps.set(after, (steps.get(after) ?? 0) - 1)
  }
  const periods: Array<LevelPeriod> = []
  let standing = unbounded
  let from: Day | null = null
  for (const [day, step] of [...steps].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = standing
    standing += step
    if (before === 0 && standing > 0) from = day
    if (before > 0 && standing === 0) periods.push({ from, to: addDays(day, -1) })
  }
  return standing > 0 ? [...periods, { from, to: null }] : periods
}

/** Levels from the highest down: a parent's rank is lower than its child's. */
export const rankOf = { province: 0, district: 1, commune: 2, village: 3 } as const satisfies Record<UnitLevel, number>

/** Digits of a level's codes. */
export const codeDigits = { province: 2, district: 3, commune: 5, village: 8 } as const satisfies Record<
  UnitLevel,
  number
>

/** The level in words, within a sentence. */
export const levelWords = {
  province: { vi: "cấp tỉnh", en: "province" },
  district: { vi: "cấp huyện", en: "district" },
  commune: { vi: "cấp xã", en: "commune" },
  village: { vi: "cấp thôn", en: "village" }
} as const satisfies Record<UnitLevel, { readonly vi: string; readonly en: string }>
