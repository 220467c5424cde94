import type { Effect } from "effect"
import { Context } from "effect"
import type { Day } from "../../values/index.ts"
import type { BoundaryImport, UnitBoundary } from "./boundary.ts"
import type { RegisterChanged } from "../reorganisation/reorganisations.ts"
import type { UnitId } from "../unit.ts"

/** Boundaries of one file, checked against the register of `version`. */
export interface NewBoundaries {
  readonly asOf: Day
  readonly file: string | null
  readonly sha256: string
  readonly version: number
  readonly boundaries: ReadonlyArray<UnitBoundary>
}

/** `unchanged`: this very file is in force for that day already, nothing was written. */
export interface RecordedBoundaries {
  readonly state: "recorded" | "unchanged"
  readonly import: BoundaryImport
}

/**
 * Known boundaries of units' ground. One belongs to a unit and to one extent of it: `boundariesFor` says which holds on a day.
 * Nothing is overwritten: what a later file replaces stays, marked as superseded.
 */
export class Boundaries extends Context.Service<
  Boundaries,
  {
    /** Another number as soon as any boundary was recorded; 0 before the first. */
    readonly version: () => Effect.Effect<number>
    /** All boundaries in force of these units, of whichever extent. */
    readonly of: (units: ReadonlyArray<UnitId>) => Effect.Effect<ReadonlyArray<UnitBoundary>>
    /** Every file that was recorded, the newest first. */
    readonly imports: () => Effect.Effect<ReadonlyArray<BoundaryImport>>
    /**
     * Records the boundaries of a file, wholly or not at all, in the place of those in force for the same units and extents.
     *
     * **Details** Refused when anything about units was written since the register of `version` was read.
     */
    readonly replace: (file: NewBoundaries) => Effect.Effect<RecordedBoundaries, RegisterChanged>
  }
>()("@ntm/domain/units/Boundaries") {}
