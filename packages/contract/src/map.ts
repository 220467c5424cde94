import { type Unit, UnitCode, UnitLevel } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get } from "./endpoint.ts"

/** A unit on a map: rings as lists of arcs, `~n` for arc n walked backwards. */
export interface MapGeometry {
  readonly type: "MultiPolygon"
  /** The unit's code on the day of the map. */
  readonly id: string
  /** `cell`: no boundary is known; the shape is drawn around the unit's centre, and the map says so. */
  readonly properties: {
    readonly source: "boundary" | "cell"
    /** Put together from the shapes of the units that it was formed of, or that lie below it. */
    readonly fromParts?: true
  }
  readonly arcs: ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>
}

/** TopoJSON 1.0, quantised; degrees in WGS 84. Rings keep the right-hand rule. */
export interface MapTopology {
  readonly type: "Topology"
  readonly bbox: readonly [west: number, south: number, east: number, north: number]
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
  readonly objects: {
    readonly units: { readonly type: "GeometryCollection"; readonly geometries: ReadonlyArray<MapGeometry> }
  }
  readonly arcs: ReadonlyArray<ReadonlyArray<readonly [number, number]>>
}

/**
 * A day on which the map's ground was divided anew, and how many of the level stood there from it on: in the provinces that
 * the ground belonged to, or where only a part of one did, on that part.
 */
export interface MapDay {
  readonly day: string
  /** Numbers of the documents behind the change: ["1232/NQ-UBTVQH15"]. */
  readonly documents: ReadonlyArray<string>
  readonly count: number
}

/** Simplification: 0 for the country, 1 for a province on one screen, 2 for a few communes. */
export const MapZoom = Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 0, maximum: 2 }))

export const map = {
  /**
   * Units of a level below a province as of a day, with their shapes.
   *
   * **Details** With `known_at` by the register as known then; lines and centres are always those known now. Without `as_of` today, without `level` communes, without `zoom` 1. Every unit that stands on the day and has a
   * boundary or a centre has a shape; `undrawn` lists the codes of those that have neither. Where the register tells no
   * centre, that of the units it went into, or was formed of, serves for a cell. Boundaries are drawn where at least half of
   * the units have one, with cells around the others that leave the boundaries free; a map with fewer is of cells alone.
   * `days` are the changes of the ground that the
   * province covers on the day, oldest first, with those of the provinces that it was formed from: the marks of a time slider.
   */
  get: get<{
    readonly asOf: string
    readonly province: Unit
    readonly level: UnitLevel
    readonly zoom: number
    /** In Vietnamese order. */
    readonly units: ReadonlyArray<Unit>
    readonly undrawn: ReadonlyArray<string>
    readonly days: ReadonlyArray<MapDay>
    readonly topology: MapTopology
  }>()(
    "/map/:province",
    Schema.Struct({ province: UnitCode }),
    Schema.Struct({
      as_of: Schema.optionalKey(Day),
      known_at: Schema.optionalKey(Moment),
      level: Schema.optionalKey(UnitLevel),
      zoom: Schema.optionalKey(MapZoom)
    })
  )
}
