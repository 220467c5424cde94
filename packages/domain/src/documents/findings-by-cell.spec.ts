import { describe, expect, it } from "vitest"
import type { Finding } from "./finding.ts"
import { catHaiFinding, planId } from "../testing/facts.ts"
import { findingsByCell } from "./findings-by-cell.ts"

describe("findings over the cells of a table", () => {
  it("sit in the doubted cell and not in the cells that it contradicts", () => {
    const at = findingsByCell([catHaiFinding], planId, "appendix-02-funding")
    expect(at(1, "public")).toEqual([catHaiFinding])
    expect(at(1, "city")).toEqual([])
    expect(at(0, "public")).toEqual([])
  })

  it("sit in the cell that they name where the doubted number stands in the text", () => {
    const [doubted, other] = catHaiFinding.places
    const inText: Finding = {
      ...catHaiFinding,
      places: [
        { ...doubted, table: null, row: null, column: null, figure: "x" },
        ...(other === undefined ? [] : [other])
      ]
    }
    const at = findingsByCell([inText], planId, "appendix-02-funding")
    expect(at(1, "city")).toEqual([inText])
    expect(at(1, "public")).toEqual([])
  })

  it("stay out of another document's table of the same name", () => {
    expect(findingsByCell([catHaiFinding], "tb-2712-2024-haiphong", "appendix-02-funding")(1, "public")).toEqual([])
  })
})
