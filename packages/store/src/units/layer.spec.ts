import { UnitCode, UnitNotFound, Units } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleUnits } from "../testing/sample-units.ts"

const today = Day.make("2025-08-01")
const old = Day.make("2025-06-30")
const everything = { asOf: today, level: null, parent: null, query: null, limit: 100 } as const
const names = (units: ReadonlyArray<{ readonly name: string }>) => units.map((unit) => unit.name)

onEveryDatabase(
  "Units",
  ({ run, exit }) => {
    const find = (filter: Partial<Parameters<Units["Service"]["find"]>[0]>) =>
      run(Effect.flatMap(Units, (units) => units.find({ ...everything, ...filter })))
    const get = (code: string, day: Day) => Effect.flatMap(Units, (units) => units.get(UnitCode.make(code), day))

    it("gives units back exactly as they were loaded", async () => {
      const found = [...(await find({})), ...(await find({ asOf: old }))]
      expect(found.toSorted((a, b) => a.id - b.id)).toEqual(sampleUnits)
    })

    it("gives the whole tree of a day, each unit after the one it lies below", async () => {
      const tree = (asOf: Day, within: string | null) =>
        run(Effect.flatMap(Units, (units) => units.tree(asOf, within === null ? null : UnitCode.make(within))))
      const before = await tree(old, null)
      expect(before.map(({ level, name }) => `${level} ${name}`)).toEqual([
        "province Hải Phòng",
        "district An Lão",
        "commune An Lão",
        "commune Vĩnh An",
        "commune Vĩnh Bảo"
      ])
      const all = [...before, ...(await tree(today, null))]
      expect(all.toSorted((a, b) => a.id - b.id)).toEqual(sampleUnits)
      expect(names(await tree(old, "313"))).toEqual(["An Lão", "An Lão", "Vĩnh An", "Vĩnh Bảo"])
      expect(await tree(today, "313")).toEqual([])
    })

    it("sorts names as Vietnamese does: A before Â, D before Đ", async () => {
      expect(names(await find({ level: "commune" }))).toEqual(["An Lão", "Ân Thi", "Dương Kinh", "Đồ Sơn", "Vĩnh Bảo"])
    })

    it("answers as of a day, both ends included", async () => {
      expect(names(await find({ asOf: old, level: "commune" }))).toEqual(["An Lão", "Vĩnh An", "Vĩnh Bảo"])
      expect(names(await find({ asOf: Day.make("2025-07-01"), level: "district" }))).toEqual([])
    })

    it("keeps to a level and a parent, and to the limit", async () => {
      expect(names(await find({ asOf: old, parent: UnitCode.make("313") }))).toEqual(["An Lão", "Vĩnh An", "Vĩnh Bảo"])
      expect(names(await find({ level: "commune", limit: 2 }))).toEqual(["An Lão", "Ân Thi"])
    })

    it.each([
      ["bao", ["Vĩnh Bảo"]],
      ["VĨNH  b", ["Vĩnh Bảo"]],
      ["do", ["Đồ Sơn"]],
      ["D", ["Dương Kinh", "Đồ Sơn"]],
      ["ao", []],
      ["1182", ["Vĩnh Bảo"]],
      ["%", []],
      ["_", []],
      ["\\", []]
    ])("finds “%s” without diacritics, at the start of any word or of the code", async (query, expected) => {
      expect(names(await find({ level: "commune", query }))).toEqual(expected)
    })

    it("finds a name typed in decomposed letters", async () => {
      expect(names(await find({ query: "Đồ Sơn".normalize("NFD") }))).toEqual(["Đồ Sơn"])
    })

    it("takes a code together with its day: a reused code names another unit", async () => {
      expect((await run(get("11824", old))).unit.name).toBe("Vĩnh An")
      expect((await run(get("11824", today))).unit.name).toBe("Vĩnh Bảo")
    })

    it("tells where a unit came from and what it became", async () => {
      const now = await run(get("11824", today))
      expect(now.predecessors.map(({ unit, share, inferred }) => [unit.id, share, inferred])).toEqual([
        [4, "part", true],
        [5, "whole", false]
      ])
      expect(now.successors).toEqual([])
      expect((await run(get("11824", old))).successors.map(({ unit }) => unit.name)).toEqual(["An Lão", "Vĩnh Bảo"])
    })

    it("says which code it does not know, and on which day", async () => {
      const failed = await run(Effect.flip(get("11632", old)))
      expect(failed).toBeInstanceOf(UnitNotFound)
      expect(failed.message).toContain("11632")
      expect((await exit(get("11632", today)))._tag).toBe("Success")
    })

    it("counts the units of each level on a day", async () => {
      const count = (day: Day) => run(Effect.flatMap(Units, (units) => units.count(day)))
      expect(await count(old)).toEqual({ province: 1, district: 1, commune: 3, village: 0 })
      expect(await count(today)).toEqual({ province: 1, district: 0, commune: 5, village: 0 })
    })
  },
  loadAll(sampleFacts, sampleSource)
)
