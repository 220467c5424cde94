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

/**
 * Under what the reference data that the program brings along is entered: a new build loads it anew, which makes an entry of everything that it holds. The
 * load itself (`sourceImport`) stands for all of them in the trail, unless they are asked for.
 */
export const referenceLoad: ChangedBy = {
  person: null,
  origin: { name: null, question: "ntm: reference data", address: null, request: null, agent: null }
}
