import type { SetReplacement } from "@ntm/contract"
import {
  type CriteriaSet,
  frameReplacementOf,
  isFrame,
  type LatestQuestion,
  replacementOf,
  setOn,
  unitsUnder
} from "@ntm/domain/criteria"
import type { Unit } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { frameOf } from "../criteria/summary.ts"
import { assessedSetOf, namedUnit, refused } from "./asking.ts"
import { type Bench, type JudgedScope, usedIn } from "./judged.ts"
import type { KnownThen } from "./known.ts"
import { lettersOf } from "./matrix.ts"

/** How much of a set is in the system, where its decision has more. */
const partialOf = (set: CriteriaSet, day: Day): SetReplacement["partial"] => {
  const { criteria, officialIndicators: official } = setOn(set, day)
  const listed = criteria.reduce((sum, { indicators }) => sum + indicators.length, 0)
  return official === null || listed >= official ? null : { listed, official }
}

/** One set in the place of another, for the units below one. */
interface ReplacementAsked {
  readonly question: LatestQuestion
  readonly parent: Unit | null
  readonly from: CriteriaSet
  readonly to: CriteriaSet
}

/** The new set without a number that could be held against anybody: what units hold of the old one, and why that is all. */
const framedIn = (
  { judged, places }: JudgedScope,
  { from, parent, question, to }: ReplacementAsked,
  illustrative: number
): SetReplacement => {
  const { document } = frameOf(to)
  const all = places.map(({ unit }) => unit)
  const { units, ...frame } = frameReplacementOf(judged, from.id, to, document, all)
  const nothing = { after: "noThreshold" as const, lost: [], gained: [], newlyFailed: [], open: [], metAfter: 0 }
  return {
    asOf: question.asOf,
    knownAt: judged.knownAt,
    accept: question.accept,
    from: assessedSetOf(usedIn(judged, from)),
    to: assessedSetOf(to),
    parent,
    units: units.map(({ before, metBefore, unit }) => ({ unit: namedUnit(unit), before, metBefore, ...nothing })),
    paired: [],
    added: [],
    dropped: [],
    notJudged: 0,
    partial: partialOf(to, question.asOf),
    frame: { ...frame, document, verdicts: units.map(({ verdicts }) => lettersOf(verdicts)) },
    illustrative
  }
}

/**
 * What units lose and gain when one set takes the place of another: both judge the same facts.
 *
 * **Details** Where of the new set only the frame is known, the units are judged by the old one alone.
 */
export const replacementIn = Effect.fn("assessments.replacement")(function* (
  current: KnownThen,
  asking: ReplacementAsked,
  { illustrative, judged: judge }: Bench
) {
  const { from, parent, question, to } = asking
  if (from.id === to.id)
    return yield* refused("with", { vi: "phải là một bộ khác", en: "must be another set than the first" })
  if (from.level !== to.level)
    return yield* refused("with", {
      vi: `“${to.name}” không dành cho cùng cấp đơn vị với “${from.name}”`,
      en: `“${to.id}” is for units of another level than “${from.id}”`
    })
  const scope = yield* judge(current, question, from, parent, to)
  const made = (yield* illustrative(scope, question)).size
  if (isFrame(current.known, to, unitsUnder(current.known, to, parent, question.asOf), question.asOf))
    return framedIn(scope, asking, made)
  const { judged } = scope
  const asked = judged.groups.flatMap(({ units }) => units)
  const { units, ...lines } = replacementOf(judged, from.id, to.id, asked)
  const order = new Map(scope.places.map(({ unit }, at) => [unit.id, at]))
  const answer: SetReplacement = {
    asOf: question.asOf,
    knownAt: judged.knownAt,
    accept: question.accept,
    from: assessedSetOf(usedIn(judged, from)),
    to: assessedSetOf(usedIn(judged, to)),
    parent,
    units: units
      .toSorted((a, b) => (order.get(a.unit.id) ?? 0) - (order.get(b.unit.id) ?? 0))
      .map((one) => ({ ...one, unit: namedUnit(one.unit) })),
    ...lines,
    notJudged: asked.length - units.length,
    frame: null,
    partial: partialOf(usedIn(judged, to), question.asOf),
    illustrative: made
  }
  return answer
})
