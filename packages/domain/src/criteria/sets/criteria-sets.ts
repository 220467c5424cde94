import type { Effect } from "effect"
import { Context, Schema } from "effect"
import type { DocumentId } from "../../documents/index.ts"
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

/** Criteria sets, and the results under them that documents publish. */
export class CriteriaSets extends Context.Service<
  CriteriaSets,
  {
    /** Another one as soon as sets, recognitions or targets were loaded anew. */
    readonly version: () => Effect.Effect<string>
    readonly list: () => Effect.Effect<ReadonlyArray<CriteriaSet>>
    readonly get: (id: CriteriaSetId) => Effect.Effect<CriteriaSet, CriteriaSetNotFound>
    /** In the order of the printed table. */
    readonly results: (document: DocumentId) => Effect.Effect<ReadonlyArray<SetResults>>
  }
>()("@ntm/domain/criteria/CriteriaSets") {}
