import { Schema } from "effect"
import { Day } from "../../values/index.ts"
import { UnitCode, UnitId } from "../unit.ts"

/** Degrees in WGS 84. */
export type Position = readonly [lon: number, lat: number]

/** Closed: the first position stands again at the end. Outer rings run counter-clockwise, holes clockwise (RFC 7946). */
export type Ring = ReadonlyArray<Position>

/** The outer ring, then its holes. */
export type Polygon = ReadonlyArray<Ring>

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === "number" && typeof value[1] === "number"

const isListOf =
  <A>(is: (value: unknown) => value is A) =>
  (value: unknown): value is ReadonlyArray<A> =>
    Array.isArray(value) && value.every(is)

/** Checked by hand: a province has some 30,000 positions, and a schema for each would take longer than to draw them. */
const Polygons = Schema.declare(isListOf(isListOf(isListOf(isPosition))))

/** The ground of a unit as a source states it for a day. */
export const UnitBoundary = Schema.Struct({
  unit: UnitId,
  /** The unit's code on `asOf`, as the source wrote it. */
  code: UnitCode,
  asOf: Day,
  /** What the ground of that day was made of, as `Extent` says it: of another ground this boundary is none. */
  formed: Schema.String,
  polygons: Polygons
})
export type UnitBoundary = typeof UnitBoundary.Type

/** A file of boundaries that was recorded. It stays when a later one takes its place, wholly or for some units. */
export const BoundaryImport = Schema.Struct({
  id: Schema.Int,
  /** Name of the file, without folders; null where nobody named it. */
  file: Schema.NullOr(Schema.String),
  sha256: Schema.String,
  asOf: Day,
  /** ISO 8601 in UTC. */
  recordedAt: Schema.String,
  /** Boundaries that it brought, and how many of them are in force. */
  units: Schema.Int,
  inForce: Schema.Int,
  /** Whose boundaries it took the place of, and of how many units. */
  supersedes: Schema.Array(Schema.Struct({ id: Schema.Int, units: Schema.Int }))
})
export type BoundaryImport = typeof BoundaryImport.Type
