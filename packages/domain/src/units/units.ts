import type { Effect } from "effect"
import { Context, Schema } from "effect"
import { Day } from "../values/index.ts"
import { type Unit, UnitCode, type UnitLevel } from "./unit.ts"

export class UnitNotFound extends Schema.TaggedError<UnitNotFound>()("UnitNotFound", { code: UnitCode, asOf: Day }) {
  override get message() {
    return `Không có đơn vị mã ${this.code} vào ngày ${this.asOf} · No unit with code ${this.code} on ${this.asOf}`
  }
}

/** A unit with its direct predecessors and successors. */
export interface UnitStory {
  readonly unit: Unit
  readonly predecessors: ReadonlyArray<{
    readonly unit: Unit
    readonly share: "whole" | "part"
    readonly inferred: boolean
  }>
  readonly successors: ReadonlyArray<{
    readonly unit: Unit
    readonly share: "whole" | "part"
    readonly inferred: boolean
  }>
}

/** The registers of administrative units. Every question is asked as of a day; lists come in Vietnamese order. */
export class Units extends Context.Service<
  Units,
  {
    /** `query` is matched without diacritics, by the start of any word of the name, or by code. */
    readonly find: (filter: {
      readonly asOf: Day
      readonly level: UnitLevel | null
      readonly parent: UnitCode | null
      readonly query: string | null
      readonly limit: number
    }) => Effect.Effect<ReadonlyArray<Unit>>
    /**
     * Every unit that stands on the day, or with `within` that unit and all below it: higher levels first, each level
     * in Vietnamese order, so a unit comes after the one it lies below. Empty if `within` names no unit on the day.
     */
    readonly tree: (asOf: Day, within: UnitCode | null) => Effect.Effect<ReadonlyArray<Unit>>
    readonly get: (code: UnitCode, asOf: Day) => Effect.Effect<UnitStory, UnitNotFound>
    /** How many units of each level stand on that day. */
    readonly count: (asOf: Day) => Effect.Effect<Readonly<Record<UnitLevel, number>>>
  }
>()("@ntm/domain/units/Units") {}
