import { makeClient } from "@ntm/contract"
import { CriteriaSetId, flat, overdueDebtInput, type Rule } from "@ntm/domain/criteria"
import { blankIndicator, blankSet, toldPayment, toldReport, toldWork, worksJournal } from "@ntm/domain/testing"
import { Dong } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { observationsOf } from "../testing/observations.ts"
import { appInMemory } from "../testing/ports.ts"
import { registerInMemory } from "../testing/register.ts"

const noDebt: Rule = { op: "=", measure: { of: "overdueDebt" }, threshold: flat(0) }
const set = {
  ...blankSet("xa-ntm-2021-2025"),
  id: CriteriaSetId.make("xa-ntm-2021-2025"),
  criteria: [{ no: 1, name: "Nợ đọng", indicators: [{ ...blankIndicator("1.1"), rule: noDebt }] }]
}

/** Tân Hưng (11836) is 7: 300 triệu accepted on 2024-03-01, of which 100 are paid; what it reported says that it owes nothing. */
const million = (amount: number) => Dong.make(amount * 1_000_000)
const start = (paid = 100) => {
  const { app } = appInMemory({}, registerInMemory(), {
    sets: [set],
    observations: observationsOf([{ unit: 7, input: overdueDebtInput, value: 0, day: "2024-01-31" }]),
    works: worksJournal({
      works: [toldWork({ id: 1, unit: 7 })],
      reports: [toldReport(1, 1, "2024-03-01", { _tag: "accepted", amount: million(300) })]
    }),
    entries: [toldPayment(1, 1, 7, "2024-04-01", million(paid))]
  })
  return makeClient((url, init) => app.request(url, init), "")
}

describe("construction debt", () => {
  it("is that of the works in every answer about verdicts, and says where the report differs", async () => {
    const client = start()
    const card = await client.assessments.unit({ code: "11836", set: set.id, as_of: "2024-12-31" })
    expect(card.sets[0]?.explanation.verdict).toBe("notMet")
    expect(card.values).toMatchObject([
      {
        column: "overdueDebt",
        value: 200_000_000,
        works: {
          overdue: 200_000_000,
          accepted: 1,
          owing: [{ code: "CT-1", overdue: 200_000_000 }],
          differs: {
            vi: "Số đã báo cáo là 0 đồng, sổ công trình cho thấy nợ đọng quá hạn 200 triệu đồng ở 1/1 công trình đã nghiệm thu"
          }
        }
      }
    ])
    const matrix = await client.assessments.matrix({ set: set.id, unit: "31", as_of: "2024-12-31" })
    expect(matrix.items.map(({ unit, verdicts }) => [unit.code, verdicts])).toEqual([
      ["11836", "n"],
      ["11830", "d"]
    ])
  })

  it("is met once it is paid, and before it is overdue; before any acceptance what was reported counts", async () => {
    const verdict = async (client: ReturnType<typeof start>, as_of: string) =>
      (await client.assessments.unit({ code: "11836", set: set.id, as_of })).sets[0]?.explanation.verdict
    expect(await verdict(start(300), "2024-12-31")).toBe("met")
    expect(await verdict(start(), "2024-05-30")).toBe("met")
    expect(await verdict(start(), "2024-05-31")).toBe("notMet")
    expect(await verdict(start(), "2024-02-29")).toBe("met")
  })

  it("is proved by the works that owe it", async () => {
    const proof = await start().proofs.unit({ code: "11836", set: set.id, as_of: "2024-12-31" })
    expect(proof.values).toMatchObject([
      {
        value: 200_000_000,
        from: { source: "works", overdue: 200_000_000, owing: [{ code: "CT-1" }] }
      }
    ])
  })

  it("stays with the ground of the works while units are rearranged around them", async () => {
    const client = start()
    const card = await client.assessments.unit({ code: "11836", set: set.id, as_of: "2025-07-01" })
    const held = await client.assessments.matrix({ set: set.id, unit: "31", as_of: "2025-07-01" })
    expect(held.items.map(({ unit, verdicts }) => [unit.code, verdicts])).toContainEqual(["11836", "n"])
    expect(card.values[0]?.works?.overdue).toBe(200_000_000)
  })
})
