import { describe, expect, it } from "vitest"
import { DocumentId } from "./document.ts"
import { reconcile } from "./reconcile.ts"
import { content, figure, gist } from "./sample.ts"

const quantity = (name: string) => ({ quantity: name })

/** What the plan and the notice of 27/12/2024 say of the same money. */
const plan = content(
  [
    figure("city", 3734.307, "tỷ đồng", { printed: "3.734,307", ...quantity("public-investment/city") }),
    figure("district", 18.258, "tỷ đồng", { printed: "18.258" }),
    figure("career", 35.918, "tỷ đồng", quantity("career/city")),
    figure("works", 789, "công trình"),
    figure("done", 634, "công trình", { statedPercentOf: { of: "works", percent: 81, decimals: 0 } })
  ],
  [],
  "kh-61"
)
const notice = content(
  [
    figure("investment", 3738, "tỷ đồng", quantity("public-investment/city")),
    figure("career", 45, "tỷ đồng", quantity("career/city"))
  ],
  [],
  "tb-2712"
)

describe("reconcile", () => {
  it("finds what the pilot's plan and notice cannot both say, errors first", () => {
    const { findings, checked } = reconcile([plan, notice])
    expect(findings.map(gist)).toEqual([
      "printedForm · district · separatorMisread",
      "sameQuantity · career · no cause",
      "percent · done · wrongRounding",
      "sameQuantity · investment · no cause"
    ])
    expect(findings.map(({ severity }) => severity)).toEqual(["error", "error", "warning", "warning"])
    expect(checked).toEqual({ relations: 5, held: 1, open: 0 })
  })

  it("says in each finding both numbers, their difference and the places of both", () => {
    const career = reconcile([plan, notice]).findings[1]
    expect(career).toMatchObject({ stated: 45, expected: 35.918, difference: 9.082, unit: "tỷ đồng" })
    expect(career?.places.map(({ document, file, path }) => `${document}/${file}#${path}`)).toEqual([
      "tb-2712/figures.json#/1",
      "kh-61/figures.json#/2"
    ])
    expect(career?.message.vi).toContain("45 tỷ đồng")
    expect(career?.message.en).toContain("35,918 tỷ đồng")
  })

  it("gives each finding an id of its own, the same at every run", () => {
    const ids = reconcile([plan, notice]).findings.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(reconcile([plan, notice]).findings.map(({ id }) => id)).toEqual(ids)
  })

  it("takes no part in texts and unread values", () => {
    const words = content([
      figure("total", 10, "xã"),
      figure("text", "Đạt", null, { breakdownOf: "total", quantity: "q" }),
      figure("unread", null, "xã", { breakdownOf: "total", statedPercentOf: { of: "total", percent: 3, decimals: 0 } })
    ])
    expect(reconcile([words]).findings).toEqual([])
  })

  it("leaves open what refers to nothing", () => {
    const loose = figure("f", 1, "xã", {
      breakdownOf: "none",
      statedPercentOf: { of: "none", percent: 3, decimals: 0 },
      restates: "none",
      outOf: "none",
      differenceOf: { of: "none", less: "f" },
      computedFrom: "none"
    })
    expect(reconcile([content([loose])])).toEqual({
      findings: [],
      checked: { relations: 6, held: 0, open: 6 },
      openSplits: []
    })
  })

  it("holds figures against the facts it is handed, in the figure's own unit", () => {
    const stated = content([figure("average", 18.4, "tiêu chí/xã", { computedFrom: "criteria/average" })])
    const fact = (value: number) =>
      reconcile([stated], (document, name) =>
        document === DocumentId.make("kh-1") && name === "criteria/average"
          ? { value, decimals: 6, file: "appendix-01.json", path: "/rows", label: "Phụ lục 01" }
          : null
      ).findings
    expect(fact(18.380952)).toEqual([])
    expect(fact(18.280952).map(({ kind, places }) => [kind, places[1]?.label])).toEqual([["computed", "Phụ lục 01"]])
  })

  it("finds nothing in nothing", () => {
    expect(reconcile([])).toEqual({ findings: [], checked: { relations: 0, held: 0, open: 0 }, openSplits: [] })
    expect(reconcile([content([])]).findings).toEqual([])
  })
})
