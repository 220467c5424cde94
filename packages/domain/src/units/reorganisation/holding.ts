import { Schema } from "effect"
import { Bilingual } from "../../values/index.ts"
import { UnitId } from "../unit.ts"

/** What can rest on a unit besides its own row. */
export const HoldingKind = Schema.Literals([
  "facts",
  "recognition",
  "target",
  "funding",
  "work",
  "item",
  "assignment",
  "dossier",
  "scope"
])
export type HoldingKind = typeof HoldingKind.Type

/** Things of one kind that rest on a unit on the day before an event. */
export const Holding = Schema.Struct({
  kind: HoldingKind,
  unit: UnitId,
  /** How many things are meant; one line may stand for all the values of a unit. */
  count: Schema.Int,
  /** As a list names them: "Nhiệm vụ 1.2 (61/KH-UBND)". */
  label: Bilingual
})
export type Holding = typeof Holding.Type

/** What an event makes of a unit, as far as what rests on it is concerned. */
export const Lot = Schema.Literals(["same", "grows", "absorbs", "shrinks", "merged", "divided", "closed"])
export type Lot = typeof Lot.Type

/**
 * What becomes of a thing.
 *
 * **Details** `stays` with the unit; `follows` to the one that takes all its ground; `derived` for the takers by rule,
 * provisionally; `shared` by all takers; `decide`: nobody but a person can say; `history`: it stays readable up to the last day.
 */
export const HoldingFate = Schema.Literals(["stays", "follows", "derived", "shared", "decide", "history"])
export type HoldingFate = typeof HoldingFate.Type

/** A thing, what becomes of it, and why. */
export interface HoldingOutcome extends Holding {
  readonly lot: Lot
  readonly fate: HoldingFate
  /** The units that it goes to or is derived for; empty where it stays or ends. */
  readonly to: ReadonlyArray<UnitId>
  readonly because: Bilingual
}
