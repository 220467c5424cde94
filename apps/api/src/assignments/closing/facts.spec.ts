import { makeClient } from "@ntm/contract"
import type { ClosingCondition } from "@ntm/domain/assignments"
import { CriteriaSetId, flat, InputKey, type Rule } from "@ntm/domain/criteria"
import { FundingEntryId } from "@ntm/domain/funding"
import {
  blankEntry,
  blankIndicator,
  blankSet,
  toldItem,
  toldPayment,
  toldReport,
  toldWork,
  worksJournal
} from "@ntm/domain/testing"
import { UnitCode, UnitId } from "@ntm/domain/units"
import { Day, Dong } from "@ntm/domain/values"
import { BatchId } from "@ntm/domain/works"
import { describe, expect, it } from "vitest"
import { assignment, planId } from "../../testing/facts.ts"
import { observationsOf } from "../../testing/observations.ts"
import { nothingOwed } from "../../testing/owed.ts"
import { appInMemory } from "../../testing/ports.ts"
import { registerInMemory } from "../../testing/register.ts"

const water: Rule = { op: ">=", measure: { of: "input", input: InputKey.make("water") }, threshold: flat(80) }
const set = {
  ...blankSet("xa-ntm-2021-2025"),
  criteria: [{ no: 17, name: "Môi trường", indicators: [{ ...blankIndicator("17.1"), rule: water }] }]
}
const million = (amount: number) => Dong.make(amount * 1_000_000)
const money = (id: number, stage: "allocated" | "disbursed", amount: number, day: string) => ({
  ...blankEntry,
  id: FundingEntryId.make(id),
  unit: UnitId.make(7),
  source: "investment.commune" as const,
  year: 2024,
  stage,
  amount: million(amount),
  day: Day.make(day)
})

const toldProduct = (id: number, day: string, stars: number) =>
  toldItem({ id, unit: 7, name: `Sản phẩm ${id}`, day, body: { _tag: "ocop", producer: "HTX", stars, until: null } })

/** A task of UBND xã Tân Hưng (11836, unit 7) that closes by one condition, as it stands on a day. */
const standing = async (condition: ClosingCondition, as_of = "2025-04-16") => {
  const { app, logged } = appInMemory({}, registerInMemory(), {
    sets: [set],
    observations: observationsOf([
      { unit: 7, input: "water", value: 90, day: "2025-03-31" },
      { unit: 7, input: "income", value: 50, day: "2025-03-31", state: "submitted" }
    ]),
    works: worksJournal({
      works: [toldWork({ id: 1, unit: 7 })],
      reports: [toldReport(1, 1, "2024-03-01", { _tag: "accepted", amount: million(300) })]
    }),
    entries: [
      toldPayment(1, 1, 7, "2025-04-10", million(300)),
      money(2, "allocated", 100, "2024-02-01"),
      money(3, "disbursed", 60, "2024-06-30"),
      money(4, "disbursed", 35, "2025-01-20")
    ],
    inventory: { items: [toldProduct(1, "2024-03-01", 3), toldProduct(2, "2025-03-01", 4)], events: [] },
    assignments: [{ ...assignment, lead: "UBND xã Tân Hưng" }],
    owed: {
      ...nothingOwed,
      taskings: [
        {
          document: planId,
          province: UnitCode.make("31"),
          askedOn: Day.make("2024-03-05"),
          inferred: false,
          note: null,
          dependencies: [],
          closing: [{ no: "1", condition }]
        }
      ]
    }
  })
  const client = makeClient((url, init) => app.request(url, init), "")
  const answer = await client.assignments.task({ task: `${planId}/1`, as_of })
  expect(logged).toEqual([])
  const { by, condition: outcome, state } = answer.standing
  return [state, by, outcome?.now, outcome?.wanted]
}

const own = "own" as const
const disbursed = (by: string | null) => ({
  _tag: "disbursed" as const,
  of: own,
  source: "investment.commune" as const,
  year: 2024,
  percent: 95,
  by: by === null ? null : Day.make(by)
})

describe("the facts that close a task", () => {
  it("are payments of the source by the day, of what was allocated", async () => {
    expect(await standing(disbursed(null))).toEqual(["accepted", "evidence", 95, 95])
    expect(await standing(disbursed(null), "2024-12-31")).toEqual(["notStarted", "nothing", 60, 95])
    expect(await standing(disbursed("2024-12-31"))).toEqual(["notStarted", "nothing", 60, 95])
    expect(await standing({ ...disbursed(null), year: 2023 })).toEqual(["notStarted", "nothing", null, 95])
    expect(await standing({ ...disbursed(null), source: "credit" })).toEqual(["notStarted", "nothing", null, 95])
  })

  it("are the debt that works owe overdue: it is open while they do", async () => {
    const noDebt = { _tag: "noOverdueDebt", of: own } as const
    expect(await standing(noDebt)).toEqual(["accepted", "evidence", 0, 0])
    expect(await standing(noDebt, "2025-04-09")).toEqual(["notStarted", "nothing", 300_000_000, 0])
    expect(await standing({ ...noDebt, of: [UnitCode.make("11830")] })).toEqual(["notStarted", "nothing", null, 0])
  })

  it("are verdicts by approved values, of a set and of its criteria", async () => {
    const met = { _tag: "criterionMet", of: own, set: set.id, numbers: [] } as const
    expect(await standing(met)).toEqual(["accepted", "evidence", 1, 1])
    expect(await standing({ ...met, numbers: [17] })).toEqual(["accepted", "evidence", 1, 1])
    expect(await standing(met, "2025-03-30")).toEqual(["notStarted", "nothing", 0, 1])
    expect(await standing({ ...met, numbers: [99] })).toEqual(["notStarted", "nothing", null, 1])
    expect(await standing({ ...met, set: CriteriaSetId.make("khac") })).toEqual(["notStarted", "nothing", null, 1])
  })

  it("are titles by decision, those above the one asked for too", async () => {
    const held = (tier: "standard" | "model") => ({ _tag: "recognised", of: own, tier }) as const
    expect(await standing(held("standard"))).toEqual(["accepted", "evidence", 1, 1])
    expect(await standing(held("model"))).toEqual(["notStarted", "nothing", 0, 1])
    expect(await standing({ ...held("standard"), of: [UnitCode.make("11830")] })).toEqual([
      "notStarted",
      "nothing",
      null,
      1
    ])
  })

  it("are figures that a document of the day states", async () => {
    const stated = (figure: string) => ({ _tag: "figureStated", document: planId, figure }) as const
    expect(await standing(stated("f1"))).toEqual(["accepted", "evidence", 1, 1])
    expect(await standing(stated("f1"), "2025-03-04")).toEqual(["notStarted", "nothing", 0, 1])
    expect(await standing(stated("không có"))).toEqual(["notStarted", "nothing", 0, 1])
  })

  it("are values that were approved, of those that were reported", async () => {
    const approved = (input: string) => ({ _tag: "approved", of: own, input: InputKey.make(input) }) as const
    expect(await standing(approved("water"))).toEqual(["accepted", "evidence", 1, 1])
    expect(await standing(approved("income"))).toEqual(["notStarted", "nothing", 0, 1])
    expect(await standing(approved("khac"))).toEqual(["notStarted", "nothing", null, 1])
  })

  it("are entries of a register in the unit: all that count on the day, or the new ones of a year", async () => {
    const registered = (least: number, year: number | null, stars: number | null = null) =>
      ({ _tag: "registered", of: own, kind: "ocop", least, year, stars }) as const
    expect(await standing(registered(2, null))).toEqual(["accepted", "evidence", 2, 2])
    expect(await standing(registered(2, 2025))).toEqual(["notStarted", "nothing", 1, 2])
    expect(await standing(registered(1, null, 4))).toEqual(["accepted", "evidence", 1, 1])
    expect(await standing(registered(2, null), "2025-02-28")).toEqual(["notStarted", "nothing", 1, 2])
    expect(await standing({ ...registered(1, null), kind: "modelGarden" })).toEqual(["notStarted", "nothing", 0, 1])
  })

  it("are works of a batch that are handed over; a batch that is not known closes nothing", async () => {
    const batch = (id: string) => ({ _tag: "handedOver", batch: BatchId.make(id) }) as const
    expect(await standing(batch("không có"))).toEqual(["notStarted", "nothing", null, 1])
  })
})
