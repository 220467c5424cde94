import type { Effect } from "effect"
import { Context, Schema } from "effect"
import type { DocumentId } from "../../documents/index.ts"
import type { Moment } from "../../values/index.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import { CriteriaSetId } from "./set-id.ts"
import type { SetResults } from "../results/results.ts"

export class CriteriaSetNotFound extends Schema.TaggedError<CriteriaSetNotFound>()("CriteriaSetNotFound", {
  id: CriteriaSetId
}) {
  override get message() {
    return `Không có bộ tiêu chí “${this.id}” · No criteria set “${this.id}”`
  }
}

/**
 * Criteria sets, and the results under them that documents publish.
 *
 * **Details** What a set said before another body took its place is kept, with the moments from and until which it was known.
 */
export class CriteriaSets extends Context.Service<
  CriteriaSets,
  {
    /** Of sets and recognitions together as known at the moment: the same one always names the same. */
    readonly version: (knownAt: Moment) => Effect.Effect<string>
    /** As known at the moment, where one is named; none before the first were loaded. */
    readonly list: (knownAt?: Moment | null) => Effect.Effect<ReadonlyArray<CriteriaSet>>
    /** When the first of them became known; null while none is. */
    readonly knownSince: () => Effect.Effect<Moment | null>
    readonly get: (id: CriteriaSetId) => Effect.Effect<CriteriaSet, CriteriaSetNotFound>
    /** In the order of the printed table. */
    readonly results: (document: DocumentId) => Effect.Effect<ReadonlyArray<SetResults>>
  }
>()("@ntm/domain/criteria/CriteriaSets") {}
