import type { Effect, Result } from "effect"
import { Context, Schema } from "effect"
import type { DocumentId } from "../../documents/index.ts"
import type { Moment } from "../../values/index.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import { CriteriaSetId } from "./set-id.ts"
import type { ChangedSet, CriteriaSetRefused, SetSource, SetsLoaded, SetVersion } from "./set-load.ts"
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
    /** Everything that a set ever said, the newest first; of all sets where none is named. */
    readonly versions: (id: CriteriaSetId | null) => Effect.Effect<ReadonlyArray<SetVersion>>
    /**
     * Puts an office's sets in the place of those that are known, wholly or not at all.
     *
     * **Details** `decide` is given what is known while nobody else can change it, and says what shall be; what reads as before
     * is not written again.
     */
    readonly load: (
      decide: (known: ReadonlyArray<CriteriaSet>) => Result.Result<ReadonlyArray<ChangedSet>, CriteriaSetRefused>,
      source: SetSource
    ) => Effect.Effect<SetsLoaded, CriteriaSetRefused>
    /** In the order of the printed table. */
    readonly results: (document: DocumentId) => Effect.Effect<ReadonlyArray<SetResults>>
  }
>()("@ntm/domain/criteria/CriteriaSets") {}
