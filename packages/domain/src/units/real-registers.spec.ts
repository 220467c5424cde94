import { Result } from "effect"
import { describe, expect, it } from "vitest"
import lineage2025 from "../../../reference/data/units/lineage-2025-07-01.csv?raw"
import lineageHaiphong from "../../../reference/data/units/lineage-haiphong-2025-01-01.csv?raw"
import lineageProvinces from "../../../reference/data/units/lineage-provinces-2025-07-01.csv?raw"
import register2024 from "../../../reference/data/units/register-2024.csv?raw"
import register2025 from "../../../reference/data/units/register-2025.csv?raw"
import registerHaiphong from "../../../reference/data/units/register-haiphong-2024-12-31.csv?raw"
import { Day } from "../values/index.ts"
import { apply, undo } from "./reorganisation/applying.ts"
import { type Chronicle, chronicleOf } from "./chronicle.ts"
import { reorganisationFromRegisters } from "./reorganisation/derive.ts"
import { historyOf } from "./history.ts"
import { levelPeriods } from "./levels.ts"
import { predecessorsOf, successorsOf } from "./lineage.ts"
import { plan } from "./reorganisation/planning.ts"
import { countOn, unitByCode, unitsOn } from "./register.ts"
import { linksOf, rowsOf, within } from "./testing/registers.ts"
import { type Unit, UnitCode, UnitId } from "./unit.ts"

const newYear2025 = Day.make("2025-01-01")
const july2025 = Day.make("2025-07-01")

/** Hải Phòng on 2024-12-31; the country on 2025-06-30; the country since 2025-07-01. */
const haiphong2024 = rowsOf(registerHaiphong, 1)
const country2024 = rowsOf(register2024, 1001)
const country2025 = rowsOf(register2025, 20001)
const linksNewYear = linksOf(lineageHaiphong, newYear2025, haiphong2024, country2024)
const linksJuly = [
  ...linksOf(lineageProvinces, july2025, country2024, country2025),
  ...linksOf(lineage2025, july2025, country2024, country2025)
]

const document = (number: string) => ({ number, issuer: "Ủy ban Thường vụ Quốc hội", issuedOn: null })

const applied = (chronicle: Chronicle, event: Parameters<typeof plan>[1]): Chronicle =>
  apply(chronicle, Result.getOrThrow(plan(chronicle, event)))

/** What the registers print of a unit. */
const printed = (rows: ReadonlyArray<Unit>) =>
  rows
    .map(({ code, name, type, level, parentCode }) => `${code} ${type} ${name} (${level} of ${parentCode ?? "–"})`)
    .toSorted()

const eveOfNewYear = Day.make("2024-12-31")
const eveOfJuly = Day.make("2025-06-30")
const communes = (rows: ReadonlyArray<Unit>) => rows.filter((row) => row.level === "commune")
const ofType = (rows: ReadonlyArray<Unit>, type: string) => communes(rows).filter((row) => row.type === type).length

const haiphong = new Set(["31"])
const both = new Set(["30", "31"])

const newYear = Result.getOrThrow(
  reorganisationFromRegisters(
    { before: haiphong2024, after: within(country2024, haiphong), links: linksNewYear },
    { id: "1232", document: document("1232/NQ-UBTVQH15"), day: newYear2025 },
    { keepCodes: true }
  )
)
const givers = within(country2024, both)
const takers = within(country2025, haiphong)
const takerIds = new Set(takers.map((row) => row.id))
const july = Result.getOrThrow(
  reorganisationFromRegisters(
    { before: givers, after: takers, links: linksJuly.filter((link) => takerIds.has(link.toId)) },
    { id: "1669", document: document("1669/NQ-UBTVQH15"), day: july2025 }
  )
)
/** Hải Phòng of 2024-12-31 beside Hải Dương, which stood unchanged until July. */
const start = chronicleOf([...haiphong2024, ...within(country2024, new Set(["30"]))])
const afterNewYear = applied(start, newYear)
const afterJuly = applied(afterNewYear, july)

describe("Hải Phòng, 217 → 167 → 114", () => {
  it("arrives on 2025-01-01 at the register of 2024", () => {
    expect(printed(unitsOn(afterNewYear.register, newYear2025))).toEqual(printed(givers))
    const city = unitByCode(afterNewYear.register, UnitCode.make("31"), newYear2025)
    expect(city?.name).toBe("Hải Phòng")
  })

  it("arrives on 2025-07-01 with Hải Dương exactly at the register of 2025", () => {
    const standing = unitsOn(afterJuly.register, july2025)
    expect(printed(standing)).toEqual(printed(takers))
    expect([ofType(standing, "xã"), ofType(standing, "phường"), ofType(standing, "đặc khu")]).toEqual([67, 45, 2])
    const weights = (rows: ReadonlyArray<Unit>) =>
      rows.map(({ code, areaKm2, population, lon, lat }) => [code, areaKm2, population, lon, lat].join(" ")).toSorted()
    expect(weights(standing)).toEqual(weights(takers))
  })

  it("still answers for the days before", () => {
    expect(printed(unitsOn(afterJuly.register, eveOfNewYear))).toEqual(printed(unitsOn(start.register, eveOfNewYear)))
    expect(printed(unitsOn(afterJuly.register, eveOfJuly))).toEqual(printed(givers))
    expect(countOn(afterJuly.register, eveOfNewYear).commune).toBe(217 + 207)
    expect(countOn(afterJuly.register, eveOfJuly).commune).toBe(167 + 207)
  })

  it("lets units that were not rearranged go on as themselves, and districts end", () => {
    const ids = new Set(unitsOn(afterNewYear.register, eveOfNewYear).map((row) => row.id))
    const kept = communes(unitsOn(afterNewYear.register, newYear2025)).filter((row) => ids.has(row.id))
    expect(kept).toHaveLength(167 + 207)
    expect(levelPeriods(afterJuly.register, "district")).toEqual([{ from: null, to: eveOfJuly }])
  })

  it("leads from every commune of 2024 to July and back", () => {
    for (const old of communes(unitsOn(start.register, eveOfNewYear))) {
      const successors = successorsOf(afterJuly, old.id, eveOfNewYear, july2025)
      expect(successors.length).toBeGreaterThan(0)
      for (const { unit } of successors) {
        const back = predecessorsOf(afterJuly, unit.id, july2025, eveOfNewYear)
        expect(back.map((relative) => relative.unit.id)).toContain(old.id)
      }
    }
  })

  it("knows the 137 communes of the programme: the 141 xã less four of Cát Hải island", () => {
    const leftOut = new Set(["11920", "11923", "11926", "11929"])
    const inProgramme = haiphong2024
      .filter((row) => row.level === "commune" && row.type === "xã" && !leftOut.has(row.code))
      .map(({ code }) => ({ change: "attributes", unit: { code }, set: { programme: true } }) as const)
    const [first, ...others] = inProgramme
    if (first === undefined) throw new Error("no commune")
    const told = applied(start, {
      id: "programme",
      document: document("NTM 2021-2025"),
      day: Day.make("2021-01-01"),
      changes: [first, ...others]
    })
    const taking = (chronicle: Chronicle, day: Day) =>
      unitsOn(chronicle.register, day).filter((row) => row.attributes?.programme === true)
    expect(taking(told, Day.make("2020-12-31"))).toHaveLength(0)
    expect(taking(told, eveOfNewYear)).toHaveLength(137)
    // A unit that takes others in goes on as itself: 77 xã, and 28 that became phường, still carry what was said of them.
    expect(taking(applied(told, newYear), newYear2025)).toHaveLength(105)
  })

  it("tells the story of the commune of Vĩnh Bảo through both events", () => {
    const unit = unitByCode(afterJuly.register, UnitCode.make("11824"), july2025)
    const story = historyOf(afterJuly, unit?.id ?? UnitId.make(-1))
    expect(story.map(({ day }) => day)).toEqual(story.map(({ day }) => day).toSorted())
    expect(story.find(({ own }) => own)?.kinds).toEqual(["formed"])
    expect(new Set(story.map(({ document }) => document.number))).toEqual(
      new Set(["1232/NQ-UBTVQH15", "1669/NQ-UBTVQH15"])
    )
  })

  it("is not derived where a commune has no successor", () => {
    const links = linksJuly.filter((link) => takerIds.has(link.toId)).slice(5)
    const refused = reorganisationFromRegisters({ before: givers, after: takers, links }, july)
    expect(Result.isFailure(refused) && refused.failure.refusals.every(({ kind }) => kind === "noSuccessor")).toBe(true)
  })

  it("takes July back, then New Year, to the very rows it began with", () => {
    const before = Result.getOrThrow(undo(afterJuly, july.id))
    expect(before.register.rows).toEqual(afterNewYear.register.rows)
    expect(Result.getOrThrow(undo(before, newYear.id)).register.rows).toEqual(start.register.rows)
    expect(Result.isFailure(undo(afterJuly, newYear.id))).toBe(true)
  })
})

describe("the whole country, 10,035 → 3,321", () => {
  const base = chronicleOf(country2024)
  const national = () =>
    Result.getOrThrow(
      reorganisationFromRegisters(
        { before: country2024, after: country2025, links: linksJuly },
        { id: "2025-07-01", document: document("202/2025/QH15"), day: july2025 },
        { wholeCountry: true }
      )
    )

  it("becomes the register of 2025 in one event, and back", () => {
    const after = applied(base, national())
    expect(printed(unitsOn(after.register, july2025))).toEqual(printed(country2025))
    expect(countOn(after.register, july2025)).toEqual({ province: 34, district: 0, commune: 3321, village: 0 })
    expect(countOn(after.register, eveOfJuly)).toEqual({ province: 63, district: 696, commune: 10035, village: 0 })
    expect(Result.getOrThrow(undo(after, "2025-07-01")).register.rows).toEqual(base.register.rows)
  })

  it("does so after the event of New Year too, from the units that stood on 2024-12-31", () => {
    const ofHaiphong = new Set(within(country2024, haiphong).map((row) => row.id))
    const eve = chronicleOf([...haiphong2024, ...country2024.filter((row) => !ofHaiphong.has(row.id))])
    const after = applied(applied(eve, newYear), national())
    expect(printed(unitsOn(after.register, eveOfJuly))).toEqual(printed(country2024))
    expect(printed(unitsOn(after.register, july2025))).toEqual(printed(country2025))
    expect(countOn(after.register, eveOfNewYear).commune).toBe(10035 + 50)
  })
})
