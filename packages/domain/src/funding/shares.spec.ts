import { describe, expect, it } from "vitest"
import { fundingTable } from "../testing/facts.ts"
import { sourceShares } from "./shares.ts"

describe("shares of the sources", () => {
  it("are those right below the total, and sum to 100 at one decimal", () => {
    const shares = sourceShares(fundingTable)
    expect(shares.map((share) => [share.key, share.percent])).toEqual([
      ["public", 89.5],
      ["credit", 10.5]
    ])
  })

  it("are none in a table without a total row", () => {
    expect(sourceShares({ ...fundingTable, rows: fundingTable.rows.slice(1) })).toEqual([])
  })
})
