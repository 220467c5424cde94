import { Result } from "effect"
import { describe, expect, it } from "vitest"
import lineage2025 from "../../../../reference/data/units/lineage-2025-07-01.csv?raw"
import lineageHaiphong from "../../../../reference/data/units/lineage-haiphong-2025-01-01.csv?raw"
import lineageProvinces from "../../../../reference/data/units/lineage-provinces-2025-07-01.csv?raw"
import register2024 from "../../../../reference/data/units/register-2024.csv?raw"
import register2025 from "../../../../reference/data/units/register-2025.csv?raw"
import registerHaiphong from "../../../../reference/data/units/register-haiphong-2024-12-31.csv?raw"
import { Day } from "../../values/index.ts"
import { apply } from "../reorganisation/applying.ts"
import { type Chronicle, chronicleOf } from "../chronicle.ts"
import { reorganisationFromRegisters } from "../reorganisation/derive.ts"
import { predecessorsOf } from "../lineage.ts"
import { plan } from "../reorganisation/planning.ts"
import { unitByCode, unitsOn } from "../register.ts"
import { linksOf, rowsOf, within } from "../testing/registers.ts"
import { UnitCode } from "../unit.ts"
import type { CarryRule } from "./carry-rule.ts"
import { unitsAs } from "./units-as.ts"

const eve = Day.make("2024-12-31")
const newYear = Day.make("2025-01-01")
const spring = Day.make("2025-03-31")
const july = Day.make("2025-07-01")
const today = Day.make("2025-12-31")
const people: CarryRule = { carry: "sum", weight: "population" }

/** Hải Phòng on 2024-12-31 beside Hải Dương, through New Year and July 2025. */
const haiphong2024 = rowsOf(registerHaiphong, 1)
const country2024 = rowsOf(register2024, 1001)
const country2025 = rowsOf(register2025, 20001)
const givers = within(country2024, new Set(["30", "31"]))
const takers = within(country2025, new Set(["31"]))
const takerIds = new Set(takers.map(({ id }) => id))
const document = (number: string) => ({ number, issuer: "Ủy ban Thường vụ Quốc hội", issuedOn: null })
const applied = (chronicle: Chronicle, event: ReturnType<typeof reorganisationFromRegisters>): Chronicle =>
  apply(chronicle, Result.getOrThrow(plan(chronicle, Result.getOrThrow(event))))

const chronicle = [
  reorganisationFromRegisters(
    {
      before: haiphong2024,
      after: within(country2024, new Set(["31"])),
      links: linksOf(lineageHaiphong, newYear, haiphong2024, country2024)
    },
    { id: "1232", document: document("1232/NQ-UBTVQH15"), day: newYear },
    { keepCodes: true }
  ),
  reorganisationFromRegisters(
    {
      before: givers,
      after: takers,
      links: [
        ...linksOf(lineageProvinces, july, country2024, country2025),
        ...linksOf(lineage2025, july, country2024, country2025)
      ].filter(({ toId }) => takerIds.has(toId))
    },
    { id: "1669", document: document("1669/NQ-UBTVQH15"), day: july }
  )
].reduce(applied, chronicleOf([...haiphong2024, ...within(country2024, new Set(["30"]))]))

/** Invented people of the 424 communes of New Year's Eve, and of the island district that had no commune. */
const told = unitsOn(chronicle.register, eve).filter(({ level, code }) => level === "commune" || code === "318")
const reports = told.map(({ id }, index) => ({ unit: id, day: eve, value: 1000 + ((index * 7919) % 9000) }))
const total = reports.reduce((sum, { value }) => sum + value, 0)
const islanders = reports[told.findIndex(({ code }) => code === "318")]?.value ?? Number.NaN

const on = (boundaries: Day, said: ReadonlyArray<(typeof reports)[number]> = reports) =>
  unitsAs(chronicle, people, said, { on: today, boundaries, level: "commune" }).map((answer) => {
    if (answer.kind === "none" || answer.range === null) throw new Error(JSON.stringify(answer))
    const parts = answer.kind === "derived" ? answer.parts : []
    return { basis: "exact", inferred: false, ...answer, parts, range: answer.range }
  })
const sum = (ranges: ReturnType<typeof on>, end: "low" | "high") =>
  ranges.reduce((all, { range }) => all + range[end], 0)

describe("people of 2024 on the boundaries of Hải Phòng since July 2025", () => {
  const after = on(july)

  it("are known of all 114 units, exactly where everything came whole and as an interval elsewhere", () => {
    expect(after).toHaveLength(114)
    for (const answer of after) {
      // Shares of people through both events: whole, or a part of unknown size; never a number.
      const came = predecessorsOf(chronicle, answer.unit, july, eve, "population").filter(({ share }) => share.high > 0)
      const whole = came.every(({ share }) => share.low === 1)
      const values = came.map(({ unit }) => reports.find((report) => report.unit === unit.id)?.value ?? Number.NaN)
      const high = values.reduce((all, value) => all + value, 0)
      expect(answer.range.high).toBe(high)
      if (whole) expect(answer).toMatchObject({ exact: true, basis: "exact", range: { low: high, estimate: high } })
      expect(answer.exact).toBe(answer.range.low === high)
      expect(answer.range.estimate === null).toBe(answer.basis === "apportioned")
    }
    const exact = after.filter((answer) => answer.exact).length
    expect([exact, 114 - exact]).toEqual([56, 58])
  })

  it("add up: the total lies between the bounds, and is found again where only whole units were merged", () => {
    expect(sum(after, "low")).toBeLessThan(total)
    expect(sum(after, "high")).toBeGreaterThan(total)
    for (const end of ["low", "high"] as const) expect(sum(on(newYear), end)).toBe(total - islanders)
  })

  it("of the two communes between which land without people passed are exact", () => {
    const at = on(newYear)
    for (const code of ["11410", "11530"]) {
      const unit = unitByCode(chronicle.register, UnitCode.make(code), newYear)
      expect(at.find((answer) => answer.unit === unit?.id)).toMatchObject({ exact: true, basis: "exact" })
    }
    // New Year merged whole units but for that land: every unit is exact, and nobody is lost.
    expect(at.every(({ exact }) => exact)).toBe(true)
  })

  it("keep the mark of links that no text states", () => {
    const marked = after.filter(({ inferred }) => inferred)
    expect(marked.length).toBeGreaterThan(0)
    for (const { parts } of marked) expect(parts.some(({ inferred }) => inferred)).toBe(true)
  })

  it("rest on what a commune reported between the two events instead of what it was formed of", () => {
    const commune = unitByCode(chronicle.register, UnitCode.make("11848"), spring)
    if (commune === undefined) throw new Error("11848")
    const own = { unit: commune.id, day: spring, value: 12_345 }
    const successors = on(july, [...reports, own]).filter(({ parts }) => parts.some(({ report }) => report === own))
    expect(successors.length).toBeGreaterThan(0)
    const before = predecessorsOf(chronicle, commune.id, spring, eve).map(({ unit }) => unit.id)
    expect(before).toHaveLength(3)
    for (const { parts } of successors) {
      expect(parts.filter(({ unit, report }) => report !== own && before.includes(unit))).toEqual([])
    }
  })
})
