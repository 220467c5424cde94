import {
  CriteriaSetId,
  type Movement,
  type ObservationRecord,
  type Recognition,
  type SetVersion
} from "@ntm/domain/criteria"
import { type Unit, UnitCode } from "@ntm/domain/units"
import { type Bilingual, Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import type { AssessedSet, NamedUnit } from "./assessments.ts"
import { get } from "./endpoint.ts"
import { Nothing } from "./query.ts"

/** The records behind a value that moved in a step; null where there is none at that end, or the value was carried. */
export interface MovedRecord {
  readonly cause: Movement["steps"][number]["cause"]
  readonly unit: number
  readonly column: string
  readonly before: ObservationRecord | null
  readonly after: ObservationRecord | null
}

/** A decision that changed a set between the two days. */
export interface MovingAmendment {
  readonly set: string
  readonly number: string
  readonly from: Day
  /** Codes of the indicators that it changes. */
  readonly changes: ReadonlyArray<string>
}

/**
 * An event that ended or began units of the group: between the two days (`boundaries`), or known at one of the two moments only, as it
 * was applied or undone in between (`knowledge`).
 */
export interface MovingEvent {
  readonly cause: "knowledge" | "boundaries"
  readonly id: string
  readonly day: Day
  readonly document: string
}

/** A decision on a title that only one of the two moments knows as it reads: made known, put right, or taken back in between. */
export interface MovingRecognition {
  readonly unit: NamedUnit
  /** Null: the earlier moment knows none of this document for the unit. */
  readonly before: Recognition | null
  readonly after: Recognition | null
}

/** Why the numbers of a group moved, with the records behind. */
export interface MovementAnswer extends Movement {
  readonly accept: string
  readonly set: AssessedSet
  readonly parent: Unit | null
  /** In which order the causes are told apart. */
  readonly order: Bilingual
  readonly records: ReadonlyArray<MovedRecord>
  readonly amendments: ReadonlyArray<MovingAmendment>
  readonly events: ReadonlyArray<MovingEvent>
  /** Bodies of the set, and of those that derive from it, that became known between the two moments. */
  readonly loads: ReadonlyArray<SetVersion>
  /** Of units of the group. */
  readonly recognitions: ReadonlyArray<MovingRecognition>
  /** Units that the steps speak of by id. */
  readonly mentioned: ReadonlyArray<NamedUnit>
}

export const movements = {
  /**
   * Why the numbers of the units below `unit` (the whole country without) moved from one day to another, each as known at a
   * moment: `to` is today, both moments are now unless they are given.
   *
   * **Details** `unit` is named by its code on `to`, or on `from` where nothing carries it on `to`; on a day on which it does not
   * stand it is what carries its code then.
   */
  group: get<MovementAnswer>()(
    "/rollups/movement",
    Nothing,
    Schema.Struct({
      set: CriteriaSetId,
      unit: Schema.optionalKey(UnitCode),
      from: Day,
      to: Schema.optionalKey(Day),
      from_known_at: Schema.optionalKey(Moment),
      to_known_at: Schema.optionalKey(Moment),
      accept: Schema.optionalKey(Schema.Literals(["submitted", "verified", "approved"]))
    })
  )
}
