import { readFileSync } from "node:fs"
import { CriteriaSet, departmentsInCharge, indicatorOf, partsOf, setOn, type ThresholdRow } from "@ntm/domain/criteria"
import { Day } from "@ntm/domain/values"
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
  it("are twelve national ones, a set of wards and townships among them, and six of the pilot province, with their level, tier and years", () => {
    expect(criteriaSets.map((set) => [set.id, set.level, set.tier, set.periodFrom, set.periodTo])).toEqual([
      ["huyen-ntm-2021-2025", "district", "standard", 2021, 2025],
      ["huyen-ntm-dac-thu", "district", "special", 2024, 2025],
      ["huyen-ntm-nang-cao-2021-2025", "district", "advanced", 2021, 2025],
      ["phuong-thi-tran-do-thi-van-minh", "commune", "civilised", 2022, 2030],
      ["tinh-2026-2030", "province", "completed", 2026, 2030],
      ["tinh-hoan-thanh-2021-2025", "province", "completed", 2021, 2025],
      ["xa-ntm-2016-2020", "commune", "standard", 2016, 2020],
      ["xa-ntm-2021-2025", "commune", "standard", 2021, 2025],
      ["xa-ntm-2026-2030", "commune", "standard", 2026, 2030],
      ["xa-ntm-hien-dai-2026-2030", "commune", "modern", 2026, 2030],
      ["xa-ntm-kieu-mau-2021-2025", "commune", "model", 2021, 2025],
      ["xa-ntm-nang-cao-2021-2025", "commune", "advanced", 2021, 2025],
      ["hp-huyen-ntm-2021-2025", "district", "standard", 2021, 2025],
      ["hp-huyen-ntm-dac-thu", "district", "special", 2024, 2025],
      ["hp-huyen-ntm-nang-cao-2021-2025", "district", "advanced", 2021, 2025],
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
    expect(get("xa-ntm-2016-2020")).toMatchObject({ officialCriteria: 19, officialIndicators: 49, doNotEvaluate: true })
    const urban = get("phuong-thi-tran-do-thi-van-minh")
    expect(urban).toMatchObject({ types: ["phường", "thị trấn"], officialCriteria: 9, doNotEvaluate: true })
    expect(urban.criteria).toHaveLength(9)
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

  it("say of names of criteria that no source was read for them", () => {
    const unsure = (id: string) => get(id).criteria.filter(({ nameConfidence }) => nameConfidence === "recalled").length
    expect(["xa-ntm-2016-2020", "xa-ntm-2021-2025", "phuong-thi-tran-do-thi-van-minh"].map(unsure)).toEqual([19, 0, 0])
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

  it("put every line under somebody who has a department in a province, but for what the statistical offices count", () => {
    const agencies = new Set(
      criteriaSets
        .flatMap((set) => [...set.conditions, ...indicators(set)])
        .flatMap(({ leadAgency }) => leadAgency ?? [])
    )
    expect(agencies.size).toBeGreaterThan(15)
    const without = [...agencies].filter((agency) =>
      departmentsInCharge([agency], Day.make("2025-06-01")).some(
        (name) => !/^(Sở|Công an|Bộ Chỉ huy Quân sự) /.test(name)
      )
    )
    expect(without).toEqual(["Tổng cục Thống kê"])
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
      "phuong-thi-tran-do-thi-van-minh",
      "tinh-2026-2030",
      "xa-ntm-2016-2020",
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

  it("keep what the notation says of rules: regions, years, schools, checklists, other sets, windows", () => {
    const commune = get("xa-ntm-2021-2025")
    const income = indicatorOf(commune, "10")
    expect(income).toMatchObject({
      input: "incomePerPerson",
      missing: ["DBSH", "DHNTB", "TN", "DNB"],
      better: "higher"
    })
    expect(rowsOf(commune, "10")).toHaveLength(14)
    expect(rowsOf(commune, "10")).toContainEqual({
      value: 59,
      when: { if: "region", in: ["DBSCL"] },
      year: 2024,
      from: null,
      to: null
    })
    expect(indicatorOf(commune, "5")?.rule).toMatchObject({
      op: "all",
      rules: [{ op: "when" }, { op: "when" }, { op: "when" }]
    })
    expect(indicatorOf(commune, "2.1")?.rule).toMatchObject({ threshold: { rows: [], awaiting: "province" } })
    expect(indicatorOf(commune, "9.2")?.rule).toMatchObject({ threshold: { rows: [], awaiting: "source" } })
    expect(indicatorOf(commune, "12.1")?.rule).toMatchObject({ op: "eachSex" })
    expect(indicatorOf(commune, "13.4")?.appliesWhen).toMatchObject({ if: "stated" })
    const model = get("xa-ntm-kieu-mau-2021-2025")
    expect(indicatorOf(model, "2")?.rule).toEqual({
      op: ">=",
      measure: { of: "input", input: "incomePerPerson" },
      threshold: { times: 1.1, set: "xa-ntm-nang-cao-2021-2025", code: "10" }
    })
    expect(indicatorOf(model, "N4")?.rule).toMatchObject({ op: "any" })
    expect(indicatorOf(model, "N1")?.rule).toMatchObject({ op: "holds", tier: "advanced", revalidate: true })
    const district = get("huyen-ntm-2021-2025")
    expect(indicatorOf(district, "9.3")?.rule).toMatchObject({ measure: { of: "window", years: 2, before: true } })
    expect(indicatorOf(district, "D3")?.rule).toMatchObject({ measure: { types: ["thị trấn"], tier: "civilised" } })
    expect(indicatorOf(district, "D5")?.rule).toEqual({ op: "allCriteria" })
  })

  it("have the rules of recognition and withdrawal", () => {
    const { grant, withdraw } = get("xa-ntm-2021-2025").recognition
    expect(grant.map(({ id, rule }) => [id, rule.op])).toEqual([
      ["full-set", "allCriteria"],
      ["no-construction-debt", "="],
      ["satisfaction", ">="],
      ["security-not-complex", "attested"]
    ])
    expect(withdraw).toMatchObject({
      op: "any",
      rules: [
        { op: "all", rules: [{ op: "between", highExclusive: true }, { op: "criterionLost" }] },
        { op: ">=", measure: { of: "criteriaLost" } }
      ]
    })
  })

  it("name everything that is to be reported, in words", () => {
    for (const { id, inputs } of criteriaSets)
      for (const { input, name } of inputs) expect(name, `${id} ${input}`).not.toBe(input)
  })

  it("are as in force on a day: satisfaction is 90 on 14 January 2025 and 80 on the 15th", () => {
    const province = get("tinh-hoan-thanh-2021-2025")
    const on = (day: string) => setOn(province, Day.make(day))
    expect(rowsOf(on("2025-01-14"), "8").map(({ value }) => value)).toEqual([90])
    expect(rowsOf(on("2025-01-15"), "8").map(({ value }) => value)).toEqual([80])
    expect(indicatorOf(on("2025-01-15"), "8")).toMatchObject({ legalBasis: "125/QĐ-TTg", from: "2025-01-15" })
  })

  it("change the kind of a rule under the same code: 15.4 is a share until February 2024, then an attestation", () => {
    const on = (day: string) => indicatorOf(setOn(get("xa-ntm-2021-2025"), Day.make(day)), "15.4")
    expect(on("2024-02-29")).toMatchObject({
      rule: { op: ">=" },
      confidence: "verified",
      missing: ["BTB", "DHNTB", "TN", "DNB", "DBSCL"]
    })
    expect(on("2024-03-01")).toMatchObject({
      name: "Xã triển khai sổ khám chữa bệnh điện tử",
      rule: { op: "attested", input: "electronicHealthRecordPct/attested" },
      confidence: "recalled",
      missing: []
    })
  })
})

const rowsOf = (set: CriteriaSet, code: string): ReadonlyArray<ThresholdRow> => {
  const rule = indicatorOf(set, code)?.rule
  return rule === undefined || rule === null
    ? []
    : partsOf(rule).thresholds.flatMap((one) => ("rows" in one ? one.rows : []))
}

describe("the sets of Hải Phòng", () => {
  const local = ["hp-xa-ntm-2021-2025", "hp-xa-ntm-nang-cao-2021-2025", "hp-xa-ntm-kieu-mau-2021-2025"].map(get)

  it.each(["2022-06-23", "2023-12-31", "2024-12-31", "2025-06-30"])(
    "have a number for every indicator in its region on %s",
    (day) => {
      const year = Number(day.slice(0, 4))
      const concerns = (row: ThresholdRow) =>
        (row.year === null || row.year === year) &&
        (row.when === null || row.when.if !== "region" || row.when.in.includes("DBSH"))
      for (const set of local.map((one) => setOn(one, Day.make(day)))) {
        for (const { code, rule } of indicators(set)) {
          const thresholds = rule === null ? [] : partsOf(rule).thresholds
          expect(rule, `${set.id} ${code}`).not.toBeNull()
          for (const one of thresholds)
            expect("times" in one || one.rows.some(concerns), `${set.id} ${code} on ${day}`).toBe(true)
        }
      }
    }
  )

  it("mark what is made up as illustrative, and leave what was read as it is", () => {
    const [standard] = local.map((one) => setOn(one, Day.make("2024-12-31")))
    if (standard === undefined) throw new Error("no set")
    expect(indicatorOf(standard, "10")).toMatchObject({ confidence: "illustrative", legalBasis: "1848/QĐ-UBND" })
    expect(indicatorOf(standard, "15.3")).toMatchObject({ confidence: "verified" })
    expect(indicatorOf(standard, "2.4")).toMatchObject({ legalBasis: "1318/QĐ-UBND", from: "2024-04-24" })
    expect(indicators(standard).filter(({ confidence }) => confidence === "unknown")).toEqual([])
  })

  it("follow each other, not the nation's, and share its inputs", () => {
    const model = get("hp-xa-ntm-kieu-mau-2021-2025")
    expect(indicatorOf(model, "2")?.rule).toMatchObject({
      threshold: { set: "hp-xa-ntm-nang-cao-2021-2025", code: "10" }
    })
    const advanced = get("hp-xa-ntm-nang-cao-2021-2025")
    expect(partsOf(indicatorOf(advanced, "4")?.rule ?? { op: "allCriteria" }).rules).toContainEqual({
      op: "criterionMet",
      set: "hp-xa-ntm-2021-2025",
      criterion: 4
    })
    expect(advanced.inputs).toEqual(get("xa-ntm-nang-cao-2021-2025").inputs)
  })
})
