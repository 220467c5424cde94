import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CriteriaSetId, InputKey } from "../../criteria/index.ts"
import { DocumentId } from "../../documents/index.ts"
import { UnitCode, UnitId, unitOn } from "../../units/index.ts"
import { Day, Dong } from "../../values/index.ts"
import { BatchId } from "../../works/index.ts"
import { testChronicle } from "../testing/tasks.ts"
import type { ClosingCondition } from "./condition.ts"
import { evaluateCondition } from "./evaluate.ts"
import type { ClosingFacts } from "./facts.ts"

const day = Day.make("2025-06-20")
const huyen = unitOn(testChronicle.register, UnitId.make(2), day)
const own = huyen === undefined ? [] : [huyen]
const nothing: ClosingFacts = {
  money: () => null,
  overdueDebt: () => null,
  batch: () => null,
  verdict: () => null,
  holds: () => null,
  states: () => false,
  approvals: () => null,
  registered: () => null
}
const outcome = (condition: ClosingCondition, facts: Partial<ClosingFacts> = {}) =>
  evaluateCondition(condition, { chronicle: testChronicle, day, own, facts: { ...nothing, ...facts } })
const money = (allocated: number, disbursed: number) => () => ({
  allocated: Dong.make(allocated),
  disbursed: Dong.make(disbursed)
})
const paid: ClosingCondition = {
  _tag: "disbursed",
  of: "own",
  source: "investment",
  year: 2025,
  percent: 95,
  by: Day.make("2025-06-30")
}

describe("a closing condition", () => {
  it("of payment holds from exactly the share on, and says what is paid of what", () => {
    expect(outcome(paid, { money: money(1_000_000_000, 950_000_000) })).toEqual({
      holds: true,
      now: 95,
      wanted: 95,
      sentence: {
        vi: "Giải ngân Vốn đầu tư công năm 2025 đến 30/06/2025 từ 95 % trở lên: 95 % (950 triệu đồng trên 1.000 triệu đồng)",
        en: "Paid of Public investment 2025 by 2025-06-30, at least 95 %: 95 % (950 triệu đồng of 1.000 triệu đồng)"
      }
    })
    // A single đồng short rounds to 95 % and is not enough.
    expect(outcome(paid, { money: money(1_000_000_000, 949_999_999) })).toMatchObject({ holds: false, now: 95 })
  })

  it("of payment counts what was paid by its day, and sums several units", () => {
    const asked: Array<string> = []
    const facts = {
      money: (unit: UnitId, _source: string, _year: number, by: Day) => {
        asked.push(`${unit} ${by}`)
        return money(100, unit === 4 ? 100 : 90)()
      }
    }
    const communes: ClosingCondition = { ...paid, of: [UnitCode.make("11635"), UnitCode.make("11638")] }
    expect(outcome(communes, facts)).toMatchObject({ holds: true, now: 95 })
    expect(asked).toEqual(["4 2025-06-20", "5 2025-06-20"])
    expect(outcome({ ...paid, by: Day.make("2025-05-31") }, facts).holds).toBe(false)
    expect(asked.at(-1)).toBe("2 2025-05-31")
  })

  it("does not hold where nothing was allocated, or a unit does not stand", () => {
    expect(outcome(paid, { money: money(0, 0) })).toMatchObject({ holds: false, now: null })
    expect(outcome({ ...paid, of: [UnitCode.make("99999")] }, { money: money(1, 1) })).toMatchObject({ holds: false })
  })

  it("of criteria counts what is exempt as no hindrance, and every number that it names", () => {
    const set = CriteriaSetId.make("xa-ntm-2021-2025")
    const condition: ClosingCondition = { _tag: "criterionMet", of: "own", set, numbers: [2, 3] }
    const verdicts = (two: "met" | "notMet" | "exempt" | null) => ({
      verdict: (_unit: UnitId, _set: CriteriaSetId, criterion: number | null) => (criterion === 2 ? two : "met")
    })
    expect(outcome(condition, verdicts("exempt"))).toMatchObject({ holds: true, now: 2, wanted: 2 })
    expect(outcome(condition, verdicts("notMet"))).toMatchObject({ holds: false, now: 1, wanted: 2 })
    expect(outcome(condition, verdicts(null))).toMatchObject({ holds: false, now: null })
  })

  it("of works, titles, figures and approvals holds when all of it is so, and there is something at all", () => {
    const batch: ClosingCondition = { _tag: "handedOver", batch: BatchId.make("km-2023") }
    expect(outcome(batch, { batch: () => ({ works: 803, handedOver: 803 }) }).holds).toBe(true)
    expect(outcome(batch, { batch: () => ({ works: 0, handedOver: 0 }) }).holds).toBe(false)
    expect(outcome({ _tag: "recognised", of: "own", tier: "advanced" }, { holds: () => true }).holds).toBe(true)
    const figure: ClosingCondition = { _tag: "figureStated", document: DocumentId.make("bc"), figure: "a" }
    expect(outcome(figure, { states: () => true }).holds).toBe(true)
    const approved: ClosingCondition = { _tag: "approved", of: "own", input: InputKey.make("clean-water") }
    expect(outcome(approved, { approvals: () => ({ reported: 2, approved: 1 }) })).toMatchObject({
      holds: false,
      now: 1
    })
    expect(outcome(approved, { approvals: () => ({ reported: 0, approved: 0 }) })).toMatchObject({
      holds: false,
      now: null
    })
  })

  it("of a register counts its entries in all units together, and says which are meant", () => {
    const products: ClosingCondition = { _tag: "registered", of: "own", kind: "ocop", least: 60, year: 2025, stars: 4 }
    const asked: Array<unknown> = []
    const there = (count: number) => ({
      registered: (unit: UnitId, what: unknown) => {
        asked.push([unit, what])
        return count
      }
    })
    expect(outcome(products, there(60))).toEqual({
      holds: true,
      now: 60,
      wanted: 60,
      sentence: {
        vi: "Có ít nhất 60 sản phẩm OCOP từ 4 sao mới trong năm 2025: 60/60",
        en: "At least 60 of the register “OCOP product” of at least 4 stars new in 2025: 60 of 60"
      }
    })
    expect(asked).toEqual([[2, { kind: "ocop", stars: 4, year: 2025 }]])
    expect(outcome(products, there(59))).toMatchObject({ holds: false, now: 59 })
    const both: ClosingCondition = { ...products, of: [UnitCode.make("11635"), UnitCode.make("11638")] }
    expect(outcome(both, there(30))).toMatchObject({ holds: true, now: 60 })
  })

  it("never holds on what is not known", () => {
    const conditions: ReadonlyArray<ClosingCondition> = [
      paid,
      { _tag: "noOverdueDebt", of: "own" },
      { _tag: "handedOver", batch: BatchId.make("km") },
      { _tag: "criterionMet", of: "own", set: CriteriaSetId.make("xa"), numbers: [] },
      { _tag: "recognised", of: "own", tier: "model" },
      { _tag: "figureStated", document: DocumentId.make("bc"), figure: "a" },
      { _tag: "approved", of: "own", input: InputKey.make("clean-water") },
      { _tag: "registered", of: "own", kind: "modelGarden", least: 1, year: null, stars: null }
    ]
    expect(conditions.filter((condition) => outcome(condition).holds)).toEqual([])
  })

  it("of payment that holds goes on holding when more is paid", () => {
    const amount = fc.integer({ min: 1, max: 5_000_000_000_000 })
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: 0, max: 100 }), (given, before, more, percent) => {
        const holds = (sum: number) => outcome({ ...paid, percent }, { money: money(given, sum) }).holds
        if (holds(before)) expect(holds(before + more)).toBe(true)
      })
    )
  })
})
