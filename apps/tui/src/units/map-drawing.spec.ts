import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import { width } from "../parts/text.ts"
import { squares } from "../testing/unit-sample.ts"
import { drawMap } from "./map-drawing.ts"

const draw = (chosen: ReadonlyArray<string> = [], columns = 16, rows = 4) =>
  drawMap(squares, new Set(chosen), columns, rows).lines

describe("a map drawn in the terminal", () => {
  it("draws the borders of two squares as dots, north up", () => {
    expect(draw().map(plain)).toEqual(["⢸⠉⠉⠉⠉⠉⠉⠉⡏⠉⠉⠉⠉⠉⠉⡇", "⢸       ⡇      ⡇", "⢸       ⡇      ⡇", "⢸⣀⣀⣀⣀⣀⣀⣀⣇⣀⣀⣀⣀⣀⣀⡇"])
  })

  it("tells a border between two units from one that the map ends at", () => {
    const inner = draw()[1]
      ?.filter(({ tone }) => tone === "dim")
      .map(({ text }) => text.trim())
    expect(inner).toContain("⡇")
    expect(
      draw()[1]
        ?.filter(({ tone }) => tone === "plain")
        .map(({ text }) => text)
    ).toEqual(["⢸", "⡇"])
  })

  it("draws the chosen unit solid on its own ground, so that it is seen without a colour", () => {
    const [left, right] = [draw(["11842"]), draw(["10660"])].map((lines) => plain(lines[1] ?? []))
    expect([left, right]).toEqual(["▐███████▌      ⡇", "⢸       ███████▌"])
    expect(draw(["11842"])[1]?.[0]?.tone).toBe("accent")
  })

  it("walks a shared border backwards for the second unit: its ring closes", () => {
    const inside = draw(["10660"], 32, 8).slice(1, -1)
    for (const line of inside) expect(plain(line)).toMatch(/^ ⡇ {14}█{15} $/)
  })

  it("fills exactly the room that it has, whatever that is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        (wide, high, chosen) => {
          const lines = draw(chosen ? ["11842"] : [], wide, high)
          expect(lines).toHaveLength(high)
          for (const line of lines) expect(width(plain(line))).toBe(wide)
        }
      )
    )
  })

  it("draws a map without units as nothing", () => {
    const empty = { ...squares, arcs: [], objects: { units: { type: "GeometryCollection" as const, geometries: [] } } }
    expect(drawMap(empty, new Set(["11842"]), 4, 2).lines.map(plain)).toEqual(["    ", "    "])
  })

  it("passes over a unit too small to have corners", () => {
    const [first] = squares.objects.units.geometries
    const geometries = first === undefined ? [] : [{ ...first, arcs: [[]] }]
    const small = { ...squares, objects: { units: { ...squares.objects.units, geometries } } }
    expect(() => drawMap(small, new Set(["11842"]), 8, 4)).not.toThrow()
  })
})
