import { describe, expect, it } from "vitest"
import { byMateriality, Report } from "./report.ts"
import { content, figure } from "./sample.ts"
import { figureStatements, type Statement } from "./statement.ts"

const said = (value: number, unit: string): Statement => {
  const statement = figureStatements(content([figure("f", value, unit)])).get("f")
  if (statement === undefined) throw new Error("a number states something")
  return statement
}

describe("byMateriality", () => {
  it("is an error from a hundredth on, and for any difference of things counted", () => {
    expect(byMateriality(said(3738, "tỷ đồng"), said(3734, "tỷ đồng").claim.mid)).toBe("warning")
    expect(byMateriality(said(101, "tỷ đồng"), said(100, "tỷ đồng").claim.mid)).toBe("error")
    expect(byMateriality(said(1001, "xã"), said(1000, "xã").claim.mid)).toBe("error")
    expect(byMateriality(said(5, "tỷ đồng"), 0n)).toBe("error")
  })
})

describe("Report", () => {
  it("counts what holds, what is open and what is doubted, each doubt once", () => {
    const report = new Report()
    const stated = said(9, "xã")
    const doubt = {
      kind: "difference",
      severity: "error",
      stated,
      against: [],
      expected: said(7, "xã").claim.mid,
      cause: null,
      message: { vi: "khác", en: "differs" }
    } as const
    report.holds()
    report.undecided()
    report.doubt(doubt)
    report.doubt(doubt)
    expect(report.checked()).toEqual({ relations: 3, held: 1, open: 1 })
    expect(report.findings).toMatchObject([
      { id: "difference:kh-1:figures.json/0", stated: 9, expected: 7, difference: 2, unit: "xã" }
    ])
  })
})
