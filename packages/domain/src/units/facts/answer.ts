import { Schema } from "effect"
import type { Bilingual } from "../../values/index.ts"
import type { UnitId } from "../unit.ts"
import type { Range } from "./range.ts"
import type { Report } from "./series.ts"
import type { KnownShare } from "./weighing.ts"

/** One value that a derived value rests on. */
export interface Part<R extends Report> {
  /** The unit that reported it, as it was on the day of the report. */
  readonly unit: UnitId
  readonly report: R
  /** How much of that unit is in the one that was asked of. */
  readonly share: KnownShare
  /** True where all of it is. */
  readonly whole: boolean
  /** What that unit weighed at the event by the weight of the rule; null where it is not known, or the rule has none. */
  readonly weight: number | null
  /** True where some link to it was inferred rather than read in a legal text. */
  readonly inferred: boolean
}

interface Known {
  readonly unit: UnitId
  /** Of numbers; null of what is attested. */
  readonly range: Range | null
  /** Of what is attested; null of numbers. */
  readonly holds: boolean | null
  /** Whether this is the very value: there is nothing between its bounds. */
  readonly exact: boolean
}

/** The unit's own report about the ground that was asked of. */
export interface Reported<R extends Report> extends Known {
  readonly kind: "reported"
  readonly provisional: false
  readonly report: R
}

/** A value derived over events: provisional until the unit itself reports. */
export interface Derived<R extends Report> extends Known {
  readonly kind: "derived"
  readonly provisional: true
  /** `forward`: from what the unit was formed of; `backward`: from what it passed into, at a later day. */
  readonly way: "forward" | "backward"
  /** `exact` where every part is whole, so that lineage alone gives the value; else `apportioned`. */
  readonly basis: "exact" | "apportioned"
  readonly parts: ReadonlyArray<Part<R>>
  /** True where some link was inferred rather than read in a legal text. */
  readonly inferred: boolean
}

/**
 * Why there is no value: a report is missing; the rule carries nothing; what is attested does not go back over a merger;
 * a weight is not known; nothing bounds it; a value is not of the rule's kind; the unit does not stand on that day.
 */
export const NoValueKind = Schema.Literals([
  "missing",
  "notCarried",
  "notBackward",
  "noWeight",
  "unbounded",
  "wrongKind",
  "notStanding"
])
export type NoValueKind = typeof NoValueKind.Type

/** No value, and why: never a zero. */
export interface NoValue {
  readonly kind: "none"
  readonly unit: UnitId
  readonly reason: {
    readonly kind: NoValueKind
    /** The units that it is about: whose report or weight is missing. */
    readonly units: ReadonlyArray<UnitId>
    readonly sentence: Bilingual
  }
}

/** The value of a series for one unit, as it is asked on a day's boundaries. */
export type Answer<R extends Report> = Reported<R> | Derived<R> | NoValue
