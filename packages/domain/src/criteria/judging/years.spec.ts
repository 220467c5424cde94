import { describe, expect, it } from "vitest"
import { UnitId } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"
import type { SeriesValue } from "../observations/observations.ts"
import { yearReport } from "./years.ts"

const yearValue = (values: ReadonlyArray<SeriesValue>, year: number) => yearReport(values, year)?.value ?? null

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

  it("tells from which day to which its number is, and of a stock only of when", () => {
    const quarters = [said("flow", "2024-07-01", "2024-09-30", 2), said("flow", "2024-01-01", "2024-03-31", 1)]
    expect(yearReport(quarters, 2024)).toEqual({ value: 3, from: "2024-01-01", day: "2024-09-30" })
    expect(yearReport([said("stock", null, "2024-03-31", 9)], 2024)).toEqual({
      value: 9,
      from: null,
      day: "2024-03-31"
    })
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
