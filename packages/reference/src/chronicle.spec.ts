import {
  ancestorsOn,
  countOn,
  descendantsOn,
  levelPeriods,
  predecessorsOf,
  successorsOf,
  type Unit,
  unitByCode,
  UnitCode,
  unitOn,
  unitsOn
} from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { loadReference } from "./load.ts"
import { pilot } from "./pilot.ts"
import { printedRegisters } from "./testing/registers.ts"

const { chronicle } = await Effect.runPromise(loadReference())
const { register, events } = chronicle
const printed = await printedRegisters()

const [first, newYear, june, july] = ["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"].map((day) =>
  Day.make(day)
)
if (first === undefined || newYear === undefined || june === undefined || july === undefined) throw new Error("days")

const at = (code: string, day: Day): Unit => {
  const found = unitByCode(register, UnitCode.make(code), day)
  if (found === undefined) throw new Error(`no ${code} on ${day}`)
  return found
}

const communes = (day: Day) =>
  descendantsOn(register, at(pilot.province, day).id, day).filter((unit) => unit.level === "commune")

const line = ({ code, name, type, level, parentCode, areaKm2, population, lon, lat }: Unit) =>
  [code, name, type, level, parentCode, areaKm2, population, lon, lat].join("|")

describe("the registers as one chronicle", () => {
  it("are two events after the first register, each with its legal text", () => {
    expect(events.map(({ reorganisation: { day, document } }) => [day, document.number])).toEqual([
      ["2025-01-01", "1232/NQ-UBTVQH15"],
      ["2025-07-01", "202/2025/QH15"]
    ])
  })

  it("stand on every day exactly as the files print them", () => {
    for (const day of [newYear, june, july]) {
      const standing = printed.units.filter(
        ({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
      )
      expect(unitsOn(register, day).map(line).toSorted()).toEqual(standing.map(line).toSorted())
    }
    expect(countOn(register, july)).toEqual({ province: 34, district: 0, commune: 3321, village: 0 })
    expect(countOn(register, june)).toEqual({ province: 63, district: 696, commune: 10_035, village: 0 })
    expect(countOn(register, first)).toEqual({ province: 63, district: 696, commune: 10_035 - 167 + 217, village: 0 })
  })

  it("lead Hải Phòng from 217 communes over 167 to 114: 67 xã, 45 phường, 2 đặc khu", () => {
    expect([first, newYear, june, july].map((day) => communes(day).length)).toEqual([217, 167, 167, 114])
    const types = Map.groupBy(communes(july), (unit) => unit.type)
    expect(Object.fromEntries([...types].map(([type, group]) => [type, group.length]))).toEqual({
      xã: 67,
      phường: 45,
      "đặc khu": 2
    })
  })

  it("number the first units 1, 2, 3 … in the order of the files, and later ones after them", () => {
    const ids = new Set<number>(register.rows.map((row) => row.id))
    expect(Math.max(...ids)).toBe(ids.size)
    expect(register.rows.slice(0, 3).map(({ id, code }) => [id, code])).toEqual([
      [1, "31"],
      [2, "303"],
      [3, "304"]
    ])
  })

  it("keep the identity of what an event leaves as it is: Hà Nội, and on 2025-01-01 each of the 167", () => {
    expect(at("01", july).id).toBe(at("01", first).id)
    expect(at("15", july).id).not.toBe(at("15", june).id)
    const before = new Set(communes(first).map((unit) => unit.id))
    expect(communes(newYear).filter((unit) => !before.has(unit.id))).toEqual([])
  })

  it("end every district with its level", () => {
    expect(levelPeriods(register, "district")).toEqual([{ from: null, to: june }])
    expect(unitsOn(register, july).filter((unit) => ancestorsOn(register, unit.id, july).length > 1)).toEqual([])
  })

  it("lead every commune on, keep the mark of what was inferred, and never lose a link", () => {
    for (const unit of unitsOn(register, first)) {
      if (unit.level !== "commune") continue
      expect(successorsOf(chronicle, unit.id, first, july).length, unit.code).toBeGreaterThan(0)
    }
    const linked = new Set(
      printed.lineage.flatMap(({ fromId, toId, inferred }) => {
        const from = printed.units[fromId - 1]
        const to = printed.units[toId - 1]
        return from?.level === "commune" && from.code !== to?.code && inferred ? [`${from.code} ${to?.code}`] : []
      })
    )
    const kept = chronicle.lineage.transfers
      .filter((transfer) => transfer.inferred)
      .map(({ fromId, toId }) => `${unitOn(register, fromId, first)?.code} ${unitOn(register, toId, newYear)?.code}`)
    expect(new Set(kept)).toEqual(linked)
  })

  it("lead back from Vĩnh Bảo of today to the communes of 2024 on its land", () => {
    const names = predecessorsOf(chronicle, at("11824", july).id, july, first).map(({ unit }) => unit.name)
    expect(names).toContain("Vĩnh Bảo")
    expect(names.length).toBeGreaterThan(3)
  })
})
