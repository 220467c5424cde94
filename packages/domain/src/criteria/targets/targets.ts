import { Context, type Effect } from "effect"
import type { DocumentId } from "../../documents/index.ts"
import type { Target } from "./target.ts"

/** Targets as plans state them. */
export class Targets extends Context.Service<
  Targets,
  {
    /** Of one document, or of all for null; as printed. */
    readonly list: (document: DocumentId | null) => Effect.Effect<ReadonlyArray<Target>>
  }
>()("@ntm/domain/criteria/Targets") {}
