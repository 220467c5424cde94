import { describe, expect, it } from "vitest"
import { country, idOf } from "../units/testing/country.ts"
import { Day, Dong } from "../values/index.ts"
import { pivotOf } from "./pivot-of.ts"
import type { FundingSum, StatedTier } from "./pivot-question.ts"
import { placementOf } from "./placement.ts"
import { highestTier, usualTier } from "./stated-tier.ts"

const plan = placementOf(country, idOf("10"), Day.make("2024-12-31"))
const rowOf = (code: string) => plan.rows.findIndex(({ kind, unit }) => kind === "unit" && unit?.code === code)
const million = (amount: number) => Dong.make(amount * 1_000_000)

const sum = (
  row: number,
  source: FundingSum["source"],
  amount: number,
  more: Partial<FundingSum> = {}
): FundingSum => ({
  row,
  agency: null,
  source,
  year: 2024,
  stage: "mobilised",
  kind: "stated",
  amount: million(amount),
  illustrative: false,
  ...more
})

const tier = (level: StatedTier["tier"], amount: number): StatedTier => ({
  year: 2024,
  stage: "mobilised",
  tier: level,
  amount: million(amount),
  illustrative: false
})

const pivot = (sums: ReadonlyArray<FundingSum>, tiers: ReadonlyArray<StatedTier> = []) =>
  pivotOf(plan, { year: 2024, stage: "mobilised", tier: "district", tiers }, sums)

describe("a pivot of money", () => {
  it("has units, agencies, what is the unit's own and what is left over as rows of their own, in this order", () => {
    const { rows } = pivot([
      sum(0, "all", -1, { kind: "rounding" }),
      sum(0, "credit", 2),
      sum(0, "career.province", 3, { agency: "Các sở, ngành" }),
      sum(rowOf("102"), "credit", 4),
      sum(rowOf("101"), "credit", 5)
    ])
    expect(rows.map(({ agency, kind, unit }) => [kind, unit?.code, agency])).toEqual([
      ["unit", "101", null],
      ["unit", "102", null],
      ["agency", "10", "Các sở, ngành"],
      ["own", "10", null],
      ["rest", "10", null]
    ])
  })

  it("counts an amount at its source and above; what nobody stated is blank and not zero", () => {
    const { rows, sources, total } = pivot([
      sum(rowOf("101"), "investment.district", 5, { illustrative: true }),
      sum(rowOf("102"), "credit", 0)
    ])
    expect(sources).toEqual(["all", "budget", "investment", "investment.local", "investment.district", "credit"])
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.amount ?? null))).toEqual([
      [...Array.from({ length: 5 }, () => 5_000_000), null],
      [0, null, null, null, null, 0]
    ])
    expect(total.map((cell) => cell?.illustrative)).toEqual([true, true, true, true, true, false])
  })

  it("shares among siblings add up to 100; of a negative one there is no share", () => {
    const parts = [sum(1, "budget", 1), sum(1, "credit", 1), sum(1, "community", 1)]
    expect(pivot(parts).shares).toEqual([100, 33.4, 33.3, 33.3])
    expect(pivot([...parts, sum(2, "enterprise", -1)]).shares).toEqual([100, null, null, null, null])
  })

  it("flags where a total is not explained, at the source itself and not above it, with both amounts and the difference", () => {
    const { flags } = pivot([
      sum(rowOf("101"), "investment", 3, { kind: "unexplained" }),
      sum(rowOf("101"), "investment.province", 490)
    ])
    expect(flags).toEqual([
      {
        kind: "unexplained",
        severity: "error",
        unit: { id: idOf("101"), code: "101", name: "Số 101", type: "huyện" },
        source: "investment",
        amount: 493_000_000,
        against: 490_000_000,
        sentence: {
          vi: "huyện Số 101, vốn đầu tư công: văn bản ghi 493 triệu đồng, các phần cộng lại 490 triệu đồng, lệch 3 triệu đồng chưa giải thích được",
          en: "huyện Số 101, public investment: stated as 493 triệu đồng, its parts add up to 490 triệu đồng; 3 triệu đồng is not explained"
        }
      }
    ])
  })

  it("holds a difference of the unit's own printed row in that row, at its own level", () => {
    const district = placementOf(country, idOf("101"), Day.make("2024-12-31"))
    const { flags, rows, total } = pivotOf(district, { year: 2024, stage: "mobilised", tier: "district", tiers: [] }, [
      sum(0, "investment", 3, { kind: "unexplained" }),
      sum(0, "investment.province", 490)
    ])
    expect(rows.map(({ cells, kind }) => [kind, cells[2]?.amount, cells[2]?.unexplained])).toEqual([
      ["whole", 493_000_000, 3_000_000]
    ])
    expect(total[2]?.amount).toBe(493_000_000)
    expect(flags.map(({ sentence }) => sentence.vi)).toEqual([
      "huyện Số 101, vốn đầu tư công: văn bản ghi 493 triệu đồng, các phần cộng lại 490 triệu đồng, lệch 3 triệu đồng chưa giải thích được"
    ])
  })

  it("tells what a total row leaves over by the total that is printed, not by the difference", () => {
    const { flags } = pivot([sum(0, "credit", -3, { kind: "unexplained" }), sum(rowOf("101"), "credit", 490)])
    expect(flags.map(({ amount, against, sentence }) => [amount, against, sentence.vi])).toEqual([
      [
        487_000_000,
        490_000_000,
        "tỉnh Số 10, vốn tín dụng: văn bản ghi 487 triệu đồng, các phần cộng lại 490 triệu đồng, lệch -3 triệu đồng chưa giải thích được"
      ]
    ])
  })

  it("flags the very amount of another row where its own parts do not bear it out, and not where they do", () => {
    const copied = (parts: number) =>
      pivot([
        sum(rowOf("101"), "investment", 896),
        sum(rowOf("102"), "investment", 896 - parts, { kind: "unexplained" }),
        sum(rowOf("102"), "investment.province", parts)
      ]).flags.map(({ kind, unit }) => `${kind} ${unit?.code}`)
    expect(copied(0)).toEqual(["unexplained 102", "copied 102"])
    expect(copied(895)).toEqual(["unexplained 102"])
  })

  it("flags what adjustments overdrew, and units below that state more than what is above them", () => {
    const { flags } = pivot(
      [sum(rowOf("101"), "credit", -2, { kind: "adjustment" })],
      [tier("district", 5), tier("commune", 7)]
    )
    expect(flags.map(({ kind, sentence, source }) => [kind, source, sentence.vi])).toEqual([
      ["overdrawn", "credit", "huyện Số 101, vốn tín dụng: điều chỉnh giảm nhiều hơn số đã có 2 triệu đồng"],
      [
        "finerExceeds",
        "all",
        "tỉnh Số 10, tổng cộng: cấp dưới ghi 7 triệu đồng, nhiều hơn 5 triệu đồng mà cấp trên ghi, lệch 2 triệu đồng"
      ]
    ])
    expect(pivot([], [tier("district", 7), tier("commune", 7)]).flags).toEqual([])
  })
})

describe("the tier of a question", () => {
  const tiers = [tier("province", 9), tier("district", 5), tier("commune", 7)]

  it("is the highest below the unit at which anything is stated; the highest of all where years are compared", () => {
    expect(usualTier({ level: "province" }, tiers, 2024, "mobilised")).toBe("district")
    expect(usualTier({ level: "district" }, tiers, 2024, "mobilised")).toBe("commune")
    expect(usualTier({ level: "commune" }, tiers, 2024, "mobilised")).toBe("commune")
    expect(usualTier(null, tiers, 2024, "mobilised")).toBe("province")
    expect(highestTier({ level: "province" }, tiers, 2024, "mobilised")).toBe("province")
  })

  it("is one that is published before one that is made up for illustration", () => {
    const made = [tier("district", 5), { ...tier("commune", 7), illustrative: true }]
    expect(usualTier({ level: "district" }, made, 2024, "mobilised")).toBe("district")
    expect(usualTier({ level: "province" }, made, 2024, "mobilised")).toBe("district")
    expect(usualTier({ level: "province" }, made.slice(1), 2024, "mobilised")).toBe("commune")
  })

  it("is the unit's own level where nothing is stated", () => {
    expect(usualTier({ level: "district" }, tiers, 2023, "mobilised")).toBe("district")
    expect(highestTier(null, [], 2024, "planned")).toBe("province")
  })
})
