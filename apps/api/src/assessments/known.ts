import { CriteriaSets, type Known, knownOf, Recognitions } from "@ntm/domain/criteria"
import { Reorganisations } from "@ntm/domain/units"
import { Effect } from "effect"

/** What is known beside values, and a name for it: another one as soon as anything of it changed. */
export interface KnownNow {
  readonly known: Known
  readonly version: string
}

/** Reads everything but values that verdicts rest on, anew only when something of it changed. */
export const makeKnown = () => {
  let last: KnownNow | null = null
  return Effect.fn("assessments.known")(function* () {
    const { chronicle, version: register } = yield* (yield* Reorganisations).register()
    const port = yield* CriteriaSets
    const version = `${register} ${yield* port.version()}`
    if (last?.version === version) return last
    const sets = yield* port.list()
    const recognitions = yield* (yield* Recognitions).list()
    last = { known: knownOf({ chronicle, sets, recognitions }), version }
    return last
  })
}
