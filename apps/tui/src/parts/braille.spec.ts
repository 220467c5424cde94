import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blank, hasDot, letterOf, setDot, setLine, solidOf } from "./braille.ts"

const drawn = (columns: number, rows: number, draw: (dots: ReturnType<typeof blank>) => void) => {
  const dots = blank(columns, rows)
  draw(dots)
  return Array.from(dots.cells, letterOf).join("")
}

describe("a picture of dots", () => {
  it("has two by four dots in a cell, as Unicode numbers them", () => {
    expect(drawn(1, 1, (dots) => setDot(dots, 0, 0))).toBe("⠁")
    expect(drawn(1, 1, (dots) => setDot(dots, 1, 3))).toBe("⢀")
    expect(drawn(2, 1, (dots) => setLine(dots, 0, 3, 3, 3))).toBe("⣀⣀")
    expect(drawn(1, 1, (dots) => setLine(dots, 0, 3, 0, 0))).toBe("⡇")
  })

  it("knows the dots that are set, and none outside", () => {
    const dots = blank(2, 2)
    setDot(dots, 3, 5)
    expect([
      hasDot(dots, 3, 5),
      hasDot(dots, 2, 5),
      hasDot(dots, 3, 4),
      hasDot(dots, 4, 5),
      hasDot(dots, 3, -1)
    ]).toEqual([true, false, false, false, false])
  })

  it("leaves out what lies outside", () => {
    expect(drawn(1, 1, (dots) => setLine(dots, -5, 9, 9, 9))).toBe(" ")
  })

  it("draws the same line from either end where it is level, upright or even", () => {
    fc.assert(
      fc.property(fc.nat(15), fc.nat(15), fc.nat(15), (x, y, length) => {
        for (const [dx, dy] of [
          [length, 0],
          [0, length],
          [length, length]
        ] as const)
          expect(drawn(16, 8, (dots) => setLine(dots, x, y, x + dx, y + dy))).toBe(
            drawn(16, 8, (dots) => setLine(dots, x + dx, y + dy, x, y))
          )
      })
    )
  })

  it("has solid quarters for the same dots", () => {
    expect([0x00, 0x01, 0x88, 0xff, 0x47].map(solidOf)).toEqual([" ", "▘", "▐", "█", "▌"])
  })
})
