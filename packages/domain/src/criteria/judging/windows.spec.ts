import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { journalOver, recordsOf, type ToldValue } from "../../testing/facts.ts"
import {
  type Answer,
  type CarryRule,
  type Chronicle,
  chronicleOf,
  type Report,
  unitByCode,
  UnitCode
} from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"
import { after, code, merged, setWith, start } from "./testing/province.ts"
import { knownOf } from "./known.ts"
import { windowColumn, type WindowNeed } from "./windows.ts"

const sum: CarryRule = { carry: "sum", weight: "population" }
const rate: CarryRule = { carry: "average", weight: "population", min: 0, max: 100 }

const people = new Map([
  ["10001", 1000],
  ["10002", 3000],
  ["10003", 2000]
])
const peopled = chronicleOf(
  start.register.rows.map((row) => ({ ...row, population: people.get(row.code) ?? row.population }))
)

const over = (more: Partial<WindowNeed["source"]> = {}): WindowNeed["source"] => ({
  of: "window",
  input: InputKey.make("a"),
  how: "sum",
  years: 2,
  before: false,
  ...more
})

interface Asked {
  readonly chronicle: Chronicle
  readonly values: ReadonlyArray<Omit<ToldValue, "input">>
  readonly unit: string
  readonly asOf?: string
  readonly rule?: CarryRule
  readonly source?: WindowNeed["source"]
}

/** The value of one unit, between what it lies where it is not known, and the years that were told. */
const windowOf = ({ asOf = "2025-12-31", chronicle, rule = sum, source = over(), unit: named, values }: Asked) => {
  const day = Day.make(asOf)
  const unit = unitByCode(chronicle.register, UnitCode.make(named), day)
  if (unit === undefined) throw new Error(named)
  const line = { input: "a", rule: { op: "attested", input: InputKey.make("a") } as const, carry: rule }
  const known = knownOf({ chronicle, sets: [setWith("s", [line])], recognitions: [] })
  const journal = journalOver(recordsOf(values.map((one) => ({ ...one, input: "a" }))))
  let answer: Answer<Report> | null = null
  const telling = {
    reasons: true,
    tell: () => undefined,
    tellWindow: (_: string, __: number, told: Answer<Report>) => void (answer = told)
  }
  const question = { asOf: day, knownAt: null, accept: "approved" } as const
  const { bounds, values: column } = Effect.runSync(
    windowColumn(known, journal, question, [unit], { key: "window", source }, telling)
  )
  return { value: column[0], low: bounds?.low[0], high: bounds?.high[0], answer }
}

const yearOf = (unit: number, year: number, value: number) => ({
  unit,
  value,
  from: `${year}-01-01`,
  day: `${year}-12-31`
})
const joined = after(peopled, "2025-01-01", merged("10011", ["10001", "10002"], "100"))
const formed = (chronicle: Chronicle, named = "10011") =>
  unitByCode(chronicle.register, UnitCode.make(named), Day.make("2025-12-31"))?.id ?? 0

describe("values of several years", () => {
  it("are the unit's own where it reported every year about the ground that it has", () => {
    const values = [yearOf(11, 2024, 4), yearOf(11, 2025, 6)]
    expect(windowOf({ chronicle: peopled, values, unit: "10001" })).toMatchObject({ value: 10, answer: null })
    expect(windowOf({ chronicle: peopled, values, unit: "10001", source: over({ how: "average" }) }).value).toBe(5)
    expect(windowOf({ chronicle: peopled, values, unit: "10001", source: over({ years: 3 }) }).value).toBeNaN()
  })

  it("are carried over a merger by the input's rule, year by year, until the unit has reported them", () => {
    const values = [yearOf(11, 2024, 10), yearOf(12, 2024, 30), yearOf(formed(joined), 2025, 7)]
    const { answer, value } = windowOf({ chronicle: joined, values, unit: "10011" })
    expect(value).toBe(47)
    expect(answer).toMatchObject({
      kind: "derived",
      range: { low: 47, high: 47 },
      basis: "exact",
      parts: [
        { unit: 11, report: { day: "2024-12-31", value: 10 } },
        { unit: 12, report: { day: "2024-12-31", value: 30 } },
        { unit: formed(joined), report: { day: "2025-12-31", value: 7 } }
      ]
    })
    const averaged = windowOf({
      chronicle: joined,
      values,
      unit: "10011",
      rule: rate,
      source: over({ how: "average" })
    })
    // (10 × 1.000 + 30 × 3.000) / 4.000 = 25 in 2024.
    expect(averaged.value).toBe(16)
  })

  it("are missing, and say of whom, as long as one predecessor told nothing of one of the years", () => {
    const values = [yearOf(11, 2024, 10), yearOf(formed(joined), 2025, 7)]
    const { answer, value } = windowOf({ chronicle: joined, values, unit: "10011" })
    expect(value).toBeNaN()
    expect(answer).toMatchObject({
      kind: "none",
      reason: { kind: "missing", units: [12], sentence: { vi: expect.stringMatching(/^Năm 2024: Chưa có số liệu/) } }
    })
  })

  it("lie between bounds where an unknown part of a unit went elsewhere", () => {
    const parted = after(peopled, "2025-01-01", {
      change: "transfer",
      from: code("10001"),
      to: { unit: code("10002") },
      share: "part"
    })
    const values = [yearOf(11, 2024, 10), yearOf(12, 2024, 30), yearOf(12, 2025, 1)]
    const { high, low, value } = windowOf({ chronicle: parted, values, unit: "10002" })
    expect(value).toBeNaN()
    expect([low, high]).toEqual([31, 41])
  })

  it("do not take what a unit that lives on reported about another ground for its own", () => {
    const taken = after(peopled, "2025-01-01", {
      change: "merge",
      from: [{ unit: code("10003") }],
      into: { unit: code("10001") }
    })
    const values = [yearOf(11, 2024, 10), yearOf(13, 2024, 5), yearOf(11, 2025, 20)]
    expect(windowOf({ chronicle: taken, values, unit: "10001" }).value).toBe(35)
    expect(windowOf({ chronicle: taken, values: values.slice(1), unit: "10001" }).value).toBeNaN()
  })

  describe("of the year of a merger", () => {
    const midyear = after(peopled, "2025-07-01", merged("10011", ["10001", "10002"], "100"))
    const half = (unit: number, value: number) => ({ unit, value, from: "2025-01-01", day: "2025-06-30" })
    const since = (value: number, from = "2025-07-01") => ({ unit: formed(midyear), value, from, day: "2025-12-31" })
    const one = over({ years: 1 })
    const asked = (values: Asked["values"]) => windowOf({ chronicle: midyear, values, unit: "10011", source: one })

    it("are what the predecessors reported until then and the unit since", () => {
      const { answer, value } = asked([half(11, 4), half(12, 5), since(2)])
      expect(value).toBe(11)
      expect(answer).toMatchObject({
        kind: "derived",
        parts: [{ unit: 11 }, { unit: 12 }, { unit: formed(midyear) }]
      })
    })

    it("are the unit's own where it reports the whole year, or nobody reported any of it before", () => {
      expect(asked([half(11, 4), half(12, 5), since(20, "2025-01-01")]).value).toBe(20)
      expect(asked([since(2)]).value).toBe(2)
    })

    it("are missing where only one of them reported", () => {
      expect(asked([half(11, 4), since(2)]).value).toBeNaN()
    })

    it("are not put together where a predecessor was formed within the year, too", () => {
      const early = after(peopled, "2025-04-01", merged("10011", ["10001", "10002"], "100"))
      const twice = after(early, "2025-07-01", merged("10012", ["10011", "10003"], "100"))
      const middle = unitByCode(twice.register, UnitCode.make("10011"), Day.make("2025-05-01"))?.id ?? 0
      const values = [
        { unit: 11, value: 1, from: "2025-01-01", day: "2025-03-31" },
        { unit: 12, value: 1, from: "2025-01-01", day: "2025-03-31" },
        { unit: middle, value: 1, from: "2025-04-01", day: "2025-06-30" },
        half(13, 1)
      ]
      expect(windowOf({ chronicle: twice, values, unit: "10012", source: one }).value).toBeNaN()
    })
  })

  it("sum up alike whether the units are merged before or after", () => {
    const amounts = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000))
    fc.assert(
      fc.property(amounts, ([a, b, c, d]) => {
        const values = [yearOf(11, 2024, a), yearOf(12, 2024, b), yearOf(11, 2023, c), yearOf(12, 2023, d)]
        const source = over({ before: true })
        const parts = ["10001", "10002"].map(
          (unit) => windowOf({ chronicle: peopled, values, unit, source }).value ?? 0
        )
        const { value } = windowOf({ chronicle: joined, values, unit: "10011", source })
        expect(value).toBe((parts[0] ?? 0) + (parts[1] ?? 0))
      })
    )
  })
})
