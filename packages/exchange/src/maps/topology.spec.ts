import fc from "fast-check"
import { feature, neighbors } from "topojson-client"
import { describe, expect, it } from "vitest"
import { coverageOf } from "./coverage.ts"
import { polygonsKm2 } from "./plane.ts"
import { shapeOf, square, wavyBoard } from "./sample.ts"
import type { Polygon, UnitShape } from "./shape.ts"
import { toTopology, type UnitTopology } from "./topology.ts"

/** As a reader of TopoJSON sees it. */
const readBack = (topology: UnitTopology): ReadonlyArray<UnitShape> => {
  const read: unknown = feature(JSON.parse(JSON.stringify(topology)), "units")
  const features = (
    read as { features: ReadonlyArray<{ id: UnitShape["code"]; geometry: { coordinates: ReadonlyArray<Polygon> } }> }
  ).features
  return features.map(({ id, geometry }) => ({ code: id, source: "boundary", polygons: geometry.coordinates }))
}

const only = (shapes: ReadonlyArray<UnitShape>, metresPerPixel: number): UnitTopology => {
  const [first] = toTopology(shapes, [{ zoom: 0, metresPerPixel }])
  if (first === undefined) throw new Error("a level without a topology")
  return first.topology
}

const seeds = fc.integer({ min: 0, max: 10_000 })

describe("topology", () => {
  it("gives back the same polygons within the grid where nothing is small enough to go", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const shapes = wavyBoard(3, seed)
        const back = readBack(only(shapes, 0.04))
        for (const [index, { code, polygons }] of shapes.entries()) {
          const found = back[index]
          expect(found?.code).toBe(code)
          // Borders begin where arcs begin: the ring may start elsewhere.
          const places = found?.polygons.flat(2) ?? []
          const corners = new Set(polygons.flat(2).map(String)).size
          expect(new Set(places.map(String)).size).toBe(corners)
          for (const [lon, lat] of polygons.flat(2)) {
            const away = Math.min(
              ...places.map((place) => Math.max(Math.abs(place[0] - lon), Math.abs(place[1] - lat)))
            )
            expect(away).toBeLessThan(1e-7)
          }
        }
      }),
      { numRuns: 10 }
    )
  })

  it.each([50, 200, 800])("keeps neighbours together at %i m per pixel: no overlap, no gap", (metresPerPixel) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const shapes = wavyBoard(5, seed)
        const topology = only(shapes, metresPerPixel)
        expect(coverageOf(readBack(topology))).toEqual({ overlaps: [], gaps: [] })
        const walked = topology.objects.units.geometries.flatMap(({ arcs }) => arcs.flat(2))
        for (const arc of walked.filter((index) => index < 0)) expect(walked).toContain(~arc)
        expect(new Set(walked).size).toBe(walked.length)
      }),
      { numRuns: 15 }
    )
  })

  it("knows who is whose neighbour, at every level", () => {
    for (const { topology } of toTopology(wavyBoard(3, 1))) {
      const around = neighbors(JSON.parse(JSON.stringify(topology.objects.units.geometries)))
      expect(around[4]?.toSorted()).toEqual([1, 3, 5, 7])
    }
  })

  it("is smaller the farther one looks from", () => {
    const sizes = toTopology(wavyBoard(12, 3)).map(({ topology }) => JSON.stringify(topology).length)
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    expect(sizes[0]).toBeLessThan((sizes[2] ?? 0) * 0.7)
  })

  it("keeps a small unit, an enclave and its hole, and lets go of islets", () => {
    const round = Array.from({ length: 40 }, (_, i) => (2 * Math.PI * i) / 40)
    const islet = round.map((angle) => [107 + Math.cos(angle) / 5000, 21 + Math.sin(angle) / 5000] as const)
    const holder = shapeOf(1, square(0, 0, 9), square(4, 4).toReversed())
    const ring = [...islet, ...islet.slice(0, 1)]
    const island = ring.map(([lon, lat]) => [106 + (lon - 107) * 15, 22 + (lat - 21) * 15] as const)
    const shapes = [{ ...holder, polygons: [...holder.polygons, [ring]] }, shapeOf(2, square(4, 4)), shapeOf(3, island)]
    const back = readBack(only(shapes, 800))
    expect(back.map(({ polygons }) => polygons.map((polygon) => polygon.length))).toEqual([[2], [1], [1]])
    const [before, after] = [shapes, back].map((list) => polygonsKm2(list[2]?.polygons ?? []))
    expect(after ?? 0).toBeGreaterThan((before ?? 0) / 4)
  })

  it("keeps outer rings counter-clockwise and carries where a shape is from", () => {
    const topology = only([{ ...shapeOf(1, square(0, 0, 5)), source: "cell" }], 50)
    expect(polygonsKm2(readBack(topology)[0]?.polygons ?? [])).toBeGreaterThan(0)
    expect(topology.objects.units.geometries[0]).toMatchObject({ id: "00001", properties: { source: "cell" } })
  })

  it("of nothing is empty", () => {
    const [level] = toTopology([])
    expect(level?.topology.objects.units.geometries).toEqual([])
    expect(level?.topology.bbox).toEqual([0, 0, 0, 0])
  })
})
