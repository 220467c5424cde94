import { DocumentId } from "@ntm/domain/documents"
import { describe, expect, it } from "vitest"
import { problemList } from "./problem.ts"
import { readResults } from "./results.ts"

const read = (lines: ReadonlyArray<unknown>, set: Readonly<Record<string, unknown>> = {}) => {
  const json = {
    asOf: "2024-12-31",
    sets: [
      {
        code: "huyen-ntm",
        name: "Bộ tiêu chí huyện",
        level: "huyện",
        unit: "huyện",
        criteriaCount: lines.length,
        evaluated: { count: 4 },
        average: { value: 1.75, of: lines.length },
        notes: null,
        criteria: lines.map((result, index) => ({ no: index + 1, name: "Quy hoạch", result })),
        ...set
      }
    ]
  }
  const { problems, report } = problemList()
  const files = new Map([["a.json", new TextEncoder().encode(JSON.stringify(json))]])
  return { results: readResults(files, "a.json", DocumentId.make("kh"), report), problems }
}

describe("results by criteria set", () => {
  it("count every unit for “Đạt”, none for “Chưa đạt”, and nothing for a blank cell", () => {
    const { results, problems } = read([3, "Đạt", "Chưa đạt", null])
    expect(problems).toEqual([])
    expect(results[0]?.criteria.map((line) => [line.metCount, line.printed])).toEqual([
      [3, "3"],
      [4, "Đạt"],
      [0, "Chưa đạt"],
      [null, ""]
    ])
    expect(results[0]?.statedAverageDecimals).toBe(2)
  })

  it("keep a count above the number of units: it is what the document prints", () => {
    expect(read([8]).results[0]?.criteria[0]?.metCount).toBe(8)
    expect(read([8]).problems).toEqual([])
  })

  it("refuse a word that is no result, a lost line, and a list of units of another length", () => {
    expect(read(["Gần đạt"]).problems).toMatchObject([{ path: "sets[0].criteria[0].result" }])
    expect(read([4, 4], { criteriaCount: 3 }).problems).toMatchObject([{ reason: { vi: "có 2 dòng, phải là 3" } }])
    const units = { evaluated: { count: 4, units: ["huyện An Lão"] } }
    expect(read([4], units).problems).toMatchObject([{ path: "sets[0].evaluated.units" }])
  })
})
