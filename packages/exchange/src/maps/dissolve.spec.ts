import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { clipCells } from "./clip.ts"
import { coverageOf } from "./coverage.ts"
import { dissolve } from "./dissolve.ts"
import { polygonsKm2, signedArea } from "./plane.ts"
import { codeOf, shapeOf, square, wavyBoard } from "./sample.ts"
import type { UnitShape } from "./shape.ts"

const land = (shapes: ReadonlyArray<UnitShape>) => shapes.map(({ polygons }) => polygons)

describe("units put together", () => {
  it("lose the border that they share", () => {
    const [polygon, ...others] = dissolve(land([shapeOf(1, square(0, 0)), shapeOf(2, square(1, 0))]))
    expect(others).toEqual([])
    expect(polygon).toHaveLength(1)
    expect(polygon?.[0]).toHaveLength(7)
  })

  it("stay as they are where there is only one, and are nothing where there is none", () => {
    const one = shapeOf(1, square(0, 0, 3), square(1, 1).toReversed())
    expect(dissolve([one.polygons])).toBe(one.polygons)
    expect(dissolve([])).toEqual([])
  })

  it("keep a hole that they leave open, turned as holes are, and islands apart", () => {
    const around = [
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
      [2, 1],
      [0, 2],
      [1, 2],
      [2, 2],
      [9, 9]
    ].map(([x = 0, y = 0], i) => shapeOf(i + 1, square(x, y)))
    const polygons = dissolve(land(around)).toSorted((a, b) => b.length - a.length)
    expect(polygons.map((rings) => rings.map((ring) => Math.sign(signedArea(ring))))).toEqual([[1, -1], [1]])
  })

  it("have the land of all of them, whatever their borders: a property", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.integer(), fc.integer({ min: 1, max: 24 }), (side, seed, many) => {
        const board = wavyBoard(side, seed % 100).slice(0, many)
        const whole = dissolve(land(board))
        const sum = polygonsKm2(board.flatMap(({ polygons }) => polygons))
        expect(Math.abs(polygonsKm2(whole) - sum)).toBeLessThan(1e-6 * sum)
        expect(whole.flat().flat().length).toBeLessThanOrEqual(board.flatMap(({ polygons }) => polygons.flat(2)).length)
      })
    )
  })
})

describe("cells beside boundaries", () => {
  const cell = (number: number, ...rings: ReturnType<typeof square>[]): UnitShape => ({
    ...shapeOf(number, ...rings),
    source: "cell"
  })

  it("leave the land of the boundaries free", () => {
    const known = [shapeOf(1, square(0, 0, 2)), shapeOf(2, square(2, 0, 2))]
    const [clipped] = clipCells([cell(3, square(1, 1, 2))], known)
    expect(clipped?.source).toBe("cell")
    expect(coverageOf([...known, ...(clipped === undefined ? [] : [clipped])])?.overlaps).toEqual([])
    expect(polygonsKm2(clipped?.polygons ?? [])).toBeCloseTo(polygonsKm2([[square(1, 2, 2)]]) / 2, 1)
  })

  it("lose what sticks out behind a boundary, and keep what is as large as the rest", () => {
    const wide: ReturnType<typeof square> = [
      [106, 21],
      [106.06, 21],
      [106.06, 21.01],
      [106, 21.01],
      [106, 21]
    ]
    const beside = (x: number) => clipCells([cell(3, wide)], [shapeOf(1, square(x, -1, 2))])[0]?.polygons.length
    expect([beside(2), beside(3.5)]).toEqual([2, 1])
  })

  it("get a hole where a boundary lies inside them", () => {
    const [clipped] = clipCells([cell(3, square(0, 0, 3))], [shapeOf(1, square(1, 1))])
    expect(clipped?.polygons.map((rings) => rings.map((ring) => Math.sign(signedArea(ring))))).toEqual([[1, -1]])
  })

  it("stay whole where nothing meets them, and where nothing of them would be left", () => {
    const far = cell(3, square(5, 5))
    const under = cell(4, square(0, 0))
    expect(clipCells([far, under], [shapeOf(1, square(-1, -1, 4))])).toEqual([far, under])
    expect(under.code).toBe(codeOf(4))
  })
})
