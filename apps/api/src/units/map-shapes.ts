import {
  boundariesFor,
  centreOn,
  type Chronicle,
  descendantsOn,
  type KnownBoundaries,
  type Unit,
  type UnitLevel
} from "@ntm/domain/units"
import { compareVietnamese, type Day } from "@ntm/domain/values"
import { cellsAround, type Centre, clipCells, dissolve, type UnitShape } from "@ntm/exchange/maps"

/** Least part of the units with a known boundary for which boundaries are drawn, and not cells alone. */
const WORTH_DRAWING = 0.5

/** The units of a level that a map shows, in Vietnamese order: those below the unit, or the unit itself. */
export const shownOn = ({ register }: Chronicle, top: Unit, level: UnitLevel, day: Day): ReadonlyArray<Unit> =>
  [top, ...descendantsOn(register, top.id, day)]
    .filter((unit) => unit.level === level)
    .sort((a, b) => compareVietnamese(a.name, b.name) || (a.code < b.code ? -1 : 1))

const knownShape = (chronicle: Chronicle, known: KnownBoundaries, { id, code }: Unit, day: Day): UnitShape | null => {
  const boundaries = boundariesFor(chronicle, known, id, day)
  if (boundaries === null) return null
  const own = boundaries.length === 1 && boundaries[0]?.unit === id
  const polygons = dissolve(boundaries.map((boundary) => boundary.polygons))
  return { code, source: "boundary", ...(own ? {} : { fromParts: true }), polygons }
}

const centresOf = (chronicle: Chronicle, units: ReadonlyArray<Unit>, day: Day): ReadonlyArray<Centre> =>
  units.flatMap(({ id, code }): ReadonlyArray<Centre> => {
    const centre = centreOn(chronicle, id, day)
    return centre === undefined ? [] : [{ code, ...centre }]
  })

/** Shapes of units beside one another: boundaries and cells that leave them free, or cells alone. */
const sideBySide = (
  chronicle: Chronicle,
  known: KnownBoundaries,
  units: ReadonlyArray<Unit>,
  day: Day
): ReadonlyArray<UnitShape> => {
  const boundaries = units.flatMap((unit) => knownShape(chronicle, known, unit, day) ?? [])
  if (boundaries.length > 0 && boundaries.length === units.length) return boundaries
  const cells = cellsAround(centresOf(chronicle, units, day))
  if (boundaries.length < WORTH_DRAWING * units.length) return cells
  const drawn = new Set(boundaries.map(({ code }) => code))
  return [
    ...boundaries,
    ...clipCells(
      cells.filter(({ code }) => !drawn.has(code)),
      boundaries
    )
  ]
}

/** A unit's shape out of those of the communes below it: neighbours keep the same border, and cells of one map fit together. */
const joined = (code: Unit["code"], shapes: ReadonlyArray<UnitShape>): UnitShape | null =>
  shapes.length === 0
    ? null
    : {
        code,
        source: shapes.every(({ source }) => source === "boundary") ? "boundary" : "cell",
        fromParts: true,
        polygons: dissolve(shapes.map(({ polygons }) => polygons))
      }

/**
 * Draws units of one level: shapes in their order, without those that have neither a boundary nor a centre.
 *
 * **Details** Communes and villages are drawn by their own boundaries or cells. A district or a province without a boundary of
 * its own is the land of its communes; one without communes has a cell beside theirs.
 */
export const shapesOf = (
  chronicle: Chronicle,
  known: KnownBoundaries,
  units: ReadonlyArray<Unit>,
  day: Day
): ReadonlyArray<UnitShape> => {
  const communes = units.map((unit) =>
    unit.level === "commune" || unit.level === "village"
      ? []
      : descendantsOn(chronicle.register, unit.id, day).filter(({ level }) => level === "commune")
  )
  const drawn = units.flatMap((unit, at) => {
    const below = communes[at] ?? []
    return below.length === 0 ? [unit] : below
  })
  const shapes = new Map(sideBySide(chronicle, known, drawn, day).map((shape) => [shape.code, shape]))
  return units.flatMap((unit, at) => {
    const below = communes[at] ?? []
    if (below.length === 0) return shapes.get(unit.code) ?? []
    const parts = below.flatMap(({ code }) => shapes.get(code) ?? [])
    return knownShape(chronicle, known, unit, day) ?? joined(unit.code, parts) ?? []
  })
}
