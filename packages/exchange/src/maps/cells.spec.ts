import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cellsAround, type Centre } from "./cells.ts"
import { coverageOf } from "./coverage.ts"
import { segmentsOf } from "./crossings.ts"
import { KM_PER_DEGREE, lonScale, polygonsKm2 } from "./plane.ts"
import { codeOf } from "./sample.ts"
import type { Position, UnitShape } from "./shape.ts"
import { areaWhere } from "./sweep.ts"

const centre = (number: number, lon: number, lat: number): Centre => ({ code: codeOf(number), lon, lat })

const somewhere = fc
  .uniqueArray(fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) }), {
    minLength: 1,
    maxLength: 60,
    selector: ({ x, y }) => `${x} ${y}`
  })
  .map((list) => list.map(({ x, y }, index) => centre(index + 1, 105 + x / 400, 20 + y / 400)))

const borders = (shapes: ReadonlyArray<UnitShape>) =>
  shapes.flatMap(({ polygons }) => polygons.flat().flatMap((ring) => segmentsOf(ring, 0)))

/** In square degrees, which are exact for straight borders. */
const land = (shapes: ReadonlyArray<UnitShape>): number => areaWhere(borders(shapes), ({ first }) => first > 0)

const isInside = ({ polygons }: UnitShape, [x, y]: Position): boolean =>
  borders([{ code: codeOf(1), source: "cell", polygons }]).filter(
    ({ ax, ay, bx, by }) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)
  ).length %
    2 ===
  1

const distance = (a: Centre, [lon, lat]: Position, middle: number): number =>
  Math.hypot((a.lon - lon) * lonScale(middle), a.lat - lat) * KM_PER_DEGREE

describe("cells", () => {
  it("partition the outline: together they are as large as the land they cover, once each", () => {
    fc.assert(
      fc.property(somewhere, (centres) => {
        const cells = cellsAround(centres)
        const sum = cells.reduce((total, cell) => total + land([cell]), 0)
        const covered = land(cells)
        expect(Math.abs(sum - covered) / covered).toBeLessThan(1e-6)
        expect(coverageOf(cells)?.overlaps).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  it("hold their own centre, and no land that is nearer to another", () => {
    fc.assert(
      fc.property(somewhere, (centres) => {
        const middle = centres.reduce((sum, { lat }) => sum + lat, 0) / centres.length
        cellsAround(centres).forEach((cell, index) => {
          const own = centres[index]
          if (own === undefined) throw new Error("a cell without a centre")
          expect(cell.code).toBe(own.code)
          expect(isInside(cell, [own.lon, own.lat])).toBe(true)
          for (const corner of cell.polygons.flat(2)) {
            const nearest = Math.min(...centres.map((other) => distance(other, corner, middle)))
            expect(distance(own, corner, middle)).toBeLessThan(nearest + 0.001)
          }
        })
      }),
      { numRuns: 60 }
    )
  })

  it("go all the way round a centre that meets its neighbours in a single corner", () => {
    const [alone] = cellsAround([
      { code: codeOf(1), lon: 105, lat: 20 },
      { code: codeOf(2), lon: 105.0725, lat: 20.07 },
      { code: codeOf(3), lon: 105.0725, lat: 20.0675 },
      { code: codeOf(4), lon: 105.0875, lat: 20.0825 }
    ])
    expect(alone === undefined ? null : isInside(alone, [105, 20])).toBe(true)
  })

  it("leave no hole inside the outline", () => {
    fc.assert(
      fc.property(somewhere, (centres) => {
        expect(coverageOf(cellsAround(centres))?.gaps).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  it("do not depend on the order of the centres", () => {
    fc.assert(
      fc.property(somewhere, (centres) => {
        const backwards = cellsAround(centres.toReversed()).toReversed()
        expect(backwards).toEqual(cellsAround(centres))
      }),
      { numRuns: 20 }
    )
  })

  it("are one disc for one centre, and two halves for two", () => {
    const [alone] = cellsAround([centre(1, 106, 21)])
    expect(polygonsKm2(alone?.polygons ?? [])).toBeCloseTo(Math.PI * 4.5 ** 2, -1)
    const [west, east] = cellsAround([centre(1, 106, 21), centre(2, 106.1, 21)])
    expect(polygonsKm2(west?.polygons ?? [])).toBeCloseTo(polygonsKm2(east?.polygons ?? []), 3)
  })

  it.each([
    ["on a parallel", (i: number) => centre(i, 106 + i / 10, 21)],
    ["on a meridian", (i: number) => centre(i, 106, 20 + i / 10)],
    ["on a slant", (i: number) => centre(i, 106 + i / 10, 20 + i / 7)]
  ])("stand beside one another for centres in a line %s", (_, at) => {
    const cells = cellsAround([1, 2, 3, 4, 5].map(at))
    expect(cells.map(({ polygons }) => polygonsKm2(polygons) > 10)).toEqual([true, true, true, true, true])
    expect(coverageOf(cells)).toEqual({ overlaps: [], gaps: [] })
  })

  it("divide the land of one spot between units with the same centre", () => {
    const cells = cellsAround([centre(1, 106, 21), centre(2, 106, 21), centre(3, 106, 21), centre(4, 106.2, 21)])
    expect(new Set(cells.map(({ code }) => code)).size).toBe(4)
    for (const { polygons } of cells) expect(polygonsKm2(polygons)).toBeGreaterThan(1)
    expect(coverageOf(cells)?.overlaps).toEqual([])
  })

  it("keep an island apart from the mainland", () => {
    const mainland = Array.from({ length: 25 }, (_, i) =>
      centre(i + 1, 106 + (i % 5) / 20, 20 + Math.floor(i / 5) / 20)
    )
    const island = cellsAround([...mainland, centre(26, 108, 20)]).at(-1)
    for (const [lon] of island?.polygons.flat(2) ?? []) expect(Math.abs(lon - 108)).toBeLessThan(0.2)
  })

  it("are none for nothing and for a centre that is not a number", () => {
    expect(cellsAround([])).toEqual([])
    expect(cellsAround([centre(1, Number.NaN, 21), centre(2, 106, 21)]).map(({ code }) => code)).toEqual(["00002"])
  })

  it("are closed rings of finite numbers, counter-clockwise, also for a regular grid", () => {
    const grid = Array.from({ length: 100 }, (_, i) => centre(i + 1, 106 + (i % 10) / 10, 20 + Math.floor(i / 10) / 10))
    const cells = cellsAround(grid)
    for (const ring of cells.flatMap(({ polygons }) => polygons.flat())) {
      expect(ring.at(-1)).toEqual(ring[0])
      expect(ring.flat().every(Number.isFinite)).toBe(true)
    }
    expect(cells.every(({ polygons }) => polygonsKm2(polygons) > 0)).toBe(true)
    expect(coverageOf(cells)).toEqual({ overlaps: [], gaps: [] })
  })

  it("are drawn for every unit of the whole country", () => {
    const country = Array.from({ length: 3321 }, (_, i) =>
      centre(i + 1, 103 + ((i * 0.754877666) % 1) * 6, 9 + ((i * 0.569840291) % 1) * 14)
    )
    expect(cellsAround(country)).toHaveLength(3321)
  })
})
