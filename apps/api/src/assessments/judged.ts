import {
  type CriteriaSet,
  inputsOf,
  type Judged,
  type JudgedPlace,
  judgeUnits,
  type LatestQuestion,
  Observations,
  placesOf,
  type Telling,
  unitsUnder
} from "@ntm/domain/criteria"
import type { Answer, Report, Unit, UnitId } from "@ntm/domain/units"
import { Effect } from "effect"
import { Kept } from "./kept.ts"
import { type KnownThen, momentOf } from "./known.ts"
import { perScope } from "../people/kept-per-scope.ts"
import { isSeen } from "../people/seeing.ts"

/** Units below one, judged by a set. */
export interface JudgedScope {
  readonly judged: Judged
  /** In Vietnamese order. */
  readonly places: ReadonlyArray<JudgedPlace>
  /** The set by which all of them were judged; the one that was asked for where provinces have sets of their own. */
  readonly set: CriteriaSet
  /** Units whose values others reported, with those who did. */
  readonly rests: ReadonlyMap<UnitId, ReadonlySet<UnitId>>
}

/** The set by which all units were judged; the one that was asked for where provinces have sets of their own. */
export const usedIn = ({ groups }: Judged, set: CriteriaSet): CriteriaSet => {
  const [only, ...others] = new Set(groups.flatMap(({ sets }) => sets.get(set.id) ?? []))
  return only === undefined || others.length > 0 ? set : only
}

/** A nation under a set takes some 4 MB. */
const MOST_KEPT = 16

/**
 * Judges scopes, and keeps the last ones as long as nothing that they rest on changes.
 *
 * **Details** Of units that are theirs to see who asks. With `beside` the units that both sets are for are judged by both, on the same facts.
 */
export const makeJudged = () => {
  const keptOf = perScope(() => new Kept<JudgedScope>(MOST_KEPT))
  return Effect.fn("assessments.judged")(function* (
    { known, knownAt, version }: KnownThen,
    asked: LatestQuestion,
    set: CriteriaSet,
    parent: Unit | null,
    beside: CriteriaSet | null = null
  ) {
    const question = { ...asked, knownAt }
    // Beside the moment asked for: one that is still to come knows more with every batch.
    const moment = yield* momentOf(question)
    const key = JSON.stringify([version, moment, question, set.id, parent?.id, beside?.id])
    const kept = yield* keptOf
    const before = kept.get(key)
    if (before !== undefined) return before
    const seen = yield* isSeen
    const all = unitsUnder(known, set, parent, question.asOf).filter(({ id }) => seen(id))
    const others = beside === null ? all : unitsUnder(known, beside, parent, question.asOf)
    const shared = new Set(others.map(({ id }) => id))
    const units = all.filter(({ id }) => shared.has(id))
    const rests = new Map<UnitId, Set<UnitId>>()
    const note = (unit: UnitId, answer: Answer<Report>): void => {
      if (answer.kind !== "derived") return
      const own = rests.get(unit) ?? new Set()
      for (const part of answer.parts) own.add(part.unit)
      rests.set(unit, own)
    }
    const telling: Telling = {
      reasons: false,
      tell: (_, unit, answer) => note(unit, answer),
      tellWindow: (_, unit, answer) => note(unit, answer)
    }
    const ids = [set.id, ...(beside === null ? [] : [beside.id])]
    const judged = yield* judgeUnits(known, yield* Observations, question, ids, units, telling)
    const scope: JudgedScope = {
      judged,
      places: placesOf(judged, set.id, units),
      set: usedIn(judged, set),
      rests
    }
    kept.put(key, scope)
    return scope
  })
}

type Judge = ReturnType<typeof makeJudged>

/** Units among those judged whose values were made up for the demonstration: their own, or those that they rest on. */
export const makeIllustrative = () => {
  const kept = new WeakMap<JudgedScope, ReadonlySet<UnitId>>()
  return Effect.fn("assessments.illustrative")(function* (scope: JudgedScope, question: LatestQuestion) {
    const before = kept.get(scope)
    if (before !== undefined) return before
    const { judged, places, rests } = scope
    const inputs = [
      ...new Set(judged.groups.flatMap(({ assessment }) => inputsOf(assessment.program.columns.values())))
    ]
    const sources = [...rests.values()].flatMap((units) => [...units])
    const units = [...new Set([...places.map(({ unit }) => unit.id), ...sources])]
    const made = yield* (yield* Observations).illustrative({ ...question, knownAt: judged.knownAt, units, inputs })
    const found = new Set(
      places.flatMap(({ unit: { id } }) =>
        made.has(id) || [...(rests.get(id) ?? [])].some((source) => made.has(source)) ? [id] : []
      )
    )
    kept.set(scope, found)
    return found
  })
}

type Illustrative = ReturnType<typeof makeIllustrative>

/** What judges groups of units, and tells which of them rest on values that were made up. */
export interface Bench {
  readonly judged: Judge
  readonly illustrative: Illustrative
}
