import { describe, expect, it } from "vitest"
import { reconcile } from "./reconcile.ts"
import { content, figure, findingsOn, gist } from "./sample.ts"

const quantity = "funding/public-investment/city/2024"

describe("figures of one quantity", () => {
  it("must agree across documents, at the precision in which each was printed", () => {
    const plan = content([figure("plan", 3734.307, "tỷ đồng", { quantity })])
    const table = content([figure("appendix", 3_734_307, "triệu đồng", { quantity })], [], "appendix")
    const notice = content([figure("notice", 3738, "tỷ đồng", { quantity, asOf: "2024-12-27" })], [], "tb-1")
    expect(reconcile([plan, table]).findings).toEqual([])
    const [finding, ...more] = reconcile([plan, table, notice]).findings
    expect(more).toEqual([])
    expect(finding).toMatchObject({ kind: "sameQuantity", severity: "warning", stated: 3738, expected: 3734.307 })
    expect(finding?.places.map(({ document }) => document)).toEqual(["tb-1", "appendix"])
  })

  it("are told once for each value that differs, with every place that prints it", () => {
    const findings = findingsOn(
      figure("a", 137, "xã", { quantity: "communes" }),
      figure("b", 137, "xã", { quantity: "communes" }),
      figure("c", 77, "xã", { quantity: "communes" }),
      figure("d", 77, "xã", { quantity: "communes" }),
      figure("e", 137, "xã", { quantity: "communes" })
    )
    expect(findings.map(gist)).toEqual(["sameQuantity · c · no cause"])
    expect(findings[0]?.places.map((place) => place.figure)).toEqual(["c", "a", "d"])
  })

  it("may be rounded in running text", () => {
    expect(
      findingsOn(
        figure("exact", 230_147, "m²", { quantity: "land" }),
        figure("text", 230_000, "m²", { quantity: "land" }),
        figure("short", 23, "ha", { quantity: "land" })
      )
    ).toEqual([])
    expect(
      findingsOn(
        figure("total", 29_960_217, "triệu đồng", { quantity: "all" }),
        figure("billions", 29_960, "tỷ đồng", { quantity: "all" }),
        figure("trillions", 30, "nghìn tỷ đồng", { quantity: "all" })
      )
    ).toEqual([])
  })

  it("that speak of different days are told with that cause", () => {
    const findings = findingsOn(
      figure("old", 45, "xã", { quantity: "q", asOf: "2024-12-31" }),
      figure("new", 31, "xã", { quantity: "q", asOf: "2025-06-30" })
    )
    expect(findings.map(({ cause }) => cause?.kind)).toEqual(["differentDays"])
  })

  it("in units that cannot be compared are told so", () => {
    const findings = findingsOn(figure("a", 45, "xã", { quantity: "q" }), figure("b", 45, "ha", { quantity: "q" }))
    expect(findings.map(({ kind }) => kind)).toEqual(["incomparableUnits"])
  })

  it("are held against the value that most places print, wherever they stand in the file", () => {
    const figures = [
      figure("wrong", 31, "xã", { quantity: "q" }),
      figure("right", 45, "xã", { quantity: "q" }),
      figure("again", 45, "xã", { quantity: "q" })
    ]
    for (const order of [figures, figures.toReversed()]) {
      expect(findingsOn(...order)).toMatchObject([{ stated: 31, expected: 45 }])
    }
  })

  it("take no time with the square of their number", () => {
    const many = Array.from({ length: 20_000 }, (_, i) => figure(`f${i}`, 1000 + i, "hộ", { quantity: "q" }))
    expect(findingsOn(...many).length).toBeGreaterThan(19_000)
  })
})
