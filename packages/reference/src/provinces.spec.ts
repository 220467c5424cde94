import {
  ancestorsOn,
  childrenOn,
  descendantsOn,
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

const { chronicle } = await Effect.runPromise(loadReference())
const { register, lineage } = chronicle
const last2024 = Day.make("2024-12-31")
const june = Day.make("2025-06-30")
const july = Day.make("2025-07-01")
const at = (code: string, day: Day): Unit => {
  const unit = unitByCode(register, UnitCode.make(code), day)
  if (unit === undefined) throw new Error(`no ${code} on ${day}`)
  return unit
}
const isCommune = (unit: Unit) => unit.level === "commune"
const label = ({ type, name, code }: Unit) => `${type} ${name} (${code})`
const provinces = childrenOn(register, null, july).map((unit) => [unit.name, unit] as const)

describe("the provinces of 2025", () => {
  it("are 34, formed of the 63 of before, each of which went whole into one", () => {
    expect(provinces).toHaveLength(34)
    const before = provinces.flatMap(([, unit]) => predecessorsOf(chronicle, unit.id, july, june))
    expect(before).toHaveLength(63)
    expect(new Set(before.map(({ unit }) => unit.id)).size).toBe(63)
    expect(before.every(({ share }) => share.low === 1)).toBe(true)
  })

  describe.each(provinces)("%s", (_, province) => {
    const now = descendantsOn(register, province.id, july)
    const old = predecessorsOf(chronicle, province.id, july, june).map(({ unit }) => unit)
    const below = (day: Day) => old.flatMap(({ id }) => descendantsOn(register, id, day))

    it("has two tiers today and three before, every unit standing below one that stands", () => {
      expect(now.length).toBeGreaterThan(0)
      expect(now.filter((unit) => !isCommune(unit) || unit.parentId !== province.id).map(label)).toEqual([])
      for (const day of [last2024, june]) {
        for (const unit of below(day)) {
          const above = ancestorsOn(register, unit.id, day).map(({ level }) => level)
          expect(above, label(unit)).toEqual(isCommune(unit) ? ["district", "province"] : ["province"])
        }
      }
    })

    it("lies where its communes lay: each of before goes into it and each of today comes out of it", () => {
      const ids = new Set(now.map(({ id }) => id))
      const before = below(june).filter(isCommune)
      const oldIds = new Set(before.map(({ id }) => id))
      for (const unit of before) {
        const next = successorsOf(chronicle, unit.id, june, july)
        expect(next.length, label(unit)).toBeGreaterThan(0)
        expect(next.filter((kin) => !ids.has(kin.unit.id)).map((kin) => label(kin.unit))).toEqual([])
        const back = next.map((kin) =>
          predecessorsOf(chronicle, kin.unit.id, july, june).some((kind) => kind.unit.id === unit.id)
        )
        expect(back, label(unit)).not.toContain(false)
      }
      for (const unit of now) {
        // Island districts without communes went into communes as districts.
        const sources = predecessorsOf(chronicle, unit.id, july, june).map((kin) => kin.unit)
        expect(sources.length, label(unit)).toBeGreaterThan(0)
        expect(sources.filter((kin) => isCommune(kin) && !oldIds.has(kin.id)).map(label)).toEqual([])
      }
    })

    it("leads every commune of 2024-12-31 to today and back, through one event or two", () => {
      for (const unit of below(last2024).filter(isCommune)) {
        const next = successorsOf(chronicle, unit.id, last2024, july)
        expect(next.length, label(unit)).toBeGreaterThan(0)
        for (const kin of next) {
          const back = predecessorsOf(chronicle, kin.unit.id, july, last2024).find((each) => each.unit.id === unit.id)
          expect(back, `${label(unit)} and ${label(kin.unit)}`).toMatchObject({ share: kin.share })
        }
      }
    })
  })

  it("never gave a part beyond the whole, nor a whole twice", () => {
    for (const day of lineage.days) {
      const given = Map.groupBy(
        lineage.transfers.filter((transfer) => transfer.day === day && !transfer.implied),
        (transfer) => transfer.fromId
      )
      for (const [id, transfers] of given) {
        const whole = transfers.filter(({ share }) => share.all === 1).length
        const known = transfers.reduce((sum, { share }) => sum + (share.all ?? 0), 0)
        expect(whole === 0 || transfers.length === 1, `${id} on ${day}`).toBe(true)
        expect(known).toBeLessThanOrEqual(1)
      }
    }
  })
})

describe("a code that was used again", () => {
  const codes = childrenOn(register, null, july).map(({ code }) => code)
  const reused = codes.filter((code) => {
    const before = unitByCode(register, code, june)
    const after = at(code, july)
    return before !== undefined && before.name !== after.name
  })

  it("names another province on another day: 15 was Yên Bái and is Lào Cai", () => {
    expect([at("15", june).name, at("15", july).name]).toEqual(["Yên Bái", "Lào Cai"])
    expect(reused).toContain("15")
    for (const code of reused) expect(at(code, june).id, code).not.toBe(at(code, july).id)
  })

  it("leads each of the two to its own kin", () => {
    const yenBai = at("15", june)
    const laoCai = at("15", july)
    expect(successorsOf(chronicle, yenBai.id, june, july).map(({ unit }) => unit.id)).toEqual([laoCai.id])
    expect(predecessorsOf(chronicle, laoCai.id, july, june).map(({ unit }) => [unit.code, unit.name])).toEqual([
      ["10", "Lào Cai"],
      ["15", "Yên Bái"]
    ])
    expect(unitOn(register, yenBai.id, july)).toBeUndefined()
    expect(unitOn(register, laoCai.id, june)).toBeUndefined()
  })

  it("names one unit only on any of the days, at every level", () => {
    for (const day of [last2024, june, july]) {
      const standing = unitsOn(register, day)
      expect(new Set(standing.map(({ code }) => code)).size).toBe(standing.length)
      expect(new Set(standing.map(({ id }) => id)).size).toBe(standing.length)
    }
  })
})
