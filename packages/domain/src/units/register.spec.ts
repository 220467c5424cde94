import { describe, expect, it } from "vitest"
import { Day } from "../values/index.ts"
import { levelPeriods } from "./levels.ts"
import { ancestorsOn, childrenOn, countOn, registerOf, treeOn, unitByCode, unitOn } from "./register.ts"
import { type Unit, UnitCode, UnitId, type UnitLevel } from "./unit.ts"

const row = (
  id: number,
  code: string,
  name: string,
  level: UnitLevel,
  parent: readonly [number, string] | null,
  from: string | null,
  to: string | null
): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(code),
  name,
  type: level,
  level,
  parentId: parent === null ? null : UnitId.make(parent[0]),
  parentCode: parent === null ? null : UnitCode.make(parent[1]),
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: from === null ? null : Day.make(from),
  validTo: to === null ? null : Day.make(to)
})

/** Code 15 was Yên Bái and is now Lào Cai; the commune passes from a district to the province. */
const register = registerOf([
  row(3, "150", "Văn Yên", "district", [1, "15"], null, "2025-06-30"),
  row(4, "04501", "Âu Lâu", "commune", [2, "15"], "2025-07-01", null),
  row(4, "04501", "Âu Lâu", "commune", [3, "150"], null, "2025-06-30"),
  row(5, "04502", "An Bình", "commune", [3, "150"], null, "2025-06-30"),
  row(1, "15", "Yên Bái", "province", null, null, "2025-06-30"),
  row(2, "15", "Lào Cai", "province", null, "2025-07-01", null)
])
const eve = Day.make("2025-06-30")
const day = Day.make("2025-07-01")
const names = (units: ReadonlyArray<Unit>) => units.map((unit) => unit.name)

describe("a register", () => {
  it("takes a code together with its day, both ends included", () => {
    expect(unitByCode(register, UnitCode.make("15"), eve)?.name).toBe("Yên Bái")
    expect(unitByCode(register, UnitCode.make("15"), day)?.name).toBe("Lào Cai")
    expect(unitByCode(register, UnitCode.make("150"), day)).toBeUndefined()
  })

  it("gives a unit's row of the day and what lay above and below it", () => {
    const commune = UnitId.make(4)
    expect(unitOn(register, commune, eve)?.parentCode).toBe("150")
    expect(names(ancestorsOn(register, commune, eve))).toEqual(["Văn Yên", "Yên Bái"])
    expect(names(ancestorsOn(register, commune, day))).toEqual(["Lào Cai"])
    expect(names(childrenOn(register, UnitId.make(3), eve))).toEqual(["An Bình", "Âu Lâu"])
    expect(childrenOn(register, UnitId.make(3), day)).toEqual([])
    const [tree] = treeOn(register, null, eve)
    expect(tree?.children.map(({ unit, children }) => [unit.name, children.length])).toEqual([["Văn Yên", 2]])
  })

  it("counts by level, and knows from when to when a level stood", () => {
    expect(countOn(register, eve)).toEqual({ province: 1, district: 1, commune: 2, village: 0 })
    expect(countOn(register, day)).toEqual({ province: 1, district: 0, commune: 1, village: 0 })
    expect(levelPeriods(register, "district")).toEqual([{ from: null, to: eve }])
    expect(levelPeriods(register, "commune")).toEqual([{ from: null, to: null }])
    expect(levelPeriods(register, "village")).toEqual([])
  })
})
