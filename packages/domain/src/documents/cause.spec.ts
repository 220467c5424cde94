import { describe, expect, it } from "vitest"
import { addClaims } from "./claim.ts"
import { causeOfDisagreement, roundingIn, slipInSum } from "./cause.ts"
import { content, figure } from "./sample.ts"
import { figureStatements, type Statement } from "./statement.ts"

const said = (value: number, unit: string, asOf: string | null = null): Statement => {
  const statement = figureStatements(content([figure("f", value, unit, { asOf })])).get("f")
  if (statement === undefined) throw new Error("a number states something")
  return statement
}

const disagreement = (a: Statement, b: Statement) => causeOfDisagreement(a, b)?.kind ?? null

const inSum = (target: Statement, ...parts: ReadonlyArray<Statement>) => {
  const terms = parts.map((statement) => ({ statement, claim: statement.claim, sign: 1 }) as const)
  const summed = addClaims(terms)
  return [slipInSum(target, terms, summed)?.kind ?? null, roundingIn(target, terms, summed)?.kind ?? null]
}

describe("causeOfDisagreement", () => {
  it("sees a million written for a billion, either way", () => {
    expect(disagreement(said(4652, "triệu đồng"), said(4652, "tỷ đồng"))).toBe("unitMisread")
    expect(disagreement(said(4652, "tỷ đồng"), said(4652, "triệu đồng"))).toBe("unitMisread")
  })

  it("sees three decimals that are thousands", () => {
    expect(disagreement(said(18.258, "hộ"), said(18_258, "hộ"))).toBe("separatorMisread")
  })

  it("sees two neighbouring digits swapped", () => {
    expect(disagreement(said(3743, "hộ"), said(3734, "hộ"))).toBe("transposedDigits")
  })

  it("sees that two numbers speak of different days, where both say so and the days lie apart", () => {
    expect(disagreement(said(12, "xã", "2024-12-31"), said(15, "xã", "2025-06-30"))).toBe("differentDays")
    expect(disagreement(said(12, "xã", "2025"), said(15, "xã", "2025-06-30"))).toBeNull()
    expect(disagreement(said(12, "xã", "2024-12-31"), said(15, "xã"))).toBeNull()
    expect(disagreement(said(12, "xã", "lúc đầu"), said(15, "xã", "2025"))).toBeNull()
  })

  it("guesses nothing from numbers of one or two digits", () => {
    expect(disagreement(said(12, "xã"), said(21, "xã"))).toBeNull()
    expect(disagreement(said(5, "tỷ đồng"), said(5, "triệu đồng"))).toBeNull()
  })
})

describe("slipInSum", () => {
  it("names the one number that would do", () => {
    expect(inSum(said(57_468, "hộ"), said(45_123, "hộ"), said(13_245, "hộ"))[0]).toBe("transposedDigits")
    expect(inSum(said(1250.5, "tỷ đồng"), said(1000.25, "tỷ đồng"), said(250_250, "tỷ đồng"))[0]).toBe("unitMisread")
  })

  it("names none where several would do, or none does", () => {
    expect(inSum(said(98_765, "hộ"), said(89_000, "hộ"), said(9675, "hộ"))[0]).toBeNull()
    expect(inSum(said(500, "hộ"), said(300, "hộ"), said(207, "hộ"))[0]).toBeNull()
  })
})

describe("roundingIn", () => {
  it("allows one more step of the roughest number, and none to counts", () => {
    expect(inSum(said(6.43, "tỷ đồng"), said(1.24, "tỷ đồng"), said(2.13, "tỷ đồng"), said(3.04, "tỷ đồng"))[1]).toBe(
      "wrongRounding"
    )
    expect(
      inSum(said(6.48, "tỷ đồng"), said(1.24, "tỷ đồng"), said(2.13, "tỷ đồng"), said(3.04, "tỷ đồng"))[1]
    ).toBeNull()
    expect(inSum(said(8, "xã"), said(4, "xã"), said(3, "xã"))[1]).toBeNull()
  })
})
