import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { apply } from "../reorganisation/applying.ts"
import type { Chronicle } from "../chronicle.ts"
import { plan } from "../reorganisation/planning.ts"
import { unitByCode } from "../register.ts"
import type { Change } from "../reorganisation/reorganisation.ts"
import { code, country, event, newCommune } from "../testing/country.ts"
import { UnitCode, UnitId } from "../unit.ts"
import { CarryRule } from "./carry-rule.ts"
import { unitsAs } from "./units-as.ts"

const on2024 = Day.make("2024-12-31")
const on2025 = Day.make("2025-12-31")
const on2026 = Day.make("2026-12-31")
const count: CarryRule = { carry: "sum", weight: "population" }
const percentage: CarryRule = { carry: "average", weight: "population", min: 0, max: 100 }
const attested: CarryRule = { carry: "attested" }
const never: CarryRule = { carry: "none" }

const after = (chronicle: Chronicle, id: string, day: string, ...changes: readonly [Change, ...Array<Change>]) =>
  apply(chronicle, Result.getOrThrow(plan(chronicle, event(id, day, ...changes))))
const unit = (chronicle: Chronicle, of: string, day: Day) => {
  const found = unitByCode(chronicle.register, UnitCode.make(of), day)
  if (found === undefined) throw new Error(of)
  return found.id
}
const told = (chronicle: Chronicle, of: string, day: Day, value: number | boolean) => ({
  unit: unit(chronicle, of, day),
  day,
  value,
  source: `${of}, ${day}`
})
const ask = (
  chronicle: Chronicle,
  rule: CarryRule,
  reports: ReadonlyArray<ReturnType<typeof told>>,
  on: Day,
  boundaries: Day,
  of: string
) => {
  const [answer] = unitsAs(chronicle, rule, reports, { on, boundaries, units: [unit(chronicle, of, boundaries)] })
  if (answer === undefined) throw new Error(of)
  return answer
}
const reasonOf = (answer: ReturnType<typeof ask>) => (answer.kind === "none" ? answer.reason.sentence.vi : answer.kind)

/** 10101 whole and 30 % of 10102 into 10161; 10103 (1074 people) divided into 10162 and 10163. */
const merged = after(
  country,
  "E1",
  "2025-01-01",
  {
    change: "merge",
    from: [{ unit: code("10101") }, { unit: code("10102"), share: 0.3 }],
    into: newCommune("10161", "101")
  },
  {
    change: "split",
    unit: code("10103"),
    into: [
      { target: newCommune("10162", "101"), share: 0.25 },
      { target: newCommune("10163", "101"), share: "rest" }
    ]
  }
)

describe("a series on the boundaries of another day", () => {
  it("sums the counts of what a unit was formed of, parts by their share, and names them", () => {
    const reports = [told(merged, "10101", on2024, 40), told(merged, "10102", on2024, 10)]
    expect(ask(merged, count, reports, on2025, on2025, "10161")).toMatchObject({
      kind: "derived",
      provisional: true,
      way: "forward",
      basis: "apportioned",
      exact: false,
      range: { low: 40, high: 50, estimate: 43 },
      parts: [
        { unit: unit(merged, "10101", on2024), report: reports[0], share: { low: 1, high: 1 }, whole: true },
        {
          unit: unit(merged, "10102", on2024),
          report: { source: "10102, 2024-12-31" },
          share: { low: 0.3, high: 0.3 },
          whole: false,
          weight: 1037
        }
      ]
    })
    // The giver lives on with what it kept, under the same id and on other ground.
    expect(ask(merged, count, reports, on2025, on2025, "10102")).toMatchObject({
      kind: "derived",
      range: { low: 0, high: 10, estimate: 7 }
    })
    expect(ask(merged, count, reports, on2025, on2024, "10102")).toMatchObject({ kind: "reported", report: reports[1] })
  })

  it("is not known while a predecessor has not reported, and says which", () => {
    const reports = [told(merged, "10101", on2024, 40)]
    expect(reasonOf(ask(merged, count, reports, on2025, on2025, "10161"))).toBe(
      "Chưa có số liệu của xã Số 10102 (10102)"
    )
    expect(ask(merged, count, reports, on2025, on2025, "10161")).toMatchObject({
      kind: "none",
      reason: { kind: "missing", units: [unit(merged, "10102", on2024)] }
    })
  })

  it("goes back over a split without loss, once all new units have reported", () => {
    const old = told(merged, "10103", on2024, 30)
    const one = told(merged, "10162", on2025, 9)
    const both = [old, one, told(merged, "10163", on2025, 24)]
    expect(ask(merged, count, [old, one], on2025, on2024, "10103")).toMatchObject({ kind: "reported", report: old })
    expect(ask(merged, count, both, on2025, on2024, "10103")).toMatchObject({
      kind: "derived",
      way: "backward",
      basis: "exact",
      exact: true,
      range: { low: 33, high: 33, estimate: 33 }
    })
    expect(ask(merged, count, both, on2024, on2024, "10103")).toMatchObject({ kind: "reported", report: old })
  })

  it("goes back over a merger only by weight", () => {
    const reports = [told(merged, "10161", on2025, 131.11), told(merged, "10102", on2025, 10)]
    // 10161 has 1000 people of 10101 and 311.1 of 10102.
    const answer = ask(merged, count, reports, on2025, on2024, "10101")
    expect(answer).toMatchObject({ kind: "derived", basis: "apportioned", range: { low: 0, high: 131.11 } })
    if (answer.kind === "none") throw new Error("none")
    expect(answer.range?.estimate).toBeCloseTo(100, 2)
  })

  it("weighs rates that go back by what came at the event, else by what the new units weighed as they began", () => {
    const weighing = (target: ReturnType<typeof newCommune>, population: number) => ({
      new: { ...target.new, weights: { population } }
    })
    const divided = (share: number | "part") =>
      after(country, "E1", "2025-01-01", {
        change: "split",
        unit: code("10103"),
        into: [
          { target: weighing(newCommune("10162", "101"), 100), share },
          { target: weighing(newCommune("10163", "101"), 300), share: "rest" }
        ]
      })
    for (const [share, mean] of [
      [0.5, 30],
      ["part", 40]
    ] as const) {
      const split = divided(share)
      const reports = [told(split, "10162", on2025, 10), told(split, "10163", on2025, 50)]
      expect(ask(split, percentage, reports, on2025, on2024, "10103")).toMatchObject({
        way: "backward",
        basis: "exact",
        range: { low: mean, high: mean, estimate: mean }
      })
    }
  })

  it("makes whole again what was divided and has come together", () => {
    const again = after(merged, "E2", "2025-07-01", {
      change: "merge",
      from: [{ unit: code("10162") }, { unit: code("10163") }],
      into: newCommune("10171", "101")
    })
    const reports = [told(again, "10103", on2024, 30)]
    for (const rule of [count, percentage]) {
      expect(ask(again, rule, reports, on2025, on2025, "10171")).toMatchObject({
        kind: "derived",
        basis: "exact",
        range: { low: 30, high: 30, estimate: 30 }
      })
    }
    expect(ask(again, count, reports, on2025, Day.make("2025-03-01"), "10162")).toMatchObject({
      basis: "apportioned",
      range: { low: 0, high: 30, estimate: 7.5 }
    })
  })

  it("lets anything of a mixture be in a part of it: shares through two events bound nothing by themselves", () => {
    const mixed = after(country, "E1", "2025-01-01", {
      change: "merge",
      from: [{ unit: code("10101") }, { unit: code("10102") }],
      into: newCommune("10161", "101")
    })
    const divided = after(mixed, "E2", "2025-07-01", {
      change: "merge",
      from: [{ unit: code("10161"), share: { of: 0.5, by: { population: 1000 / 2037 } } }, { unit: code("10103") }],
      into: newCommune("10171", "101")
    })
    const reports = [
      told(divided, "10101", on2024, 100),
      told(divided, "10102", on2024, 0),
      told(divided, "10103", on2024, 0)
    ]
    // If the part is just the old 10101: 1000 of its 1000 people and none of the 1074 of 10103.
    const answer = ask(divided, percentage, reports, on2025, on2025, "10171")
    if (answer.kind === "none" || answer.range === null) throw new Error("none")
    expect(answer.range.low).toBe(0)
    expect(answer.range.high).toBeGreaterThanOrEqual((100 * 1000) / 2074 - 1e-9)
    expect(answer.range.estimate).toBeCloseTo((100 * 1000 * (1000 / 2037)) / (1000 + 1074), 6)
  })

  it("moves nothing of a count with land that has nobody on it", () => {
    const land = after(country, "E1", "2025-01-01", {
      change: "transfer",
      from: code("10101"),
      to: { unit: code("10102") },
      share: { of: "part", by: { population: 0 } }
    })
    const reports = [told(land, "10101", on2024, 40), told(land, "10102", on2024, 10)]
    for (const [of, value] of [
      ["10101", 40],
      ["10102", 10]
    ] as const) {
      expect(ask(land, count, reports, on2025, on2025, of)).toMatchObject({
        basis: "exact",
        range: { low: value, high: value }
      })
      expect(ask(land, { carry: "sum", weight: "areaKm2" }, reports, on2025, on2025, of)).toMatchObject({
        basis: "apportioned"
      })
    }
  })

  it("holds of a unit what held in every part of it, and goes back over a split only", () => {
    const yes = told(merged, "10101", on2024, true)
    const no = told(merged, "10102", on2024, false)
    expect(ask(merged, attested, [yes, no], on2025, on2025, "10161")).toMatchObject({ kind: "derived", holds: false })
    expect(ask(merged, attested, [no], on2025, on2025, "10161")).toMatchObject({ kind: "derived", holds: false })
    expect(ask(merged, attested, [yes], on2025, on2025, "10161")).toMatchObject({ kind: "none" })
    const all = [yes, told(merged, "10102", on2024, true)]
    expect(ask(merged, attested, all, on2025, on2025, "10161")).toMatchObject({ holds: true, range: null })
    const later = [...all, told(merged, "10161", on2025, true)]
    expect(reasonOf(ask(merged, attested, later, on2025, on2024, "10101"))).toContain(
      "xã Mới 10161 (10161) không suy ngược được cho xã Số 10101 (10101): nhập đơn vị"
    )
    const parts = [told(merged, "10162", on2025, true), told(merged, "10163", on2025, false)]
    expect(ask(merged, attested, parts, on2025, on2024, "10103")).toMatchObject({ way: "backward", holds: false })
  })

  it("is of the lowest level that any predecessor had, once all of them have said, and goes back over a split only", () => {
    const lowest: CarryRule = { carry: "lowest" }
    const levels = [told(merged, "10101", on2024, 3), told(merged, "10102", on2024, 2)]
    expect(ask(merged, lowest, levels, on2025, on2025, "10161")).toMatchObject({
      kind: "derived",
      provisional: true,
      range: { low: 2, high: 2 },
      holds: null
    })
    expect(ask(merged, lowest, levels.slice(1), on2025, on2025, "10161")).toMatchObject({ reason: { kind: "missing" } })
    const flag = [told(merged, "10101", on2024, true), told(merged, "10102", on2024, 2)]
    expect(ask(merged, lowest, flag, on2025, on2025, "10161")).toMatchObject({ reason: { kind: "wrongKind" } })
    const later = [...levels, told(merged, "10161", on2025, 3)]
    expect(ask(merged, lowest, later, on2025, on2025, "10161")).toMatchObject({ kind: "reported" })
    expect(ask(merged, lowest, later, on2025, on2024, "10101")).toMatchObject({ reason: { kind: "notBackward" } })
    const parts = [told(merged, "10162", on2025, 1), told(merged, "10163", on2025, 3)]
    expect(ask(merged, lowest, parts, on2025, on2024, "10103")).toMatchObject({ way: "backward", range: { low: 1 } })
  })

  it("is not carried where its rule says so, though it stands for its own ground", () => {
    const reports = [told(merged, "10101", on2024, 40), told(merged, "10102", on2024, 10)]
    expect(ask(merged, never, reports, on2025, on2025, "10161")).toMatchObject({ reason: { kind: "notCarried" } })
    expect(ask(merged, never, reports, on2026, on2024, "10101")).toMatchObject({ kind: "reported" })
    expect(ask(merged, never, reports, on2025, on2025, "10104")).toMatchObject({ reason: { kind: "missing" } })
  })

  it("is refused with the reason where it cannot be derived", () => {
    const rates = [told(merged, "10101", on2024, 40), told(merged, "10102", on2024, 10)]
    const byRoad: CarryRule = { carry: "average", weight: "roadKm", min: 0, max: 100 }
    expect(reasonOf(ask(merged, byRoad, rates, on2025, on2025, "10161"))).toBe(
      "Chưa biết trọng số roadKm của xã Số 10101 (10101), xã Số 10102 (10102) khi sắp xếp nên không tính được bình quân"
    )
    const loss = [told(merged, "10101", on2024, 40), told(merged, "10102", on2024, -10)]
    expect(ask(merged, count, loss, on2025, on2025, "10161")).toMatchObject({ reason: { kind: "unbounded" } })
    const flag = [told(merged, "10101", on2024, 40), told(merged, "10102", on2024, true)]
    expect(ask(merged, count, flag, on2025, on2025, "10161")).toMatchObject({ reason: { kind: "wrongKind" } })
    expect(ask(merged, attested, flag, on2025, on2025, "10161")).toMatchObject({ reason: { kind: "wrongKind" } })
    const [gone] = unitsAs(merged, count, rates, { on: on2025, boundaries: on2025, units: [UnitId.make(999)] })
    expect(gone).toMatchObject({ kind: "none", reason: { kind: "notStanding" } })
  })

  it("asks all units of a level that stand on the day, or those that are named", () => {
    const communes = unitsAs(merged, count, [], { on: on2025, boundaries: on2025, level: "commune" })
    expect(communes).toHaveLength(17)
    expect(unitsAs(merged, count, [], { on: on2025, boundaries: on2024 })).toHaveLength(22)
  })

  it("leaves out what is said of a unit that does not stand, and lets the later of two corrections count", () => {
    const ghost = { ...told(merged, "10101", on2024, 99), day: on2025 }
    const reports = [told(merged, "10101", on2024, 40), { ...told(merged, "10101", on2024, 41), source: "đính chính" }]
    expect(ask(merged, count, [...reports, ghost], on2025, on2024, "10101")).toMatchObject({
      kind: "reported",
      report: { value: 41 }
    })
  })

  it("keeps the mark of inferred links", () => {
    const guessed = after(country, "E1", "2025-01-01", {
      change: "merge",
      from: [{ unit: code("10101"), inferred: true }, { unit: code("10102") }],
      into: newCommune("10161", "101")
    })
    const reports = [told(guessed, "10101", on2024, 1), told(guessed, "10102", on2024, 2)]
    expect(ask(guessed, count, reports, on2025, on2025, "10161")).toMatchObject({
      inferred: true,
      parts: [{ inferred: true }, { inferred: false }]
    })
  })
})

describe("a rule of carrying", () => {
  it("is data: what is not a rule is refused", () => {
    const decode = Schema.decodeUnknownResult(CarryRule)
    for (const rule of [count, percentage, attested, { carry: "lowest" }, never])
      expect(Result.isSuccess(decode(rule))).toBe(true)
    expect(Result.isFailure(decode({ carry: "sum" }))).toBe(true)
    expect(Result.isFailure(decode({ ...percentage, min: 101 }))).toBe(true)
  })
})
