import { Context, type Effect } from "effect"
import type { DocumentId } from "../documents/index.ts"
import type { FundingTable } from "./table.ts"

/** Funding as published. */
export class Funding extends Context.Service<
  Funding,
  {
    /** Tables of one document, or of all for null. */
    readonly tables: (document: DocumentId | null) => Effect.Effect<ReadonlyArray<FundingTable>>
  }
>()("@ntm/domain/funding/Funding") {}
