import { Context, type Effect } from "effect"
import type { DocumentId } from "../documents/index.ts"
import type { Assignment } from "./assignment.ts"

/** Assignments by document. */
export class Assignments extends Context.Service<
  Assignments,
  {
    /** Ordered by due day (those without one last), then as printed. `query` is matched without diacritics. */
    readonly list: (filter: {
      readonly document: DocumentId | null
      readonly query: string | null
    }) => Effect.Effect<ReadonlyArray<Assignment>>
    /** All of them, those of a document together and as it prints them. */
    readonly printed: () => Effect.Effect<ReadonlyArray<Assignment>>
  }
>()("@ntm/domain/assignments/Assignments") {}
