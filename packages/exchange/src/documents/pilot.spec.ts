import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { auditFolders } from "./audit.ts"

const documents = join(import.meta.dirname, "../../../reference/data/documents")
const folders = ["kh-61-2025-haiphong", "tb-2712-2024-haiphong"].map((name) => join(documents, name))

const auditPilot = async () => {
  const outcome = await auditFolders(folders)
  if (outcome._tag === "Unreadable") throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

describe("the pilot's plan 61/KH-UBND beside the notice of 27/12/2024", () => {
  it("is read whole, without a remark", async () => {
    const { documents: read, warnings } = await auditPilot()
    expect(warnings).toEqual([])
    expect(read.map(({ id, label, tables }) => [id, label, tables])).toEqual([
      ["kh-61-2025-haiphong", "61/KH-UBND", 1],
      ["tb-2712-2024-haiphong", expect.stringContaining("Thông báo"), 0]
    ])
  })

  it("has three rows in Phụ lục 02 that do not add up, the total that carries them, and nothing else there", async () => {
    const { findings } = await auditPilot()
    const inTable = findings.filter(({ places: [place] }) => place.table === "appendix-02-funding")
    expect(
      inTable.map(({ kind, places: [{ label }], difference, cause }) => [kind, label, difference, cause?.kind])
    ).toEqual([
      ["columnSum", "Phụ lục 02 · Tổng · Vốn đầu tư công – tổng", 899_428, "carriedFromRows"],
      ["columnSum", "Phụ lục 02 · huyện An Lão · Vốn đầu tư công – tổng", 2775, undefined],
      ["columnSum", "Phụ lục 02 · huyện Thủy Nguyên · Vốn đầu tư công – tổng", 443, undefined],
      ["columnSum", "Phụ lục 02 · huyện Cát Hải · Vốn đầu tư công – tổng", 896_210, "copiedFromNeighbour"]
    ])
  })

  it("prints 18.258 tỷ for what the appendix prints as 18.258 triệu", async () => {
    const { findings } = await auditPilot()
    const finding = findings.find(({ kind, stated }) => kind === "printedForm" && stated === 18_258)
    expect(finding).toMatchObject({ expected: 18.258, unit: "tỷ đồng", cause: { kind: "separatorMisread" } })
    expect(finding?.places.map(({ printed }) => printed)).toEqual(["18.258 tỷ đồng", "18.258 triệu đồng"])
  })

  it("states city investment and career money of 2024 otherwise than the notice", async () => {
    const { findings } = await auditPilot()
    const across = findings.filter(
      ({ kind, places }) => kind === "sameQuantity" && new Set(places.map(({ document }) => document)).size > 1
    )
    const amounts = across.filter(({ unit }) => unit === "tỷ đồng").map(({ stated, expected }) => [stated, expected])
    expect(amounts).toContainEqual([3738, 3734.307])
    expect(amounts).toContainEqual([45, 35.918])
  })

  it("gives 634 of 789 works as 81 %, which is 80", async () => {
    const { findings } = await auditPilot()
    const shares = findings.filter(({ kind }) => kind === "percent")
    expect(shares.map(({ stated, message }) => [stated, message.vi])).toEqual([
      [81, expect.stringContaining("tính ra 80,4 %")]
    ])
  })
})
