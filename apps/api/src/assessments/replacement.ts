import type { SetReplacement } from "@ntm/contract"
import { type CriteriaSet, type LatestQuestion, replacementOf } from "@ntm/domain/criteria"
import type { Unit } from "@ntm/domain/units"
import { Effect } from "effect"
import { assessedSetOf, namedUnit, refused } from "./asking.ts"
import { type Bench, usedIn } from "./judged.ts"
import type { KnownThen } from "./known.ts"

/** One set in the place of another, for the units below one. */
interface ReplacementAsked {
  readonly question: LatestQuestion
  readonly parent: Unit | null
  readonly from: CriteriaSet
  readonly to: CriteriaSet
}

/** What units lose and gain when one set takes the place of another: both judge the same facts. */
export const replacementIn = Effect.fn("assessments.replacement")(function* (
  current: KnownThen,
  { from, parent, question, to }: ReplacementAsked,
  { illustrative, judged: judge }: Bench
) {
  if (from.id === to.id)
    return yield* refused("with", { vi: "phải là một bộ khác", en: "must be another set than the first" })
  if (from.level !== to.level)
    return yield* refused("with", {
      vi: `“${to.name}” không dành cho cùng cấp đơn vị với “${from.name}”`,
      en: `“${to.id}” is for units of another level than “${from.id}”`
    })
  const scope = yield* judge(current, question, from, parent, to)
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
    illustrative: (yield* illustrative(scope, question)).size
  }
  return answer
})
