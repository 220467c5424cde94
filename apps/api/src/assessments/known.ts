import {
  CriteriaSets,
  type Known,
  knownOf,
  type LatestQuestion,
  Observations,
  Recognitions
} from "@ntm/domain/criteria"
import { Reorganisations } from "@ntm/domain/units"
import type { Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { refused } from "./asking.ts"
import { Kept } from "./kept.ts"
import { perScope } from "../people/kept-per-scope.ts"

/** What was known beside values at a moment, and a name for it: another one as soon as anything of it changed. */
export interface KnownThen {
  readonly known: Known
  readonly version: string
  /** As known when everything else is; null while nothing was ever recorded or loaded. */
  readonly knownAt: Moment | null
}

/** Now and a moment before it are compared; a few more are looked at side by side. */
const MOST_KEPT = 4

/** The moment of what is known now: asked again with it, an answer is the same for ever. */
export const momentOf = Effect.fn("assessments.moment")(function* (question: LatestQuestion) {
  const port = yield* Observations
  return (yield* port.columns({ ...question, knownAt: null, units: [], inputs: [], days: false })).knownAt
})

const registerThen = Effect.fnUntraced(function* (knownAt: Moment | null) {
  const port = yield* Reorganisations
  if (knownAt !== null) return yield* port.registerAt(knownAt)
  const { chronicle, version } = yield* port.register()
  return { chronicle, version: String(version) }
})

/** Before the first load nothing was known: that is no answer of zeros, and the sentence says from when on there is one. */
export const refuseUnknown = Effect.fnUntraced(function* (path: string, moment: Moment) {
  const since = yield* (yield* CriteriaSets).knownSince()
  return yield* refused(path, {
    vi: `vào lúc ${moment} chưa có bộ tiêu chí nào được nạp${since === null ? "" : `; bộ đầu tiên được nạp lúc ${since}`}`,
    en: `at ${moment} no criteria set was known${since === null ? "" : `; the first was loaded at ${since}`}`
  })
})

/**
 * Reads everything but values that verdicts rest on (register, criteria sets, recognitions), as known at the moment asked for.
 *
 * **Details** Read anew only when something of it changed. A question that names no moment is given that of now, so that all parts
 * of an answer are of one. `path`: the parameter that names the moment.
 */
export const makeKnown = () => {
  const keptOf = perScope(() => new Kept<Known>(MOST_KEPT))
  return Effect.fn("assessments.known")(function* (question: LatestQuestion, path = "known_at") {
    const knownAt = question.knownAt ?? (yield* momentOf(question))
    const { chronicle, version: register } = yield* registerThen(knownAt)
    const port = yield* CriteriaSets
    const version = `${register} ${knownAt === null ? "" : yield* port.version(knownAt)}`
    const kept = yield* keptOf
    const before = kept.get(version)
    if (before !== undefined) return { known: before, version, knownAt } satisfies KnownThen
    const sets = yield* port.list(knownAt)
    if (sets.length === 0 && question.knownAt !== null) return yield* refuseUnknown(path, question.knownAt)
    const recognitions = yield* (yield* Recognitions).list(knownAt)
    const known = knownOf({ chronicle, sets, recognitions })
    // While nothing was recorded there is no moment to name it by.
    if (knownAt !== null) kept.put(version, known)
    return { known, version, knownAt } satisfies KnownThen
  })
}
