import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { builtBar } from "./bars.ts"

describe("the bar of what is built and what should be", () => {
  it("shows built, then planned and not built, then what is not due", () => {
    expect(builtBar(50, 80, 10)).toBe("█████▒▒▒░░")
    expect(builtBar(45, 80, 10)).toBe("████▌▒▒▒░░")
    expect(builtBar(0, 0, 4)).toBe("░░░░")
    expect(builtBar(100, 100, 4)).toBe("████")
  })

  it("has no gap to the plan where more is built", () => {
    expect(builtBar(80, 50, 10)).toBe("████████░░")
  })

  it("is never empty above nothing, never full below all, and always as wide as asked", () => {
    expect(builtBar(0.1, 0.1, 10)).toBe("▌░░░░░░░░░")
    expect(builtBar(99.9, 100, 10)).toBe("█████████▌")
    const percent = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(percent, percent, fc.integer({ min: 1, max: 40 }), (done, planned, cells) => {
        expect(width(builtBar(done, planned, cells))).toBe(cells)
      })
    )
  })
})
