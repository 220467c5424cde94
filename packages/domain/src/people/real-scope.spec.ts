import { Result } from "effect"
import { describe, expect, it } from "vitest"
import lineage2025 from "../../../reference/data/units/lineage-2025-07-01.csv?raw"
import lineageProvinces from "../../../reference/data/units/lineage-provinces-2025-07-01.csv?raw"
import register2024 from "../../../reference/data/units/register-2024.csv?raw"
import register2025 from "../../../reference/data/units/register-2025.csv?raw"
import { linksOf, rowsOf, within } from "../units/testing/registers.ts"
import {
  apply,
  chronicleOf,
  plan,
  reorganisationFromRegisters,
  type Unit,
  UnitCode,
  unitByCode,
  unitOn,
  unitsOn
} from "../units/index.ts"
import { Day } from "../values/index.ts"
import { scopeOf } from "./scope.ts"

/** Hải Phòng and Hải Dương through 1669/NQ-UBTVQH15, as the registers have it. */
const eve = Day.make("2025-06-30")
const july = Day.make("2025-07-01")
const before = rowsOf(register2024, 1001)
const after = rowsOf(register2025, 20001)
const links = [...linksOf(lineageProvinces, july, before, after), ...linksOf(lineage2025, july, before, after)]
const both = within(before, new Set(["30", "31"]))
const takers = within(after, new Set(["31"]))
const takerIds = new Set(takers.map(({ id }) => id))
const event = Result.getOrThrow(
  reorganisationFromRegisters(
    { before: both, after: takers, links: links.filter((link) => takerIds.has(link.toId)) },
    { id: "1669", document: { number: "1669/NQ-UBTVQH15", issuer: null, issuedOn: null }, day: july }
  )
)
const start = chronicleOf(both)
const chronicle = apply(start, Result.getOrThrow(plan(start, event)))

const at = (code: string, day: Day): Unit => {
  const unit = unitByCode(chronicle.register, UnitCode.make(code), day)
  if (unit === undefined) throw new Error(`${code} does not stand on ${day}`)
  return unit
}
const standing = (ids: Iterable<Unit["id"]>, day: Day) =>
  [...ids].flatMap((id) => unitOn(chronicle.register, id, day) ?? [])
const scope = (unit: Unit, from: Day) => scopeOf(chronicle, [unit.id], { from, today: july })

describe("scopes on 2025-07-01, by the real registers", () => {
  it("of a province that took in another is all of both; the other's goes on with it", () => {
    for (const code of ["31", "30"]) {
      const { writes } = scope(at(code, eve), eve)
      expect(standing(writes, july)).toHaveLength(unitsOn(chronicle.register, july).length)
    }
  })

  it("of a district is the communes that took its communes, never the province", () => {
    const districts = unitsOn(chronicle.register, eve).filter(({ level }) => level === "district")
    expect(districts.length).toBeGreaterThan(20)
    for (const district of districts) {
      const { sees, writes } = scope(district, eve)
      const now = standing(writes, july)
      expect([district.name, now.length > 0]).toEqual([district.name, true])
      expect(now.filter(({ level }) => level !== "commune")).toEqual([])
      expect(standing(sees, july).filter(({ level }) => level === "province")).toEqual([])
    }
  })

  it("of a commune goes on with the one that took it whole: the commune of Vĩnh Bảo has the history of what it was made of", () => {
    const commune = at("11824", july)
    const made = scope(commune, july)
    const former = standing(made.sees, eve)
    expect(former.length).toBeGreaterThan(1)
    for (const one of former) expect(standing(scope(one, eve).writes, july).map(({ id }) => id)).toEqual([commune.id])
  })

  it("leaves nobody without a unit: every commune of the eve is somebody's in July", () => {
    const lost = unitsOn(chronicle.register, eve)
      .filter(({ level }) => level === "commune")
      .filter((commune) => standing(scope(commune, eve).sees, july).length === 0)
    expect(lost.map(({ name }) => name)).toEqual([])
  })
})
