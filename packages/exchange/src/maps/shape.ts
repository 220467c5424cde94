import type { Polygon, UnitCode } from "@ntm/domain/units"

export type { Polygon, Position, Ring } from "@ntm/domain/units"

/**
 * The land of one unit as it is drawn: a known boundary, or a cell around the unit's centre where none is known.
 * A commune of the pilot has some 270 positions, the largest 1,300; a cell has about 7.
 */
export interface UnitShape {
  readonly code: UnitCode
  readonly source: "boundary" | "cell"
  /** Put together from the shapes of the units that it was formed of, or that lie below it. */
  readonly fromParts?: true
  readonly polygons: ReadonlyArray<Polygon>
}
