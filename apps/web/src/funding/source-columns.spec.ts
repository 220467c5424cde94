import { describe, expect, it } from "vitest"
import { fundingTable } from "@ntm/domain/testing"
import { sourceHead } from "./source-columns.ts"

describe("the head of a funding table", () => {
  const head = sourceHead(fundingTable.sources)

  it("puts the grand total beside its parts and a group's own sum before its parts", () => {
    expect(head.columns.map((column) => column.key)).toEqual(["total", "public", "city", "district", "credit"])
    expect(head.rows.map((row) => row.map((cell) => `${cell.source.key} ${cell.kind}`))).toEqual([
      ["total leaf", "public group", "credit leaf"],
      ["public sum", "city leaf", "district leaf"]
    ])
  })

  it("covers every column in every row of the head, whatever the depth", () => {
    const deep = sourceHead([...fundingTable.sources, { key: "bonds", label: "Trái phiếu", parent: "city" }])
    const covered = deep.rows.map((_, depth) =>
      deep.rows
        .slice(0, depth + 1)
        .flatMap((row, at) => row.filter((cell) => at + cell.rowSpan > depth))
        .reduce((sum, cell) => sum + cell.colSpan, 0)
    )
    expect(deep.rows).toHaveLength(3)
    expect(covered).toEqual([6, 6, 6])
  })

  it("keeps a source whose parent is not in the table", () => {
    const head = sourceHead([
      { key: "a", label: "A", parent: "gone" },
      { key: "b", label: "B", parent: null }
    ])
    expect(head.columns.map((column) => column.key)).toEqual(["a", "b"])
  })
})
