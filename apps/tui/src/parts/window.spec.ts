import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { keepInView, type Motion, move, scroll } from "./window.ts"

const motion = fc.constantFrom<Motion>("up", "down", "pageUp", "pageDown", "home", "end")

describe("the window on a list", () => {
  it("keeps the cursor on a row and on show, and wastes no line, whatever is pressed", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        fc.array(motion, { maxLength: 40 }),
        (count, height, motions) => {
          let window = { cursor: 0, top: 0 }
          for (const pressed of motions) {
            window = move(window, pressed, count, height)
            expect(window.cursor).toBeGreaterThanOrEqual(0)
            expect(window.cursor).toBeLessThan(Math.max(1, count))
            expect(window.cursor).toBeGreaterThanOrEqual(window.top)
            expect(window.cursor).toBeLessThan(window.top + height)
            expect(window.top).toBeLessThanOrEqual(Math.max(0, count - height))
          }
        }
      )
    )
  })

  it("moves a page at a time and keeps one row of the page before", () => {
    expect(move({ cursor: 0, top: 0 }, "pageDown", 100, 10)).toEqual({ cursor: 9, top: 0 })
    expect(move({ cursor: 9, top: 0 }, "pageDown", 100, 10)).toEqual({ cursor: 18, top: 9 })
  })

  it("comes back to the end when the list became shorter", () => {
    expect(keepInView({ cursor: 50, top: 45 }, 3, 10)).toEqual({ cursor: 2, top: 0 })
  })

  it("scrolls plain pages no further than their last line", () => {
    expect(scroll(0, "end", 30, 10)).toBe(20)
    expect(scroll(20, "down", 30, 10)).toBe(20)
    expect(scroll(0, "down", 5, 10)).toBe(0)
  })
})
