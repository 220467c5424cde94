import { describe, expect, it } from "vitest"
import { reconcile } from "./reconcile.ts"
import { content, findingsIn, gist, table } from "./sample.ts"

const gists = (...input: Parameters<typeof table>) => findingsIn(table(...input)).map(gist)

/** Public investment of Phụ lục 02, Kế hoạch 61/KH-UBND, as far as its sums are concerned. */
const pilot = {
  unit: "triệu đồng",
  columns: ["total", "city", "district"],
  rows: {
    Tổng: [4_651_993, 3_734_307, 18_258],
    "An Lão": [493_227, 490_452, null],
    "Thủy Nguyên": [896_210, 895_767, null],
    "Cát Hải": [896_210, 0, null],
    "các huyện khác": [2_366_346, 2_348_088, 18_258]
  },
  columnSums: { total: ["city", "district"] },
  rowSums: { Tổng: ["An Lão", "Thủy Nguyên", "Cát Hải", "các huyện khác"] }
}

describe("the pilot's Phụ lục 02", () => {
  it("has three rows that do not add up, one copied, and a total row that carries them", () => {
    expect(gists(pilot)).toEqual([
      "columnSum · Tổng / total · carriedFromRows",
      "columnSum · An Lão / total · no cause",
      "columnSum · Thủy Nguyên / total · no cause",
      "columnSum · Cát Hải / total · copiedFromNeighbour"
    ])
    expect(findingsIn(table(pilot)).map(({ difference }) => difference)).toEqual([899_428, 2775, 443, 896_210])
  })
})

describe("a table's declared sums", () => {
  it("may be off by rounding and no more", () => {
    const shape = (total: number) => ({
      unit: "tỷ đồng",
      columns: ["all", "a", "b", "c"],
      rows: { "xã A": [total, 1.24, 2.13, 3.04] },
      decimals: 2,
      columnSums: { all: ["a", "b", "c"] }
    })
    expect(gists(shape(6.42))).toEqual([])
    expect(gists(shape(6.43))).toEqual(["columnSum · xã A / all · wrongRounding"])
    expect(gists(shape(6.47))).toEqual(["columnSum · xã A / all · no cause"])
  })

  it("of counts are exact", () => {
    const shape = (total: number) => ({
      unit: "xã",
      columns: ["communes"],
      rows: { A: [35], B: [42], Tổng: [total] },
      rowSums: { Tổng: ["A", "B"] }
    })
    expect(gists(shape(77))).toEqual([])
    expect(gists(shape(78))).toEqual(["rowSum · Tổng / communes · no cause"])
  })

  it("take blanks for nothing, and decide nothing of a blank total or of blank details", () => {
    const shape = {
      unit: "triệu đồng",
      columns: ["all", "a", "b"],
      rows: { A: [5000, 5000, null], B: [null, 3000, 2000], C: [7000, null, null] },
      columnSums: { all: ["a", "b"] }
    }
    const { findings, checked } = reconcile([content([], [table(shape)])])
    expect(findings).toEqual([])
    expect(checked).toEqual({ relations: 3, held: 1, open: 2 })
  })

  it("may take parts away: what remains is planned less disbursed", () => {
    const shape = (rest: number) => ({
      unit: "tỷ đồng",
      columns: ["planned", "disbursed", "rest", "rate:%"],
      rows: { A: [100.5, 80.2, rest, 79.8], B: [50, 60, -10, 120], Tổng: [150.5, 140.2, rest - 10, 93.2] },
      columnSums: { rest: ["planned", "-disbursed"] },
      rowSums: { Tổng: ["A", "B"] }
    })
    expect(gists(shape(20.3))).toEqual([])
    expect(gists(shape(23.3))).toEqual(["columnSum · A / rest · no cause", "columnSum · Tổng / rest · carriedFromRows"])
  })

  it("do not sum rates and percentages down, by unit or by name", () => {
    const rows = { A: [10, 50], B: [20, 70], Tổng: [30, 63] }
    const rowSums = { Tổng: ["A", "B"] }
    for (const column of [
      "share:%",
      "per head:tiêu chí/xã",
      "Tỷ lệ giải ngân",
      "tỉ lệ đạt",
      "Thu nhập bình quân",
      "pct",
      "ty_le_dat"
    ]) {
      expect(gists({ unit: "xã", columns: ["communes", column], rows, rowSums })).toEqual([])
    }
    expect(gists({ unit: "xã", columns: ["communes", "generated"], rows, rowSums })).toHaveLength(1)
  })

  it("nest: I of 1 and 2, the total of I and II, wherever the total stands", () => {
    const shape = (I: number) => ({
      unit: "triệu đồng",
      columns: ["plan"],
      rows: { "1": [1200], "2": [800], I: [I], Tổng: [5000], II: [3000], "II.1": [3000] },
      rowSums: { I: ["1", "2"], II: ["II.1"], Tổng: ["I", "II"] }
    })
    expect(gists(shape(2000))).toEqual([])
    expect(gists(shape(2100))).toEqual(["rowSum · I / plan · no cause", "rowSum · Tổng / plan · no cause"])
  })

  it("read columns of their own units in one sum", () => {
    expect(
      gists({
        unit: "tỷ đồng",
        columns: ["all", "credit", "people:triệu đồng"],
        rows: { A: [12.5, 10, 2500] },
        columnSums: { all: ["credit", "people"] }
      })
    ).toEqual([])
  })

  it("of nothing but zeros hold", () => {
    expect(
      gists({ unit: "xã", columns: ["n"], rows: { A: [0], B: [0], Tổng: [0] }, rowSums: { Tổng: ["A", "B"] } })
    ).toEqual([])
  })
})

describe("the cause of a misfit", () => {
  const rows = {
    Tổng: [61_000, 45_000, 16_000],
    A: [21_345, 15_345, 6000],
    B: [18_111, 13_111, 5000],
    C: [21_544, 16_544, 5000]
  }
  const shape = (changed: Partial<Record<keyof typeof rows, ReadonlyArray<number>>>) => ({
    unit: "triệu đồng",
    columns: ["all", "credit", "people"],
    rows: { ...rows, ...changed },
    columnSums: { all: ["credit", "people"] },
    rowSums: { Tổng: ["A", "B", "C"] }
  })

  it("is the cell at which a row and a column are off by the same amount", () => {
    expect(gists(shape({}))).toEqual([])
    const findings = findingsIn(table(shape({ B: [18_111, 13_611, 5000] })))
    expect(findings.map(gist)).toEqual([
      "columnSum · B / all · cellAtCrossing",
      "rowSum · Tổng / credit · cellAtCrossing"
    ])
    expect(findings[0]?.cause?.text.vi).toContain("khớp nếu là 13.111 triệu đồng")
  })

  it("is a row copied over its neighbour", () => {
    const findings = findingsIn(table(shape({ B: rows.A })))
    expect(findings.map(gist).slice(0, 2)).toEqual([
      "rowSum · Tổng / all · copiedFromNeighbour",
      "rowSum · Tổng / credit · copiedFromNeighbour"
    ])
  })

  it("is not a copy where a subtotal rightly equals its only row", () => {
    expect(
      gists({
        unit: "triệu đồng",
        columns: ["all", "a", "b"],
        rows: { I: [5000, 3000, 1900], "1": [5000, 3000, 2000] },
        columnSums: { all: ["a", "b"] },
        rowSums: { I: ["1"] }
      })
    ).toEqual(["columnSum · I / all · cellAtCrossing", "rowSum · I / b · cellAtCrossing"])
  })

  it("is a million for a billion, or two digits swapped", () => {
    const one = (cells: ReadonlyArray<number>) =>
      gists({ unit: "tỷ đồng", columns: ["all", "a", "b"], rows: { A: cells }, columnSums: { all: ["a", "b"] } })
    expect(one([1250.5, 1000.25, 250_250])).toEqual(["columnSum · A / all · unitMisread"])
    expect(one([1250.5, 1000.25, 0.25025])).toEqual(["columnSum · A / all · unitMisread"])
    expect(one([57_468, 45_123, 13_245])).toEqual(["columnSum · A / all · transposedDigits"])
  })

  it("is not named where two slips would do: 98.765 for 98.675, or 9675 for 9765", () => {
    expect(
      gists({
        unit: "xã",
        columns: ["all", "a", "b"],
        rows: { A: [98_765, 89_000, 9675] },
        columnSums: { all: ["a", "b"] }
      })
    ).toEqual(["columnSum · A / all · no cause"])
  })
})

describe("large tables", () => {
  it("with every row wrong take no time with the square of their size", () => {
    const many = Array.from({ length: 5000 }, (_, i) => [`r${i}`, [10_000 + i, 5000, 1000]] as const)
    const names = many.map(([name]) => name)
    const findings = findingsIn(
      table({
        unit: "triệu đồng",
        columns: ["all", "a", "b"],
        rows: Object.fromEntries([...many, ["Tổng", [1, 1, 1]]]),
        columnSums: { all: ["a", "b"] },
        rowSums: { Tổng: names }
      })
    )
    expect(findings.length).toBeGreaterThan(5000)
  })
})
