import { describe, expect, it } from "vitest"
import type { Point } from "./frame.ts"
import { neighbourOf } from "./neighbour.ts"

const places: ReadonlyArray<Point> = [
  [0, 0],
  [10, 1],
  [5, 5],
  [0, 12],
  [30, 0]
]

describe("the neighbour in a direction", () => {
  it("is the nearest ahead, not one that lies more aside than ahead", () => {
    expect(neighbourOf(places, 0, "ArrowRight")).toBe(1)
    expect(neighbourOf(places, 0, "ArrowDown")).toBe(3)
    expect(neighbourOf(places, 1, "ArrowRight")).toBe(4)
    expect(neighbourOf(places, 4, "ArrowLeft")).toBe(1)
  })

  it("is nobody at the edge, and for other keys", () => {
    expect(neighbourOf(places, 0, "ArrowUp")).toBeUndefined()
    expect(neighbourOf(places, 0, "Enter")).toBeUndefined()
    expect(neighbourOf(places, -1, "ArrowRight")).toBeUndefined()
  })
})
