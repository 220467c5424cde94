import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { foldVietnamese } from "../../values/index.ts"
import { searchUnits } from "./search.ts"
import { unitSearchEntries } from "./search-entry.ts"
import { buildUnitSearch } from "./search-index.ts"
import { otherSpellings } from "./search-text.ts"
import { type Unit, UnitCode, UnitId } from "../unit.ts"

// Names of communes of the registers, the unusual ones among them.
const names = (
  "Vĩnh Bảo, Thủy Nguyên, Tiên Lãng, Đồ Sơn, Kiến Thụy, An Lão, Nguyễn Bỉnh Khiêm, Bạch Long Vĩ, Việt Khê, Lê Ích Mộc, " +
  "Ea H'Leo, Cư M'gar, M'Drắk, B'Lao, Ia H' Drai, Văn Miếu - Quốc Tử Giám, Lang Biang - Đà Lạt, Chân Mây - Lăng Cô, " +
  "N.T Phong Hải, Cổ Nhuế 1, 2 Bảo Lộc, 12, V, Pa Ủ, Ý Yên, Ô Chợ Dừa, Phan Rang-Tháp Chàm, Mường Tè, Nà Ư, Tà Xùa, " +
  "Đắk R'Lấp, Krông Pắc, Ba Chẽ, Quảng Hà, Hoằng Hóa, Quỳnh Phụ, Xuân Hương - Đà Lạt, Sủng Máng, Thượng Phùng, Xín Cái"
).split(", ")

const units = names.map((name, at): Unit => ({
  id: UnitId.make(at + 1),
  code: UnitCode.make(String(10_000 + at * 7)),
  name,
  type: "xã",
  level: "commune",
  parentId: null,
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null
}))
const index = buildUnitSearch(unitSearchEntries(units, []))
const anyUnit = fc.constantFrom(...units)
const find = (query: string, limit = units.length) => searchUnits(index, query, { limit })
const found = (query: string, unit: Unit) => find(query).some((hit) => hit.unit.id === unit.id)

/** What one slip of the finger makes of a text, at a place between 0 and 1. */
const slips: Readonly<Record<string, (text: string, at: number, letter: string) => string>> = {
  change: (text, at, letter) => text.slice(0, at) + letter + text.slice(at + 1),
  leaveOut: (text, at) => text.slice(0, at) + text.slice(at + 1),
  add: (text, at, letter) => text.slice(0, at) + letter + text.slice(at),
  swap: (text, at) => text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2)
}

describe("searchUnits finds a unit", () => {
  it("first by its own name, as written or folded, in either normal form and any case", () => {
    for (const unit of units) {
      for (const form of [unit.name, foldVietnamese(unit.name), unit.name.normalize("NFD"), unit.name.toUpperCase()]) {
        expect(find(form, 1).map((hit) => [hit.unit.name, hit.match])).toEqual([[unit.name, "exact"]])
      }
    }
  })
  it("first by its code, and by the type before its name", () => {
    for (const unit of units) {
      expect(find(unit.code, 1)[0]?.unit.id).toBe(unit.id)
      expect(find(`xã ${unit.name}`, 1)[0]?.unit.id).toBe(unit.id)
      expect(find(`x. ${foldVietnamese(unit.name)}`, 1)[0]?.unit.id).toBe(unit.id)
    }
  })
  it("by every beginning of its folded name, and by its words in any order", () => {
    for (const unit of units) {
      const folded = foldVietnamese(unit.name)
      for (let length = 1; length <= folded.length; length++) {
        expect([folded.slice(0, length), found(folded.slice(0, length), unit)]).toEqual([folded.slice(0, length), true])
      }
      expect(found(unit.name.split(" ").reverse().join(" "), unit)).toBe(true)
    }
  })
  it("by the first letters of its words, and by the first letter of one and the rest of another", () => {
    for (const unit of units) {
      const words = foldVietnamese(unit.name)
        .split(/[ -]+/)
        .filter((word) => /^[a-z]+$/.test(word))
      if (words.length < 2 || words.length < unit.name.split(/[ -]+/).length) continue
      expect(found(words.map((word) => word.charAt(0)).join(""), unit)).toBe(true)
      expect(found((words[0]?.charAt(0) ?? "") + (words[1] ?? ""), unit)).toBe(true)
    }
  })
  it("by any single slip in a name of six letters or more", () => {
    const long = units.filter((unit) => foldVietnamese(unit.name).replace(/[^a-z]/g, "").length >= 6)
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.constantFrom(...Object.values(slips)),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.constantFrom(..."abcdeghiklmnopqrstuvxy"),
        (unit, slip, place, letter) => {
          const name = foldVietnamese(unit.name)
            .replaceAll("'", "")
            .replace(/[^a-z\d]+/g, " ")
          const typed = slip(name, Math.floor(place * name.length), letter)
          expect([typed, found(typed, unit)]).toEqual([typed, true])
        }
      ),
      { numRuns: 5_000 }
    )
  })
  it("whatever of its diacritics were typed", () => {
    fc.assert(
      fc.property(anyUnit, fc.infiniteStream(fc.boolean()), (unit, keep) => {
        const partly = [...unit.name.normalize("NFD")].filter(
          (sign) => !/\p{M}/u.test(sign) || keep.next().value === true
        )
        expect(find(partly.join(""), 1)[0]?.unit.id).toBe(unit.id)
      }),
      { numRuns: 500 }
    )
  })
})

describe("otherSpellings", () => {
  it.each([
    ["vinhx", ["vinh"]],
    ["ddoo", ["do"]],
    ["phuwowng", ["phuong"]],
    ["nguyeenx", ["nguyen"]],
    ["son", []],
    ["soown", ["son"]],
    ["ly", ["li"]],
    ["quis", ["qui", "quy"]],
    ["tay", []],
    ["s", []]
  ])("takes the keys out of “%s”", (typed, spellings) => expect(otherSpellings(typed)).toEqual(spellings))
})
