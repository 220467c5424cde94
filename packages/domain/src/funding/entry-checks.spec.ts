import { Result } from "effect"
import { describe, expect, it } from "vitest"
import type { Actor } from "../criteria/index.ts"
import { apply, plan, UnitId } from "../units/index.ts"
import { code, country, event, idOf, newCommune } from "../units/testing/country.ts"
import { Day, Moment } from "../values/index.ts"
import { checkEntries, type FundingChecking } from "./entry-checks.ts"
import { checkAdjustments, statedAlready } from "./entry-journal-checks.ts"
import { type EntryRecording, FundingEntryId, WorkId } from "./entry.ts"
import { fundingRefusalFor } from "./refusal-of.ts"

/** Two communes became one, and districts ended, on the first of July 2025. */
const chronicle = apply(
  country,
  Result.getOrThrow(
    plan(
      country,
      event(
        "E",
        "2025-07-01",
        { change: "endLevel", level: "district", within: null },
        {
          change: "merge",
          from: [{ unit: code("10101") }, { unit: code("10102") }],
          into: newCommune("10161", "10")
        }
      )
    )
  )
)

const actor: Actor = { name: "Nguyễn Thị Lan", role: "provincialOffice", scope: "all", agency: null }
const checking: FundingChecking = {
  chronicle,
  actor,
  today: Day.make("2026-01-15"),
  works: new Map([[WorkId.make(5), idOf("10101")]])
}

const row = (more: Partial<EntryRecording> = {}): EntryRecording => ({
  unit: "10103",
  tier: "commune",
  agency: null,
  from: null,
  source: "credit",
  year: 2025,
  stage: "disbursed",
  kind: "stated",
  content: null,
  amount: 1_000_000,
  quantity: null,
  day: Day.make("2025-03-05"),
  work: null,
  document: null,
  place: null,
  reason: null,
  adjusts: null,
  illustrative: false,
  ...more
})

const problems = (batch: ReadonlyArray<Partial<EntryRecording>>, more: Partial<FundingChecking> = {}) =>
  checkEntries({ ...checking, ...more }, batch.map(row)).problems
const kinds = (entry: Partial<EntryRecording>, more: Partial<FundingChecking> = {}) =>
  problems([entry], more).map(({ field, kind }) => `${field} ${kind}`)
const sentence = (entry: Partial<EntryRecording>) => problems([entry])[0]?.sentence.vi
const on = (day: string) => ({ day: Day.make(day) })

describe("an entry of funding", () => {
  it("is taken by the unit's code or id, and carries the unit that is meant", () => {
    const { accepted, problems: none } = checkEntries(checking, [row(), row({ unit: idOf("10104") })])
    expect(none).toEqual([])
    expect(accepted.map(({ row: at, unit }) => [at, unit])).toEqual([
      [0, idOf("10103")],
      [1, idOf("10104")]
    ])
  })

  it("is refused on a unit that ended, naming who took it over, and on one that never was", () => {
    expect(sentence({ unit: "10101", ...on("2025-08-01") })).toBe(
      "Đơn vị “10101” không tồn tại vào ngày 01/08/2025: xã Số 10101 (10101) chỉ có đến 30/06/2025; ngày đó là xã Mới 10161 (10161)"
    )
    expect(kinds({ unit: "99999" })).toEqual(["unit unknownUnit"])
    expect(kinds({ unit: "An Lão" })).toEqual(["unit unknownUnit"])
    expect(kinds({ unit: UnitId.make(999) })).toEqual(["unit unknownUnit"])
  })

  it("is whole đồng in the range of amounts, not negative where it is stated", () => {
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY, 0.5, 1e16, -1])
      expect(kinds({ amount })).toEqual(["amount notMoney"])
    expect(kinds({ amount: 0 })).toEqual([])
  })

  it("is summed at the level of its unit or below, never above", () => {
    expect(kinds({ tier: "village" })).toEqual([])
    expect(kinds({ tier: "district" })).toEqual(["tier tierBelowNothing"])
  })

  it("is of a budget whose level stands on the day, and that is given to such a unit", () => {
    expect(sentence({ source: "investment.district", unit: "10103", ...on("2025-07-05") })).toBe(
      "“Đầu tư công cấp huyện”: không còn ngân sách cấp huyện sau ngày 30/06/2025"
    )
    expect(kinds({ source: "investment.district" })).toEqual([])
    expect(kinds({ source: "investment.commune", unit: "10", tier: "province" })).toEqual(["source sourceNotGiven"])
    expect(kinds({ source: "investment.province" })).toEqual([])
    expect(kinds({ source: "career.central", unit: "10", tier: "province" })).toEqual([])
  })

  it("is at a stage that its source has: nobody allocates credit, and budget is mobilised in what documents publish only", () => {
    expect(kinds({ source: "community", stage: "allocated" })).toEqual(["stage stageNotOfSource"])
    expect(kinds({ source: "career.province", stage: "mobilised" })).toEqual(["stage stageNotOfSource"])
    expect(kinds({ source: "career.province", stage: "mobilised", document: "kh-61" })).toEqual([])
    expect(kinds({ source: "community", stage: "mobilised" })).toEqual([])
  })

  it("keeps the quantity of a gift in kind beside its value", () => {
    const land = { source: "community.land", stage: "mobilised" } as const
    expect(sentence(land)).toBe("“Hiến đất” phải ghi số lượng (m²) bên cạnh giá trị")
    expect(kinds({ ...land, quantity: { amount: 5, unit: "ha" } })).toEqual(["quantity quantityMissing"])
    expect(kinds({ ...land, quantity: { amount: 230, unit: "m²" } })).toEqual([])
    expect(
      kinds({ source: "community.kind", stage: "mobilised", quantity: { amount: 3, unit: "tấn xi măng" } })
    ).toEqual([])
    expect(kinds({ quantity: { amount: 3, unit: "m²" } })).toEqual(["quantity quantityNotAsked"])
  })

  it("has a place only in a document that it names", () => {
    expect(kinds({ place: "Phụ lục 02, dòng 3" })).toEqual(["document documentMissing"])
    expect(kinds({ place: "Phụ lục 02, dòng 3", document: "kh-61" })).toEqual([])
  })

  it("falls within the time in which money of its year is paid; a plan may come before, a correction after", () => {
    expect(kinds(on("2024-12-31"))).toEqual(["day dayOutsideYear"])
    expect(kinds({ stage: "planned", ...on("2024-12-09") })).toEqual([])
    expect(kinds({ year: 2024, ...on("2025-01-31") })).toEqual([])
    expect(kinds({ year: 2024, ...on("2025-02-01") })).toEqual(["day dayOutsideYear"])
    const correction = { kind: "adjustment", reason: "Kiểm toán", adjusts: FundingEntryId.make(1) } as const
    expect(kinds({ year: 2024, ...correction, ...on("2025-06-01") })).toEqual([])
    expect(kinds(on("2026-01-16"))).toEqual(["day futureDay"])
  })

  it("says why it adjusts or carries over, and which entry it adjusts", () => {
    expect(kinds({ kind: "adjustment", amount: -5 })).toEqual(["reason reasonMissing", "adjusts unknownEntry"])
    expect(kinds({ adjusts: FundingEntryId.make(1) })).toEqual(["adjusts adjustsOther"])
    expect(kinds({ kind: "carryOver", reason: " " })).toContain("reason reasonMissing")
    expect(kinds({ kind: "unexplained" })).toEqual(["kind notAllowed"])
    expect(kinds({ kind: "unexplained", document: "kh-61", amount: -5 })).toEqual([])
  })

  it("carries over as two entries of one amount, out of one year and into another", () => {
    const carried = { kind: "carryOver", reason: "Chuyển nguồn", ...on("2026-01-10") } as const
    expect(
      problems([
        { ...carried, amount: -7 },
        { ...carried, year: 2026, amount: 7 }
      ])
    ).toEqual([])
    expect(
      problems([
        { ...carried, amount: -7 },
        { ...carried, year: 2026, amount: 6 }
      ]).map(({ kind }) => kind)
    ).toEqual(["carryOverOpen"])
    expect(problems([{ ...carried, amount: -7 }]).map(({ kind }) => kind)).toEqual(["carryOverOpen"])
  })

  it("pays for a work that lies in its unit, also after the unit has passed into another", () => {
    const work = WorkId.make(5)
    expect(kinds({ work, unit: "10101" })).toEqual([])
    expect(kinds({ work, unit: "101", tier: "commune" })).toEqual([])
    expect(kinds({ work, unit: "10161", ...on("2025-08-01") })).toEqual([])
    expect(kinds({ work })).toEqual(["work workOfOtherUnit"])
    expect(kinds({ work: WorkId.make(6) })).toEqual(["work unknownWork"])
  })

  it("is recorded by who answers for the unit; a district's office acts while districts stand", () => {
    const commune: Actor = { ...actor, role: "communeOfficer", scope: [idOf("10104")] }
    expect(kinds({}, { actor: commune })).toEqual(["unit notInScope"])
    expect(kinds({ unit: "10104" }, { actor: commune })).toEqual([])
    expect(kinds({}, { actor: { ...actor, scope: [idOf("101")] } })).toEqual([])
    expect(kinds({}, { actor: { ...actor, role: "districtOffice" } })).toEqual(["null notAllowed"])
  })

  it("is not said twice in a batch: at one place of a document whatever the amount, else with the very amount and day", () => {
    const twice = (one: Partial<EntryRecording>, other: Partial<EntryRecording>) =>
      problems([one, other]).map(({ kind, row: at }) => `${at} ${kind}`)
    expect(twice({}, {})).toEqual(["1 duplicate"])
    expect(twice({}, { amount: 2 })).toEqual([])
    const said = { document: "kh-61", place: "Phụ lục 02, dòng 3" }
    expect(twice(said, { ...said, amount: 2 })).toEqual(["1 duplicate"])
    expect(twice(said, { ...said, source: "enterprise" })).toEqual([])
  })

  it("is told of everything that is wrong with it at once, as are all rows", () => {
    const wrong = problems([
      { unit: "99999", amount: 0.5, stage: "allocated" },
      {},
      { tier: "province", ...on("2030-01-01") }
    ])
    expect(wrong.map(({ kind, row: at }) => `${at} ${kind}`)).toEqual([
      "0 notMoney",
      "0 stageNotOfSource",
      "0 unknownUnit",
      "2 dayOutsideYear",
      "2 futureDay",
      "2 tierBelowNothing"
    ])
    expect(fundingRefusalFor(wrong)?.message.split("\n")).toHaveLength(6)
  })
})

describe("an adjustment", () => {
  const id = FundingEntryId.make(9)
  const adjusts = { kind: "adjustment", reason: "Cắt giảm", adjusts: id, amount: -400_000 } as const
  const checked = (...rows: ReadonlyArray<Partial<EntryRecording>>) =>
    checkEntries(
      checking,
      rows.map((each) => row({ ...adjusts, ...each }))
    ).accepted
  const entry = {
    id,
    unit: idOf("10103"),
    agency: null,
    tier: "commune",
    source: "credit",
    year: 2025,
    stage: "disbursed",
    kind: "stated",
    work: null,
    standing: 1_000_000
  } as const
  const wrong = (rows: ReturnType<typeof checked>, of: object = {}) =>
    checkAdjustments(rows, new Map([[id, { ...entry, ...of }]])).map(({ kind }) => kind)

  it("is of an entry of the same unit, source, year, stage and work", () => {
    expect(wrong(checked({}))).toEqual([])
    expect(wrong(checked({ source: "enterprise" }))).toEqual(["adjustsOther"])
    expect(wrong(checked({ unit: "10104" }))).toEqual(["adjustsOther"])
    expect(wrong(checked({}), { kind: "adjustment" })).toEqual(["adjustsOther"])
    expect(checkAdjustments(checked({}), new Map()).map(({ kind }) => kind)).toEqual(["unknownEntry"])
  })

  it("takes no more than there is, all adjustments of a batch together", () => {
    expect(wrong(checked({ amount: -1_000_000 }))).toEqual([])
    expect(wrong(checked({ amount: -1_000_001 }))).toEqual(["takesTooMuch"])
    expect(wrong(checked({ amount: -600_000 }, { amount: -600_001 }))).toEqual(["takesTooMuch"])
    expect(wrong(checked({ amount: 5_000_000 }))).toEqual([])
  })

  it("is what somebody is told to record where the journal says the same already", () => {
    const by = { name: "Sở Tài chính", at: Moment.make("2025-06-03T07:05:00.000Z") }
    expect(statedAlready({ row: 3, document: "5/QĐ" }, id, by).sentence.vi).toContain("adjusts: 9")
    expect(statedAlready({ row: 3, document: null }, id, by).sentence.vi).toBe(
      "Đã có bút toán số 9 cùng ngày, cùng số tiền, do Sở Tài chính ghi lúc 03/06/2025 14:05; nếu là khoản khác, hãy ghi văn bản để phân biệt"
    )
  })
})
