import { Context, type Effect } from "effect"
import type { Agency } from "./agency.ts"

/** Agencies with their names in time: some tens a province. `agencyDirectory` reads names and follows mergers. */
export class Agencies extends Context.Service<
  Agencies,
  {
    /** All of them, by id. */
    readonly list: () => Effect.Effect<ReadonlyArray<Agency>>
  }
>()("@ntm/domain/assignments/Agencies") {}
