import { describe, expect, it } from "vitest"
import { content, document, figure, table } from "./sample.ts"
import { cellStatement, figureStatements, printAmount, printNumber } from "./statement.ts"

describe("printNumber and printAmount", () => {
  it("print as a Vietnamese reader expects, with the places claimed or the places needed", () => {
    expect(printNumber(4652, 0, "tỷ đồng")).toBe("4.652 tỷ đồng")
    expect(printNumber(12.5, 2, "ha")).toBe("12,50 ha")
    expect(printNumber(80, 0, "")).toBe("80")
    expect(printAmount(0.1 + 0.2, "tỷ đồng")).toBe("0,3 tỷ đồng")
    expect(printAmount(-2775, "triệu đồng")).toBe("-2.775 triệu đồng")
  })
})

describe("figureStatements", () => {
  it("keeps the numbers and leaves texts out, each at its place in the file", () => {
    const statements = figureStatements(
      content([figure("text", "Đạt", null), figure("n", 137, "xã", { qualifier: "trên" })])
    )
    expect([...statements.keys()]).toEqual(["n"])
    expect(statements.get("n")?.place()).toMatchObject({
      file: "figures.json",
      path: "/1",
      figure: "n",
      printed: "trên 137 xã"
    })
  })

  it("shows the printed form where there is one", () => {
    const statements = figureStatements(content([figure("n", 18.258, "tỷ đồng", { printed: "18.258" })]))
    expect(statements.get("n")?.place().printed).toBe("18.258 tỷ đồng")
  })
})

describe("cellStatement", () => {
  const printed = table({ unit: "triệu đồng", columns: ["total", "share:%"], rows: { "An Lão": [493_227, null] } })

  it("states a cell in the unit of its column, at its place", () => {
    const cell = cellStatement(document(), printed, 0, 0)
    expect(cell).toMatchObject({ value: 493_227, unit: "triệu đồng" })
    expect(cell?.place()).toMatchObject({
      file: "appendix-02.json",
      path: "/rows/0/total",
      label: "Phụ lục 02 · An Lão · total",
      row: 0,
      column: "total",
      printed: "493.227 triệu đồng"
    })
  })

  it("states nothing where a cell is blank or outside the table", () => {
    expect([
      cellStatement(document(), printed, 0, 1),
      cellStatement(document(), printed, -1, 0),
      cellStatement(document(), printed, 0, 9)
    ]).toEqual([null, null, null])
  })
})
