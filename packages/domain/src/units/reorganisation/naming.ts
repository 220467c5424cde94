import type { Bilingual } from "../../values/index.ts"
import type { Refusal, RefusalKind } from "./refusal.ts"
import type { UnitRef } from "./reorganisation.ts"
import type { Unit } from "../unit.ts"

/** A unit as a reader knows it: "xã Vĩnh An (11825)". */
export const labelOf = (unit: Pick<Unit, "type" | "name" | "code">): string =>
  `${unit.type} ${unit.name} (${unit.code})`

/** A reference as it was written. */
export const refLabel = (ref: UnitRef): string =>
  "code" in ref ? ref.code : "key" in ref ? `“${ref.key}”` : `#${ref.id}`

export const refusal = (
  kind: RefusalKind,
  change: number | null,
  unit: string | null,
  vi: string,
  en: string
): Refusal => ({ kind, change, unit, sentence: { vi, en } satisfies Bilingual })
