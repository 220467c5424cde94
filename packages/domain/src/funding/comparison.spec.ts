import { describe, expect, it } from "vitest"
import { Day, Dong } from "../values/index.ts"
import { boundariesOf, calendarPercent, lastDayOf } from "./budget-year.ts"
import type { FundingSum, StatedTier } from "./pivot-question.ts"
import { comparableTier, stageComparison } from "./stage-comparison.ts"
import { ownBudget, yearComparison } from "./year-comparison.ts"

const sum = (stage: FundingSum["stage"], source: FundingSum["source"], amount: number): FundingSum => ({
  row: 0,
  agency: null,
  source,
  year: 2025,
  stage,
  kind: "stated",
  amount: Dong.make(amount * 1_000_000),
  illustrative: false
})
const asOf = Day.make("2025-06-30")
const head = { unit: null, year: 2025, asOf }

describe("the budget year", () => {
  it("can be paid until 31 January of the next; the calendar runs from nothing to all of it", () => {
    expect(lastDayOf(2025)).toBe("2026-01-31")
    expect(calendarPercent(2025, Day.make("2024-12-31"))).toBe(0)
    expect(calendarPercent(2025, Day.make("2025-01-01"))).toBe(0.3)
    expect(calendarPercent(2025, asOf)).toBe(45.7)
    expect(calendarPercent(2025, Day.make("2026-01-31"))).toBe(100)
    expect(calendarPercent(2025, Day.make("2027-01-01"))).toBe(100)
  })

  it("is shown on the units of its last day, or of the day asked as of", () => {
    expect([boundariesOf(2024, asOf), boundariesOf(2025, asOf)]).toEqual(["2024-12-31", asOf])
  })
})

describe("from the plan to the payment", () => {
  it("holds what is paid against what is allocated, or raised, and against the calendar", () => {
    const { lines } = stageComparison(head, [
      sum("planned", "investment.province", 100),
      sum("allocated", "investment.province", 80),
      sum("disbursed", "investment.province", 20),
      sum("mobilised", "credit", 50),
      sum("planned", "enterprise", 5)
    ])
    const of = (source: string) => lines.find((line) => line.source === source)
    expect(of("investment")).toMatchObject({
      planned: 100_000_000,
      allocated: 80_000_000,
      mobilised: null,
      disbursed: 20_000_000,
      disbursedPercent: 25,
      calendarPercent: 45.7,
      behindPoints: 20.7
    })
    expect(of("credit")).toMatchObject({ disbursed: null, disbursedPercent: null, behindPoints: null })
    expect(of("enterprise")).toMatchObject({ disbursedPercent: null, behindPoints: null })
  })

  it("holds a total of money that is allocated and money that is only raised against both, without a flag", () => {
    const { flags, lines } = stageComparison(head, [
      sum("allocated", "investment.province", 80),
      sum("disbursed", "investment.province", 40),
      sum("mobilised", "credit", 120),
      sum("disbursed", "credit", 60),
      sum("mobilised", "community.land", 900)
    ])
    const rates = new Map<string, number | null>(lines.map((line) => [line.source, line.disbursedPercent]))
    expect(["all", "budget", "credit", "community.land"].map((source) => rates.get(source))).toEqual([50, 50, 50, null])
    expect(flags).toEqual([])
  })

  it("flags a stage that exceeds the one before it, with both amounts; to raise more than planned is none", () => {
    const { flags } = stageComparison(head, [
      sum("planned", "investment", 100),
      sum("allocated", "investment", 110),
      sum("disbursed", "investment", 120),
      sum("planned", "credit", 1),
      sum("mobilised", "credit", 2),
      sum("disbursed", "credit", 3)
    ])
    // Above them the sources exceed by both together.
    const own = flags.filter(({ source }) => source !== "all")
    expect(own.map(({ against, amount, severity, source }) => [source, severity, amount, against])).toEqual([
      ["investment", "warning", 110_000_000, 100_000_000],
      ["investment", "error", 120_000_000, 110_000_000],
      ["credit", "error", 3_000_000, 2_000_000]
    ])
    expect(own[1]?.sentence).toEqual({
      vi: "Cả nước, vốn đầu tư công: giải ngân 120 triệu đồng, nhiều hơn đã giao 110 triệu đồng là 10 triệu đồng",
      en: "The country, public investment: disbursed 120 triệu đồng is 10 triệu đồng more than allocated 110 triệu đồng"
    })
  })

  it("is asked at the tier at which most stages are stated, the highest of equals", () => {
    const tier = (stage: FundingSum["stage"], level: StatedTier["tier"]): StatedTier => ({
      year: 2025,
      stage,
      tier: level,
      amount: Dong.make(1),
      illustrative: false
    })
    const stated = [tier("mobilised", "district"), tier("planned", "commune"), tier("disbursed", "commune")]
    expect(comparableTier(stated, 2025)).toBe("commune")
    expect(comparableTier([...stated, tier("planned", "district")], 2025)).toBe("district")
    expect(comparableTier(stated, 2024)).toBeNull()
  })
})

describe("a year against another", () => {
  it("tells the change of each source, and none where one year says nothing", () => {
    const lines = yearComparison(
      [sum("mobilised", "credit", 200), sum("mobilised", "budget", 0)],
      [sum("planned", "credit", 150), sum("planned", "budget", 5), sum("planned", "community", 7)]
    )
    expect(
      lines.map(({ after, before, change, changePercent, source }) => [source, before, after, change, changePercent])
    ).toEqual([
      ["all", 200_000_000, 162_000_000, -38_000_000, -19],
      ["budget", 0, 5_000_000, 5_000_000, null],
      ["credit", 200_000_000, 150_000_000, -50_000_000, -25],
      ["community", null, 7_000_000, null, null]
    ])
  })
})

describe("the own budget", () => {
  const sums = [
    sum("planned", "investment.province", 30),
    sum("planned", "career.local", 10),
    sum("planned", "investment.central", 60)
  ]

  it("is the budget of the unit's level; of the country that of the State", () => {
    expect(ownBudget({ level: "province" }, sums)).toEqual({
      stage: "planned",
      own: 30_000_000,
      budget: 100_000_000,
      percent: 30
    })
    expect(ownBudget({ level: "district" }, sums)).toEqual({
      stage: "planned",
      own: 10_000_000,
      budget: 100_000_000,
      percent: 10
    })
    expect(ownBudget({ level: "commune" }, sums).own).toBe(0)
    expect(ownBudget(null, sums).percent).toBe(60)
    expect(ownBudget(null, [])).toEqual({ stage: null, own: 0, budget: 0, percent: null })
  })

  it("is of one stage: what is allocated tells more than what was planned, and neither is added to the other", () => {
    const allocated = sum("allocated", "investment.province", 5)
    expect(ownBudget({ level: "province" }, [...sums, allocated])).toEqual({
      stage: "allocated",
      own: 5_000_000,
      budget: 5_000_000,
      percent: 100
    })
  })
})
