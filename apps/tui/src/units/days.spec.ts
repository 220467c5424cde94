import type { AppliedReorganisation } from "@ntm/domain/units"
import { describe, expect, it } from "vitest"
import { change, day, today } from "../testing/unit-sample.ts"
import { changeDays, stopBeside, stopsOf } from "./days.ts"

const event = (id: string, on: string, undoneAt: string | null = null): AppliedReorganisation => ({
  id,
  document: { number: id, issuer: "Quốc hội", issuedOn: null },
  day: day(on),
  appliedAt: "2025-07-01T00:00:00Z",
  undoneAt
})

describe("the days at which time stops", () => {
  const days = changeDays([event("202", "2025-07-01"), event("1232", "2025-01-01"), event("1233", "2025-01-01")])

  it("are those of events that stand, oldest first, each with its documents", () => {
    expect(days).toEqual([
      { day: "2025-01-01", documents: ["1232", "1233"] },
      { day: "2025-07-01", documents: ["202"] }
    ])
    expect(changeDays([event("202", "2025-07-01", "2025-08-01T00:00:00Z")])).toEqual([])
  })

  it("begin on the day before the first event and end today", () => {
    expect(stopsOf(days, today)).toEqual(["2024-12-31", "2025-01-01", "2025-07-01", today])
    expect(stopsOf([], today)).toEqual([today])
  })

  it("lie before and after any day, a day between them too", () => {
    const stops = stopsOf(days, today)
    expect([stopBeside(stops, change, "back"), stopBeside(stops, change, "on")]).toEqual(["2025-01-01", today])
    expect(stopBeside(stops, day("2025-03-03"), "back")).toBe("2025-01-01")
    expect([stopBeside(stops, day("2024-12-31"), "back"), stopBeside(stops, today, "on")]).toEqual([
      undefined,
      undefined
    ])
  })
})
