import { describe, expect, it } from "vitest"
import { audit, type Files, problemsOf, warningsOf } from "./sample.ts"

/** What an audit finds, in a word each: kind, place, cause. Fails where the documents cannot be read. */
const gists = async (files: Files): Promise<ReadonlyArray<string>> => {
  const outcome = await audit(files)
  if (outcome._tag === "Unreadable") throw new Error(problemsOf(outcome).join("\n"))
  expect(warningsOf(outcome)).toEqual([])
  return outcome.findings.map(({ kind, cause, places: [{ figure, label }] }) => {
    return [kind, figure ?? label.split(" · ").slice(1).join(" / "), cause?.kind ?? "-"].join(" · ")
  })
}

const figures = (list: ReadonlyArray<object>): Files => ({ "figures.json": list })
const figure = (id: string, value: number, unit: string, rest: object = {}) => ({ id, label: id, value, unit, ...rest })

describe("capital in tỷ đồng with two decimals, planned, disbursed and left", () => {
  const table = (left: string): Files => ({
    "bieu-03.json": `{
      "table": "Biểu 03", "unit": "tỷ đồng",
      "columns": [{"key": "name", "label": "Huyện"}, {"key": "planned", "label": "Kế hoạch"}, {"key": "paid", "label": "Giải ngân"},
        {"key": "left", "label": "Còn lại"}, {"key": "rate", "label": "Tỷ lệ giải ngân (%)"}],
      "rows": [
        {"no": "1", "name": "Yên Mô", "planned": 125.50, "paid": 100.25, "left": ${left}, "rate": 79.9},
        {"no": "2", "name": "Kim Sơn", "planned": 80.30, "paid": 80.30, "left": 0, "rate": 100},
        {"no": "3", "name": "Nho Quan", "planned": 60, "paid": "-", "left": 60.00, "rate": "–"},
        {"no": null, "name": "Tổng cộng", "rowKind": "total", "planned": 265.80, "paid": 180.55, "left": 85.25, "rate": 67.9}],
      "sums": {"columns": {"left": ["planned", "-paid"]}, "rows": {"total": "các dòng còn lại"}}}`
  })

  it("holds, its rates not summed and its dashes nothing", async () => {
    expect(await gists(table("25.25"))).toEqual([])
  })

  it("with one amount wrong is off across and down, at one cell", async () => {
    expect(await gists(table("22.55"))).toEqual([
      "columnSum · Yên Mô / Còn lại · cellAtCrossing",
      "rowSum · Tổng cộng / Còn lại · cellAtCrossing"
    ])
  })
})

describe("sources in nested rows: I of 1 and 2, II of 1 and 2, the total in the middle", () => {
  const table = (second: number): Files => ({
    "phu-luc-01.json": {
      unit: "triệu đồng",
      columns: [
        { key: "plan", label: "Vốn" },
        { key: "note", label: "Ghi chú" }
      ],
      rows: [
        { no: "I", name: "Ngân sách trung ương", plan: 5000 },
        { no: "1", name: "Đầu tư", plan: 3500 },
        { no: "2", name: "Sự nghiệp", plan: 1500 },
        { no: "", name: "Tổng số", rowKind: "total", plan: 12_000 },
        { no: "II", name: "Ngân sách địa phương", plan: 7000 },
        { no: "1", name: "Đầu tư", plan: 4000 },
        { no: "2", name: "Sự nghiệp", plan: second }
      ],
      sums: { rows: { I: ["1", "2"], II: ["1", "2"], total: "the other rows" } }
    }
  })

  it("finds each part in its own block, and adds no detail twice", async () => {
    expect(await gists(table(3000))).toEqual([])
    expect(await gists(table(3100))).toEqual(["rowSum · Ngân sách địa phương / Vốn · -"])
  })

  it("asks which row is meant where its block does not say", async () => {
    const rows = ["A", "I", "A"].map((name) => ({ name, plan: 1 }))
    const outcome = await audit({
      "bang.json": { unit: "xã", columns: ["name", "plan"], rows, sums: { rows: { I: ["A"] } } }
    })
    expect(outcome._tag).toBe("Audited")
    const twice = [...rows, { name: "A", plan: 1 }]
    expect(
      problemsOf(
        await audit({
          "bang.json": { unit: "xã", columns: ["name", "plan"], rows: twice, sums: { rows: { I: ["A"] } } }
        })
      )
    ).toEqual(["bang.json /sums/rows/I/0: “A” chỉ nhiều dòng"])
  })

  it("adds neither undeclared subtotals nor rows “trong đó” to a total of the other rows", async () => {
    const rows = [
      { name: "Tổng số", rowKind: "total", plan: 30 },
      { name: "Miền núi", rowKind: "subtotal", plan: 30 },
      { name: "Xã A", plan: 10 },
      { name: "- Trong đó: vốn vay", plan: 4 },
      { name: "Xã B", plan: 20 }
    ]
    const table = { unit: "tỷ đồng", columns: ["name", "plan"], rows, sums: { rows: { total: "the other rows" } } }
    expect(await gists({ "bang.json": table })).toEqual([])
  })
})

describe("communes counted by district and by standard", () => {
  const table = (model: number): Files => ({
    "bang-2.json": {
      unit: "xã",
      columns: [
        { key: "all", label: "Tổng số xã" },
        { key: "met", label: "Đạt chuẩn" },
        { key: "not", label: "Chưa đạt" },
        { key: "criteria", label: "Tiêu chí bình quân", unit: "tiêu chí/xã" },
        { key: "share", label: "Tỷ lệ đạt", unit: "%" }
      ],
      rows: [
        { unit: "Cộng", rowKind: "total", all: 58, met: 45, not: 13, criteria: 18.2, share: 77.6 },
        { unit: "A Lưới", all: 17, met: model, not: 9, criteria: 16.9, share: 47.1 },
        { unit: "Nam Đông", all: 9, met: 9, not: null, criteria: 19, share: 100 },
        { unit: "Quảng Điền", all: 32, met: 28, not: 4, criteria: 18.7, share: 87.5 }
      ],
      sums: { columns: { all: ["met", "not"] }, rows: { total: ["A Lưới", "Nam Đông", "Quảng Điền"] } }
    }
  })

  it("is exact: one commune too many is found at its cell", async () => {
    expect(await gists(table(8))).toEqual([])
    expect(await gists(table(9))).toEqual([
      "columnSum · A Lưới / Tổng số xã · cellAtCrossing",
      "rowSum · Cộng / Đạt chuẩn · cellAtCrossing"
    ])
  })
})

describe("a table whose numbers are all zero, blank or below zero", () => {
  it("holds", async () => {
    const rows = [
      { name: "Cộng", rowKind: "total", before: 0, change: -350.5, after: -350.5 },
      { name: "A", before: 0, change: 0, after: 0 },
      { name: "B", before: null, change: -350.5, after: -350.5 },
      { name: "C", before: "...", change: null, after: null }
    ]
    const sums = { columns: { after: ["before", "change"] }, rows: { total: "rest" } }
    expect(
      await gists({ "dieu-chinh.json": { unit: "tr.đ", columns: ["name", "before", "change", "after"], rows, sums } })
    ).toEqual([])
  })
})

describe("figures of a report in words", () => {
  it("of one amount in other units and rounder words agree", async () => {
    expect(
      await gists(
        figures([
          figure("exact", 29_960_217, "triệu đồng", { quantity: "all" }),
          figure("billions", 29_960, "tỷ đồng", { quantity: "all" }),
          figure("thousand-billions", 30, "nghìn tỷ đồng", { quantity: "all" }),
          figure("nearly", 30_000, "tỷ đồng", { quantity: "all", qualifier: "gần" }),
          figure("over", 29_900, "tỷ đồng", { quantity: "all", qualifier: "trên" }),
          figure("land", 1.2, "nghìn ha"),
          figure("land-again", 1234, "ha", { restates: "land" }),
          figure("land-km", 12, "km²", { restates: "land" }),
          figure("people", 1.25, "triệu người"),
          figure("people-again", 1_247_896, "người", { restates: "people" })
        ])
      )
    ).toEqual([])
  })

  it("1,2 nghìn tỷ is not 1.300 tỷ, and 12 ha are not 12 km²", async () => {
    expect(
      await gists(
        figures([
          figure("a", 1.2, "nghìn tỷ đồng"),
          figure("b", 1300, "tỷ đồng", { restates: "a" }),
          figure("c", 120, "km²"),
          figure("d", 120, "ha", { restates: "c" })
        ])
      )
    ).toEqual(["restatement · b · -", "restatement · d · -"])
  })

  it("split in part, or into sets that overlap, are no finding", async () => {
    expect(
      await gists(
        figures([
          figure("capital", 4852.6, "tỷ đồng"),
          figure("roads", 2100, "tỷ đồng", { breakdownOf: "capital" }),
          figure("schools", 850.4, "tỷ đồng", { breakdownOf: "capital" }),
          figure("communes", 180, "xã"),
          figure("water", 171, "xã", { breakdownOf: "communes", statedPercentOf: { of: "communes", percent: 95 } }),
          figure("roads-met", 153, "xã", { breakdownOf: "communes", statedPercentOf: { of: "communes", percent: 85 } }),
          figure("households", 210_000, "hộ", { qualifier: "khoảng" }),
          figure("poor", 4300, "hộ", { breakdownOf: "households", qualifier: "dưới" }),
          figure("near-poor", 9100, "hộ", { breakdownOf: "households", qualifier: "trên" })
        ])
      )
    ).toEqual([])
  })

  it("loosened on both sides agree within what the words allow", async () => {
    const said = (whole: number, part: number) =>
      gists(
        figures([
          figure("whole", whole, "tỷ đồng", { qualifier: "khoảng" }),
          figure("part", part, "tỷ đồng", { qualifier: "trên", statedPercentOf: { of: "whole", percent: 60 } })
        ])
      )
    expect(await said(2500, 1450)).toEqual([])
    expect(await said(2500, 1000)).toEqual(["percent · part · -"])
  })

  it("per head are rates: restated by their scale, shares of nothing left alone", async () => {
    expect(
      await gists(
        figures([
          figure("income", 62.5, "triệu đồng/người/năm"),
          figure("income-again", 62_500, "nghìn đồng/người/năm", { restates: "income" }),
          figure("none", 0, "hộ"),
          figure("of-none", 0, "hộ", { breakdownOf: "none", statedPercentOf: { of: "none", percent: 0 } }),
          figure("all", 0, "xã", { outOf: 0 })
        ])
      )
    ).toEqual([])
  })

  it("with what is planned, paid and left say where they do not add up", async () => {
    const left = (value: number) =>
      gists(
        figures([
          figure("planned", 1_250_000, "triệu đồng"),
          figure("paid", 812.4, "tỷ đồng", { statedPercentOf: { of: "planned", percent: 65 } }),
          figure("left", value, "tỷ đồng", { differenceOf: { of: "planned", less: "paid" } })
        ])
      )
    expect(await left(437.6)).toEqual([])
    expect(await left(473.6)).toEqual(["difference · left · transposedDigits"])
    expect(await left(437_600)).toEqual(["difference · left · unitMisread"])
  })
})
