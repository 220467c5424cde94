import { describe, expect, it } from "vitest"
import { fit, HEIGHT, layOut, WIDTH } from "./frame.ts"
import type { Shape } from "./shapes.ts"

const square = (code: string, west: number, south: number, side = 0.1): Shape => {
  const [east, north] = [west + side, south + side]
  return {
    code,
    source: "cell",
    fromParts: false,
    rings: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north]
      ]
    ],
    box: { west, south, east, north }
  }
}
const land = Array.from({ length: 30 }, (_, index) =>
  square(String(index), 106 + (index % 6) * 0.1, 20 + Math.floor(index / 6) * 0.1)
)
const codes = (shapes: ReadonlyArray<Shape>) => shapes.map(({ code }) => code)

describe("the frame of a map", () => {
  it("keeps north up, and a degree of longitude as short as it is there", () => {
    const project = fit({ west: 106, south: 59.5, east: 107, north: 60.5 }, { x: 0, y: 0, width: 1000, height: 1000 })
    const [left, top] = project([106, 60.5])
    const [right, bottom] = project([107, 59.5])
    expect([top, bottom]).toEqual([0, 1000])
    expect(right - left).toBeCloseTo(500, 6)
    expect(left).toBeCloseTo(250, 6)
  })

  it("keeps every corner inside the frame", () => {
    const { land: main } = layOut(land)
    for (const [x, y] of main.shapes.flatMap(({ rings }) => rings.flat().map(main.project))) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(WIDTH)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(HEIGHT)
    }
  })

  it("gives islands far off boxes of their own, the northern one above, so that the land stays large", () => {
    const { insets, land: main } = layOut([...land, square("south", 114, 9), square("north", 112, 16)])
    expect(codes(insets.map(({ shape }) => shape))).toEqual(["north", "south"])
    expect((insets[0]?.area.y ?? 0) < (insets[1]?.area.y ?? 0)).toBe(true)
    expect(codes(main.shapes)).toEqual(codes(land))
  })

  it("leaves an island near by where it lies", () => {
    expect(layOut([...land, square("near", 106.75, 20.2)]).insets).toEqual([])
  })

  it("never takes land for an island, however far a province stretches", () => {
    const arm = Array.from({ length: 6 }, (_, index) => square(`arm${index}`, 106.6 + index * 0.3, 20, 0.3))
    expect(layOut([...land, ...arm]).insets).toEqual([])
  })

  it("lays out nothing at all", () => {
    expect(layOut([]).land.shapes).toEqual([])
  })
})
