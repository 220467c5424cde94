import { catalogueOf } from "@ntm/domain/criteria"
import { standInOn } from "@ntm/domain/funding"
import { ancestorsOn } from "@ntm/domain/units"
import { Day, Dong, Moment } from "@ntm/domain/values"
import { batchStanding, bookOn, curveOf, scopeOf, tallyOf, type WorksBook } from "@ntm/domain/works"
import { Effect } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import { type DataFiles, readDataFiles } from "../files.ts"
import { loadReference, ownDataDirectory, type Reference } from "../load.ts"
import { problemList } from "../problem.ts"
import type { PilotWorks } from "./works-told.ts"
import { readWorks } from "./works.ts"

let files: DataFiles
let reference: Reference
let works: PilotWorks

const told = {
  recordedAt: Moment.make("2026-01-01T00:00:00.000Z"),
  recordedBy: { name: "-", role: "provincialOffice", agency: null }
} as const

const bookOf = (day: string): WorksBook =>
  bookOn(
    {
      batches: works.batches,
      works: works.works.map((work) => ({ ...work, ...told })),
      reports: works.reports.map((report) => ({ ...report, ...told })),
      gifts: works.gifts.map((gift) => ({ ...gift, ...told })),
      landEvents: works.landEvents.map((event) => ({ ...event, ...told }))
    },
    works.entries.flatMap((entry) =>
      entry.work === null ? [] : [{ ...entry, ...told, amount: Dong.make(entry.amount) }]
    ),
    reference.chronicle,
    { asOf: Day.make(day), knownAt: null, overdueAfter: 90 }
  )

const batchOn = (day: string, year: number) => {
  const book = bookOf(day)
  const batch = book.batches.find((one) => one.year === year)
  if (batch === undefined) throw new Error(`no batch of ${year}`)
  return batchStanding(book, batch, scopeOf(book, null, batch.id))
}

const rereadWith = (change: (json: string) => string) => {
  const { problems, report } = problemList()
  const path = "pilot/works.json"
  const changed = new Map(files)
  changed.set(path, new TextEncoder().encode(change(new TextDecoder().decode(files.get(path)))))
  const { chronicle, criteriaSets, documents, recognitions } = reference
  const ground = {
    chronicle,
    recognitions,
    inputs: catalogueOf(criteriaSets),
    fundingTables: documents.flatMap(({ fundingTables }) => fundingTables)
  }
  return { works: readWorks(changed, ground, report), problems }
}

beforeAll(async () => {
  files = await Effect.runPromise(readDataFiles(ownDataDirectory))
  reference = await Effect.runPromise(loadReference())
  works = reference.works
}, 60_000)

describe("the pilot's works of 2023", () => {
  it("are 803 in 35 communes of six districts, by sectors as published", () => {
    const { districts, tally } = batchOn("2024-12-27", 2023)
    expect([tally.works, tally.communes, districts.length]).toEqual([803, 35, 6])
    expect(tally.bySector).toEqual({ transport: 628, education: 71, culture: 93, health: 9, environment: 2 })
    expect(districts.map(({ unit }) => unit.name).toSorted()).toEqual(
      ["An Dương", "An Lão", "Kiến Thụy", "Thủy Nguyên", "Tiên Lãng", "Vĩnh Bảo"].toSorted()
    )
  })

  it("are paid by the city but for 14 of An Dương; 634 of the 789 are done on 27/12/2024, and communes stand at 95 % on average", () => {
    const book = bookOf("2024-12-27")
    const local = new Set(works.entries.flatMap(({ source, work }) => (source === "investment.district" ? [work] : [])))
    const own = book.works.filter(({ work }) => work.code.startsWith("KM2023"))
    const [city, district] = [
      own.filter(({ work }) => !local.has(work.id)),
      own.filter(({ work }) => local.has(work.id))
    ]
    expect([city.length, district.length]).toEqual([789, 14])
    const districtOf = (unit: (typeof own)[number]["work"]["unit"]) =>
      ancestorsOn(reference.chronicle.register, unit, Day.make("2024-12-27"))[0]?.name
    expect(new Set(district.map(({ work }) => districtOf(work.unit)))).toEqual(new Set(["An Dương"]))
    const done = ["accepted", "handedOver", "operating"]
    expect(city.filter((one) => done.includes(one.standing().state))).toHaveLength(634)
    expect(batchOn("2024-12-27", 2023).tally.communeMeanPercent).toBe(95)
  })

  it("are all built on 05/03/2025, but some not handed over and some lights without anybody to run them", () => {
    const { tally } = batchOn("2025-03-05", 2023)
    const { accepted, handedOver, operating } = tally.byState
    expect(accepted + handedOver + operating).toBe(803)
    expect(tally.donePercent).toBe(100)
    expect(tally.notHandedOver).toBeGreaterThan(20)
    expect(tally.withoutOperator).toBeGreaterThan(0)
  })

  it("got the land that is published, parcels brought up to date as published, worth 1.200 tỷ", () => {
    const { land } = batchOn("2025-03-05", 2023).tally
    expect(land).toMatchObject({
      households: 12_497,
      residential: 142_945,
      agricultural: 87_202,
      structures: 11_710,
      eligible: 9_296,
      notEligible: 2_414,
      parcels: 23_541,
      parcelsUpdated: 4_943
    })
    expect(land.residential + land.agricultural).toBe(230_147)
    expect(land.parcels - land.parcelsUpdated).toBe(18_598)
    const worth = works.entries.filter(({ source }) => source === "community.land")
    expect(worth.reduce((sum, { amount }) => sum + amount, 0)).toBe(1_200_000_000_000)
    expect(worth.reduce((sum, { quantity }) => sum + (quantity?.amount ?? 0), 0)).toBe(230_147)
    expect(worth).toHaveLength(35)
  })
})

describe("the pilot's works of 2024", () => {
  it("are 1.047 in 45 communes, by sectors as published", () => {
    const { tally } = batchOn("2024-12-27", 2024)
    expect([tally.works, tally.communes]).toEqual([1047, 45])
    expect(tally.bySector).toEqual({ transport: 742, education: 96, culture: 196, health: 13 })
  })

  it("stand at 55 % in 3 communes of An Dương and 35 % in 10 of Thủy Nguyên on 27/12/2024; the other 32 have just begun", () => {
    const { districts } = batchOn("2024-12-27", 2024)
    const told = new Map(districts.map(({ tally, unit }) => [unit.name, [tally.communes, tally.communeMeanPercent]]))
    expect(told.get("An Dương")).toEqual([3, 55])
    expect(told.get("Thủy Nguyên")).toEqual([10, 35])
    const others = districts.filter(({ unit }) => !["An Dương", "Thủy Nguyên"].includes(unit.name))
    expect(others.reduce((sum, { tally }) => sum + tally.communes, 0)).toBe(32)
    for (const { tally } of others) expect(tally.communeMeanPercent).toBeLessThan(5)
  })

  it("are begun in all 45 communes on 05/03/2025, which stand at 20 % on average", () => {
    const book = bookOf("2025-03-05")
    const own = book.works.filter(({ work }) => work.code.startsWith("KM2024"))
    const begun = own.filter((one) => one.standing().done > 0)
    expect(new Set(begun.map(({ work }) => work.unit)).size).toBe(45)
    expect(batchOn("2025-03-05", 2024).tally.communeMeanPercent).toBe(20)
  })

  it("began from July 2024 in 32 communes: building in some from November, in some only at the end of December", () => {
    const far = new Set(["Vĩnh Bảo", "Tiên Lãng", "An Lão", "Kiến Thụy"])
    const units = new Map(
      works.works
        .filter(({ code }) => code.startsWith("KM2024"))
        .filter(({ unit }) =>
          far.has(ancestorsOn(reference.chronicle.register, unit, Day.make("2024-12-27"))[0]?.name ?? "")
        )
        .map((work) => [work.id, work])
    )
    const first = new Map<number, string>()
    for (const { body, day, work } of works.reports) {
      const unit = units.get(work)?.unit
      if (unit === undefined || body._tag !== "step" || body.step !== "construction" || body.event !== "begun") continue
      if ((first.get(unit) ?? "9") > day) first.set(unit, day)
    }
    const begins = [...first.values()].toSorted()
    expect(begins).toHaveLength(32)
    expect(begins[0]?.slice(0, 7)).toBe("2024-11")
    expect(begins.filter((day) => day >= "2024-12-15" && day <= "2024-12-27").length).toBeGreaterThan(0)
    expect(begins.every((day) => day <= "2024-12-27")).toBe(true)
  })
})

describe("the money of the pilot's works", () => {
  it("was given in 2024, district by district, as Phụ lục 02 says, to the đồng", () => {
    const table = reference.documents
      .flatMap(({ fundingTables }) => fundingTables)
      .find((one) => one.table === "appendix-02-funding")
    const column = table?.sources.findIndex(({ key }) => key === "public_investment_city") ?? -1
    const printed = new Map(table?.rows.map(({ amounts, unit }) => [unit, amounts[column]]))
    const units = new Map<number, (typeof works.works)[number]["unit"]>(works.works.map(({ id, unit }) => [id, unit]))
    const sums = new Map<string, number>()
    for (const { amount, source, stage, work, year } of works.entries) {
      const unit = work === null ? undefined : units.get(work)
      if (unit === undefined || stage !== "allocated" || year !== 2024 || source !== "investment.province") continue
      const [district] = ancestorsOn(reference.chronicle.register, unit, Day.make("2024-12-31"))
      const name = `${district?.type} ${district?.name}`
      sums.set(name, (sums.get(name) ?? 0) + amount)
    }
    expect(sums.size).toBe(6)
    for (const [name, sum] of sums) expect([name, sum]).toEqual([name, printed.get(name)])
  })

  it("is never more paid than given, given than planned, accepted than built; and planned is what a work costs", () => {
    for (const day of ["2024-06-30", "2024-12-31", "2025-06-30", "2025-11-05"]) {
      for (const own of bookOf(day).works) {
        const { accepted, allocated, done, paid, planned, value, work } = own.standing()
        expect([work.code, paid <= allocated, accepted <= done, done <= value, planned === work.cost]).toEqual([
          work.code,
          true,
          true,
          true,
          true
        ])
      }
    }
    const years = Map.groupBy(works.entries, ({ work, year }) => `${work} ${year}`)
    for (const own of years.values()) {
      const sum = (stage: string) => own.reduce((total, one) => (one.stage === stage ? total + one.amount : total), 0)
      if (own[0]?.work === null) continue
      expect(sum("disbursed")).toBeLessThanOrEqual(sum("allocated"))
      expect(sum("allocated")).toBeLessThanOrEqual(sum("planned"))
    }
  })

  it("is owed to nobody for long at the end of 2024; in the middle of 2025 a few communes owe what is overdue", () => {
    for (const day of ["2024-12-31", "2025-01-01"])
      expect(tallyOf(scopeOf(bookOf(day), null), Day.make(day)).debt.overdue).toBe(0)
    const owing = bookOf("2025-06-30").works.filter((own) => own.standing().debt.overdue > 0)
    const communes = new Set(owing.map(({ unit }) => unit?.id)).size
    expect(communes).toBeGreaterThan(0)
    expect(communes).toBeLessThan(12)
  })
})

describe("the pilot's works", () => {
  it("are of communes that are recognised as the model in 2024, or not yet", () => {
    const held = new Map(
      reference.recognitions.flatMap(({ decidedOn, tier, unit }) => (tier === "model" ? [[unit, decidedOn]] : []))
    )
    const years = (code: string) =>
      Map.groupBy(
        new Set(works.works.filter((work) => work.code.startsWith(code)).map(({ unit }) => unit)),
        (unit) => held.get(unit)?.slice(0, 4) ?? "none"
      )
    expect([...years("KM2023").keys()]).toEqual(["2024"])
    expect(years("KM2024").get("none")).toHaveLength(33)
    expect(years("KM2024").get("2024")).toHaveLength(12)
  })

  it("are always the same, marked as made up, and name nobody", () => {
    expect(JSON.stringify(rereadWith((json) => json).works) === JSON.stringify(works)).toBe(true)
    const all = [...works.works, ...works.reports, ...works.gifts, ...works.entries]
    expect(all.every(({ illustrative }) => illustrative)).toBe(true)
    expect(works.gifts.every(({ household }) => /^(Hộ|Tổ chức) \d{4}$/.test(household))).toBe(true)
  }, 30_000)

  it("lie in one commune as long as anything is told of them, or are told until it is divided", () => {
    const { chronicle } = reference
    for (const { day, unit, work } of works.entries) {
      const of = work === null ? null : works.works[work - 1]
      if (of !== null && of !== undefined) expect(standInOn(chronicle, of.unit, day)?.id).toBe(unit)
    }
  })

  it("are planned and built along an S-curve that ends near the plan", () => {
    const book = bookOf("2025-11-05")
    const { behindPoints, points } = curveOf(book.works, book.asOf)
    expect(points.at(-1)?.planned).toBe(100)
    expect(Math.abs(behindPoints)).toBeLessThan(10)
  })

  it("are reported where a published number does not come out", () => {
    const { problems } = rereadWith((json) => json.replace('"mean": 55', '"mean": 54'))
    expect(problems.map(({ path }) => path)).toEqual(["published[29]"])
    expect(problems[0]?.reason.vi).toContain("tb2712-tien-do-an-duong")
  }, 30_000)

  it("are reported where a figure, an input or so many communes are not to be had", () => {
    const wrong = (change: (json: string) => string) => rereadWith(change).problems.map(({ path }) => path)
    expect(wrong((json) => json.replace('"cong-trinh-2023-y-te"', '"khong-co"'))).toContain("figures")
    expect(wrong((json) => json.replace('"pctSchoolsFacilityLevel1"', '"khong-co"'))).toContain("kinds")
    expect(
      wrong((json) =>
        json.replace(
          '"communes": 10, "begins": "2024-04-10", "within"',
          '"communes": 30, "begins": "2024-04-10", "within"'
        )
      )
    ).toEqual(["batches[1].districts[1]"])
  }, 30_000)
})
