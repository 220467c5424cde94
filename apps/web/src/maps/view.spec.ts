import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { HEIGHT, type Point, WIDTH } from "./frame.ts"
import { moved, seen, showing, type View, whole, zoomed } from "./view.ts"

const points = fc.tuple(fc.integer({ min: 0, max: WIDTH }), fc.integer({ min: 0, max: HEIGHT }))
const moves = fc.array(
  fc.oneof(
    fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }), at: points }),
    fc.record({ dx: fc.integer({ min: -2000, max: 2000 }), dy: fc.integer({ min: -2000, max: 2000 }) })
  ),
  { maxLength: 8 }
)
const after = (steps: ReadonlyArray<{ factor: number; at: Point } | { dx: number; dy: number }>): View =>
  steps.reduce<View>(
    (view, step) => ("factor" in step ? zoomed(view, step.factor, step.at) : moved(view, step.dx, step.dy)),
    whole
  )

describe("the view of a map", () => {
  it("never shows beyond the map, whatever is done to it", () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const view = after(steps)
        const [left, top] = seen(view, [0, 0])
        const [right, bottom] = seen(view, [WIDTH, HEIGHT])
        expect(left).toBeLessThanOrEqual(1e-6)
        expect(top).toBeLessThanOrEqual(1e-6)
        expect(right).toBeGreaterThanOrEqual(WIDTH - 1e-6)
        expect(bottom).toBeGreaterThanOrEqual(HEIGHT - 1e-6)
      })
    )
  })

  it("keeps the place under the pointer while it comes nearer", () => {
    const view = zoomed(whole, 2, [300, 200])
    expect(view.k).toBe(2)
    expect(seen(view, [300, 200])).toEqual([300, 200])
  })

  it("is whole again when it goes back as far as it can", () => {
    expect(zoomed(zoomed(whole, 8, [900, 700]), 0.01)).toEqual(whole)
  })

  it("brings a place into sight, and stays where it is for one that is seen", () => {
    const view = zoomed(whole, 4, [0, 0])
    const [x, y] = seen(showing(view, [700, 400]), [700, 400])
    expect(x).toBeLessThanOrEqual(WIDTH)
    expect(y).toBeLessThanOrEqual(HEIGHT)
    expect(showing(view, [100, 100])).toBe(view)
  })
})
