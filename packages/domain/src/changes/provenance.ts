import { Context } from "effect"
import type { PersonId } from "../people/index.ts"
import type { ChangeOrigin } from "./change.ts"

/** Who changes something, and from where. */
export interface ChangedBy {
  readonly person: PersonId | null
  readonly origin: ChangeOrigin
}

/** On whose behalf whatever runs now runs: what is changed meanwhile is entered under it. Null: of the program itself. */
export const ChangesBy = Context.Reference<ChangedBy | null>("@ntm/domain/changes/ChangesBy", {
  defaultValue: () => null
})
