import { describe, expect, it } from "vitest"
import { inSight, scrolledTo } from "./window.ts"

describe("the window on a long table", () => {
  it("draws every row that is in sight, wherever it is scrolled to, and not many more", () => {
    for (const rows of [0, 1, 40, 137, 600]) {
      for (const height of [1, 34, 500, 1999]) {
        for (let top = 0; top < 30_000; top += 97) {
          const { from, to } = inSight(rows, 34, top, height)
          const [first, last] = [Math.floor(top / 34), Math.ceil((top + height) / 34)]
          expect(from).toBeLessThanOrEqual(Math.min(first, rows))
          expect(to).toBeGreaterThanOrEqual(Math.min(last, rows))
          expect(to - from).toBeLessThanOrEqual(Math.ceil(height / 34) + 24)
          expect(to).toBeLessThanOrEqual(rows)
        }
      }
    }
  })

  it("draws all where nothing is laid out", () => {
    expect(inSight(600, 34, 0, 0)).toEqual({ from: 0, to: 600 })
  })

  it("scrolls a row out from under the head or the foot, and stays where it is in between", () => {
    const frame = { height: 500, head: 150, foot: 90 }
    expect(scrolledTo(2, 34, { top: 100, ...frame })).toBe(68)
    expect(scrolledTo(20, 34, { top: 0, ...frame })).toBe(20 * 34 + 34 + 240 - 500)
    expect(scrolledTo(5, 34, { top: 100, ...frame })).toBe(100)
  })
})
