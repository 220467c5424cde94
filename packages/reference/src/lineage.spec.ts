import { LineageLink, type Unit, type UnitId } from "@ntm/domain/units"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { printedRegisters } from "./testing/registers.ts"

const { units, lineage } = await printedRegisters()
const byId = new Map(units.map((unit) => [unit.id, unit]))

const unit = (id: UnitId): Unit => {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`no unit ${id}`)
  return found
}

const find = (code: string, validTo: string | null) => {
  const found = units.find((each) => each.code === code && each.validTo === validTo)
  if (found === undefined) throw new Error(`no unit ${code} until ${validTo}`)
  return found
}

const successors = (from: Unit) => lineage.filter((link) => link.fromId === from.id).map((link) => unit(link.toId))
const on = (day: string) => lineage.filter((link) => link.day === day)

describe("lineage of units", () => {
  it("holds every link of the two reorganisations, between units that end and begin on its day", () => {
    expect(() => Schema.decodeUnknownSync(Schema.Array(LineageLink))(lineage)).not.toThrow()
    expect(on("2025-01-01")).toHaveLength(219 + 17)
    expect(on("2025-07-01")).toHaveLength(10571 + 63)
    const lastDay: Readonly<Record<string, string>> = { "2025-01-01": "2024-12-31", "2025-07-01": "2025-06-30" }
    for (const link of lineage) {
      expect(unit(link.fromId).validTo).toBe(lastDay[link.day])
      expect(unit(link.toId).validFrom).toBe(link.day)
    }
  })

  it("counts 9,599 whole communes and 972 parts of 441 divided ones on 2025-07-01", () => {
    const communes = on("2025-07-01").filter((link) => unit(link.toId).level === "commune")
    const parts = communes.filter((link) => link.share === "part")
    expect(communes.length - parts.length).toBe(9599)
    expect(parts).toHaveLength(972)
    expect(new Set(parts.map((link) => link.fromId)).size).toBe(441)
  })

  it("leads every province and commune on, and no district except the five without communes", () => {
    const ended = units.filter((each) => each.validTo === "2025-06-30")
    const givers = new Set(on("2025-07-01").map((link) => link.fromId))
    expect(ended.filter((each) => each.level !== "district" && !givers.has(each.id))).toEqual([])
    expect(ended.filter((each) => each.level === "district" && givers.has(each.id)).map((each) => each.code)).toEqual([
      "318",
      "471",
      "498",
      "536",
      "755"
    ])
  })

  it("tells three communes of one code apart: 11503 is Phù Ninh, then Ninh Sơn, then Việt Khê", () => {
    const before = find("11503", "2024-12-31")
    const [middle] = successors(before)
    expect(before.name).toBe("Phù Ninh")
    expect(middle).toMatchObject({ code: "11503", name: "Ninh Sơn", validFrom: "2025-01-01", validTo: "2025-06-30" })
    expect(middle === undefined ? [] : successors(middle).map((each) => each.name)).toEqual(["Việt Khê"])
    expect(find("11503", null).name).toBe("Việt Khê")
  })

  it("leads the 217 communes of old Hải Phòng over the 167 to the 50 units that stand on its land", () => {
    const first = on("2025-01-01").filter((link) => unit(link.toId).level === "commune")
    const middle = new Set(first.map((link) => link.toId))
    expect(new Set(first.map((link) => link.fromId)).size).toBe(217)
    expect(middle.size).toBe(167)
    const last = new Set([...middle, find("318", "2025-06-30").id].flatMap((id) => successors(unit(id))))
    expect(last.size).toBe(50)
  })

  it("marks the 26 mergers for which no text was read, and nothing else", () => {
    const inferred = lineage.filter((link) => link.inferred)
    expect(inferred).toHaveLength(26)
    expect(new Set(inferred.map((link) => link.day))).toEqual(new Set(["2025-01-01"]))
    expect(inferred.every((link) => link.note?.includes("nguồn: suy từ") === true)).toBe(true)
    expect(lineage.filter((link) => !link.inferred && link.note?.includes("suy từ") === true)).toEqual([])
  })

  it("leads the districts of Hải Phòng where their communes went on 2025-01-01", () => {
    const pairs = (level: "commune" | "district") =>
      new Set(
        on("2025-01-01")
          .filter((link) => unit(link.fromId).level === level)
          .map((link) => [unit(link.fromId), unit(link.toId)] as const)
          .map(([from, to]) =>
            level === "district" ? `${from.code} ${to.code}` : `${from.parentCode} ${to.parentCode}`
          )
      )
    expect(pairs("district")).toEqual(pairs("commune").add("318 318"))
    const town = find("311", "2024-12-31")
    expect(town.type).toBe("huyện")
    expect(successors(town)).toMatchObject([{ name: "Thủy Nguyên", type: "thành phố thuộc tỉnh" }])
  })

  it("does not join provinces by code: old Yên Bái keeps the number 15, as Lào Cai", () => {
    const old = find("15", "2025-06-30")
    expect(old.name).toBe("Yên Bái")
    expect(successors(old)).toMatchObject([{ code: "15", name: "Lào Cai" }])
    expect(successors(find("30", "2025-06-30"))).toMatchObject([{ code: "31", name: "Hải Phòng" }])
  })

  it("never crosses the lineage of the provinces", () => {
    const provinceOf = (each: Unit): Unit => (each.parentId === null ? each : provinceOf(unit(each.parentId)))
    for (const link of on("2025-07-01")) {
      const province = provinceOf(unit(link.fromId))
      expect(successors(province)).toContain(provinceOf(unit(link.toId)))
    }
  }, 20_000)
})
