import { day } from "@ntm/domain/testing"
import { describe, expect, it } from "vitest"
import { linePath, monthTicks, placeOf } from "./curve-scale.ts"

const year = { from: day("2024-01-01"), to: day("2024-12-31") }

describe("the scale of an S-curve", () => {
  it("places days between the ends, and what lies outside at the nearer end", () => {
    expect(placeOf(day("2024-01-01"), year)).toBe(0)
    expect(placeOf(day("2024-07-01"), year)).toBeCloseTo(182 / 365)
    expect(placeOf(day("2025-03-01"), year)).toBe(1)
    expect(placeOf(day("2024-01-01"), { from: year.from, to: year.from })).toBe(0)
  })

  it("draws a line only where there are values, with 100 % at the top", () => {
    const points = [
      { day: day("2024-01-01"), planned: 0, done: 0, paid: null },
      { day: day("2024-12-31"), planned: 100, done: null, paid: null }
    ]
    expect(linePath(points, ({ planned }) => planned, year)).toBe("M0.00 100.00 L100.00 0.00")
    expect(linePath(points, ({ done }) => done, year)).toBe("M0.00 100.00")
    expect(linePath(points, ({ paid }) => paid, year)).toBe("")
  })

  it("writes months side by side, no more than there is room for", () => {
    expect(monthTicks(year, 7).map(({ month }) => month)).toEqual([
      "01/2024",
      "03/2024",
      "05/2024",
      "07/2024",
      "09/2024",
      "11/2024"
    ])
    for (const most of [3, 5, 7]) {
      expect(monthTicks({ from: day("2021-03-09"), to: day("2026-02-01") }, most).length).toBeLessThanOrEqual(most)
    }
    expect(monthTicks({ from: year.from, to: year.from }, 7)).toEqual([])
  })
})
