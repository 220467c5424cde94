import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { type Unit, unitByCode, UnitCode, unitsOn } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { type DataFiles, readDataFiles } from "./files.ts"
import { loadReference, ownDataDirectory, referenceOf } from "./load.ts"

const { chronicle } = await Effect.runPromise(loadReference())
const file = "units/attributes.json"
const on = (day: string, holds: (unit: Unit) => boolean) => unitsOn(chronicle.register, Day.make(day)).filter(holds)
const takesPart = (unit: Unit) => unit.attributes?.programme === true
const takesNoPart = (unit: Unit) => unit.attributes?.programme === false

describe("taking part in the programme", () => {
  it("is said of the 141 xã of Hải Phòng of 2024 less the four of Cát Hải island: 137", () => {
    expect(on("2024-12-31", takesPart)).toHaveLength(137)
    expect(new Set(on("2024-12-31", takesPart).map(({ type }) => type))).toEqual(new Set(["xã"]))
    expect(
      on("2024-12-31", takesNoPart)
        .map(({ name }) => name)
        .toSorted()
    ).toEqual(["Hoàng Châu", "Nghĩa Lộ", "Văn Phong", "Đồng Bài"].toSorted())
  })

  it("is said of 77 from 2025-01-01 on: 28 became phường and left it, the others went into their neighbours", () => {
    for (const day of ["2025-01-01", "2025-01-14", "2025-06-30"]) expect(on(day, takesPart)).toHaveLength(77)
    const left = on("2025-01-01", takesNoPart).filter(({ type }) => type === "phường")
    expect(left).toHaveLength(28)
    const before = left.map(({ code }) => unitByCode(chronicle.register, code, Day.make("2024-12-31")))
    expect(before.every((unit) => unit?.type === "xã" && takesPart(unit))).toBe(true)
  })

  it("is known of a unit of 2025-07-01 only where all units that it was formed of agree", () => {
    const formed = on("2025-07-01", (unit) => unit.attributes?.programme !== undefined)
    expect([formed.filter(takesPart).length, formed.filter(takesNoPart).length]).toEqual([20, 4])
    const bySource = Map.groupBy(
      chronicle.lineage.transfers.filter(({ day, implied }) => day === "2025-07-01" && !implied),
      ({ toId }) => toId
    )
    const before = new Map(on("2025-06-30", () => true).map((unit) => [unit.id, unit]))
    for (const unit of formed) {
      const said = (bySource.get(unit.id) ?? []).map(({ fromId }) => before.get(fromId)?.attributes?.programme)
      expect(new Set(said), unit.name).toEqual(new Set([unit.attributes?.programme]))
    }
  })
})

describe("other attributes", () => {
  it("say the region of every unit of the country, which units formed within one region keep", () => {
    const regionless = (unit: Unit) => unit.attributes?.region === undefined
    expect(on("2025-06-30", regionless)).toEqual([])
    // Provinces joined across regions belong to none; their communes each keep their own.
    expect(on("2025-07-01", regionless).map(({ level, name }) => [level, name])).toEqual([
      ["province", "Bắc Ninh"],
      ["province", "Phú Thọ"],
      ["province", "Quảng Ngãi"],
      ["province", "Gia Lai"],
      ["province", "Đắk Lắk"],
      ["province", "Lâm Đồng"],
      ["province", "Tây Ninh"]
    ])
    const inDelta = (unit: Unit) => unit.attributes?.region === "DBSH"
    expect(unitByCode(chronicle.register, UnitCode.make("31"), Day.make("2025-07-01"))?.attributes?.region).toBe("DBSH")
    expect(on("2025-07-01", inDelta).filter(({ parentCode }) => parentCode === "31")).toHaveLength(114)
  })

  it("say which communes a target leaves out, until they go into a unit that it does not", () => {
    const leftOut = (unit: Unit) => unit.attributes?.leftOutOf?.includes("xa-ntm-kieu-mau-2025") === true
    expect(on("2025-06-30", leftOut).map(({ code }) => code)).toEqual(["11920", "11923", "11926", "11929"])
    expect(on("2025-07-01", leftOut)).toEqual([])
  })
})

describe("the file of attributes", () => {
  const reasons = async (change: (json: string) => string) => {
    const own = await Effect.runPromise(readDataFiles(ownDataDirectory))
    const json = await readFile(join(ownDataDirectory, file), "utf8")
    const files: DataFiles = new Map([...own, [file, new TextEncoder().encode(change(json))]])
    const failed = await Effect.runPromise(Effect.flip(referenceOf(files, ownDataDirectory)))
    return failed.problems.map(({ path, reason }) => `${path}: ${reason.en}`)
  }

  it("is refused where a statement meets other units than it says, or the days do not come to their counts", async () => {
    expect(await reasons((json) => json.replace('"count": 4,', '"count": 5,'))).toEqual([
      "statements[2]: meets 4 units, not 5"
    ])
    expect(await reasons((json) => json.replace('"day": "2024-12-31"', '"day": "2025-01-01"'))).toEqual([
      "counts[0]: on 2025-01-01 77 units are “programme”, not 137"
    ])
    expect(await reasons((json) => json.replace('"region": "DBSH"', '"region": ""'))).toHaveLength(1)
  })
})
