import { describe, expect, it } from "vitest"
import { twoSquares } from "../units/testing/register.ts"
import { shapesOf } from "./shapes.ts"

describe("shapes out of a topology", () => {
  const [west, east] = shapesOf(twoSquares("10001", "10002"))

  it("joins the arcs of a ring, an arc walked backwards among them, back to where it began", () => {
    expect(west?.rings).toEqual([
      [
        [107, 21],
        [106, 21],
        [106, 20],
        [107, 20],
        [107, 21]
      ]
    ])
    expect(east?.rings[0]).toEqual([
      [107, 20],
      [108, 20],
      [108, 21],
      [107, 21],
      [107, 20]
    ])
  })

  it("says how far each reaches, and which is only a cell", () => {
    expect(west).toMatchObject({
      code: "10001",
      source: "boundary",
      box: { west: 106, south: 20, east: 107, north: 21 }
    })
    expect(east).toMatchObject({ code: "10002", source: "cell", box: { west: 107, south: 20, east: 108, north: 21 } })
  })
})
