import type { FundingEntry, StatedTier } from "@ntm/domain/funding"
import { toldPayment } from "@ntm/domain/testing"
import { type Unit, UnitCode, UnitId } from "@ntm/domain/units"
import { Day, Dong, Moment } from "@ntm/domain/values"
import fc from "fast-check"
import { XMLParser } from "fast-xml-parser"
import { describe, expect, it } from "vitest"
import { iatiObjections, standardsHere } from "../testing/standards.ts"
import { activitiesHead, activitiesTail, activityTexts } from "./index.ts"

const huyen: Unit = {
  id: UnitId.make(7),
  code: UnitCode.make("313"),
  name: "An Lão",
  type: "huyện",
  level: "district",
  parentId: null,
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null
}

const entry = (id: number, stage: FundingEntry["stage"], amount: number, more: Partial<FundingEntry> = {}) => ({
  ...toldPayment(id, 1, 7, "2024-03-05", amount, stage),
  tier: "district" as const,
  work: null,
  ...more
})

const asOf = { asOf: Day.make("2024-12-31"), knownAt: Moment.make("2025-01-02T03:04:05.678Z") }

const mobilised: StatedTier = {
  year: 2024,
  stage: "mobilised",
  tier: "district",
  amount: Dong.make(44),
  illustrative: true
}

const fileOf = (entries: ReadonlyArray<FundingEntry>, at: typeof asOf = asOf): string => {
  const naming = { unitOf: () => huyen, giverOf: ({ from }: FundingEntry) => (from === null ? null : "Sở Tài chính") }
  return `${activitiesHead(at)}${activityTexts(entries, naming, at).join("")}${activitiesTail([mobilised])}`
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ["iati-activity", "budget", "transaction"].includes(name)
})
const activitiesIn = (xml: string) => parser.parse(xml)["iati-activities"]["iati-activity"]

describe("money as activities of IATI 2.03", () => {
  const money = [
    entry(1, "planned", 900_000_000_000_000),
    entry(2, "planned", -50, { kind: "adjustment", day: Day.make("2024-06-01") }),
    entry(3, "allocated", 700, { from: { agency: "Sở Tài chính" }, agency: "Phòng Kinh tế", document: "12/QĐ-UBND" }),
    entry(4, "disbursed", 300),
    { ...toldPayment(5, 9, 7, "2024-07-01", 200), tier: "district" as const, illustrative: true },
    entry(6, "planned", 10, { year: 2025, source: "community" }),
    entry(7, "mobilised", 44)
  ]

  it("tells budgets, commitments, disbursements and expenditure by source, and counts what it leaves out", () => {
    const xml = fileOf(money)
    const [budget, community] = activitiesIn(xml)
    expect(budget["iati-identifier"]).toBe("unregistered-ntm-7-investment.province")
    expect(budget.budget).toEqual([
      {
        "@type": "2",
        "@status": "1",
        "period-start": { "@iso-date": "2024-01-01" },
        "period-end": { "@iso-date": "2024-12-31" },
        value: { "@currency": "VND", "@value-date": "2024-06-01", "#text": "899999999999950" }
      }
    ])
    expect(
      budget.transaction.map((one: Record<string, Record<string, string>>) => [
        one["@ref"],
        one["transaction-type"]?.["@code"],
        one["value"]?.["#text"],
        one["@ntm:illustrative"] ?? null
      ])
    ).toEqual([
      ["3", "2", "700", null],
      ["4", "3", "300", null],
      ["5", "4", "200", "true"]
    ])
    expect(budget.transaction[0]["provider-org"]).toEqual({ narrative: "Sở Tài chính" })
    expect(budget.transaction[0]["receiver-org"]).toEqual({ narrative: "Phòng Kinh tế" })
    expect(budget.transaction[2]["@ntm:ocid"]).toBe("unregistered-ntm-9")
    expect(community["participating-org"][0]).not.toHaveProperty("@type")
    expect(xml).toContain(
      '<ntm:left-out stage="mobilised" year="2024" tier="district" illustrative="true"><ntm:value currency="VND">44<'
    )
    expect(xml).toContain('generated-datetime="2025-01-02T03:04:05.678Z"')
  })

  it("says of a total that its printed parts do not make how much of it is nobody's", () => {
    const [activity] = activitiesIn(
      fileOf([
        entry(1, "planned", 1000),
        entry(2, "planned", -25, { kind: "unexplained" }),
        entry(3, "planned", 1, { kind: "rounding" }),
        entry(4, "allocated", 6, { kind: "rounding" })
      ])
    )
    expect([activity.budget[0]["@ntm:difference"], activity.budget[0].value["#text"]]).toEqual(["-24", "976"])
    expect(activity.transaction[0]["@ntm:difference"]).toBe("6")
  })

  it("is closed once money of its last year can be paid no more", () => {
    const statusOn = (day: string) =>
      activitiesIn(fileOf([entry(1, "planned", 5)], { ...asOf, asOf: Day.make(day) }))[0]["activity-status"]["@code"]
    expect(["2023-12-31", "2024-01-01", "2025-01-31", "2025-02-01"].map(statusOn)).toEqual(["1", "2", "2", "4"])
  })

  it("comes back from the file: whatever is written of amounts, days and words", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            stage: fc.constantFrom("planned" as const, "allocated" as const, "disbursed" as const),
            amount: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
            place: fc.oneof(
              fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
              fc.constantFrom('a < b & "c" ]]>', "\u0001\uFFFE", "&amp;", "'")
            ),
            year: fc.integer({ min: 2021, max: 2025 })
          }),
          { minLength: 1, maxLength: 8 }
        ),
        (told) => {
          const entries = told.map(({ amount, place, stage, year }, at) =>
            entry(at + 1, stage, amount, { amount: Dong.make(amount), place, year })
          )
          const [activity] = activitiesIn(fileOf(entries))
          const sumOf = (of: ReadonlyArray<{ readonly amount: number }>) =>
            of.reduce((sum, { amount }) => sum + amount, 0)
          const budgets = (activity.budget ?? []).map((one: { value: { "#text": string } }) =>
            Number(one.value["#text"])
          )
          expect(budgets.reduce((sum: number, one: number) => sum + one, 0)).toBe(
            sumOf(told.filter(({ stage }) => stage === "planned"))
          )
          const paid = entries.filter(({ stage }) => stage !== "planned")
          expect(
            (activity.transaction ?? []).map((one: Record<string, Record<string, string>>) => [
              one["@ref"],
              one["value"]?.["#text"],
              one["description"]?.["narrative"]
            ])
          ).toEqual(
            paid.map(({ amount, id, place, year }) => [
              String(id),
              String(amount),
              `Niên độ ${year} · ${place}`.replaceAll("\u0001", "\uFFFD").replaceAll("\uFFFE", "\uFFFD")
            ])
          )
        }
      )
    )
  })

  it.skipIf(!standardsHere.iati)("is valid by the standard's own schema", async () => {
    const odd = entry(8, "disbursed", 1, {
      kind: "rounding",
      place: 'a < b & "c" ]]> \u0001 \uFFFE',
      source: "career.commune"
    })
    const contents = fileOf([...money, odd])
    expect(await iatiObjections(contents)).toEqual([])
    const broken = contents.replace('<activity-status code="2">', '<activity-status colour="2">')
    expect(broken).not.toBe(contents)
    expect(await iatiObjections(broken)).not.toEqual([])
  })
})
