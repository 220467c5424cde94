import { describe, expect, it } from "vitest"
import { chronicleOf, type Unit, UnitCode, UnitId, type UnitLevel } from "../units/index.ts"
import { Day } from "../values/index.ts"
import { addressees, unitsMeant } from "./addressees.ts"

const row = (id: number, code: string, type: string, name: string, level: UnitLevel, parent: number | null): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(code),
  name,
  type,
  level,
  parentId: parent === null ? null : UnitId.make(parent),
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: level === "district" ? Day.make("2025-06-30") : null
})

const { register } = chronicleOf([
  row(1, "31", "thành phố trung ương", "Hải Phòng", "province", null),
  row(2, "311", "thành phố thuộc tỉnh", "Thủy Nguyên", "district", 1),
  row(3, "312", "quận", "An Dương", "district", 1),
  row(4, "313", "huyện", "An Lão", "district", 1),
  row(5, "315", "huyện", "Tiên Lãng", "district", 1),
  row(6, "11629", "thị trấn", "An Lão", "commune", 4),
  row(7, "11635", "xã", "Bát Trang", "commune", 4),
  row(8, "30", "tỉnh", "Hải Dương", "province", null),
  row(9, "290", "huyện", "Cẩm Giàng", "district", 8)
])
const day = Day.make("2025-03-05")
const names = (agency: string, on = day) =>
  addressees(agency, register, UnitId.make(1), on).map((unit) => `${unit.type} ${unit.name}`)

describe("the units that an agency's name means", () => {
  it("are all of a type where a document says “các”", () => {
    expect(names("UBND các huyện")).toEqual(["huyện An Lão", "huyện Tiên Lãng"])
    expect(names("Chủ tịch UBND các huyện")).toHaveLength(2)
    expect(names("UBND các huyện, quận, thành phố")).toHaveLength(4)
  })

  it("are those named, whatever their marks and joints", () => {
    expect(names("UBND các huyện Tiên Lãng, An Lão")).toEqual(["huyện An Lão", "huyện Tiên Lãng"])
    expect(names("UBND các huyện An Lão và Tiên Lãng")).toHaveLength(2)
    expect(names("Ủy ban nhân dân quận An Dương")).toEqual(["quận An Dương"])
  })

  it("are one for a city below the province, and the province for its own", () => {
    expect(names("UBND thành phố Thủy Nguyên")).toEqual(["thành phố thuộc tỉnh Thủy Nguyên"])
    expect(names("UBND thành phố Hải Phòng")).toEqual(["thành phố trung ương Hải Phòng"])
  })

  it("are those of a level, on the day: no district is addressed after districts ended", () => {
    expect(names("UBND cấp xã")).toEqual(["thị trấn An Lão", "xã Bát Trang"])
    expect(names("UBND các huyện", Day.make("2025-07-01"))).toEqual([])
  })

  it.each(["UBND các địa phương liên quan", "Văn phòng UBND thành phố Hải Phòng", "Sở Xây dựng", "UBND", "UBND huyện"])(
    "are none for “%s”",
    (agency) => {
      expect(names(agency)).toEqual([])
    }
  )

  it("never lie in another province", () => {
    expect(names("UBND huyện Cẩm Giàng")).toEqual([])
  })
})

describe("the units that a document names by themselves", () => {
  const meant = (...units: ReadonlyArray<string>) =>
    unitsMeant(units, register, UnitId.make(1), day).map((unit) => `${unit.type} ${unit.name}`)

  it("are those of that type and name", () => {
    expect(meant("huyện An Lão", "thành phố Thủy Nguyên")).toEqual(["huyện An Lão", "thành phố thuộc tỉnh Thủy Nguyên"])
  })

  it("are its own province where it names none, and none where the name is unknown", () => {
    expect(meant()).toEqual(["thành phố trung ương Hải Phòng"])
    expect(meant("huyện Không Có")).toEqual([])
  })
})
