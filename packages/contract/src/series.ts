import { Acceptance, InputKey, type InputSpec, type ObservationId } from "@ntm/domain/criteria"
import { type NoValue, type Part, type Report, type Unit, UnitCode, UnitLevel } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { listing } from "./endpoint.ts"

/** A unit as it stood on the day of its report. */
export type PartUnit = Pick<Unit, "id" | "code" | "name" | "type">

/** A reported value that a line rests on, and how much of the unit that reported it lies in the unit of the line. */
export interface SeriesPart extends Pick<Part<Report>, "share" | "whole" | "weight" | "inferred"> {
  readonly unit: PartUnit
  readonly day: Day
  /** True or false for what is attested. */
  readonly value: number | boolean
  readonly observation: ObservationId
  /** Made for illustration: no figure of any office. */
  readonly illustrative: boolean
}

/** The unit's own value, or one derived over events, which is provisional. */
export interface SeriesValueLine {
  readonly unit: Unit
  readonly kind: "reported" | "derived"
  /** The value where it is exact; null where it is known only to lie between `low` and `high`. */
  readonly value: number | boolean | null
  /** The bounds of a number, which hold whatever is not known of shares; equal where it is exact. Null for what is attested. */
  readonly low: number | null
  readonly high: number | null
  /** Between the bounds, where shares are known: takes a part of a unit to be like its whole. */
  readonly estimate: number | null
  readonly provisional: boolean
  /** `own` report; `exact` where lineage alone gives the value; `apportioned` where some unit was divided. */
  readonly basis: "own" | "exact" | "apportioned"
  /** From what it was formed of, or back from what it passed into; null for an own report. */
  readonly way: "forward" | "backward" | null
  /** Some link to the parts was inferred rather than read in a legal text. */
  readonly inferred: boolean
  readonly parts: ReadonlyArray<SeriesPart>
}

/** No value, and why: never a zero. */
export interface SeriesNoneLine {
  readonly unit: Unit
  readonly kind: "none"
  readonly provisional: false
  readonly parts: ReadonlyArray<never>
  readonly reason: NoValue["reason"]
}

/** A unit that stands on the day of the boundaries, with the value of the series for it. */
export type SeriesLine = SeriesValueLine | SeriesNoneLine

export const series = {
  /**
   * An input on any day's boundaries: for the units of `level` (commune) that stand below `unit` on the day `boundaries`
   * (as `as_of`), its value as it stood on `as_of` (today), in Vietnamese order.
   *
   * **Details** `unit` is the code on the day `boundaries`. Values pass by the input's own rule: exact where lineage allows,
   * between bounds where a unit was divided, refused with the reason otherwise. Asked again with `knownAt`, the same comes
   * back; it is null while nothing was ever recorded.
   */
  asked: listing<
    SeriesLine,
    {
      readonly asOf: Day
      readonly boundaries: Day
      readonly knownAt: Moment | null
      readonly input: InputSpec
    }
  >()(
    "/series/:input",
    Schema.Struct({ input: InputKey }),
    Schema.Struct({
      unit: UnitCode,
      as_of: Schema.optionalKey(Day),
      boundaries: Schema.optionalKey(Day),
      level: Schema.optionalKey(UnitLevel),
      known_at: Schema.optionalKey(Moment),
      accept: Schema.optionalKey(Acceptance)
    })
  )
}
