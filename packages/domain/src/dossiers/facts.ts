import { Schema } from "effect"
import { CriteriaSetId, Verdict } from "../criteria/index.ts"
import { Day, Dong } from "../values/index.ts"

/**
 * What the system itself knows of the unit of a dossier, on the day asked: what its papers fill themselves with.
 *
 * **Details** `assessment` null: it could not be judged by the set of the dossier. `seal`: the hash of the proof, where one was made.
 * `overdueDebt` in đồng: construction debt beyond the limit; null: not known.
 */
export const DossierFacts = Schema.Struct({
  assessment: Schema.NullOr(
    Schema.Struct({
      set: CriteriaSetId,
      asOf: Day,
      verdict: Verdict,
      /** Criteria that count as met, of how many. */
      met: Schema.Int,
      outOf: Schema.Int,
      seal: Schema.NullOr(Schema.String)
    })
  ),
  overdueDebt: Schema.NullOr(Dong)
})
export type DossierFacts = typeof DossierFacts.Type
