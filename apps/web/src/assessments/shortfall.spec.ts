import { describe, expect, it } from "vitest"
import { bandsOf } from "./map-bands.ts"
import { dayKnown, endOfDay } from "./known-at.ts"
import { rangeText, shareOf, valueText } from "./number-text.ts"
import { changedLines, shortfallOf } from "./shortfall.ts"
import { explanationOf } from "./testing/facts.ts"

describe("what a unit is short of", () => {
  it("is the criteria that it fails and, apart from them, those that are open", () => {
    const { done, failed, open } = shortfallOf(explanationOf("notMet", "noData", 0))
    expect([failed.map(({ no }) => no), open.map(({ no }) => no), done]).toEqual([[1], [2], false])
    expect(shortfallOf(explanationOf("met", "met", 80))).toMatchObject({ failed: [], open: [], done: true })
  })

  it("is, beside a set that is met, the gates of its grant that are failed or open", () => {
    const met = explanationOf("met", "met", 80)
    const [line] = met.criteria[0]?.indicators ?? []
    if (line === undefined) throw new Error("no line")
    const grant = (["met", "notMet", "noData", "noThreshold"] as const).map((verdict) => ({ ...line, verdict }))
    const { done, gates, gatesOpen } = shortfallOf({ ...met, grant })
    expect([done, gates.length, gatesOpen.length]).toEqual([true, 1, 2])
  })

  it("counts the lines whose verdict another value changes, not those whose value alone changed", () => {
    const before = explanationOf("notMet", "notMet", 70)
    expect(changedLines(before, explanationOf("notMet", "notMet", 75))).toBe(0)
    expect(changedLines(before, explanationOf("met", "met", 80))).toBe(2)
  })
})

describe("numbers of a scorecard", () => {
  it("leave out the digits that computing adds", () => {
    expect(valueText(0.1 + 0.2, "triệu đồng")).toBe("0,3 triệu đồng")
    expect(shareOf(-0.0202)).toBe("2 %")
    expect([rangeText(77.6, 96, "triệu"), rangeText(5, 5, null)]).toEqual(["77,6 – 96 triệu", "5"])
  })
})

describe("what was known at the end of a day", () => {
  it("is read back as that day in Việt Nam; what is no moment is no day", () => {
    expect(dayKnown(endOfDay("2025-01-31"))).toBe("2025-01-31")
    expect(dayKnown("2025-01-31T17:00:00.000Z")).toBe("2025-02-01")
    expect([dayKnown(undefined), dayKnown("soon")]).toEqual([undefined, undefined])
  })
})

describe("the shades of the map", () => {
  it("are the ranges of reports for 19 criteria, and hold every number once for any other set", () => {
    expect(bandsOf(19).map(({ from, to }) => `${from}-${to}`)).toEqual(["0-6", "7-9", "10-14", "15-18", "19-19"])
    for (const criteria of [1, 2, 3, 5, 8, 9, 10, 20]) {
      const bands = bandsOf(criteria)
      const covered = bands.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
      expect(covered).toEqual(Array.from({ length: criteria + 1 }, (_, number) => number))
      expect(bands.length).toBeLessThanOrEqual(5)
      expect(bands.at(-1)).toEqual({ from: criteria, to: criteria })
    }
  })
})
