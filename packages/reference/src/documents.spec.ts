import { Assignment } from "@ntm/domain/assignments"
import { computedAverage, SetResults } from "@ntm/domain/criteria"
import { FundingTable } from "@ntm/domain/funding"
import { Effect, Schema } from "effect"
import { readDocumentFolder } from "@ntm/exchange"
import { describe, expect, it } from "vitest"
import { loadReference } from "./load.ts"
import { pilot } from "./pilot.ts"

const { documents } = await Effect.runPromise(loadReference())

const get = (id: string) => {
  const found = documents.find((document) => document.id === id)
  if (found === undefined) throw new Error(`no document ${id}`)
  return found
}
const plan = get(pilot.plan)

describe("documents of the pilot", () => {
  it("are four, each with the tasks that it gives", () => {
    expect(documents.map((document) => [document.id, document.assignments.length])).toEqual([
      ["bc-tongket-2021-2025-haiphong", 6],
      ["kh-61-2025-haiphong", 18],
      ["tb-20-2025-haiphong", 41],
      ["tb-2712-2024-haiphong", 31]
    ])
  })

  it("state results, funding and assignments in the types of the domain", () => {
    for (const document of documents) {
      expect(() => Schema.decodeUnknownSync(Schema.Array(SetResults))(document.setResults)).not.toThrow()
      expect(() => Schema.decodeUnknownSync(Schema.Array(FundingTable))(document.fundingTables)).not.toThrow()
      expect(() => Schema.decodeUnknownSync(Schema.Array(Assignment))(document.assignments)).not.toThrow()
    }
  })

  it("can be read whole as documents with figures and tables", async () => {
    const read = await Promise.all(documents.map((document) => readDocumentFolder(document.folder)))
    expect(read.flatMap((each) => each.problems)).toEqual([])
    expect(read.map((each) => each.content?.document.id)).toEqual(documents.map((document) => document.id))
    expect(read.map((each) => each.content?.figures.length)).toEqual([29, 140, 16, 36])
  })

  it("name in `computedFrom` only tables and criteria sets that the plan holds", async () => {
    const { content } = await readDocumentFolder(plan.folder)
    const facts = content?.figures.flatMap((figure) => figure.computedFrom ?? []) ?? []
    const known = new Set([
      ...plan.setResults.flatMap(({ code }) => [`criteria/${code}/average`, `criteria/${code}/highest`]),
      ...plan.fundingTables.flatMap((table) =>
        table.rows.flatMap((row) => table.sources.map((source) => `table/${table.table}/${row.unit}/${source.key}`))
      )
    ])
    expect(facts).toHaveLength(15)
    expect(facts.filter((fact) => !known.has(fact))).toEqual([])
  })
})

describe("Phụ lục 01 of the plan", () => {
  it("holds six sets in print order, with what they were counted over", () => {
    expect(plan.setResults.map((set) => [set.code, set.level, set.evaluatedCount, set.outOf])).toEqual([
      ["xa-ntm", "commune", 137, 19],
      ["xa-ntm-nang-cao", "commune", 137, 19],
      ["xa-ntm-kieu-mau", "commune", 137, 5],
      ["huyen-ntm", "district", 7, 9],
      ["huyen-ntm-nang-cao", "district", 7, 9],
      ["huyen-ntm-dac-thu", "district", 1, 9]
    ])
    expect(plan.setResults.every((set) => set.asOf === "2024-12-31")).toBe(true)
  })

  it("counts a line that prints “Đạt” as met by every unit", () => {
    const island = plan.setResults.find((set) => set.code === "huyen-ntm-dac-thu")
    expect(island?.evaluatedUnits).toEqual(["huyện Bạch Long Vĩ"])
    expect(island?.criteria.map((line) => [line.metCount, line.printed])).toEqual(
      Array.from({ length: 9 }, () => [1, "Đạt"])
    )
    expect(island === undefined ? null : computedAverage(island)).toBe(9)
  })

  it("keeps the stated average, with its decimals, beside lines that give another", () => {
    const model = plan.setResults.find((set) => set.code === "xa-ntm-kieu-mau")
    expect(model).toMatchObject({ statedAverage: 4.3, statedAverageDecimals: 1 })
    expect(model === undefined ? null : computedAverage(model)).toBeCloseTo((105 + 107 + 3 * 137) / 137, 12)
    expect(plan.setResults.find((set) => set.code === "huyen-ntm-nang-cao")?.statedAverageDecimals).toBe(2)
  })
})

describe("Phụ lục 02 of the plan", () => {
  const [table] = plan.fundingTables
  const cell = (unit: string, key: string) =>
    table?.rows.find((row) => row.unit === unit)?.amounts[table.sources.findIndex((source) => source.key === key)]

  it("holds the money mobilised in 2024 in đồng, by ten sources and ten rows", () => {
    expect(table).toMatchObject({
      table: "appendix-02-funding",
      year: 2024,
      stage: "mobilised",
      printedUnit: "triệu đồng"
    })
    expect(table?.rows.map((row) => row.row)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(cell("Tổng", "total")).toBe(29_960_217_000_000)
    expect(cell("huyện Cát Hải", "public_investment_total")).toBe(896_210_000_000)
  })

  it("tells a blank cell from a printed zero", () => {
    expect(cell("huyện Cát Hải", "public_investment_city")).toBe(0)
    expect(cell("huyện Cát Hải", "public_investment_district_commune")).toBeNull()
  })

  it("places its columns in the tree of sources", () => {
    expect(Object.fromEntries(table?.sources.map((source) => [source.key, source.parent]) ?? [])).toMatchObject({
      total: null,
      direct_budget_total: "total",
      public_investment_city: "public_investment_total",
      career_city: "direct_budget_total",
      community: "total"
    })
  })
})

describe("assignments", () => {
  it("of Phụ lục 03 stand under their parents, with what is printed where the day cannot be read", () => {
    const first = plan.assignments.find((assignment) => assignment.no === "1")
    expect(first).toMatchObject({ parentNo: "I", start: "2025-04-30", due: null, section: "Phụ lục 03" })
    expect(first?.dueText).toContain("không đọc được")
    expect(plan.assignments.find((assignment) => assignment.no === "1.2")?.coLeads).toEqual([
      "UBND quận An Dương",
      "UBND thành phố Thủy Nguyên"
    ])
  })

  it("of a notice keep their section, and the frequency where no day is set", () => {
    const [task] = get("tb-2712-2024-haiphong").assignments
    expect(task).toMatchObject({ no: "2.1.a", due: "2025-03-31", section: "II.2.1.a", parentNo: null })
    const review = get("tb-20-2025-haiphong").assignments.find((assignment) => assignment.no === "3.1.4-b")
    expect(review).toMatchObject({ due: null, dueText: "định kỳ, thường xuyên" })
  })
})
