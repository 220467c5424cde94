import type { UnitCode } from "@ntm/domain/units"

/** Degrees in WGS 84. */
export type Position = readonly [lon: number, lat: number]

/** Closed: the first position stands again at the end. Outer rings run counter-clockwise, holes clockwise (RFC 7946). */
export type Ring = ReadonlyArray<Position>

/** The outer ring, then its holes. */
export type Polygon = ReadonlyArray<Ring>

/**
 * The land of one unit as it is drawn: a known boundary, or a cell around the unit's centre where none is known.
 * A commune of the pilot has some 270 positions, the largest 1,300; a cell has about 7.
 */
export interface UnitShape {
  readonly code: UnitCode
  readonly source: "boundary" | "cell"
  readonly polygons: ReadonlyArray<Polygon>
}
