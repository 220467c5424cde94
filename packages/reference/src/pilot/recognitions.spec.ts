import { recognitionsOn } from "@ntm/domain/criteria"
import { unitByCode, UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import { type DataFiles, readDataFiles } from "../files.ts"
import { ownDataDirectory, type Reference, referenceOf } from "../load.ts"
import { problemList } from "../problem.ts"
import { readRecognitions } from "./recognitions.ts"

const FILE = "pilot/recognitions.json"

describe("recognitions of the pilot", () => {
  let files: DataFiles
  let reference: Reference
  let text: string

  beforeAll(async () => {
    files = await Effect.runPromise(readDataFiles(ownDataDirectory))
    reference = await Effect.runPromise(referenceOf(files, "/data"))
    text = new TextDecoder().decode(files.get(FILE))
  }, 30_000)

  const read = (changed: string) => {
    const { problems, report } = problemList()
    const edited = new Map([...files, [FILE, new TextEncoder().encode(changed)]])
    return { recognitions: readRecognitions(edited, reference.chronicle, report), problems }
  }

  const heldOn = (day: string, recognitions = reference.recognitions) => {
    const on = Day.make(day)
    const { chronicle } = reference
    const held = recognitionsOn(chronicle, recognitions, on)
    return (code: string) => {
      const unit = unitByCode(chronicle.register, UnitCode.make(code), on)
      return unit === undefined ? undefined : held.get(unit.id)?.tier
    }
  }

  it("come to what documents count on every day, and are all marked as illustrative", () => {
    expect(reference.recognitions).toHaveLength(662)
    expect(reference.recognitions.every(({ illustrative }) => illustrative)).toBe(true)
  })

  it("give 67, 26 and 4 of the 67 xã after the merger, by the rule that carries them over", () => {
    const held = recognitionsOn(reference.chronicle, reference.recognitions, Day.make("2025-07-01"))
    const province = reference.chronicle.register.rows.filter(
      ({ type, parentId, validFrom }) => type === "xã" && validFrom === "2025-07-01" && parentId !== null
    )
    const haiPhong = unitByCode(reference.chronicle.register, UnitCode.make("31"), Day.make("2025-07-01"))
    const tiers = province.filter(({ parentId }) => parentId === haiPhong?.id).map(({ id }) => held.get(id))
    const kinds = Map.groupBy(tiers, (one) => `${one?.kind} ${one?.tier}`)
    expect([...kinds].map(([kind, units]) => [kind, units.length]).toSorted()).toEqual([
      ["provisional advanced", 22],
      ["provisional model", 4],
      ["provisional standard", 41]
    ])
  })

  it("name districts by the years that the plan prints", () => {
    const [before, then, after] = ["2019-12-30", "2024-12-31", "2025-06-30"].map((day) => heldOn(day))
    expect(["317", "315", "316"].map((code) => before?.(code))).toEqual([undefined, undefined, undefined])
    expect(["317", "315", "316", "318"].map((code) => then?.(code))).toEqual([
      "standard",
      "standard",
      "standard",
      undefined
    ])
    expect(["317", "315", "316", "318"].map((code) => after?.(code))).toEqual([
      "standard",
      "advanced",
      "advanced",
      "special"
    ])
  })

  it("are others with another seed, and come to the same counts", () => {
    const { recognitions, problems } = read(text.replace('"hai-phong-cong-nhan"', '"khac"'))
    expect(problems).toEqual([])
    const models = (list: Reference["recognitions"]) =>
      list.filter(({ tier }) => tier === "model").map(({ unit }) => unit)
    expect(models(recognitions)).not.toEqual(models(reference.recognitions))
  })

  it("are refused where a count does not follow, cannot be chosen, or a unit does not stand", () => {
    const places = (from: string, to: string) => {
      expect(text).toContain(from)
      return read(text.replace(from, to)).problems.map(({ path, reason }) => `${path}: ${reason.vi}`)
    }
    expect(places('"tier": "model", "count": 104', '"tier": "model", "count": 103')).toEqual([
      "counts[4]: ngày 31/12/2024 có 104/137 đơn vị đạt “model”, theo 61/KH-UBND, I.1.1 phải là 103/137"
    ])
    expect(places('"whole": 45', '"whole": 78')[0]).toMatch(
      /^communes\[0\]\.tiers\[2\]: không chọn được 104 trong 137 xã/
    )
    expect(places('"units": ["317"]', '"units": ["999"]')[0]).toBe(
      "named[0].units: không có đơn vị 999 vào ngày 31/12/2019"
    )
    expect(places('"tier": "special"', '"tier": "đặc thù"')[0]).toMatch(/^named\[4\]\.tier: /)
  })
})
