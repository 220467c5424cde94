import { Unit } from "@ntm/domain/units"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { pilot } from "./pilot.ts"
import { printedRegisters } from "./testing/registers.ts"

const { units } = await printedRegisters()
const byId = new Map(units.map((unit) => [unit.id, unit]))

const standing = (day: string) =>
  units.filter(
    (unit) => (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo)
  )

const provinceCode = (unit: Unit): string => {
  const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
  return parent === undefined ? unit.code : provinceCode(parent)
}

const inPilot = (day: string) =>
  standing(day).filter((unit) => unit.level === "commune" && provinceCode(unit) === pilot.province)

const countBy = (list: ReadonlyArray<Unit>, key: "level" | "type") =>
  Object.fromEntries([...Map.groupBy(list, (unit) => unit[key])].map(([name, group]) => [name, group.length]))

describe("registers of units", () => {
  it("hold 34 provinces and 3,321 communes from 2025-07-01", () => {
    expect(countBy(standing("2025-07-01"), "level")).toEqual({ province: 34, commune: 3321 })
    expect(countBy(standing("2025-07-01"), "type")).toEqual({
      tỉnh: 28,
      "thành phố": 6,
      xã: 2621,
      phường: 687,
      "đặc khu": 13
    })
  })

  it("hold 63 provinces, 696 districts and 10,035 communes from 2025-01-01 to 2025-06-30", () => {
    for (const day of ["2025-01-01", "2025-06-30"]) {
      expect(countBy(standing(day), "level")).toEqual({ province: 63, district: 696, commune: 10035 })
    }
  })

  it("give Hải Phòng 217, then 167, then 114 communes", () => {
    expect(inPilot("2024-12-31")).toHaveLength(217)
    expect(inPilot("2025-01-01")).toHaveLength(167)
    expect(inPilot("2025-06-30")).toHaveLength(167)
    expect(countBy(inPilot("2025-07-01"), "type")).toEqual({ xã: 67, phường: 45, "đặc khu": 2 })
  })

  it("hold the 137 xã of the plan: the 141 xã of 2024 less four on Cát Hải island", () => {
    const communes = inPilot("2024-12-31").filter((unit) => unit.type === "xã")
    const apart = new Set(["Nghĩa Lộ", "Đồng Bài", "Hoàng Châu", "Văn Phong"])
    const left = communes.filter((unit) => apart.has(unit.name))
    expect(communes).toHaveLength(141)
    expect(left.map((unit) => unit.code)).toEqual(["11920", "11923", "11926", "11929"])
    expect(new Set(left.map((unit) => unit.parentCode))).toEqual(new Set(["317"]))
    const byDistrict = Map.groupBy(
      communes.filter((unit) => !apart.has(unit.name)),
      (unit) => byId.get(unit.parentId ?? unit.id)?.name ?? ""
    )
    expect(Object.fromEntries([...byDistrict].map(([name, group]) => [name, group.length]))).toEqual({
      "Thủy Nguyên": 35,
      "Vĩnh Bảo": 29,
      "Tiên Lãng": 20,
      "Kiến Thụy": 17,
      "An Dương": 15,
      "An Lão": 15,
      "Cát Hải": 6
    })
  })

  it("are units of the domain, whose code names one unit on any day", () => {
    expect(() => Schema.decodeUnknownSync(Schema.Array(Unit))(units)).not.toThrow()
    for (const day of ["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"]) {
      const codes = standing(day).map((unit) => unit.code)
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  it("number their units 1, 2, 3 … in the order of the files", () => {
    expect(units.map((unit) => unit.id)).toEqual(units.map((_, index) => index + 1))
    expect([units[0]?.name, units[233]?.name, units[233 + 10794]?.validFrom]).toEqual([
      "Hải Phòng",
      "Hà Nội",
      "2025-07-01"
    ])
  })

  it("give every parent's id and code from the parent's own register", () => {
    for (const unit of units) {
      if (unit.parentId === null) {
        expect(unit.level).toBe("province")
        continue
      }
      const parent = byId.get(unit.parentId)
      expect(parent?.code).toBe(unit.parentCode)
      expect(parent?.validTo).toBe(unit.validTo)
    }
  })

  it("keep leading zeros, and leave a figure that is not known empty rather than zero", () => {
    const hanoi = units.find((unit) => unit.code === "01" && unit.validFrom === "2025-07-01")
    expect(hanoi).toMatchObject({ name: "Hà Nội", areaKm2: 3359.8, population: 8718000, lon: 105.698 })
    const communes = standing("2025-07-01").filter((unit) => unit.level === "commune")
    expect(communes.filter((unit) => unit.population === null)).toHaveLength(493)
    expect(communes.filter((unit) => unit.areaKm2 === null)).toHaveLength(25)
    expect(communes.some((unit) => unit.population === 0 || unit.areaKm2 === 0)).toBe(false)
  })
})
