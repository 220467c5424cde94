import type { Change } from "../change.ts"
import { changedRows, type RowsTold } from "../lines.ts"
import { headlineOf } from "./headline.ts"
import { type KeptKind, type Names, type Reference } from "./names.ts"

/** A reference to something that only the store knows the name of. */
export interface KeptReference {
  readonly kind: KeptKind
  readonly key: string
}

const isKept = (reference: Reference): reference is KeptReference =>
  reference.kind !== "unit" && reference.kind !== "person" && reference.kind !== "input"

/**
 * Everything that entries name and whose names the store has to look up, each once: for all of them in one question.
 *
 * **Details** They are told once with names that only note what they were asked for, so that nothing that is told can be left out here.
 */
export const referencesOf = (
  entries: ReadonlyArray<Change>,
  told: Omit<RowsTold, "names">
): ReadonlyArray<KeptReference> => {
  const asked = new Map<string, KeptReference>()
  const names: Names = (reference) => {
    if (isKept(reference)) asked.set(`${reference.kind} ${reference.key}`, reference)
    return undefined
  }
  for (const entry of entries) {
    changedRows(entry, { ...told, names })
    headlineOf(entry, names)
  }
  return [...asked.values()]
}
