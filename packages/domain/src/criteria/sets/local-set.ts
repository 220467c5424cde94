import type { UnitCode } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import type { Amendment } from "./amendment.ts"
import type { CriteriaSet, SetInput } from "./criteria-set.ts"
import type { Indicator } from "./indicator.ts"
import type { Rule } from "../rules/rule.ts"
import { staying } from "./local-stays.ts"
import type { CriteriaSetId } from "./set-id.ts"
import type { Threshold } from "../rules/threshold.ts"

/** What a province decides on top of a national set: its own decisions, each from its day on. */
export interface LocalDecision {
  readonly id: CriteriaSetId
  readonly name: string
  readonly province: UnitCode
  readonly from: Day
  readonly legalBases: CriteriaSet["legalBases"]
  readonly amendments: ReadonlyArray<Amendment>
  /** True: with it every criterion can be judged, though only a skeleton of the national set is known. */
  readonly completes?: boolean
  /** Reported for what it adds. */
  readonly inputs: ReadonlyArray<SetInput>
  readonly source: unknown
}

type Rename = (set: CriteriaSetId) => CriteriaSetId

const threshold = (before: Threshold, rename: Rename): Threshold =>
  "times" in before ? { ...before, set: rename(before.set) } : before

/** `again`: sets that a title is checked against; a title itself is held under whichever set it was granted. */
const rule = (before: Rule, rename: Rename, again: Rename = (id) => id): Rule => {
  switch (before.op) {
    case "all":
    case "any":
    case "atLeast":
      return { ...before, rules: before.rules.map((one) => rule(one, rename, again)) }
    case "when":
      return {
        ...before,
        rule: rule(before.rule, rename, again),
        otherwise: before.otherwise === null ? null : rule(before.otherwise, rename, again)
      }
    case "eachSex":
      return { ...before, rule: rule(before.rule, rename, again) }
    case "between":
      return { ...before, low: threshold(before.low, rename), high: threshold(before.high, rename) }
    case "criterionMet":
      return { ...before, set: rename(before.set) }
    case "holds":
      return before.revalidate && before.set !== null ? { ...before, set: again(before.set) } : before
    case "attested":
    case "criterionLost":
    case "allCriteria":
      return before
    default:
      return { ...before, threshold: threshold(before.threshold, rename) }
  }
}

const indicator = (before: Indicator, rename: Rename, again?: Rename): Indicator => ({
  ...before,
  rule: before.rule === null ? null : rule(before.rule, rename, again),
  versions: before.versions.map((version) => ({
    ...version,
    rule: version.rule === null ? null : rule(version.rule, rename)
  }))
})

const amendment = (before: Amendment, rename: Rename): Amendment => ({
  ...before,
  changes: before.changes.map((change) => {
    if (change.change === "replace") return { ...change, rule: rule(change.rule, rename) }
    if (change.change === "add") return { ...change, indicator: indicator(change.indicator, rename) }
    if (change.change !== "addCriterion") return change
    const { criterion } = change
    return {
      ...change,
      criterion: { ...criterion, indicators: criterion.indicators.map((one) => indicator(one, rename)) }
    }
  })
})

/**
 * The set of a province: the national one with its decisions on top, under a name of its own.
 *
 * **Details** Inputs keep their national names, so that one observation serves both. `siblings` are the province's other sets
 * by the national set that each derives from: "1,1 lần mức nâng cao" and "đạt tiêu chí 4" then mean the province's own. A tier
 * held stays a tier held under whichever set it was recognised. Of later decisions of the nation `staying` says what they do here.
 */
export const localSet = (
  national: CriteriaSet,
  local: LocalDecision,
  siblings: ReadonlyMap<CriteriaSetId, CriteriaSetId> = new Map()
): CriteriaSet => {
  const rename: Rename = (id) => siblings.get(id) ?? id
  const known = new Set(national.inputs.map(({ input }) => input))
  return {
    ...national,
    id: local.id,
    name: local.name,
    doNotEvaluate: national.doNotEvaluate && local.completes !== true,
    derivesFrom: { set: national.id, province: local.province, from: local.from },
    legalBases: [...national.legalBases, ...local.legalBases],
    conditions: national.conditions.map((one) => indicator(one, rename)),
    criteria: national.criteria.map((one) => ({
      ...one,
      indicators: one.indicators.map((line) => indicator(line, rename))
    })),
    amendments: staying(national.amendments, local.amendments).map((one) => amendment(one, rename)),
    inputs: [...national.inputs, ...local.inputs.filter(({ input }) => !known.has(input))],
    source: local.source
  }
}

/** The set by which units of a province are judged on a day where `id` is asked for: the province's own if it has one by then. */
export const standsIn = (
  sets: ReadonlyArray<CriteriaSet>,
  id: CriteriaSetId,
  province: UnitCode,
  day: Day
): CriteriaSetId => {
  const own = sets.find(
    ({ derivesFrom }) => derivesFrom?.set === id && derivesFrom.province === province && derivesFrom.from <= day
  )
  return own?.id ?? id
}

/** The set, as of a day, with every set that it asks about under the name by which it stands there; also those that titles are checked against. */
export const referring = (set: CriteriaSet, rename: Rename): CriteriaSet => {
  const { conditions, criteria, recognition, requires } = set
  const within = (before: Rule): Rule => rule(before, rename, rename)
  return {
    ...set,
    requires: requires.map((one) => ({ ...one, set: rename(one.set) })),
    conditions: conditions.map((one) => indicator(one, rename, rename)),
    criteria: criteria.map((one) => ({
      ...one,
      indicators: one.indicators.map((line) => indicator(line, rename, rename))
    })),
    recognition: {
      ...recognition,
      grant: recognition.grant.map((gate) => ({ ...gate, rule: within(gate.rule) })),
      withdraw: recognition.withdraw === null ? null : within(recognition.withdraw)
    }
  }
}
