import type { Unit } from "../../units/index.ts"
import type { Bilingual } from "../../values/index.ts"
import { verdictOf } from "../evaluator/assess.ts"
import type { Verdict } from "../rules/verdict.ts"
import type { Counterpart } from "../sets/counterpart.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Judged } from "./judged.ts"
import { placesOf } from "./places.ts"

/** A criterion of a set of which only the frame is known: no unit can be said to meet it. */
export interface FrameCriterion {
  readonly no: number
  readonly name: string
  readonly verdict: Extract<Verdict, "noThreshold">
  /** Criteria of the old set that seem to be about the same, by their names alone. */
  readonly counterparts: ReadonlyArray<number>
  readonly confidence: Counterpart["confidence"] | null
  /** Units by what they hold of these under the old set: all, or not one of them at least; else it is open. Null without counterpart. */
  readonly holding: { readonly all: number; readonly lacking: number; readonly open: number } | null
}

/** A criterion of the old set; without counterparts it is not known what becomes of it. */
export interface FramedCriterion {
  readonly no: number
  readonly name: string
  readonly counterparts: ReadonlyArray<number>
  /** Units that hold it, one that is exempt among them. */
  readonly met: number
}

/** A unit under the old set: its verdict of each of `old`, in their order; null where its own set has no such criterion. */
export interface FramedUnit {
  readonly unit: Unit
  readonly before: Verdict
  readonly metBefore: number
  readonly verdicts: ReadonlyArray<Verdict | null>
}

/** What units hold of the old set, beside the frame of the one that takes its place. */
export interface FrameReplacement {
  readonly reason: Bilingual
  readonly criteria: ReadonlyArray<FrameCriterion>
  readonly old: ReadonlyArray<FramedCriterion>
  /** In the order asked; units that the old set does not judge are left out. */
  readonly units: ReadonlyArray<FramedUnit>
}

const holds = (verdict: Verdict | null | undefined): boolean => verdict === "met" || verdict === "exempt"

/** What is known of the set, and what is not. */
const knownOf = ({ criteria, groups, officialIndicators }: CriteriaSet): Bilingual => {
  const listed = criteria.reduce((sum, { indicators }) => sum + indicators.length, 0)
  const all = officialIndicators === null ? "" : `${officialIndicators} `
  const whose =
    groups.length === 0
      ? { vi: "", en: "" }
      : { vi: ` của ${groups.length} nhóm xã`, en: ` of ${groups.length} groups` }
  if (criteria.length === 0)
    return { vi: "chưa biết tiêu chí, chỉ tiêu và mức phải đạt", en: "neither criteria, indicators nor thresholds are" }
  if (listed > 0)
    return {
      vi: `mới biết ${listed} chỉ tiêu${all === "" ? "" : ` trong ${all.trim()}`}, chưa đủ để đánh giá`,
      en: `only ${listed}${all === "" ? "" : ` of ${all.trim()}`} indicators are, not enough to judge by`
    }
  return {
    vi: `mới biết tên ${criteria.length} tiêu chí, chưa biết ${all}chỉ tiêu và mức phải đạt${whose.vi}`,
    en: `only the names of the ${criteria.length} criteria are, neither the ${all}indicators nor the thresholds${whose.en}`
  }
}

/** Why nothing is said of a set's verdicts: the annex of the decision that issues it. */
const reasonOf = (set: CriteriaSet, document: string | null): Bilingual => {
  const by = document ?? set.legalBases[0]?.number ?? null
  const known = knownOf(set)
  return {
    vi: `Hệ thống chưa có phụ lục của ${by ?? `“${set.name}”`}: ${known.vi}, nên không kết luận đơn vị nào đạt hay chưa đạt`,
    en: `The annex of ${by ?? `“${set.name}”`} is not known to the system: ${known.en}, so no unit is said to meet or fail any`
  }
}

/**
 * What these units hold of the set `from`, when a set of which only the frame is known takes its place.
 *
 * **Details** No verdict under the new set is made up: each is "no threshold". What criteria of both sets seem to be about the same
 * (`counterparts`) only puts what is held beside what is to come. `document`: the decision that issues the new set.
 */
export const frameReplacementOf = (
  judged: Judged,
  from: CriteriaSetId,
  to: CriteriaSet,
  document: string | null,
  units: ReadonlyArray<Pick<Unit, "id">>
): FrameReplacement => {
  const places = placesOf(judged, from, units)
  const national = new Set(places.flatMap(({ group }) => group.sets.get(from)?.derivesFrom?.set ?? []))
  const pairs = (to.counterparts ?? []).filter(({ set }) => set === from || national.has(set))
  const names = new Map(places.flatMap(({ bound }) => bound.criteria.map(({ name, no }) => [no, name] as const)))
  const numbers = [...names.keys()].toSorted((a, b) => a - b)
  const framed = places.map(({ at, bound, unit }): FramedUnit => {
    const own = new Map(bound.criteria.map(({ codes, no }) => [no, verdictOf(codes[at])]))
    return {
      unit,
      before: verdictOf(bound.codes[at]),
      metBefore: bound.met[at] ?? 0,
      verdicts: numbers.map((no) => own.get(no) ?? null)
    }
  })
  const place = new Map(numbers.map((no, at) => [no, at]))
  const holdingOf = (counterparts: ReadonlyArray<number>): FrameCriterion["holding"] => {
    const own = framed.map(({ verdicts }) => counterparts.map((no) => verdicts[place.get(no) ?? -1]))
    const all = own.filter((verdicts) => verdicts.every(holds)).length
    const lacking = own.filter((verdicts) => verdicts.includes("notMet")).length
    return counterparts.length === 0 ? null : { all, lacking, open: own.length - all - lacking }
  }
  return {
    reason: reasonOf(to, document),
    criteria: to.criteria.map(({ name, no }) => {
      const counterparts = pairs
        .filter((pair) => pair.to === no && place.has(pair.criterion))
        .map((pair) => pair.criterion)
      return {
        no,
        name,
        verdict: "noThreshold",
        counterparts,
        confidence: counterparts.length === 0 ? null : "inferred",
        holding: holdingOf(counterparts)
      }
    }),
    old: numbers.map((no, at) => ({
      no,
      name: names.get(no) ?? String(no),
      counterparts: pairs.filter((pair) => pair.criterion === no).map((pair) => pair.to),
      met: framed.filter(({ verdicts }) => holds(verdicts[at])).length
    })),
    units: framed
  }
}
