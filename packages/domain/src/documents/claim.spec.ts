import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { roundHalfUp } from "../values/index.ts"
import {
  addClaims,
  agree,
  boundOf,
  claimOf,
  numberOf,
  placesOf,
  roundedClaim,
  scaleClaim,
  withoutClaim
} from "./claim.ts"
import { measureOf } from "./measure.ts"

const claim = (
  value: number,
  decimals: number,
  unit: string,
  qualifier: string | null = null,
  max: number | null = null
) => claimOf(value, decimals, measureOf(unit), qualifier, max)

const ends = (
  value: number,
  decimals: number,
  unit: string,
  qualifier: string | null = null,
  max: number | null = null
) => {
  const { lo, hi } = claim(value, decimals, unit, qualifier, max)
  return [numberOf(lo, measureOf(unit)), numberOf(hi, measureOf(unit))]
}

describe("claimOf", () => {
  it("claims every amount that rounds half up to what is printed, the upper end left out", () => {
    const printed = claim(4652, 0, "tỷ đồng")
    expect(agree(printed, claim(4651.5, 9, "tỷ đồng"))).toBe(true)
    expect(agree(printed, claim(4_652_499_999_999, 0, "đồng"))).toBe(true)
    expect(agree(printed, claim(4_652_500_000_000, 0, "đồng"))).toBe(false)
    expect(agree(printed, claim(4_651_499_999_999, 0, "đồng"))).toBe(false)
  })

  it("claims counted things and whole đồng exactly", () => {
    expect(ends(137, 0, "xã")).toEqual([137, 137])
    expect(ends(2_775_000_000, 0, "đồng")).toEqual([2_775_000_000, 2_775_000_000])
    const [least = 0, most = 0] = ends(12.5, 1, "nghìn người")
    expect(least).toBe(12.45)
    expect(most).toBeCloseTo(12.55, 5)
  })

  it("leaves both ends in below zero, where rounding goes either way", () => {
    expect(agree(claim(-3, 0, "triệu đồng"), claim(-2_500_000, 0, "đồng"))).toBe(true)
    expect(agree(claim(-2, 0, "triệu đồng"), claim(-2_500_000, 0, "đồng"))).toBe(true)
    expect(agree(claim(-2, 0, "triệu đồng"), claim(-2_500_001, 0, "đồng"))).toBe(false)
  })

  it("opens one side for trên and dưới by a tenth, and both for khoảng", () => {
    expect(ends(12_500, 0, "hộ", "trên")).toEqual([12_500, 13_750])
    expect(ends(200, 0, "hộ", "dưới")).toEqual([180, 200])
    expect(ends(230_000, 0, "m²", "khoảng")).toEqual([228_850, 231_150])
  })

  it("spans a printed range, in the places of its own end", () => {
    expect(ends(80, 0, "xã", null, 90)).toEqual([80, 90])
    expect(ends(80, 0, "xã", null, 90.5)).toEqual([80, 90.5])
  })

  it("holds the true amount whenever it was rounded half up", () => {
    const units = fc.constantFrom("triệu đồng", "tỷ đồng", "ha", "%")
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        units,
        (thousandths, decimals, unit) => {
          const exact = thousandths / 1e6
          const printed = claim(roundHalfUp(exact, decimals), decimals, unit)
          const { mid } = claim(exact, 6, unit)
          expect(printed.lo <= mid && mid <= printed.hi).toBe(true)
        }
      )
    )
  })
})

describe("boundOf", () => {
  it.each([
    ["khoảng", "about"],
    ["dự kiến, khoảng", "about"],
    ["ước đạt", "about"],
    ["gần", "about"],
    ["trên", "atLeast"],
    ["hơn", "atLeast"],
    ["từ", "atLeast"],
    ["không dưới", "atLeast"],
    ["không ít hơn", "atLeast"],
    ["dưới", "atMost"],
    ["ít hơn", "atMost"],
    ["thấp hơn", "atMost"],
    ["không quá", "atMost"],
    ["không vượt quá", "atMost"],
    ["chưa đầy", "atMost"],
    ["≥", "atLeast"],
    ["~", "about"]
  ])("reads “%s” as %s", (qualifier, bound) => {
    expect(boundOf(qualifier)).toBe(bound)
  })

  it.each(["còn", "trước", "nước", "tổng", ""])("loosens nothing for “%s”", (qualifier) => {
    expect(boundOf(qualifier)).toBeNull()
  })
})

describe("roundedClaim", () => {
  const restates = (value: number, other: number): boolean =>
    agree(roundedClaim(claim(value, 0, "m²"), measureOf("m²")), claim(other, 0, "m²"))

  it("takes three zeros at the end as rounding, and fewer as digits", () => {
    expect(restates(230_000, 230_147)).toBe(true)
    expect(restates(230_000, 231_147)).toBe(false)
    expect(restates(230_100, 230_147)).toBe(false)
  })

  it("leaves zero alone", () => {
    expect(restates(0, 1)).toBe(false)
  })
})

describe("addClaims", () => {
  it("adds the roundings of the parts, whatever their signs, and takes a part out again", () => {
    const parts = [
      { claim: claim(10, 0, "tỷ đồng"), sign: 1 },
      { claim: claim(3, 0, "tỷ đồng"), sign: -1 },
      { claim: claim(2.5, 1, "tỷ đồng"), sign: 1 }
    ] as const
    const sum = addClaims(parts)
    expect(agree(sum, claim(9.5, 1, "tỷ đồng"))).toBe(true)
    expect(agree(sum, claim(10.5, 1, "tỷ đồng"))).toBe(true)
    expect(agree(sum, claim(10.7, 1, "tỷ đồng"))).toBe(false)
    expect(agree(sum, claim(8.3, 1, "tỷ đồng"))).toBe(false)
    expect(withoutClaim(sum, parts[1].claim, -1)).toEqual(addClaims([parts[0], parts[2]]))
    expect(withoutClaim(sum, parts[2].claim, 1)).toEqual(addClaims([parts[0], parts[1]]))
  })
})

describe("scaleClaim and placesOf", () => {
  it("scales a claim up and down by powers of ten", () => {
    expect(scaleClaim(claim(18, 0, "triệu đồng"), 3).mid).toBe(claim(18, 0, "tỷ đồng").mid)
    expect(scaleClaim(claim(18, 0, "tỷ đồng"), -3).lo).toBe(claim(18, 0, "triệu đồng").lo)
  })

  it("counts the places a number is written with", () => {
    expect([137, 800.71, 0.1 + 0.2, 1e-7, -2.5].map(placesOf)).toEqual([0, 2, 11, 7, 1])
  })
})
