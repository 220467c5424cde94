import { describe, expect, it } from "vitest"
import { UnitId } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"
import type { SeriesValue } from "../observations/observations.ts"
import { windowValue, yearValue } from "./years.ts"

const said = (kind: SeriesValue["kind"], from: string | null, day: string, value: number): SeriesValue => ({
  unit: UnitId.make(1),
  input: InputKey.make("a"),
  kind,
  from: from === null ? null : Day.make(from),
  day: Day.make(day),
  value
})

describe("a calendar year", () => {
  it("sums flows of disjoint periods, and takes a flow of the whole year as it is", () => {
    const halves = [said("flow", "2024-01-01", "2024-06-30", 0.1), said("flow", "2024-07-01", "2024-12-31", 0.2)]
    expect(yearValue(halves, 2024)).toBe(0.3)
    expect(yearValue([...halves, said("flow", "2024-01-01", "2024-12-31", 5)], 2024)).toBe(5)
  })

  it("has no sum of flows that share a day", () => {
    const over = [said("flow", "2024-01-01", "2024-06-30", 1), said("flow", "2024-06-30", "2024-12-31", 2)]
    expect(yearValue(over, 2024)).toBeNull()
  })

  it("never sums totals to date: the last counts, if it began within the year", () => {
    const totals = [said("toDate", "2024-01-01", "2024-06-30", 3), said("toDate", "2024-01-01", "2024-12-31", 7)]
    expect(yearValue(totals, 2024)).toBe(7)
    expect(yearValue([said("toDate", "2021-01-01", "2024-12-31", 7)], 2024)).toBeNull()
  })

  it("takes the last stock, and of one said twice the later recorded", () => {
    const stocks = [said("stock", null, "2024-12-31", 4), said("stock", null, "2024-03-31", 9)]
    expect(yearValue(stocks, 2024)).toBe(4)
    expect(yearValue([...stocks, said("stock", null, "2024-12-31", 6)], 2024)).toBe(6)
  })
})

describe("a window of years", () => {
  const window = { of: "window", input: InputKey.make("a"), how: "average", years: 2, before: true } as const

  it("joins the years before the day's, and has no data as long as one of them has none", () => {
    const values = [said("stock", null, "2023-12-31", 80), said("stock", null, "2024-12-31", 91)]
    expect(windowValue(window, values, Day.make("2025-06-30"))).toBe(85.5)
    expect(windowValue(window, values, Day.make("2026-06-30"))).toBeNaN()
  })
})
