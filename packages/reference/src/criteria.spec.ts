import { readFileSync } from "node:fs"
import { CriteriaSet } from "@ntm/domain/criteria"
import { Effect, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { loadReference, ownDataDirectory } from "./load.ts"

const { criteriaSets } = await Effect.runPromise(loadReference())

const get = (id: string): CriteriaSet => {
  const found = criteriaSets.find((set) => set.id === id)
  if (found === undefined) throw new Error(`no set ${id}`)
  return found
}

const indicators = (set: CriteriaSet) => set.criteria.flatMap((criterion) => criterion.indicators)

describe("criteria sets", () => {
  it("are ten national ones and three of the pilot province, with their level, tier and years", () => {
    expect(criteriaSets.map((set) => [set.id, set.level, set.tier, set.periodFrom, set.periodTo])).toEqual([
      ["huyen-ntm-2021-2025", "district", "standard", 2021, 2025],
      ["huyen-ntm-dac-thu", "district", "special", 2024, 2025],
      ["huyen-ntm-nang-cao-2021-2025", "district", "advanced", 2021, 2025],
      ["tinh-2026-2030", "province", "completed", 2026, 2030],
      ["tinh-hoan-thanh-2021-2025", "province", "completed", 2021, 2025],
      ["xa-ntm-2021-2025", "commune", "standard", 2021, 2025],
      ["xa-ntm-2026-2030", "commune", "standard", 2026, 2030],
      ["xa-ntm-hien-dai-2026-2030", "commune", "modern", 2026, 2030],
      ["xa-ntm-kieu-mau-2021-2025", "commune", "model", 2021, 2025],
      ["xa-ntm-nang-cao-2021-2025", "commune", "advanced", 2021, 2025],
      ["hp-xa-ntm-2021-2025", "commune", "standard", 2021, 2025],
      ["hp-xa-ntm-kieu-mau-2021-2025", "commune", "model", 2021, 2025],
      ["hp-xa-ntm-nang-cao-2021-2025", "commune", "advanced", 2021, 2025]
    ])
  })

  it("are criteria sets of the domain", () => {
    expect(() => Schema.decodeUnknownSync(Schema.Array(CriteriaSet))(criteriaSets)).not.toThrow()
  })

  it("hold the 57 and 75 indicators of the commune sets and the official numbers of the others", () => {
    expect(indicators(get("xa-ntm-2021-2025"))).toHaveLength(57)
    expect(indicators(get("xa-ntm-nang-cao-2021-2025"))).toHaveLength(75)
    expect(indicators(get("huyen-ntm-2021-2025"))).toHaveLength(36)
    expect(get("xa-ntm-2026-2030")).toMatchObject({ officialCriteria: 10, officialIndicators: 47, doNotEvaluate: true })
    expect(get("tinh-2026-2030")).toMatchObject({ officialCriteria: null, officialIndicators: null })
  })

  it("say of each rule how sure it is: in xa-ntm 16 verified, 32 recalled, 9 unknown", () => {
    const count = Map.groupBy(indicators(get("xa-ntm-2021-2025")), (indicator) => indicator.confidence)
    expect([...count].map(([name, group]) => [name, group.length]).toSorted()).toEqual([
      ["recalled", 32],
      ["unknown", 9],
      ["verified", 16]
    ])
  })

  it("keep a rule whole, operands included", () => {
    const stunting = indicators(get("xa-ntm-2021-2025")).find((indicator) => indicator.code === "15.3")
    const delta = { value: 16.5, when: { if: "region", in: ["DBSH"] } }
    expect(stunting).toMatchObject({ confidence: "verified", better: "lower", rule: { op: "<=" } })
    expect(stunting?.rule).toMatchObject({
      threshold: { rows: expect.arrayContaining([expect.objectContaining(delta)]) }
    })
  })

  it("give an indicator the agency of its criterion where it names none", () => {
    const [planning] = get("xa-ntm-2021-2025").criteria
    expect(planning?.indicators.map((indicator) => indicator.leadAgency)).not.toContain(null)
  })

  it("cite the decisions that issue and amend them, in order", () => {
    expect(get("tinh-hoan-thanh-2021-2025").legalBases).toEqual([
      { number: "321/QĐ-TTg", date: "2022-03-08", role: "ban hành" },
      { number: "125/QĐ-TTg", date: "2025-01-15", role: "sửa đổi (khoản 8 Điều 1)" }
    ])
  })

  it("mark the skeletons that nothing may be judged by", () => {
    expect(criteriaSets.filter((set) => set.doNotEvaluate).map((set) => set.id)).toEqual([
      "huyen-ntm-dac-thu",
      "huyen-ntm-nang-cao-2021-2025",
      "tinh-2026-2030",
      "xa-ntm-2026-2030",
      "xa-ntm-hien-dai-2026-2030"
    ])
  })

  it("carry their whole file as source", () => {
    for (const set of criteriaSets) {
      const folder = set.derivesFrom === null ? "criteria" : "criteria/local"
      const file: unknown = JSON.parse(readFileSync(`${ownDataDirectory}/${folder}/${set.id}.json`, "utf8"))
      expect(set.source).toEqual(file)
    }
  })
})
