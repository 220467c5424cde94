import { descendantsOn, levelWords, rankOf, type Unit, unitsOn } from "../../units/index.ts"
import { type Bilingual, compareDays, compareVietnamese, type Day } from "../../values/index.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import type { Tier } from "../sets/tier.ts"
import type { Known } from "./known.ts"
import { holdsThere, jurisdictionsOn, ownSets } from "./own-sets.ts"
import { isJudgedBy } from "./taking-part.ts"

const byName = (a: Unit, b: Unit): number => compareVietnamese(a.name, b.name) || (a.code < b.code ? -1 : 1)

/** The units of the set's level below one (null: in the country), itself if it is of the level, that the set is for; in Vietnamese order. */
export const unitsUnder = (known: Known, set: CriteriaSet, parent: Unit | null, day: Day): ReadonlyArray<Unit> => {
  const { register } = known.chronicle
  const all = parent === null ? unitsOn(register, day) : [parent, ...descendantsOn(register, parent.id, day)]
  return all
    .filter((unit) => isJudgedBy(set, unit, register, day) && holdsThere(known, set, unit, day))
    .toSorted(byName)
}

/** The set that judges a unit where `set` is asked for: its province's own if it has one. */
export const judging = (known: Known, set: CriteriaSet, unit: Unit, day: Day): CriteriaSet => {
  const own = ownSets(known, jurisdictionsOn(known, day)(unit), day).get(set.id)
  return (own === undefined ? undefined : known.setOn(own, day)) ?? set
}

/** Which part of a question is wrong, and why. */
export interface ScopeProblem {
  readonly path: "set" | "unit"
  readonly sentence: Bilingual
}

/** Whether of a set only the frame is known for all of these units: none has a set of its province that completes it. */
export const isFrame = (known: Known, set: CriteriaSet, units: ReadonlyArray<Unit>, day: Day): boolean =>
  set.doNotEvaluate && units.every((unit) => judging(known, set, unit, day).doNotEvaluate)

/** Why a set cannot judge the units below one (null: in the country) on the day; null where it can. */
export const scopeProblem = (known: Known, set: CriteriaSet, parent: Unit | null, day: Day): ScopeProblem | null => {
  if (parent !== null && rankOf[parent.level] > rankOf[set.level]) {
    const [own, asked] = [levelWords[parent.level], levelWords[set.level]]
    return {
      path: "unit",
      sentence: {
        vi: `“${set.name}” dành cho ${asked.vi}, không dành cho ${own.vi}`,
        en: `“${set.id}” is for units of the level ${asked.en}, not ${own.en}`
      }
    }
  }
  const units = unitsUnder(known, set, parent, day)
  if (isFrame(known, set, units, day))
    return {
      path: "set",
      sentence: {
        vi: `“${set.name}” mới có khung tiêu chí, chưa có quy tắc và mức phải đạt nên chưa đánh giá được`,
        en: `only the frame of “${set.id}” is known, without rules and thresholds: nothing can be judged by it`
      }
    }
  return set.derivesFrom === null || parent === null || units.length > 0
    ? null
    : {
        path: "set",
        sentence: {
          vi: `“${set.name}” không áp dụng ở đây vào ngày này: đó là bộ riêng của một tỉnh, thành phố`,
          en: `“${set.id}” is a province's own, and not in force here on the day`
        }
      }
}

/**
 * The sets that judge a unit on the day without one being asked for: those in their period that are for it, as it stands, its
 * province's own in the place of national ones.
 */
export const setsOf = (known: Known, unit: Unit, day: Day): ReadonlyArray<CriteriaSet> =>
  known.sets.flatMap((set) => {
    if (set.derivesFrom !== null || day < set.period.from || set.period.to < day) return []
    const used = judging(known, set, unit, day)
    return !used.doNotEvaluate && isJudgedBy(used, unit, known.chronicle.register, day) ? [set] : []
  })

/**
 * The set by which a unit is held to a tier on the day: of those that are for it and can be evaluated the one whose period began
 * last. Undefined where there is none.
 */
export const setOfTier = (known: Known, unit: Unit, tier: Tier, day: Day): CriteriaSet | undefined =>
  known.sets
    .filter((set) => set.derivesFrom === null && set.tier === tier && set.period.from <= day)
    .filter((set) => isJudgedBy(set, unit, known.chronicle.register, day))
    .filter((set) => !judging(known, set, unit, day).doNotEvaluate)
    .toSorted((a, b) => compareDays(b.period.from, a.period.from))[0]
