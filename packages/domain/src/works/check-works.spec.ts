import { describe, expect, it } from "vitest"
import { catalogueOf, InputKey } from "../criteria/index.ts"
import { blankSet, planFrom, toldGift, toldLandEvent, toldWork, worksJournal } from "../testing/facts.ts"
import { country, idOf } from "../units/testing/country.ts"
import { addDays, Day, Dong } from "../values/index.ts"
import type { WorksChecking } from "./check-fault.ts"
import { checkLand, checkLandEvents } from "./check-land.ts"
import { checkWorks } from "./check-works.ts"
import type { LandEventRecording, LandGiftRecording } from "./land.ts"
import { type Batch, BatchId, type Milestone, type WorkRecording } from "./work.ts"
import type { WorksJournal } from "./works.ts"

const inputs = catalogueOf([
  {
    ...blankSet("xa"),
    inputs: [
      {
        input: InputKey.make("road"),
        name: "Đường",
        unit: "%",
        measure: "percent",
        bySex: false,
        carry: { carry: "none" }
      }
    ]
  }
])
const checking = (journal: Partial<WorksJournal> = {}, more: Partial<WorksChecking> = {}): WorksChecking => ({
  chronicle: country,
  inputs,
  actor: { name: "Văn phòng", role: "provincialOffice", scope: "all", agency: null },
  today: Day.make("2025-06-30"),
  journal: worksJournal(journal),
  ...more
})
const batch: Batch = {
  id: BatchId.make("dot-1"),
  name: "Đợt 1",
  unit: idOf("10"),
  year: 2024,
  document: null,
  approvedOn: Day.make("2024-01-01"),
  due: null
}
const { id: _, recordedAt: __, ...told } = toldWork({ id: 1, unit: idOf("10101") })
const work = (more: Partial<WorkRecording> = {}): WorkRecording => ({
  ...told,
  batch: batch.id,
  unit: "10101",
  ...more
})
const kinds = (rows: ReadonlyArray<WorkRecording>, given = checking()) =>
  checkWorks(given, batch, rows).problems.map((one) => `${one.row} ${one.kind}`)
const planned = (...milestones: readonly [Milestone, ...ReadonlyArray<Milestone>]) =>
  work({ milestones: [...milestones] })

describe("a list of works", () => {
  it("is taken where everything of it holds", () => {
    const { accepted, problems } = checkWorks(checking(), batch, [
      work(),
      work({ code: "CT-2", serves: [InputKey.make("road")] })
    ])
    expect(problems).toEqual([])
    expect(accepted.map(({ code, row, unit }) => [row, code, unit])).toEqual([
      [0, "CT-1", idOf("10101")],
      [1, "CT-2", idOf("10101")]
    ])
  })

  it("is refused with every problem of every row", () => {
    expect(
      kinds([
        work({ unit: "99999", cost: 0 }),
        work({ code: "B", cost: 1.5, batch: null }),
        work({ code: "C", serves: [InputKey.make("khac")] }),
        work({ code: "D" }),
        work({ code: "D", unit: "10202" }),
        work({ code: "D", unit: "20101" })
      ])
    ).toEqual(["0 unknownUnit", "0 notMoney", "1 notMoney", "1 unknownBatch", "2 unknownInput", "4 duplicate"])
    expect(kinds([work()], checking({ works: [toldWork({ id: 1, unit: idOf("10204") })] }))).toEqual([
      "0 duplicateCode"
    ])
    expect(kinds([work()], checking({ batches: [{ ...batch, year: 2023 }] }))).toEqual(["0 duplicate"])
    const elsewhere = checking(
      {},
      { actor: { name: "Huyện 201", role: "districtOffice", scope: [idOf("201")], agency: null } }
    )
    expect(kinds([work()], elsewhere)).toEqual(["0 notInScope"])
  })

  it("is not due before it was approved", () => {
    const due = (day: string) =>
      checkWorks(checking(), { ...batch, due: Day.make(day) }, []).problems.map(({ field, kind }) => [field, kind])
    expect(due("2023-12-31")).toEqual([["due", "dueBeforeApproval"]])
    expect(due("2024-01-01")).toEqual([])
  })

  it("has plans without steps said twice, in circles, or before what they wait for", () => {
    const [survey, listing] = planFrom(Day.make("2024-01-01"))
    if (survey === undefined || listing === undefined) throw new Error("no plan")
    expect(kinds([planned(survey, survey)])).toEqual(["0 milestoneTwice"])
    expect(kinds([planned(listing)])).toEqual(["0 milestoneUnknown"])
    expect(kinds([planned({ ...survey, after: ["listing"] }, listing)])).toEqual(["0 milestoneCycle"])
    expect(kinds([planned({ ...survey, due: Day.make("2023-12-31") }, listing)])).toEqual(["0 milestoneReversed"])
    expect(kinds([planned(survey, { ...listing, start: survey.due })])).toEqual(["0 milestoneBeforeItsPredecessor"])
    const cycle = checkWorks(checking(), batch, [planned({ ...survey, after: ["listing"] }, listing)])
    expect(cycle.problems[0]?.sentence.vi).toContain("Các bước đợi nhau thành vòng: ")
  })

  it("may plan a construction over land that is still to be cleared, to be done after it", () => {
    const land: Milestone = { step: "land", after: [], start: Day.make("2024-01-01"), due: Day.make("2024-03-31") }
    const construction = (due: string): Milestone => ({
      step: "construction",
      after: ["land"],
      start: Day.make("2024-02-01"),
      due: Day.make(due)
    })
    expect(kinds([planned(land, construction("2024-06-30"))])).toEqual([])
    expect(kinds([planned(land, construction("2024-03-31"))])).toEqual(["0 milestoneBeforeItsPredecessor"])
  })
})

describe("land", () => {
  const gift = (more: Partial<LandGiftRecording> = {}): LandGiftRecording => {
    const { id: _id, recordedAt: _at, recordedBy: _by, ...stated } = toldGift(1, 1, "2024-02-01")
    return { ...stated, unit: "10101", ...more }
  }
  const kindsOf = (rows: ReadonlyArray<LandGiftRecording>, given = checking()) =>
    checkLand(given, rows).problems.map((one) => `${one.row} ${one.kind}`)

  it("is refused with every problem of every row", () => {
    const known = checking({ works: [toldWork({ id: 1, unit: idOf("10101") })] })
    const { id } = toldWork({ id: 1, unit: 1 })
    expect(kindsOf([gift(), gift({ household: "Hộ 2", work: id })], known)).toEqual([])
    expect(
      kindsOf(
        [
          gift({ eligible: 2, day: Day.make("2025-07-01") }),
          gift({ unit: "10102", work: id }),
          gift({ household: "Hộ 3", work: toldWork({ id: 7, unit: 1 }).id }),
          gift({ household: "Hộ 4" }),
          gift({ household: "Hộ 4" })
        ],
        known
      )
    ).toEqual(["0 futureDay", "0 eligibleOverStructures", "1 workOfOtherUnit", "2 unknownWork", "4 duplicate"])
    expect(kindsOf([gift()], checking({ gifts: [toldGift(1, idOf("10101"), "2024-02-01")] }))).toEqual(["0 duplicate"])
  })

  it("is followed once it is there: cleared once, no more parcels than there are, nothing after it was taken back", () => {
    const journal = {
      gifts: [toldGift(1, idOf("10101"), "2024-02-01"), toldGift(2, idOf("10101"), "2024-02-01")],
      landEvents: [toldLandEvent(1, "2024-03-01", { _tag: "updated", parcels: 1 })]
    }
    const event = (of: number, day: string, what: LandEventRecording["event"]): LandEventRecording => ({
      gift: toldGift(of, 1, "2024-01-01").id,
      day: Day.make(day),
      event: what
    })
    const found = (...rows: ReadonlyArray<LandEventRecording>) =>
      checkLandEvents(checking(journal), rows).problems.map((one) => `${one.row} ${one.kind}`)
    expect(
      found(event(1, "2024-04-01", { _tag: "updated", parcels: 1 }), event(1, "2024-03-05", { _tag: "cleared" }))
    ).toEqual([])
    expect(found(event(1, "2024-04-01", { _tag: "updated", parcels: 2 }))).toEqual(["0 parcelsOver"])
    expect(found(event(9, "2024-04-01", { _tag: "cleared" }))).toEqual(["0 unknownGift"])
    expect(found(event(1, "2024-01-31", { _tag: "cleared" }))).toEqual(["0 beforeGift"])
    expect(found(event(1, "2024-04-02", { _tag: "cleared" }), event(1, "2024-04-01", { _tag: "cleared" }))).toEqual([
      "0 duplicate"
    ])
    expect(found(event(2, "2024-04-01", { _tag: "paid", amount: Dong.make(0) }))).toEqual(["0 notMoney"])
    const gone = event(2, "2024-04-01", { _tag: "withdrawn", reason: "đổi ý" })
    expect(found(gone, event(2, addDays(gone.day, 1), { _tag: "cleared" }))).toEqual(["1 giftEnded"])
  })
})
