import { tableOfEntries, totalRow } from "@ntm/domain/funding"
import { Dong } from "@ntm/domain/values"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { loadReference } from "./load.ts"

const { documents, funding } = await Effect.runPromise(loadReference())
const millions = (amount: number) => amount / 1_000_000

describe("the money of the pilot's plan", () => {
  const [appendix] = funding.tables
  const entries = appendix?.entries ?? []
  const left = entries.filter(({ kind }) => kind === "unexplained" || kind === "rounding")

  it("is entered once: the printed table comes back to the đồng, with every blank and every zero", () => {
    const printed = documents.flatMap(({ fundingTables }) => fundingTables)
    const back = funding.tables.map(({ entries: all, head }) =>
      tableOfEntries(
        head,
        all.map(({ amount, place, source }) => ({
          row: Number(place?.split("dòng ")[1]),
          source,
          amount: Dong.make(amount)
        }))
      )
    )
    expect(back).toEqual(printed)
    expect(printed.map((table) => totalRow(table)?.amounts[0])).toEqual([29_960_217_000_000])
  })

  it("leaves the three rows unexplained that are, and nothing of them is corrected", () => {
    expect(
      left.flatMap(({ amount, kind, place, source }) =>
        kind === "unexplained" ? [[place, source, millions(amount)]] : []
      )
    ).toEqual([
      ["Phụ lục 02, dòng 4", "investment", 2775],
      ["Phụ lục 02, dòng 6", "investment", 443],
      ["Phụ lục 02, dòng 7", "investment", 896_210]
    ])
  })

  it("tells rounding from what is not explained: three of Kiến Thụy, four of the total row, a million or two each", () => {
    const rounding = left.filter(({ kind }) => kind === "rounding")
    expect(rounding.map(({ amount, place }) => [place, millions(amount)])).toEqual([
      ["Phụ lục 02, dòng 0", -1],
      ["Phụ lục 02, dòng 0", 2],
      ["Phụ lục 02, dòng 0", -1],
      ["Phụ lục 02, dòng 0", -2],
      ["Phụ lục 02, dòng 3", 1],
      ["Phụ lục 02, dòng 3", -1],
      ["Phụ lục 02, dòng 3", 1]
    ])
  })

  it("has the agencies' money of the city itself, beside its districts", () => {
    const agencies = entries.filter(({ agency }) => agency !== null)
    expect(agencies.map(({ agency, amount, source, tier }) => [agency, millions(amount), source, tier])).toEqual([
      ["Các sở, ngành thành phố", 3299, "career.province", "district"]
    ])
  })

  it("plans 2025 by source, on the day of the plan; the rounding of the text is an entry too", () => {
    expect(
      funding.entries.map(({ amount, day, kind, source, stage, tier, year }) => [
        source,
        amount / 1_000_000_000,
        kind,
        `${year} ${stage} ${tier} ${day}`
      ])
    ).toEqual([
      ["all", -1, "rounding", "2025 planned province 2025-03-05"],
      ["budget", 2706, "stated", "2025 planned province 2025-03-05"],
      ["integrated", 2215, "stated", "2025 planned province 2025-03-05"],
      ["credit", 14_913, "stated", "2025 planned province 2025-03-05"],
      ["enterprise", 744, "stated", "2025 planned province 2025-03-05"],
      ["community", 3225, "stated", "2025 planned province 2025-03-05"]
    ])
    expect(funding.entries[3]?.place).toBe("Mục IV.2: Vốn tín dụng (dự kiến 2025)")
  })
})
