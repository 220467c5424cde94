import type { Unit } from "../units/index.ts"
import type { Day } from "../values/index.ts"
import type { ItemKind } from "./item.ts"

/** An entry as it stands on a day. */
export interface ItemState {
  readonly counts: boolean
  readonly stars: number | null
  readonly until: Day | null
  /** Of a certificate: days until it expires; negative once it has. */
  readonly days: number | null
}

/** How many entries count of a unit and everything below it, against what a plan wants. */
export interface ItemCount {
  readonly unit: Pick<Unit, "id" | "code" | "name" | "type"> | null
  readonly kind: ItemKind
  readonly year: number
  /** New in the year, and all that count on the day. */
  readonly added: number
  readonly total: number
  readonly byStars: ReadonlyArray<{ readonly stars: number; readonly count: number }>
  /** Of trainings and meetings: who attended, summed. */
  readonly people: number | null
  readonly target: {
    readonly document: string
    readonly id: string
    readonly text: string
    readonly value: number
  } | null
}
