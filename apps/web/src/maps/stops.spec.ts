import { describe, expect, it } from "vitest"
import { stopAt, stopsOf } from "./stops.ts"

const stops = stopsOf([
  { day: "2025-01-01", documents: ["1232/NQ-UBTVQH15"], count: 167 },
  { day: "2025-07-01", documents: ["202/2025/QH15", "1669/NQ-UBTVQH15"], count: 114 }
])

describe("the stops of the time slider", () => {
  it("are the day before the first change, and the day of each", () => {
    expect(stops.map(({ day }) => day)).toEqual(["2024-12-31", "2025-01-01", "2025-07-01"])
    expect(stops.map(({ documents }) => documents.length)).toEqual([0, 1, 2])
  })

  it("are none where nothing changed", () => {
    expect(stopsOf([])).toEqual([])
  })

  it("take a day between two of them for the earlier, and one before all of them for the first", () => {
    expect(
      ["2020-01-01", "2024-12-31", "2025-03-01", "2025-07-01", "2026-11-22"].map((day) => stopAt(stops, day))
    ).toEqual([0, 0, 1, 2, 2])
  })
})
